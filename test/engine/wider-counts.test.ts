/** What is worked out from several counts: records, dates on which a number was reached, months, prices, averages. */
import { describe, expect, test } from 'vitest';
import { projectEngine } from './opened.js';

const engine = projectEngine();
const ask = (question: string) => engine.ask(question, { today: '2026-11-22' }).answer;
const first = (question: string) => ask(question).lines[0];

describe('a record is looked for where the question looks', () => {
  test.each([
    ['since when', 'busiest day since Burnham became PM', /\b781\b.*23 September 2026/],
    ['under whom', 'biggest day under Labour for crossings', /1,195.*31 May 2025/],
    ['nothing lies below none', 'quietest week of 2026 for arrivals', /: 0 people, 16 to 22 February 2026/],
    ['the first year against the top', 'first year counted and record year for small boats', /\b299\b.*2018/],
  ])('%s', (_, question, line) => {
    expect(first(question)).toMatch(line);
  });

  test('what is not counted by the week has no worst week', () => {
    expect(ask('what was the worst week of 2026 for dinghies').status).toBe('unknown');
  });
});

describe('a number that was reached lies between two counts', () => {
  test.each([
    ['of the year', 'when did 2026 go past 15,000 arrivals', /between 1 July 2026 and 9 August 2026/],
    ['of a total', 'which month did the number sent back reach 700', /between 1 May 2026 and 31 May 2026/],
    ['another year', 'when did 2025 overtake 2024', /36,816 was reached between 20 October 2025 and 22/],
    ['not yet', 'when did 2026 reach 50,000 crossings', /19,135 is below 50,000/],
    [
      'in French',
      'quand le nombre de renvois a-t-il dépassé 500 ?',
      /entre le 1er avril 2026 et le 30 avril/,
    ],
  ])('%s', (_, question, line) => {
    expect(first(question)).toMatch(line);
  });

  test('a date that a question takes for granted is put right', () => {
    expect(ask('why did it take until christmas 2025 to reach 30,000 arrivals').corrections[0]).toMatch(
      /30,000 was reached between 6 August 2025 and 6 September 2025/,
    );
  });
});

describe('months are held against each other', () => {
  test.each([
    ['more in', 'how many months had more acceptances than returns', /^In 5 of 11 months: November 2025/],
    ['more out, of a year', 'in what months of 2026 did returns beat acceptances', /^In 3 of 6 months: Feb/],
    ['fell', 'did returns drop in any month', /^In 2 of 10 months: December 2025 \(78 → 64\)/],
  ])('%s', (_, question, line) => {
    expect(first(question)).toMatch(line);
  });
});

describe('so many for each of something', () => {
  test.each([
    ['a flight', 'how many people were sent back per flight on average', /8\.7.*19 November 2025/],
    ['a boat, under another name', 'average number of people in a dinghy in 2023', /48\.9 people a boat/],
    ['a year', 'average arrivals a year from 2020 to 2024', /29,803\.8 a year on average/],
    ['a month', 'how many do they send back a month', /100\.6 a month on average/],
  ])('%s', (_, question, line) => {
    expect(first(question)).toMatch(line);
  });

  test('of what is not counted nothing is worked out', () => {
    expect(ask('average number of returns per officer').status).toBe('unknown');
  });
});

describe('numbers that a question states', () => {
  test.each([
    [
      'one of two that differ',
      'taking 38,726 for 9 nov 2025: how far above the 2024 total was 2025 by 9 nov',
      /38,726/,
    ],
    ['how far apart', 'by how much does 45,774 beat 41,472', /= 4,302/],
    ['a range', 'who says between 51 and 57', /between 51 and 57/],
    ['why they differ', 'why do some have 69 and some 70', /\b69\b/],
    ['a pair of one text', 'who put out the table with 1,087 and 1,117', /1,087/],
  ])('%s', (_, question, line) => {
    expect(ask(question).lines.slice(0, 2).join(' ')).toMatch(line);
  });
});

test.each([
  ['how much was the Rwanda plan', /£700 million/],
  ['whats the new three year deal with france worth', /£660 million/],
  ['how much is each return', /£56,000/],
])('a sum of money is asked for without a word of cost: %s', (question, line) => {
  expect(first(question)).toMatch(line);
});

describe('what is counted within a time is held against what is counted within another', () => {
  test.each([
    [
      'a month and a year',
      'were more returned in may 2026 than in the whole of 2025',
      /^218 is higher than 217/,
    ],
    ['two directions in a month', 'how many more were accepted than returned in june 2026', /314 − 264 = 50/],
    ['the balance of a month', 'net inflow in march 2026', /: −36, 1 to 31 March 2026/],
    ['growth in a month', 'by how many did the total returned grow in april 2026', /: 142,/],
    ['two days', 'was 20 december 2025 busier than 23 september 2026', /^803 is higher than 781/],
    ['no date of its own', '281 as a share of those who came since the treaty', /281 of 16,969/],
    ['the number of a moment', 'by the LBC numbers, what % of 2025 boat arrivals is 281', /281 of 41,472/],
    [
      'a percentage that is stated',
      'crossings in 2025 up 13% on 2024 right?',
      /^41,472 is higher than 36,816/,
    ],
  ])('%s', (_, question, line) => {
    expect(first(question)).toMatch(line);
  });
});

describe('a date is read as it is said', () => {
  test.each([
    [
      'in brackets, beside the question',
      'They say 800 came the Saturday before Christmas 2025 (20 December). Is there a count for that date?',
      /: 803,/,
    ],
    ['short', 'crossings in 2k22', /45,774/],
    ['short, after a holiday', "how many had been sent back by halloween '25", /: 75,/],
    ['all of a year so far', 'combien de traversées depuis le début de l’année 2026 ?', /19\s135/],
  ])('%s', (_, question, line) => {
    expect(first(question)).toMatch(line);
  });

  test('over a holiday is no total until then', () => {
    expect(ask('how many crossed over christmas 2025').status).toBe('unknown');
  });

  test('a count that begins again in January is never below zero', () => {
    expect(ask('small boat arrivals from january to august 2026').lines.join(' ')).not.toMatch(/[-−]\d/);
  });
});

test('who counts is part of what is counted', () => {
  expect(first('iom drownings in the channel 2024')).toMatch(/: 59,/);
  expect(first('unhcr deaths in the channel 2024')).toMatch(/86/);
});
