/** Stretches that are named by what they begin or end with, as the engine reads them. */
import { expect, test } from 'vitest';
import { projectEngine } from '../engine/opened.js';

const engine = projectEngine();

const times = (question: string) =>
  engine
    .ask(question, { today: '2026-11-22' })
    .query.parts.flatMap((part) => part.times.map(({ from, to }) => `${from} ${to}`));

test.each([
  ['how many were returned in the first three months of the pilot', '2025-08-06 2025-11-05'],
  ['crossings during its first 100 days', '2025-08-06 2025-11-13'],
  ['how many got sent back in the first half year', '2025-08-06 2026-02-05'],
  ['combien de renvois pendant les deux premiers mois du dispositif', '2025-08-06 2025-10-05'],
  ['crossings in the first year of Labour', '2024-07-05 2025-07-04'],
  ['how many ppl crossed in labours first year', '2024-07-05 2025-07-04'],
  ['crossings in Labour’s first two months in power', '2024-07-05 2024-09-04'],
  ["returns in the scheme's first month", '2025-08-06 2025-09-05'],
  ['crossings in the month after Burnham took over', '2026-07-20 2026-08-19'],
  ['boat arrivals in the two weeks before the treaty came into force', '2025-07-23 2025-08-05'],
])('%s', (question, stretch) => {
  expect(times(question)).toEqual([stretch]);
});

test.each([
  'was 2018 the first year counted',
  'the first person returned in the pilot, who was it',
  'two weeks after the first flight how many had been returned',
  'and at the end of the month before that?',
])('no stretch of the scheme: %s', (question) => {
  expect(times(question).every((time) => !time.startsWith('2025-08-06'))).toBe(true);
});

test('the first two weeks of a month are of that month', () => {
  expect(times('returns in the first two weeks of October 2025')).toEqual(['2025-10-01 2025-10-14']);
});
