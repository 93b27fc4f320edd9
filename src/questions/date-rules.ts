/** The forms in which people write dates and periods, English and French, each with how it is read. */
import { endOfMonth, isoDate } from '../knowledge/calendar.js';
import {
  DAY,
  day,
  MONTH,
  OF,
  PART,
  partOfMonth,
  partOfYear,
  quarter,
  quarterNumber,
  type Rule,
  readAhead,
  readDayMonth,
  readDaysOfMonth,
  readMonth,
  readMonthSpan,
  readNumeric,
  readRelativeDay,
  readRelativeSpan,
  readWeekOfMonth,
  relativeYear,
  rx,
  SHORT_YEAR,
  single,
  span,
  WEEKDAY,
  weekendBeside,
  weekendNear,
  wholeMonth,
  wholeYear,
  withYear,
  YEAR,
} from './date-forms.js';
import {
  MONTH_PATTERN,
  monthNumber,
  NAMED_DAY_PATTERN,
  namedDay,
  SEASON_PATTERN,
  seasonMonths,
} from './named-days.js';
import { NTH_WEEKDAY, WEEKDAY_BESIDE } from './nth-weekday.js';
import { OF_YEAR, STRETCH_RULES } from './stretch-rules.js';
import { COUNT_PATTERN, countOf, shift } from './time.js';

