/** The forms in which people write dates and periods, English and French, each with how it is read. */
import {
  addDays,
  addMonths,
  endOfMonth,
  type IsoDate,
  isCalendarDate,
  isoDate,
} from '../knowledge/calendar.js';
import {
  MONTH_PATTERN,
  monthNumber,
  NAMED_DAY_PATTERN,
  namedDay,
  SEASON_PATTERN,
  seasonMonths,
} from './named-days.js';
import { type Clock, COUNT_PATTERN, countOf, shift, type Time } from './time.js';

export type Found = Omit<Time, 'cue' | 'at'>;

type Rule = { pattern: RegExp; read: (groups: Record<string, string>, clock: Clock) => Found | undefined };

const ORDINALS =
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth'.split(
    ' ',
  );

const DAY = `(?:(?<DAY>\\d{1,2})(?:st|nd|rd|th|er)?|(?<ORDINAL>${ORDINALS.join('|')}|thirtieth|thirty first|twenty (?:${ORDINALS.slice(0, 9).join('|')}))|(?<END>last day|final day|dernier jour))`;

const YEAR = '(?<YEAR>(?:19|20)\\d{2})';

const SHORT_YEAR = '(?<SHORT>\\d{2})';

const MONTH = `(?<MONTH>${MONTH_PATTERN})`;

const OF = '(?:of |de |du |d |le |the )?';

const WEEKDAY =
  '(?:(?:on )?(?:mon|tues|wednes|thurs|fri|satur|sun)day |(?:lun|mar|mercre|jeu|vendre|same)di |dimanche |(?:mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun) )?';

const PART =
  '(?<PART>very early|very start|early|beginning|start|first days|debut|mid|middle|milieu|mi|halfway through|late|end|very end|fin|close|back end)';

function rx(source: string): RegExp {
  let index = 0;
  const numbered = source.replace(/\?<([A-Z]+)>/g, (_, name: string) => `?<${name}_${index++}>`);
  return new RegExp(`(?<![\\w/])(?:${numbered})(?![\\w/])`, 'g');
}

