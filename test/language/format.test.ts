/** Dates, periods and ages as people write them in each language. */
import { expect, test } from 'vitest';
import { formatAge, formatPeriod } from '../../src/language/format.js';

test.each([
  ['2026-06-01', '2026-06-30', '1 to 30 June 2026', 'du 1er au 30 juin 2026'],
  ['2025-11-06', '2025-11-08', '6 to 8 November 2025', 'du 6 au 8 novembre 2025'],
  ['2026-01-01', '2026-09-28', '1 January to 28 September 2026', 'du 1er janvier au 28 septembre 2026'],
  [
    '2025-12-30',
    '2026-01-01',
    '30 December 2025 to 1 January 2026',
    'du 30 décembre 2025 au 1er janvier 2026',
  ],
  ['2026-06-01', '2026-06-01', '1 June 2026', '1er juin 2026'],
  ['2024-01-01', '2024-12-31', 'the calendar year 2024', 'l’année civile 2024'],
])('the period from %s to %s', (from, to, english, french) => {
  expect(formatPeriod(from, to, 'en')).toBe(english);
  expect(formatPeriod(from, to, 'fr')).toBe(french);
});

test.each([
  [0, '0 days', '0 jour'],
  [1, '1 day', '1 jour'],
  [2, '2 days', '2 jours'],
  [56, 'about 8 weeks', 'environ 8 semaines'],
])('an age of %d days', (days, english, french) => {
  expect(formatAge(days, 'en')).toBe(english);
  expect(formatAge(days, 'fr')).toBe(french);
});