export const RULES: readonly Rule[] = [
  ...STRETCH_RULES,
  // the weekend of 8 November, the 8 November weekend
  {
    pattern: rx(
      `(?:the )?(?:weekend|week end) (?:of|beginning|starting|du) (?:the |le )?${WEEKDAY}${DAY} ${OF}${MONTH}(?: ${OF}${YEAR})?`,
    ),
    read: (g, clock) => {
      const day = readDayMonth(g, clock);
      return day && { ...weekendNear(day.from), yearGuessed: day.yearGuessed };
    },
  },
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
      `(?:the )?(?:(?<HALF>first|second|last|premiere?|deuxieme|seconde?|1st|2nd) (?:half|moitie|semestre)|h(?<HALF>[12])) ${OF}${OF_YEAR}`,
    ),
    read: (g, clock) => {
      const year = relativeYear(g, clock);
      return /^(?:first|premiere?|1st|1)$/.test(g.HALF ?? '')
        ? span(isoDate(year, 1, 1), isoDate(year, 6, 30))
        : span(isoDate(year, 7, 1), isoDate(year, 12, 31));
    },
  },
  // the second quarter of 2026, Q2 2026
  {
    pattern: rx(
      `(?:the |le )?(?:(?<QUARTER>first|second|third|fourth|last|premier|deuxieme|troisieme|quatrieme|dernier) (?:quarter|trimestre)|q(?<QUARTER>[1-4])) ${OF}${OF_YEAR}`,
    ),
    read: (g, clock) => quarter(quarterNumber(g.QUARTER ?? ''), relativeYear(g, clock)),
  },
  // in Q2, where questions are not numbered so
  {
    pattern: rx('(?<=\\b(?:in|during|for|over|since|by) )q(?<QUARTER>[1-4])'),
    read: (g, clock) => withYear(g, clock, (year) => quarter(quarterNumber(g.QUARTER ?? ''), year)),
  },
  // Q2 2026 against Q1
  {
    pattern: rx(
      `(?<=\\b(?:vs|versus|against|to|than|and|or|with|contre|et) )q(?<QUARTER>[1-4])(?! ${YEAR})|q(?<QUARTER>[1-4])(?= (?:vs|versus|against|and|or|compared|contre|et)\\b)`,
    ),
    read: (g, clock) => withYear(g, clock, (year) => quarter(quarterNumber(g.QUARTER ?? ''), year)),
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
  // 2026-01, 01/2026; the 2025-26 of a financial year is none
  {
    pattern: rx(
      '(?:(?<YEAR>20\\d{2})-(?<NUMBER>0[1-9]|1[0-2])(?!-)|(?<NUMBER>0?[1-9]|1[0-2])/(?<YEAR>20\\d{2}))',
    ),
    read: (g) => wholeMonth(Number(g.YEAR), Number(g.NUMBER)),
  },
  WEEKDAY_BESIDE,
  // Bonfire Night weekend
  {
    pattern: rx(`(?<NAMED>${NAMED_DAY_PATTERN}) (?:weekend|week end)(?: (?:of |in )?${YEAR})?`),
    read: (g, clock) =>
      withYear(g, clock, (year) => {
        const date = namedDay(g.NAMED ?? '', year);
        return date ? weekendNear(date) : undefined;
      }),
  },
  NTH_WEEKDAY,
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
      `(?:the |la |le )?${PART} (?:part |days |bit |months )?(?:in )?${OF}(?:${YEAR}|(?<RELATIVE>last year|this year|l annee derniere|l an dernier|(?:the|that|the same|its) year|annee))`,
    ),
    read: (g, clock) => ({
      ...partOfYear(g.PART ?? '', relativeYear(g, clock)),
      // "The end of the year" is that of the year that is spoken of.
      yearGuessed: /^(?:the|that|its) |^annee/.test(g.RELATIVE ?? ''),
    }),
  },
  // between September and November 2025
  {
    pattern: rx(
      `(?:between|from|entre|de) (?<MONTHA>${MONTH_PATTERN})(?: (?<YEARA>20\\d{2}))? (?:and|to|until|till|through|thru|up to|et|a|jusqu a) ${MONTH}(?: ${YEAR})?`,
    ),
    read: readMonthSpan,
  },
  // April to June 2026
  {
    pattern: rx(
      `(?<MONTHA>${MONTH_PATTERN})(?: (?<YEARA>20\\d{2}))? (?:to|until|till|through|thru|up to|a) ${MONTH}(?: ${YEAR})?`,
    ),
    read: readMonthSpan,
  },
  // "And may?", "march then": a whole question that is nothing but the month
  {
    pattern: rx(
      `(?<=^\\W*(?:(?:and|n|an|so|ok|okay|now|then|but|or|also|what|wot|how|about|bout|for|the|same|just|only|et|pour) )*)(?<MONTH>may|march|mar|dec)(?=(?: (?:then|too|alone|only|pls|please|tho|though))*\\W*$)`,
    ),
    read: readMonth,
  },
  // in May, May or June, April and May
  {
    pattern: rx(
      `(?=ma|dec)(?<=\\b(?:in|during|of|from|since|until|by|between|for|(?:${MONTH_PATTERN})(?: (?:and|or|than|to|vs|versus|in|against))*) )(?<MONTH>may|march|mar|dec)(?! (?:of )?20\\d{2})|(?<MONTH>may|march|mar|dec)(?= (?:(?:and|or|than|to|vs|versus|against) )*(?:in )?(?:${MONTH_PATTERN})\\b)`,
    ),
    read: readMonth,
  },
  // November 2025, nov
  {
    pattern: rx(`(?:(?:the )?month of |mois de )?${MONTH}(?: ${OF}(?:${YEAR}))?`),
    read: (g, clock) => {
      const word = g.MONTH ?? '';
      const month = monthNumber(word);
      // "may" and "march" alone are mostly other words.
      if (
        month === undefined ||
        (!g.YEAR && (word === 'may' || word === 'march' || word === 'mar' || word === 'dec'))
      )
        return undefined;
      return withYear(g, clock, (year) => wholeMonth(year, month));
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
  // next year, demain: what no source can tell
  {
    pattern: rx(
      '(?:(?<AHEAD>tomorrow|demain)|(?<!\\b(?:the|and|then) )next (?<STEP>week|month|year)|(?:la |le |l )?(?<STEP>semaine|mois|annee|an) prochaine?s?)',
    ),
    read: readAhead,
  },
  // il y a deux semaines
  {
    pattern: rx(`il y a (?<COUNT>${COUNT_PATTERN}) (?<STEP>jour|semaine|mois|an)s?`),
    read: (g, clock) => single(shift(clock.today, -countOf(g.COUNT), g.STEP ?? 'jour')),
  },
  // ce mois-ci, cette semaine
  {
    pattern: rx('(?:ce|cette) (?<STEP>mois|semaine)(?: ci)?(?! la\\b)'),
    read: (g, clock) => readRelativeSpan({ ...g, WHEN: 'this' }, clock),
  },
  {
    pattern: rx(`(?<COUNT>${COUNT_PATTERN}) (?<STEP>day|week|fortnight|month|year)s? (?:or so )?ago`),
    read: (g, clock) => single(shift(clock.today, -countOf(g.COUNT), g.STEP ?? 'day')),
  },
  {
    pattern: rx(
      '(?<WHEN>last|this|past|(?<!\\bthe )previous) (?<STEP>week|month)(?! (?:that )?(?:we|you|they|there|with|for which|available|on record|known|covered|counted|published))|(?<WHEN>la|le) (?<STEP>semaine|mois) (?<AFTER>derniere|dernier)',
    ),
    read: readRelativeSpan,
  },
  // last weekend, ce week-end; "just last weekend" is a text's own word, and was then
  {
    pattern: rx(
      '(?<!\\bjust )(?<WHEN>last|past|this) (?:weekend|week end)(?! of\\b)|ce (?:weekend|week end)|le (?:weekend|week end) (?<AFTER>dernier|passe)',
    ),
    read: (g, clock) => {
      const isLast = g.AFTER !== undefined || /^(?:last|past)$/.test(g.WHEN ?? '');
      const { from, to } = isLast ? weekendBeside(clock.today, 'before') : weekendNear(clock.today);
      return span(from, to);
    },
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