export const RULES: readonly Rule[] = [
  // 2025-11-10
  { pattern: rx('(?<ISO>\\d{4}-\\d{2}-\\d{2})'), read: (g) => day(g.ISO) },
  // 6 to 8 November 2025, between 6 and 8 November, 6-8 nov
  {
    pattern: rx(
      `(?:between |from |entre |du )?(?:the |le )?(?<DAY>\\d{1,2})(?:st|nd|rd|th|er)? (?:\\d{1,2}(?:st|nd|rd|th)? )*(?:(?:to|and|until|till|through|et|au|a|to the|and the|et le) )?(?<LAST>\\d{1,2})(?:st|nd|rd|th)? ${OF}${MONTH}(?: ${YEAR})?`,
    ),
    read: readDaysOfMonth,
  },
  // 9/10 November 2025
  {
    pattern: rx(`(?<DAY>\\d{1,2})/(?<LAST>\\d{1,2}) ${OF}${MONTH}(?: ${YEAR})?`),
    read: readDaysOfMonth,
  },
  // the first half of 2026
  {
    pattern: rx(
      `(?:the )?(?<HALF>first|second|last|premiere?|deuxieme|seconde?) (?:half|moitie|semestre) ${OF}${YEAR}`,
    ),
    read: (g) =>
      /^(?:first|premiere?)$/.test(g.HALF ?? '')
        ? span(isoDate(Number(g.YEAR), 1, 1), isoDate(Number(g.YEAR), 6, 30))
        : span(isoDate(Number(g.YEAR), 7, 1), isoDate(Number(g.YEAR), 12, 31)),
  },
  // the second quarter of 2026, Q2 2026
  {
    pattern: rx(
      `(?:the |le )?(?:(?<QUARTER>first|second|third|fourth|last|premier|deuxieme|troisieme|quatrieme|dernier) (?:quarter|trimestre)|q(?<QUARTER>[1-4])) ${OF}${YEAR}`,
    ),
    read: (g) => quarter(quarterNumber(g.QUARTER ?? ''), Number(g.YEAR)),
  },
  // between November 6 and 8, 2025
  {
    pattern: rx(
      `(?:between |from |entre )${MONTH} (?<DAY>\\d{1,2})(?:st|nd|rd|th)? (?:to|and|until|through) (?<LAST>\\d{1,2})(?:st|nd|rd|th)?(?: ${YEAR})?`,
    ),
    read: readDaysOfMonth,
  },
  // 10 November 2025, 10th of Nov, 1er novembre
  {
    pattern: rx(
      `${WEEKDAY}(?:the |le )?${DAY} ${OF}${MONTH}(?: ${OF}(?:${YEAR}|${SHORT_YEAR}(?! ?(?:people|migrants))))?`,
    ),
    read: readDayMonth,
  },
  // November 10th, 2025
  { pattern: rx(`${WEEKDAY}${MONTH} (?:the )?${DAY}(?: ${YEAR})?`), read: readDayMonth },
  // 31/10/2025, 31.10.25, 31/10
  {
    pattern: rx(
      '(?<DAY>\\d{1,2})(?:[/.](?<NUMBER>\\d{1,2})[/.](?:(?<YEAR>\\d{4})|(?<SHORT>\\d{2}))|/(?<NUMBER>\\d{1,2}))',
    ),
    read: readNumeric,
  },
  { pattern: rx('(?<DAY>\\d{1,2}) (?<NUMBER>\\d{1,2}) (?<YEAR>20\\d{2})'), read: readNumeric },
  // Bonfire Night weekend
  {
    pattern: rx(`(?<NAMED>${NAMED_DAY_PATTERN}) (?:weekend|week end)(?: (?:of |in )?${YEAR})?`),
    read: (g, clock) =>
      withYear(g, clock, (year) => {
        const date = namedDay(g.NAMED ?? '', year);
        return date ? weekendNear(date) : undefined;
      }),
  },
  // Halloween 2025, Remembrance Sunday
  {
    pattern: rx(`(?<NAMED>${NAMED_DAY_PATTERN})(?: (?:of |in |day )?${YEAR})?`),
    read: (g, clock) =>
      withYear(g, clock, (year) => {
        const date = namedDay(g.NAMED ?? '', year);
        return date ? single(date) : undefined;
      }),
  },
  // the first week of November 2025
  {
    pattern: rx(
      `(?:the |la )?(?<WEEK>first|second|third|fourth|last|premiere|deuxieme|troisieme|derniere) (?:week|fortnight|semaine) ${OF}${MONTH}(?: ${YEAR})?`,
    ),
    read: readWeekOfMonth,
  },
  // early November 2025, end of Oct, mi-novembre
  {
    pattern: rx(
      `(?:the |la |le )?${PART} (?:part |days |bit )?${OF}(?:that |the same )?${MONTH}(?: ${OF}${YEAR})?`,
    ),
    read: (g, clock) => {
      const month = monthNumber(g.MONTH ?? '');
      return month === undefined
        ? undefined
        : withYear(g, clock, (year) => partOfMonth(g.PART ?? '', year, month));
    },
  },
  // early 2026, end of 2025, end of last year
  {
    pattern: rx(
      `(?:the |la |le )?${PART} (?:part |days |bit |months )?(?:in )?${OF}(?:${YEAR}|(?<RELATIVE>last year|this year|l annee derniere|l an dernier|the year|annee))`,
    ),
    read: (g, clock) => partOfYear(g.PART ?? '', relativeYear(g, clock)),
  },
  // between September and November 2025
  {
    pattern: rx(
      `(?:between|from|entre|de) (?<MONTHA>${MONTH_PATTERN})(?: (?<YEARA>20\\d{2}))? (?:and|to|until|till|et|a) ${MONTH}(?: ${YEAR})?`,
    ),
    read: readMonthSpan,
  },
  // April to June 2026
  {
    pattern: rx(
      `(?<MONTHA>${MONTH_PATTERN})(?: (?<YEARA>20\\d{2}))? (?:to|until|till|a) ${MONTH}(?: ${YEAR})?`,
    ),
    read: readMonthSpan,
  },
  // November 2025, nov
  {
    pattern: rx(`(?:(?:the )?month of |mois de )?${MONTH}(?: ${OF}(?:${YEAR}))?`),
    read: (g, clock) => {
      const word = g.MONTH ?? '';
      const month = monthNumber(word);
      // "may" and "mars" alone are mostly other words.
      if (month === undefined || (!g.YEAR && (word === 'may' || word === 'march' || word === 'dec')))
        return undefined;
      return withYear(g, clock, (year) => ({
        from: isoDate(year, month, 1),
        to: endOfMonth(year, month),
        granularity: 'month',
        yearGuessed: false,
      }));
    },
  },
  // autumn 2025
  {
    pattern: rx(`(?<SEASON>${SEASON_PATTERN})(?: (?:of |de |d )?${YEAR})?`),
    read: (g, clock) => {
      const months = seasonMonths(g.SEASON ?? '');
      if (!months || (!g.YEAR && g.SEASON !== 'autumn')) return undefined;
      return withYear(g, clock, (year) => ({
        from: isoDate(year, months[0], 1),
        to: endOfMonth(year, months[1]),
        granularity: 'season',
        yearGuessed: false,
      }));
    },
  },
  // two weeks ago, last month, yesterday
  { pattern: rx('(?<AGO>yesterday|today|tonight|hier|aujourdhui)'), read: readRelativeDay },
  // il y a deux semaines
  {
    pattern: rx(`il y a (?<COUNT>${COUNT_PATTERN}) (?<STEP>jour|semaine|mois|an)s?`),
    read: (g, clock) => single(shift(clock.today, -countOf(g.COUNT), g.STEP ?? 'jour')),
  },
  // ce mois-ci, cette semaine
  {
    pattern: rx('(?:ce|cette) (?<STEP>mois|semaine)(?: ci)?'),
    read: (g, clock) => readRelativeSpan({ ...g, WHEN: 'this' }, clock),
  },
  {
    pattern: rx(`(?<COUNT>${COUNT_PATTERN}) (?<STEP>day|week|fortnight|month|year)s? (?:or so )?ago`),
    read: (g, clock) => single(shift(clock.today, -countOf(g.COUNT), g.STEP ?? 'day')),
  },
  {
    pattern: rx(
      '(?<WHEN>last|this|past|previous) (?<STEP>week|month)|(?<WHEN>la|le) (?<STEP>semaine|mois) (?<AFTER>derniere|dernier)',
    ),
    read: readRelativeSpan,
  },
  // this time last year
  {
    pattern: rx(
      '(?:this time|the same time|this day|(?:a|one) year ago|meme epoque|meme date|meme moment)(?: (?<RELATIVE>last year|l annee derniere|l an dernier|today))?',
    ),
    read: (g, clock) => (g.RELATIVE ? single(shift(clock.today, -1, 'year')) : undefined),
  },
  // last year, this year, 2024
  {
    pattern: rx(
      '(?:(?:all |whole |the whole |entire )?(?:of )?)?(?<RELATIVE>last years?|this year|the year before last|l annee derniere|l an dernier|l annee passee|cette annee)',
    ),
    read: (g, clock) => wholeYear(relativeYear(g, clock)),
  },
  {
    pattern: rx(`(?:(?:the |l )?(?:calendar |full |whole |entire |annee )+(?:of |year |de )*)?${YEAR}s?`),
    read: (g) => (g.YEAR ? wholeYear(Number(g.YEAR)) : undefined),
  },
];

