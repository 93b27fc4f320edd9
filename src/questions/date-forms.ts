/** The parts that written dates are made of, English and French, and how each is read. */
import {
  addDays,
  addMonths,
  endOfMonth,
  type IsoDate,
  isCalendarDate,
  isoDate,
  weekdayOf,
} from '../knowledge/calendar.js';
import { MONTH_PATTERN, monthNumber } from './named-days.js';
import type { Clock, Time } from './time.js';

export type Found = Omit<Time, 'cue' | 'at'>;

export type Rule = {
  pattern: RegExp;
  read: (groups: Record<string, string>, clock: Clock) => Found | undefined;
};

/** "First" to "twentieth". */
export const ORDINALS =
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth'.split(
    ' ',
  );

export const DAY = `(?:(?<DAY>\\d{1,2})(?:st|nd|rd|th|er)?|(?<ORDINAL>${ORDINALS.join('|')}|thirtieth|thirty first|twenty (?:${ORDINALS.slice(0, 9).join('|')}))|(?<END>last day|final day|dernier jour))`;

export const YEAR = '(?<YEAR>(?:19|20)\\d{2})';

export const SHORT_YEAR = '(?<SHORT>\\d{2})';

export const MONTH = `(?<MONTH>${MONTH_PATTERN})`;

export const OF = '(?:of |de |du |d |le |the )?';

export const WEEKDAY =
  '(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day |(?:lun|mar|mercre|jeu|vendre|same)di |dimanche |(?:mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun) )?';

export const PART =
  '(?<PART>very early|very start|early|beginning|start|first days|debut|mid|middle|milieu|mi|halfway through|late|end|very end|fin|close|back end)';

export function rx(source: string): RegExp {
  let index = 0;
  const numbered = source.replace(/\?<([A-Z]+)>/g, (_, name: string) => `?<${name}_${index++}>`);
  return new RegExp(`(?<![\\w/])(?:${numbered})(?![\\w/])`, 'g');
}

/** What the groups of a pattern that `rx` made have met, by the names that they were given there. */
export function namedGroups(match: RegExpMatchArray): Record<string, string> {
  const groups: Record<string, string> = {};
  for (const [name, value] of Object.entries(match.groups ?? {})) {
    if (value !== undefined) groups[name.replace(/_\d+$/, '')] = value;
  }
  return groups;
}

export function day(date: string | undefined): Found | undefined {
  return date && isCalendarDate(date) ? single(date) : undefined;
}

export function single(date: IsoDate): Found {
  return { from: date, to: date, granularity: 'day', yearGuessed: false };
}

export function span(from: IsoDate, to: IsoDate): Found {
  return { from, to, granularity: 'span', yearGuessed: false };
}

export function wholeMonth(year: number, month: number): Found {
  return {
    from: isoDate(year, month, 1),
    to: endOfMonth(year, month),
    granularity: 'month',
    yearGuessed: false,
  };
}

export function wholeYear(year: number): Found {
  return { from: isoDate(year, 1, 1), to: isoDate(year, 12, 31), granularity: 'year', yearGuessed: false };
}

/** 1 to 4. */
export function quarterNumber(word: string): number {
  if (/^[1-4]$/.test(word)) return Number(word);
  const index = ['first', 'premier', 'second', 'deuxieme', 'third', 'troisieme'].indexOf(word);
  return index < 0 ? 4 : Math.floor(index / 2) + 1;
}

export function quarter(number: number, year: number): Found {
  return span(isoDate(year, 3 * number - 2, 1), endOfMonth(year, 3 * number));
}

/** The Saturday and Sunday nearest to a day. */
export function weekendNear(date: IsoDate): Found {
  const weekday = weekdayOf(date);
  const saturday = addDays(date, weekday === 0 ? -1 : weekday <= 2 ? -1 - weekday : 6 - weekday);
  return span(saturday, addDays(saturday, 1));
}

