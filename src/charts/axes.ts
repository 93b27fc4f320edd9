/** Where an axis has its ticks and what stands there: few, and as each language writes numbers and dates. */
import type { Chart, Day, Point, Series } from './chart.js';

const LOCALE = { en: 'en-GB', fr: 'fr-FR' } as const;
const DAY_MS = 86_400_000;
/** So many dates fit beside each other in letters that a phone can show. */
const DATES = 8;
const YEAR_FROM_DAYS = 360;

/** Steps in months between ticks, the finest first. */
const MONTHS = [1, 2, 3, 6, 12, 24, 60, 120];

/** Steps in days between ticks. */
const DAYS = [1, 2, 5, 7, 14];

/** Midnight UTC: charts know days, not hours. */
export function timeOf(day: Day): Date {
  return new Date(`${day}T00:00:00Z`);
}

export function dayAfter(date: Date): Date {
  return new Date(date.getTime() + DAY_MS);
}

/** The middle of what a point counts. */
export function middleOf({ from, at }: Point): Date {
  const end = dayAfter(timeOf(at)).getTime();
  return new Date((timeOf(from ?? at).getTime() + end) / 2);
}

export function lengthInDays({ from, at }: Point): number {
  return from === undefined ? 0 : (timeOf(at).getTime() - timeOf(from).getTime()) / DAY_MS + 1;
}

export type Ticks = { at: Date; text: string }[];

/** Years and months under the middle of what counts them, where all of them fit; else dates at even steps. */
export function dateTicks(
  series: readonly Series[],
  [first, last]: readonly [Date, Date],
  language: Chart['language'],
): Ticks {
  const periods = series.flatMap(({ shape, points }) => (shape === 'steps' ? [] : points));
  const areAll = periods.length > 0 && periods.every(({ from }) => from !== undefined);
  const own = areAll ? periodTicks(periods, language) : undefined;
  return own ?? evenTicks(first, last, language);
}

export function formatNumber(value: number, language: Chart['language']): string {
  const text = new Intl.NumberFormat(LOCALE[language], { maximumFractionDigits: 2 }).format(value);
  return text.replace(/\u202f/g, '\u00a0').replace(/^-/, '−');
}

function periodTicks(periods: readonly Point[], language: Chart['language']): Ticks | undefined {
  const byStart = new Map(periods.map((one) => [one.from, one]));
  const shown = [...byStart.values()].sort((a, b) => a.at.localeCompare(b.at));
  if (shown.every((one) => lengthInDays(one) >= YEAR_FROM_DAYS) && shown.length <= DATES + 4)
    return shown.map((one) => ({ at: middleOf(one), text: one.at.slice(0, 4) }));
  const months = new Set(shown.map(({ at }) => at.slice(0, 7)));
  if (!shown.every(isInOneMonth) || months.size < shown.length) return undefined;
  const step = Math.ceil(shown.length / (DATES + 4));
  const labelled = shown.filter((_, index) => index % step === 0);
  return labelled.map((one, index) => ({
    at: middleOf(one),
    text: monthText(timeOf(one.at), labelled[index - 1]?.at, language),
  }));
}

function isInOneMonth({ from, at }: Point): boolean {
  return from?.slice(0, 7) === at.slice(0, 7);
}

function evenTicks(first: Date, last: Date, language: Chart['language']): Ticks {
  const days = (last.getTime() - first.getTime()) / DAY_MS;
  const byDays = DAYS.find((step) => days / step <= DATES - 1);
  if (byDays !== undefined && days < 70) return dayTicks(first, last, byDays, language);
  const step = MONTHS.find((months) => days / (months * 30.4) <= DATES) ?? 240;
  const ticks: Ticks = [];
  let before: string | undefined;
  for (let month = 0; month < 2400; month += 1) {
    const at = new Date(Date.UTC(first.getUTCFullYear(), month, 1));
    if (at > last) break;
    if (at < first || (at.getUTCFullYear() * 12 + at.getUTCMonth()) % step !== 0) continue;
    const text = step >= 12 ? String(at.getUTCFullYear()) : monthText(at, before, language);
    ticks.push({ at, text });
    before = at.toISOString();
  }
  return ticks;
}

function dayTicks(first: Date, last: Date, step: number, language: Chart['language']): Ticks {
  const format = new Intl.DateTimeFormat(LOCALE[language], {
    day: 'numeric',
    month: 'short',
    timeZone: 'UTC',
  });
  const ticks: Ticks = [];
  for (let at = first.getTime(); at <= last.getTime(); at += step * DAY_MS) {
    const date = new Date(at);
    const isFirstOfYear = ticks.at(-1)?.at.getUTCFullYear() !== date.getUTCFullYear();
    ticks.push({ at: date, text: format.format(date) + (isFirstOfYear ? `\n${date.getUTCFullYear()}` : '') });
  }
  return ticks;
}

/** The year stands under the first month of it that is shown. */
function monthText(at: Date, before: Day | undefined, language: Chart['language']): string {
  const month = new Intl.DateTimeFormat(LOCALE[language], { month: 'short', timeZone: 'UTC' }).format(at);
  const year = String(at.getUTCFullYear());
  return before?.startsWith(year) ? month : `${month}\n${year}`;
}
