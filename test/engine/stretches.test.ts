/** Counts over stretches that no source prints as such, records and ranks, asked from end to end. */
import { expect, test } from 'vitest';
import { projectEngine } from './opened.js';

const engine = projectEngine();

function ask(question: string) {
  const { answer } = engine.ask(question, { today: '2026-11-22' });
  return { answer, text: [...answer.corrections, ...answer.lines].join('\n'), first: answer.lines[0] ?? '' };
}

test('months named together are added up, and their sum shows its parts', () => {
  const { text } = ask('How many people were returned in April, May and June 2026 together?');
  expect(text).toContain('142 + 218 + 264 = 624');
});

test('a stretch that begins inside a year is the total at its end less that of the day before', () => {
  expect(ask('how many boat people came between 1 July and 28 September 2026').text).toContain(
    '19,135 − 11,884 = 7,251',
  );
});

test('from the day the treaty took effect is since then', () => {
  expect(
    ask('From the day the treaty took effect to 30 June 2026, how many came in small boats?').first,
  ).toMatch(/\b27,920\b.*\[\d+\]/);
});

test('the same day of the year before is that day, not the whole year', () => {
  const { text } = ask('2026 up to 28 September against the same day last year, how many came by boat');
  expect(text).toMatch(/\b33,486\b/);
  expect(text).not.toMatch(/\b41,472\b/);
});

test('a count of the year so far is never subtracted across years', () => {
  const { answer } = ask('how did arrivals change between 10 July 2025 and 28 September 2026');
  expect(answer.derived.every(({ value }) => value >= 0)).toBe(true);
});

test('the record of a total is that of the months that it adds up', () => {
  expect(ask('In which month of the pilot were the most people returned?').first).toMatch(
    /\b264\b.*June 2026/,
  );
});

test('the rank of a stated year, and a record that is taken for granted wrongly', () => {
  expect(ask('where does 2024 rank among full years for boat arrivals?').first).toMatch(/\bthird\b/);
  expect(ask('2025 was the record year for crossings, so how many came?').text).toMatch(
    /record is another.*45,774/,
  );
});

test('a share of arrivals is of those of the same days', () => {
  const { first, text } = ask('what share of arrivals had been returned by 30 June 2026?');
  expect(first).toContain('1,087 ÷ 27,920 = 3.89 %');
  expect(text).not.toContain('11,884');
});

test('a total that stood higher before is shown as sources that differ', () => {
  const { text } = ask('how many had been accepted by 10 November 2025');
  expect(text).toMatch(/Sources differ: 57.*65/);
  expect(text).toMatch(/Before that: 54, as of 31 October 2025/);
});

test('a computed number tells its age as a printed one does', () => {
  expect(ask('net inflow').text).toMatch(/newest figure.*months old/);
});

test('the bot calls its sources by their names, never by the number of a text', () => {
  for (const question of [
    'what did the explainer conclude',
    'who said total abject failure',
    'what are the open questions',
  ])
    expect(ask(question).text).not.toMatch(/\btext 00\d/i);
});

test.each([
  ['a day by its weekday', 'On Saturday 31 May 2025 how many got here in small boats?', /\b1,195\b/],
  ['the year by a day', 'was 2025 on 31 october past the whole of 2024', /36,954 − 36,816 = 138/],
  ['the gap of two years', 'what is the gap between 2019 and 2020 in people', /8,466 − 1,843 = 6,623/],
  ['how far below a record', 'how far off the 2022 record did 2023 end', /45,774 − 29,437 = 16,337/],
  ['the gap of two months', 'difference in returns between january and march 2026', /109 − 88 = 21/],
])('%s', (_, question, expected) => {
  expect(ask(question).text).toMatch(expected);
});

test('over the turn of a year the running counts of both are put together, never subtracted', () => {
  expect(ask('how many came by boat between 6 august 2025 and 27 january 2026').text).toContain(
    '41,472 − 25,436 + 933 = 16,969',
  );
  expect(ask('since the treaty took effect, how many had come by 31 December 2025?').first).toMatch(
    /\b16,036\b/,
  );
});

test('a stretch with loose ends is the count that begins and ends in them, or none', () => {
  expect(ask('from mid september 2025 to late january 2026, how many crossings').first).toMatch(/\b11,374\b/);
  const { answer } = ask('between early june and mid july 2025 how many crossed');
  expect(answer.status).toBe('unknown');
});

test('of an amount that was agreed anew, the old one is the one before', () => {
  expect(ask('what was the previous deal worth in euros?').first).toMatch(/€541 million/);
});

test('what could be is no count', () => {
  expect(ask('how far could arrivals fall if the scheme were twenty times bigger?').first).not.toMatch(
    /\d,\d{3}/,
  );
});

test('bodies that count the same thing, each in its own way, stand side by side', () => {
  const { text } = ask('deaths in 2024, Utopia 56 against UNHCR?');
  expect(text).toMatch(/\b87\b/);
  expect(text).toMatch(/\b86\b/);
});

test('"that day" is what the day added, and "it" the amount that was told of', () => {
  expect(ask('a week before xmas 2025 there was a rush of boats, how many that day?').first).not.toMatch(
    /1 January to/,
  );
  expect(
    ask('The UK made an interim payment to France in April 2026. How many million was it?').first,
  ).toMatch(/£16\.2 million/);
});

test('who gave one number for each of two counts is quoted with both', () => {
  const { text } = ask('philp gave one number for arrivals in 2025 and one for returns, what were they');
  expect(text).toMatch(/\b41,000\b/);
  expect(text).toMatch(/\b281\b/);
});

test('a running count that ended long before a day tells nothing of that day', () => {
  expect(ask('on the last saturday of may 2025, how many came over on boats').first).toMatch(/\b1,195\b/);
  expect(ask('how many had come by boat by 1 june 2025').answer.status).toBe('unknown');
});

test('what one day added to a total is not what the total had come to', () => {
  const { answer } = ask('How many people were returned on 26 December 2025?');
  expect(answer.status).toBe('unknown');
});

test('what a year has come to in January owes nothing to the year before', () => {
  const { answer } = ask('how many small boat arrivals in January 2026');
  expect(answer.lines.join('\n')).not.toMatch(/[-−]\d/);
  expect(answer.derived.every(({ value }) => value >= 0)).toBe(true);
});

test.each([
  ['a day before two years is of each', 'on 28 September, was 2026 behind 2025 and by how much?', /14,351/],
  [
    'a day of both years',
    'how many fewer arrivals in 2026 than in 2025 if both years stop at 28 September?',
    /14,351/,
  ],
  ['so many days before a feast', 'how many came five days before Christmas 2025', /\b803\b/],
  ['the count of a year on a day', 'where had the 2025 count got to by 12 December', /39,292/],
] as const)('%s', (_, question, expected) => {
  expect(ask(question).text).toMatch(expected);
});

test('a start that the next question of the sentence names is that of both', () => {
  const { text } = ask('how many people and how many boats since Labour took over, up to 28 September 2026');
  expect(text).toMatch(/83,849[\s\S]*1,376/);
});