/** The last Saturday and Sunday before a day, or the first ones after it. */
export function weekendBeside(date: IsoDate, side: 'before' | 'after'): { from: IsoDate; to: IsoDate } {
  const weekday = weekdayOf(date);
  const saturday =
    side === 'before'
      ? addDays(date, weekday === 0 ? -8 : -1 - weekday)
      : addDays(date, weekday === 6 ? 7 : 6 - weekday);
  return { from: saturday, to: addDays(saturday, 1) };
}

/** So soon after the newest count a day without its year is still that year's ("when it ended on 30 September"). */
const JUST_AFTER = 3;

/** With the year that the question gives, else the last one that does not lead past the reference date. */
export function withYear(
  groups: Record<string, string>,
  clock: Clock,
  make: (year: number) => Found | undefined,
): Found | undefined {
  if (groups.YEAR) return make(Number(groups.YEAR));
  if (groups.SHORT && Number(groups.SHORT) >= 18 && Number(groups.SHORT) <= 40)
    return make(2000 + Number(groups.SHORT));
  const year = Number(clock.reference.slice(0, 4));
  const found = make(year);
  if (!found) return undefined;
  const isKnown = found.from <= addDays(clock.reference, JUST_AFTER) && found.from <= clock.today;
  const inPast = isKnown ? found : make(year - 1);
  return inPast && { ...inPast, yearGuessed: true };
}

/** From one day to another of the same month. */
export function readDaysOfMonth(groups: Record<string, string>, clock: Clock): Found | undefined {
  const month = monthNumber(groups.MONTH ?? '');
  if (month === undefined) return undefined;
  return withYear(groups, clock, (year) =>
    span(isoDate(year, month, Number(groups.DAY)), isoDate(year, month, Number(groups.LAST))),
  );
}

export function readDayMonth(groups: Record<string, string>, clock: Clock): Found | undefined {
  const month = monthNumber(groups.MONTH ?? '');
  if (month === undefined) return undefined;
  if (groups.END) return withYear(groups, clock, (year) => single(endOfMonth(year, month)));
  const dayOfMonth = groups.ORDINAL ? ordinalNumber(groups.ORDINAL) : Number(groups.DAY);
  if (dayOfMonth < 1 || dayOfMonth > 31) return undefined;
  return withYear(groups, clock, (year) => {
    const date = isoDate(year, month, dayOfMonth);
    return Number(date.slice(5, 7)) === month ? single(date) : undefined;
  });
}

/** 1 to 31 for "first" to "thirty first". */
export function ordinalNumber(word: string): number {
  if (word === 'thirtieth') return 30;
  if (word.startsWith('twenty ')) return 20 + ORDINALS.indexOf(word.slice(7)) + 1;
  return word === 'thirty first' ? 31 : ORDINALS.indexOf(word) + 1;
}

/** Numeric dates are day first, as in Britain and France. */
export function readNumeric(groups: Record<string, string>, clock: Clock): Found | undefined {
  const month = Number(groups.NUMBER);
  const dayOfMonth = Number(groups.DAY);
  if (month < 1 || month > 12 || dayOfMonth < 1 || dayOfMonth > 31) return undefined;
  return withYear(groups, clock, (year) => single(isoDate(year, month, dayOfMonth)));
}

export function readWeekOfMonth(groups: Record<string, string>, clock: Clock): Found | undefined {
  const month = monthNumber(groups.MONTH ?? '');
  if (month === undefined) return undefined;
  const ordinals = ['first', 'second', 'third', 'fourth', 'premiere', 'deuxieme', 'troisieme'];
  const index = ordinals.indexOf(groups.WEEK ?? '');
  return withYear(groups, clock, (year) => {
    const last = endOfMonth(year, month);
    if (index < 0) return { ...span(addDays(last, -6), last), granularity: 'part' };
    const from = addDays(isoDate(year, month, 1), 7 * (index > 3 ? index - 4 : index));
    return { ...span(from, addDays(from, 6)), granularity: 'part' };
  });
}

