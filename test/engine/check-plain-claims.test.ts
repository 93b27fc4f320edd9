/** What makes a number or a date a claim about the subject, and what it is held against: one short message each. */
import { describe, expect, test } from 'vitest';
import { projectEngine } from './opened.js';

const engine = projectEngine();

const check = (message: string) => engine.check(message, { today: '2026-11-22' }).claims;
const verdicts = (message: string) => check(message).map(({ verdict }) => verdict);

describe('a count that its own words name is a claim, whatever stands around it', () => {
  test.each([
    ['laughter after it', 'only 51 let in by the end of october 2025 hahahaha', 'supported'],
    ['an aside of the writer', '463 deported to date lol my village has more people', 'outdated'],
    ['a preamble', 'bet you lot never knew 73 were let in during march 2026', 'supported'],
    ['nothing but a day', 'more than 3,000 came over on 20 december 2025', 'contradicted'],
    ['the newest, in French', '605 expulsés à ce jour, bravo', 'outdated'],
    ['a day after a comma', 'the most in one day was 1,305, on 3 September 2022', 'supported'],
    ['nought', 'not a single boat arrived on 31 May 2025', 'contradicted'],
    ['a pause', 'not one boat came over for 28 days up to 12 december 2025', 'supported'],
    [
      'one person',
      'only one person had come back after being sent to France by 1 November 2025',
      'supported',
    ],
    ['a remark after its day', '49 got returned in february 2026, shambles smh rip', 'supported'],
    ['what is denied beside it', '94 had been sent back by 10 November 2025, not 281', 'supported'],
    ['the direction alone', '463 back by 31 march 2026', 'supported'],
    ['either way in', '141 arrived by 30 November 2025 under the swap', 'supported'],
    [
      'what is said to the others',
      'over 1,500 in a single day on 31 May 2025 so dont tell me its fine',
      'contradicted',
    ],
    ['a day before its count', '3 September 2022 was 1,305 in a day', 'supported'],
    ['a record year', '2022 was the record with 61 thousand', 'contradicted'],
    ['as it stands', 'net inflow stands at 69 at the moment', 'outdated'],
    ['a flight that took them back', 'the flight of 30 October 2025 took 70 people back', 'contradicted'],
    [
      'what is planned',
      'le futur centre de rétention de Dunkerque aura 200 places, accord de 2026',
      'contradicted',
    ],
  ])('%s', (_, message, verdict) => {
    expect(verdicts(message)).toEqual([verdict]);
  });

  test.each([
    'for sale: 4 man dinghy, £350 with oars',
    'so how many arrived by boat in 2024?',
    'need 75 more to reach 1,000 on my channel',
    'our flight had 180 people on it',
    'she came back in 2024',
    'the phone deal ends 30 november',
    'my channel reached 5,000 in June 2026',
    '30,000 steps on 7 september 2025',
    'the busiest day ever in our shop, 400 sandwiches',
    'tickets: 94 left, 57 sold',
    '60 quid and no dinghy, what a rip off',
    'england 31 france 28, what a match',
    '18 of the ones we returned to the library were torn',
    'the crossing at Calais took 4 hours, lorries everywhere',
    'ferry to Dunkirk is grim, the crossing lasted 100 minutes',
    'they let in 40 teenagers without a ticket at the zoo',
    'it took 300 people to write the treaty of Versailles',
    '2019 was the record with 40 thousand visitors to our garden',
  ])('none: %s', (message) => {
    expect(verdicts(message)).toEqual([]);
  });
});

describe('what nobody counts is known to nobody', () => {
  test.each([
    'the people they sent back spent 19 days in detention on average',
    '64% of the people let in under the swap are women',
    '22 of the ones they deported are in Marseille now',
    'returnees get 2,000 euros when they arrive in Paris',
    'the Iranian man who was returned is 41 years old',
    '44% of the people they sent back got asylum in France',
    '9 of the people let in via the swap already drive buses in Leeds',
    'it took 22 civil servants to draft the treaty',
  ])('%s', (message) => {
    expect(verdicts(message)).toEqual(['no-data']);
  });
});

describe('dates and records are held to events and counts', () => {
  test.each([
    ['who is told before', 'the iranian: flown to france 19 september 2025', 'supported'],
    ['the verb alone', 'came into force in january 2026', 'contradicted'],
    ['another day that sources give', 'the treaty came into force on 5 August 2025', 'disputed'],
    ['an end that was planned first', 'the scheme runs until 11 June 2026', 'outdated'],
    ['an end that was set later', 'the deal was extended to 1 October 2026', 'supported'],
    ['since when it is counted', 'small boat data only go back to 2019', 'contradicted'],
    ['a record year', '2022 was the record year for small boats', 'supported'],
    ['no record year', '2024 was the busiest year ever for small boats', 'contradicted'],
    ['the second of the records', '2025 was the second highest year for small boats', 'supported'],
    ['a number as the record', 'the busiest day ever was 2,000 crossings', 'contradicted'],
  ])('%s', (_, message, verdict) => {
    expect(verdicts(message)).toEqual([verdict]);
  });
});

test('sources that know only the month dispute a number of its last day', () => {
  const [claim] = check('193 returned to France by 31 December 2025');
  expect(claim?.verdict).toBe('disputed');
  expect(claim?.reason).toMatch(/\b193\b.*\b217\b/);
});

test('so does a number of a day shortly before that end', () => {
  const [claim] = check('seven people sent back by the end of September 2025');
  expect(claim?.verdict).toBe('disputed');
  expect(claim?.reason).toMatch(/\b17\b/);
});

test('a count that ends about a day is one of that day as well', () => {
  const [claim] = check('between 6 August and 22 October 2025 11,298 came by small boat');
  expect(claim?.verdict).toBe('disputed');
  expect(claim?.reason).toMatch(/11,298.*11,518/);
});

test('“in that time” is the stretch of the claim before it', () => {
  const message =
    '27,920 crossed between 6 August 2025 and 30 June 2026 and 1,200 were sent back over that period';
  expect(verdicts(message)).toEqual(['supported', 'contradicted']);
});

test('people for each person are held to what both totals give', () => {
  const [claim] = check('we let in four people for every one sent back');
  expect([claim?.verdict, claim?.stated.kind]).toEqual(['contradicted', 'times']);
  expect(claim?.derived[0]?.expression).toMatch(/1,117 ÷ 1,087/);
});

test('a share over the scheme’s time is held to the arrivals of that time', () => {
  const [claim] = check('5 in 10 of the small boat arrivals between August 2025 and June 2026 got returned');
  expect(claim?.verdict).toBe('contradicted');
  expect(claim?.derived[0]?.expression).toMatch(/1,087 ÷ 27,920/);
});

test('a share takes the stretch that stands after it', () => {
  expect(verdicts('about 4% of the small boat arrivals were sent back, August 2025 to June 2026')).toEqual([
    'supported',
  ]);
});

test('who stands before a colon has said it', () => {
  expect(verdicts('Philp: net inflow of 70')).toEqual(['supported']);
});
