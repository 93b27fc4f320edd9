/** When a number of a message is a claim: what it counts, what names it, and what speaks of other subjects. */
import { describe, expect, test } from 'vitest';
import { projectEngine } from './opened.js';

const engine = projectEngine();

const check = (message: string) => engine.check(message, { today: '2026-11-22' }).claims;
const verdicts = (message: string) => check(message).map(({ verdict }) => verdict);

describe('a number is a claim', () => {
  test.each([
    ['of some of the boats', '75 of the boats in 2024 landed in kent', ['no-data']],
    ['of some of those just told', '36,816 crossed in 2024 and 900 of them sang', ['supported', 'no-data']],
    ['of some of a whole told before it', 'of the 1,087 sent back, 40 speak greek', ['supported', 'no-data']],
    ['of some of a whole told after it', '12 of the 281 sent back had kids', ['no-data', 'outdated']],
    [
      'of a whole and its part',
      '281 of the 41,472 who came in 2025 were sent back',
      ['outdated', 'supported'],
    ],
    [
      'of so few in a hundred',
      'one percent of the 2025 arrivals had been returned by 27 january 2026',
      ['supported'],
    ],
    ['of all since a year', 'over 200k have come since 2018', ['supported']],
    ['that a source has to the last digit', '9,142 have come over', ['outdated']],
    ['that the verb owns the "over" of', 'they have brought over 57 from france', ['outdated']],
    ['with its verb parted', 'they flew 305 of them back to france', ['outdated']],
    ['asked for before it', 'how many crossed in 2019? it was 1,843', ['supported']],
    ['told of after it', '56 grand. thats what each return cost', ['supported']],
    ['that was passed', 'they blew past 30,000 by 7 september 2025', ['supported']],
    ['of another year’s pace', '2,600 returns a year was what they hoped for', ['supported']],
    ['of the day that its weekday names', '503 crossed on saturday 8 november 2025', ['supported']],
  ])('%s', (_, message, expected) => {
    expect(verdicts(message)).toEqual(expected);
  });
});

test('a sentence that goes on is of the same moment', () => {
  const claims = check('by 30 april 2026 605 had been returned. and 9,000 let in');
  expect(claims.map(({ verdict }) => verdict)).toEqual(['supported', 'contradicted']);
  expect(claims[1]?.reason).toContain('30 April 2026');
});

test('an age, and who was aboard, are held against the event that tells them', () => {
  expect(verdicts('the man who won in the high court on 16 september 2025 was 25')).toEqual(['supported']);
  const [age] = check('the eritrean who won in court on 16 september 2025 was 61 years old');
  expect(age?.verdict).toBe('contradicted');
  expect(age?.reason).toContain('25-year-old');
  const [aboard] = check('80 migrants on the first flight on 18 september 2025');
  expect(aboard?.verdict).toBe('contradicted');
  expect(aboard?.reason).toContain('Indian national');
});

describe('a number is none', () => {
  test.each([
    ['of what was sold', 'boat sold for 56 grand'],
    ['of a patient', 'he was detained for 28 days under the mental health act'],
    ['of a lease', 'the lease was extended to 1 october 2026'],
    ['in sport', 'leeds have let in 9 so far and sent 2 back to their clubs on loan'],
    ['in a shop', 'two thirds of the shoes we sent back in january 2026 got a refund'],
    ['at a door', '15 people let in for free at the club in calais'],
    ['in a game', 'deported 12 of his meeples in one turn'],
    ['of records', 'data migration: 1,117 records in, 1,087 out'],
    ['of animals', '12 of the cats returned'],
    ['of another flight', 'the first flight out of stansted on 18 september 2025 had 60 people on it'],
    ['at a regatta', 'the small boats race at cowes has 140 entries this year'],
    ['of a ferry', 'the ferry crossing on 8 november 2025 had 503 aboard'],
    ['asked of something else', 'how many legs has a spider? 8'],
  ])('%s', (_, message) => {
    expect(verdicts(message)).toEqual([]);
  });
});