export function partOfMonth(part: string, year: number, month: number): Found {
  const last = endOfMonth(year, month);
  if (/^(very early|very start|early|beginning|start|first|debut)/.test(part)) {
    return { ...span(isoDate(year, month, 1), isoDate(year, month, 10)), granularity: 'part' };
  }
  if (/^(mid|milieu|mi$|half)/.test(part)) {
    return { ...span(isoDate(year, month, 11), isoDate(year, month, 20)), granularity: 'part' };
  }
  if (/end|fin|close/.test(part)) return { ...span(addDays(last, -6), last), granularity: 'part' };
  return { ...span(isoDate(year, month, 21), last), granularity: 'part' };
}

/** The start of a year is its January: a count that goes on must not be months later than what was meant. */
export function partOfYear(part: string, year: number): Found {
  if (/early|begin|start|first|debut/.test(part)) {
    return { ...span(isoDate(year, 1, 1), isoDate(year, 1, 31)), granularity: 'part' };
  }
  if (/^(mid|milieu|mi$|half)/.test(part)) {
    return { ...span(isoDate(year, 5, 1), isoDate(year, 8, 31)), granularity: 'part' };
  }
  const firstMonth = /end|fin|close/.test(part) ? 12 : 9;
  return { ...span(isoDate(year, firstMonth, 1), isoDate(year, 12, 31)), granularity: 'part' };
}

export function relativeYear(groups: Record<string, string>, clock: Clock): number {
  if (groups.YEAR) return Number(groups.YEAR);
  const year = Number(clock.today.slice(0, 4));
  const words = groups.RELATIVE ?? '';
  if (/before last/.test(words)) return year - 2;
  return /last|derniere|dernier|passee/.test(words) ? year - 1 : year;
}

export function readMonth(groups: Record<string, string>, clock: Clock): Found | undefined {
  const month = monthNumber(groups.MONTH ?? '');
  return month === undefined ? undefined : withYear(groups, clock, (year) => wholeMonth(year, month));
}

export function readMonthSpan(groups: Record<string, string>, clock: Clock): Found | undefined {
  const first = monthNumber(groups.MONTHA ?? '');
  const last = monthNumber(groups.MONTH ?? '');
  if (first === undefined || last === undefined) return undefined;
  return withYear(groups, clock, (year) => {
    const firstYear = Number(groups.YEARA ?? (first > last ? year - 1 : year));
    return { ...span(isoDate(firstYear, first, 1), endOfMonth(year, last)), granularity: 'span' };
  });
}

export function readRelativeDay(groups: Record<string, string>, clock: Clock): Found {
  return single(/yesterday|hier/.test(groups.AGO ?? '') ? addDays(clock.today, -1) : clock.today);
}

/** A time that is still to come, as a span of its own ("next month" is a whole month). */
export function readAhead(groups: Record<string, string>, clock: Clock): Found {
  const step = groups.STEP ?? 'day';
  if (groups.AHEAD) return single(addDays(clock.today, 1));
  const year = Number(clock.today.slice(0, 4));
  if (/^(?:year|an)/.test(step)) return wholeYear(year + 1);
  if (/^(?:month|mois)$/.test(step)) {
    const first = addMonths(`${clock.today.slice(0, 7)}-01`, 1);
    return wholeMonth(Number(first.slice(0, 4)), Number(first.slice(5, 7)));
  }
  const monday = addDays(clock.today, 8 - (weekdayOf(clock.today) || 7));
  return span(monday, addDays(monday, 6));
}

export function readRelativeSpan(groups: Record<string, string>, clock: Clock): Found {
  const step = groups.STEP ?? 'week';
  const current = groups.WHEN === 'this';
  if (/week|semaine/.test(step)) {
    return {
      ...span(addDays(clock.today, current ? -6 : -13), addDays(clock.today, current ? 0 : -7)),
      granularity: 'part',
    };
  }
  const month = addMonths(`${clock.today.slice(0, 7)}-01`, current ? 0 : -1);
  const last = endOfMonth(Number(month.slice(0, 4)), Number(month.slice(5, 7)));
  return { from: month, to: last, granularity: 'month', yearGuessed: false };
}
