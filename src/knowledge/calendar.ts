/** Calendar dates as ISO strings (`YYYY-MM-DD`), which compare and sort as text. */
export type IsoDate = string;

const ISO = /^(\d{4})-(\d{2})-(\d{2})$/;

/** True if `value` is `YYYY-MM-DD` and that day exists (2025-02-29 does not). */
export function isCalendarDate(value: string): boolean {
  const parts = ISO.exec(value);
  if (!parts) return false;
  const time = Date.UTC(Number(parts[1]), Number(parts[2]) - 1, Number(parts[3]));
  return new Date(time).toISOString().slice(0, 10) === value;
}

/** The date `days` days after `date` (before it, if negative). */
export function addDays(date: IsoDate, days: number): IsoDate {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** Whole days from `from` to `to`; negative if `to` is earlier. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}

/** The ISO date of a day that may lie outside its month: `isoDate(2025, 14, 1)` is 2026-02-01. */
export function isoDate(year: number, month: number, day: number): IsoDate {
  return new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10);
}

/** The last day of a month (1 to 12). */
export function endOfMonth(year: number, month: number): IsoDate {
  return isoDate(year, month + 1, 0);
}

/** The date `months` months after `date`, kept inside the month (31 January + 1 is 28 February). */
export function addMonths(date: IsoDate, months: number): IsoDate {
  const year = Number(date.slice(0, 4));
  const month = Number(date.slice(5, 7)) + months;
  const moved = isoDate(year, month, Number(date.slice(8)));
  const last = endOfMonth(year, month);
  return moved < last ? moved : last;
}

/** The day of the week: 0 is Sunday, 6 Saturday. */
export function weekdayOf(date: IsoDate): number {
  return new Date(`${date}T00:00:00Z`).getUTCDay();
}

const londonDate = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London' });

/** Today's date in London, where "today" and "last year" are meant. */
export function todayInLondon(now: Date = new Date()): IsoDate {
  return londonDate.format(now);
}

/** True for the days of one calendar year, from its first to its last. */
export function isWholeYear({ from, to }: { from: IsoDate; to: IsoDate }): boolean {
  return from.endsWith('-01-01') && to === `${from.slice(0, 4)}-12-31`;
}
