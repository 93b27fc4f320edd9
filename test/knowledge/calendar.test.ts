import { expect, test } from 'vitest';
import {
  addDays,
  addMonths,
  daysBetween,
  endOfMonth,
  isCalendarDate,
  isoDate,
  todayInLondon,
} from '../../src/knowledge/calendar.js';

test('a calendar date is YYYY-MM-DD and exists', () => {
  expect(['2025-02-28', '2024-02-29', '1999-12-31'].every(isCalendarDate)).toBe(true);
  const wrong = ['2025-02-29', '2025-13-01', '2025-00-10', '2025-1-1', '10-11-2025', '2025-11-10T00:00', ''];
  expect(wrong.some(isCalendarDate)).toBe(false);
});

test('days are added across months, years and clock changes', () => {
  expect(addDays('2025-12-31', 1)).toBe('2026-01-01');
  expect(addDays('2024-03-01', -1)).toBe('2024-02-29');
  expect(daysBetween('2025-10-25', '2025-10-27')).toBe(2);
  expect(daysBetween('2025-11-10', '2025-10-31')).toBe(-10);
});

test('months stay inside their month', () => {
  expect(addMonths('2025-01-31', 1)).toBe('2025-02-28');
  expect(addMonths('2025-03-31', -1)).toBe('2025-02-28');
  expect(addMonths('2025-11-15', 3)).toBe('2026-02-15');
  expect(isoDate(2025, 14, 1)).toBe('2026-02-01');
  expect(endOfMonth(2024, 2)).toBe('2024-02-29');
});

test('today is London’s day', () => {
  expect(todayInLondon(new Date('2025-06-30T23:30:00Z'))).toBe('2025-07-01');
  expect(todayInLondon(new Date('2025-12-31T23:30:00Z'))).toBe('2025-12-31');
});