export function day(date: string | undefined): Found | undefined {
  return date && isCalendarDate(date) ? single(date) : undefined;
}

function single(date: IsoDate): Found {
  return { from: date, to: date, granularity: 'day', yearGuessed: false };
}

export function span(from: IsoDate, to: IsoDate): Found {
  return { from, to, granularity: 'span', yearGuessed: false };
}

function wholeYear(year: number): Found {
  return { from: isoDate(year, 1, 1), to: isoDate(year, 12, 31), granularity: 'year', yearGuessed: false };
}

/** 1 to 4. */
function quarterNumber(word: string): number {
  if (/^[1-4]$/.test(word)) return Number(word);
  const index = ['first', 'premier', 'second', 'deuxieme', 'third', 'troisieme'].indexOf(word);
  return index < 0 ? 4 : Math.floor(index / 2) + 1;
}

function quarter(number: number, year: number): Found {
  return span(isoDate(year, 3 * number - 2, 1), endOfMonth(year, 3 * number));
}

/** The Saturday and Sunday nearest to a day. */
function weekendNear(date: IsoDate): Found {
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
  const saturday = addDays(date, weekday === 0 ? -1 : weekday <= 2 ? -1 - weekday : 6 - weekday);
  return span(saturday, addDays(saturday, 1));
}

