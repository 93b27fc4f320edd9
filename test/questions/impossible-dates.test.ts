/** Days that no calendar has are found in whatever form they are written; days that exist never are. */
import { expect, test } from 'vitest';
import { splitWords } from '../../src/knowledge/words.js';
import { impossibleDate } from '../../src/questions/impossible-dates.js';

test.each([
  ['how many by 31/02/2026', '31/02/2026'],
  ['how many by 29.02.2026', '29.02.2026'],
  ['on 31 November 2025', '31 November 2025'],
  ['as of the 30th of February', '30th of February'],
  ['on Feb 30, 2026', 'Feb 30 2026'],
  ['le 31 juin 2026', '31 juin 2026'],
  ['2025-11-31', '2025-11-31'],
  ['31/13/2025', '31/13/2025'],
])('%s', (text, day) => {
  expect(impossibleDate(splitWords(text))).toBe(day);
});

test.each([
  '29 February 2024',
  '29 feb',
  '31/10/2025',
  '10/31/2025',
  '75 October returns',
  'in May 2026',
  '2026-02-28',
])('%s is no such day', (text) => {
  expect(impossibleDate(splitWords(text))).toBeUndefined();
});
