/** A time that a question names, and how times are moved. */
import { addDays, addMonths, type IsoDate } from '../knowledge/calendar.js';

/** How a time was introduced: "since July", "before 9 November", "by Halloween". */
export type Cue = 'on' | 'by' | 'before' | 'since' | 'after' | 'in';

export type Time = {
  from: IsoDate;
  /** Equal to `from` for a single day. */
  to: IsoDate;
  cue: Cue;
  /** Nothing introduces the day ("8 November: how many crossed?"): of what is counted by the day, that day is meant. */
  bare?: true;
  granularity: 'day' | 'span' | 'part' | 'month' | 'season' | 'year';
  /** Set where the question gave no year and one was supplied. */
  yearGuessed: boolean;
  /** Indexes of the words that say it. */
  at: number[];
};

export type Clock = {
  today: IsoDate;
  /** A date without a year means the last such date not after this one. */
  reference: IsoDate;
};

/** A single day: by default as the time up to which is counted. */
export function onDay(date: IsoDate, cue: Cue = 'by'): Time {
  return { from: date, to: date, cue, granularity: 'day', yearGuessed: false, at: [] };
}

/** `date` moved by `count` days, weeks, fortnights, months or years. */
export function shift(date: IsoDate, count: number, step: string): IsoDate {
  if (step.startsWith('month') || step.startsWith('mois')) return addMonths(date, count);
  if (step.startsWith('year') || step.startsWith('an')) return addMonths(date, 12 * count);
  const days =
    step.startsWith('fortnight') || step.startsWith('quinzaine') ? 14 : /^(week|semaine)/.test(step) ? 7 : 1;
  return addDays(date, days * count);
}

/** Numbers of days, weeks or months, in words. */
const COUNTS: readonly (readonly string[])[] = [
  ['a', 'an', 'one', 'un', 'une'],
  ['two', 'deux', 'a couple of', 'couple of'],
  ['three', 'trois'],
  ['four', 'quatre'],
  ['five', 'cinq'],
  ['six'],
  ['seven', 'sept'],
  ['eight', 'huit'],
  ['nine', 'neuf'],
  ['ten', 'dix'],
  ['eleven', 'onze'],
  ['twelve', 'douze'],
];

/** Alternation for a regular expression that matches a count of days or weeks. */
export const COUNT_PATTERN = `\\d+|${COUNTS.flat()
  .sort((a, b) => b.length - a.length)
  .join('|')}`;

/** The number in "two weeks", "a month", "3 days". */
export function countOf(word: string | undefined): number {
  const index = COUNTS.findIndex((words) => words.includes(word ?? ''));
  return index >= 0 ? index + 1 : Number(word) || 1;
}