/** With the year that the question gives, else the last one that does not lead past the reference date. */
function withYear(
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
  const inPast = found.from <= clock.reference ? found : make(year - 1);
  return inPast && { ...inPast, yearGuessed: true };
}

/** From one day to another of the same month. */
function readDaysOfMonth(groups: Record<string, string>, clock: Clock): Found | undefined {
  const month = monthNumber(groups.MONTH ?? '');
  if (month === undefined) return undefined;
  return withYear(groups, clock, (year) =>
    span(isoDate(year, month, Number(groups.DAY)), isoDate(year, month, Number(groups.LAST))),
  );
}

function readDayMonth(groups: Record<string, string>, clock: Clock): Found | undefined {
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
function ordinalNumber(word: string): number {
  if (word === 'thirtieth') return 30;
  if (word.startsWith('twenty ')) return 20 + ORDINALS.indexOf(word.slice(7)) + 1;
  return word === 'thirty first' ? 31 : ORDINALS.indexOf(word) + 1;
}

/** Numeric dates are day first, as in Britain and France. */
function readNumeric(groups: Record<string, string>, clock: Clock): Found | undefined {
  const month = Number(groups.NUMBER);
  const dayOfMonth = Number(groups.DAY);
  if (month < 1 || month > 12 || dayOfMonth < 1 || dayOfMonth > 31) return undefined;
  return withYear(groups, clock, (year) => single(isoDate(year, month, dayOfMonth)));
}

function readWeekOfMonth(groups: Record<string, string>, clock: Clock): Found | undefined {
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

function partOfMonth(part: string, year: number, month: number): Found {
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
function partOfYear(part: string, year: number): Found {
  if (/early|begin|start|first|debut/.test(part)) {
    return { ...span(isoDate(year, 1, 1), isoDate(year, 1, 31)), granularity: 'part' };
  }
  if (/^(mid|milieu|mi$|half)/.test(part)) {
    return { ...span(isoDate(year, 5, 1), isoDate(year, 8, 31)), granularity: 'part' };
  }
  const firstMonth = /end|fin|close/.test(part) ? 12 : 9;
  return { ...span(isoDate(year, firstMonth, 1), isoDate(year, 12, 31)), granularity: 'part' };
}

function relativeYear(groups: Record<string, string>, clock: Clock): number {
  if (groups.YEAR) return Number(groups.YEAR);
  const year = Number(clock.today.slice(0, 4));
  const words = groups.RELATIVE ?? '';
  if (/before last/.test(words)) return year - 2;
  return /last|derniere|dernier|passee/.test(words) ? year - 1 : year;
}

function readMonthSpan(groups: Record<string, string>, clock: Clock): Found | undefined {
  const first = monthNumber(groups.MONTHA ?? '');
  const last = monthNumber(groups.MONTH ?? '');
  if (first === undefined || last === undefined) return undefined;
  return withYear(groups, clock, (year) => {
    const firstYear = Number(groups.YEARA ?? (first > last ? year - 1 : year));
    return { ...span(isoDate(firstYear, first, 1), endOfMonth(year, last)), granularity: 'span' };
  });
}

function readRelativeDay(groups: Record<string, string>, clock: Clock): Found {
  return single(/yesterday|hier/.test(groups.AGO ?? '') ? addDays(clock.today, -1) : clock.today);
}

function readRelativeSpan(groups: Record<string, string>, clock: Clock): Found {
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
