/** Stretches of time that end or begin at a stated date, and months without their year. */
import { expect, test } from 'vitest';
import { splitWords } from '../../src/knowledge/words.js';
import { findTimes } from '../../src/questions/dates.js';

const CLOCK = { today: '2026-11-22', reference: '2026-09-28' };

const times = (text: string) =>
  findTimes(splitWords(text), CLOCK).map(({ from, to, granularity }) => `${from} ${to} ${granularity}`);

test.each([
  ['in the week ending 22 February 2026', '2026-02-16 2026-02-22 span'],
  ['in the week of 16 February 2026', '2026-02-16 2026-02-22 span'],
  ['in the year to June 2025', '2024-07-01 2025-06-30 span'],
  ['in the 12 months to the end of June 2025', '2024-07-01 2025-06-30 span'],
  ['in the three months ending 30 June 2026', '2026-04-01 2026-06-30 span'],
  ['in the first six months of 2026', '2026-01-01 2026-06-30 span'],
  ['in the last three months of 2025', '2025-10-01 2025-12-31 span'],
  ['les six premiers mois de 2026', '2026-01-01 2026-06-30 span'],
  ['in the first three months of this year', '2026-01-01 2026-03-31 span'],
  ['in H1 this year', '2026-01-01 2026-06-30 span'],
  ['q1 last year', '2025-01-01 2025-03-31 span'],
  ['the last ten days of May 2026', '2026-05-22 2026-05-31 span'],
  ['once last year was over', '2025-12-31 2025-12-31 day'],
  ['returns in June 26', '2026-06-01 2026-06-30 month'],
  ['at the last month end before 22 April 2026', '2026-03-31 2026-03-31 day'],
  ['the first two weeks of May 2026', '2026-05-01 2026-05-14 span'],
])('%s', (text, stretch) => {
  expect(times(text)).toEqual([stretch]);
});

test('the year to a day inside a month is mostly the year so far: the day is read', () => {
  expect(times('in the year to 9 November 2025')).toEqual(['2025-11-09 2025-11-09 day']);
});

test('May and March are months in the company of dates, and other words elsewhere', () => {
  const months = ['2026-05-01 2026-05-31 month', '2026-06-01 2026-06-30 month'];
  expect(times('more in May or in June 2026')).toEqual(months);
  expect(times('in April, May and June 2026')).toEqual(['2026-04-01 2026-04-30 month', ...months]);
  expect(times('may I ask how many came on the march')).toEqual([]);
});
