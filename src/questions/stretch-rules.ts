/** Stretches that end or begin at a stated date: "the week ending 22 February", "the first six months of 2026". */
import {
  addDays,
  addMonths,
  endOfMonth,
  type IsoDate,
  isCalendarDate,
  isoDate,
} from '../knowledge/calendar.js';
import {
  DAY,
  type Found,
  MONTH,
  OF,
  type Rule,
  readDaysOfMonth,
  readMonthSpan,
  relativeYear,
  rx,
  single,
  span,
  WEEKDAY,
  wholeMonth,
  withYear,
  YEAR,
} from './date-forms.js';
import { MONTH_PATTERN, monthNumber } from './named-days.js';
import { COUNT_PATTERN, countOf, shift } from './time.js';

const STEPS = 'weeks?|months?|quarters?|years?|days?|semaines?|mois|trimestres?|annees?|ans?|jours?';
const DATE = `${WEEKDAY}(?:the |le )?(?:(?:end of |fin )?(?:${DAY} ${OF})?${MONTH}(?: ${OF}${YEAR})?|(?<ISO>\\d{4}-\\d{2}-\\d{2})|(?<YEAR>20\\d{2}))`;

/** A year, also as it is called from today. */
export const OF_YEAR = `(?:annee )?(?:${YEAR}|(?<RELATIVE>this year|last year|cette annee|l annee derniere|l an dernier))`;

/** These are tried before the plain dates that they hold. */
export const STRETCH_RULES: readonly Rule[] = [
  // the week ending 22 February 2026, the year to June 2025, the three months to the end of June
  {
    pattern: rx(
      `(?<!new )(?:the |la |le |les |l )?(?:(?<COUNT>${COUNT_PATTERN}) )?(?<STEP>${STEPS}) (?:to|up to|ending|ended|ended on|ending on|until|ending in|allant jusqu au|se terminant le|jusqu au|jusqu a|terminee le|terminee en|close le) (?:the )?${DATE}`,
    ),
    read: (g, clock) =>
      withYear(g, clock, (year) => {
        const last = endOf(g, year);
        // "The year to 9 November" is mostly the year so far.
        const soFar =
          g.COUNT === undefined && /^(?:year|annee|an)$/.test(g.STEP ?? '') && g.DAY !== undefined;
        if (soFar) return undefined;
        return last ? before(last, countOf(g.COUNT ?? 'a'), g.STEP ?? '') : undefined;
      }),
  },
  // the last 7 days, over the past three weeks, ces trois derniers mois: up to today
  {
    pattern: rx(
      `(?:(?:the|these) )?(?:last|past) (?<COUNT>${COUNT_PATTERN}|few|couple of) (?<STEP>days|weeks|fortnights|months)(?! (?:of|before|to|until|that|we|you|they|there|with|for|available|on|in|known|covered|counted|published|when|under|was|were|had|after))|(?:ces|les) (?<COUNT>${COUNT_PATTERN}) derni[eè]re?s (?<STEP>jours|semaines|mois)(?! (?:de|du|d|avant|connus|disponibles))`,
    ),
    read: (g, clock) => {
      const count = /^(?:few|couple of)$/.test(g.COUNT ?? '') ? 2 : countOf(g.COUNT ?? '');
      return span(addDays(shift(clock.today, -count, g.STEP ?? 'days'), 1), clock.today);
    },
  },
  // the last 24 hours, ces dernières 48 heures
  {
    pattern: rx(
      '(?:the )?(?:last|past) (?<COUNT>24|48|72) hours|(?:les |ces )?(?:(?<COUNT>24|48|72) derni[eè]res|derni[eè]res (?<COUNT>24|48|72)) heures',
    ),
    read: (g, clock) => span(addDays(clock.today, 1 - Number(g.COUNT) / 24), clock.today),
  },
  // week one of November, the 2nd week in March 2026
  {
    pattern: rx(
      `week (?<WEEK>one|two|three|four|1|2|3|4) (?:of|in) ${MONTH}(?: ${OF}${YEAR})?|(?:the )?(?<WEEK>1st|2nd|3rd|4th) week (?:of|in) ${MONTH}(?: ${OF}${YEAR})?`,
    ),
    read: (g, clock) =>
      withYear(g, clock, (year) => {
        const month = monthNumber(g.MONTH ?? '');
        const week = countOf((g.WEEK ?? '1').replace(/(?:st|nd|rd|th)$/, ''));
        if (month === undefined) return undefined;
        return span(isoDate(year, month, 7 * week - 6), isoDate(year, month, 7 * week));
      }),
  },
  // the week of 16 to 22 February 2026, the seven days 16-22 February
  {
    pattern: rx(
      `(?<!\\b(?:a|per|each|every|par) )(?:the |la |les )?(?:week|fortnight|seven days|7 days|semaine|sept jours|7 jours) (?:(?:of|from|du|de|between|running|covering) )?(?:the |le )?(?<DAY>\\d{1,2})(?:st|nd|rd|th|er)? (?:(?:to|and|until|till|through|et|au|a|to the|and the|et le) )?(?<LAST>\\d{1,2})(?:st|nd|rd|th)? ${OF}${MONTH}(?: ${OF}${YEAR})?`,
    ),
    read: readDaysOfMonth,
  },
  // the week of 16 February 2026, the week commencing 16 February
  {
    pattern: rx(
      `(?<!\\b(?:a|per|each|every|par) )(?:the |la )?(?:week|semaine) (?:of|from|beginning|starting|commencing|du|de|commencant le) ${WEEKDAY}(?:the |le )?${DAY} ${OF}${MONTH}(?: ${OF}${YEAR})?`,
    ),
    read: (g, clock) =>
      withYear(g, clock, (year) => {
        const first = endOf(g, year);
        return first ? span(first, addDays(first, 6)) : undefined;
      }),
  },
  // January to 9 November 2025
  {
    pattern: rx(
      `(?<!\\d )(?<!\\d(?:st|nd|rd|th|er) )(?<!\\d of )(?:from )?(?:the )?(?:start of |beginning of |1 |1st )?(?<MONTHA>${MONTH_PATTERN})(?: (?<YEARA>20\\d{2}))? (?:to|until|till|til|through|up to|a|au|jusqu au) (?:the |le )?(?<DAY>\\d{1,2})(?:st|nd|rd|th|er)? ${OF}${MONTH}(?: ${OF}${YEAR})?`,
    ),
    read: (g, clock) =>
      withYear(g, clock, (year) => {
        const last = endOf(g, year);
        const first = monthNumber(g.MONTHA ?? '');
        if (!last || first === undefined) return undefined;
        const from = isoDate(Number(g.YEARA ?? last.slice(0, 4)), first, 1);
        return from < last ? span(from, last) : undefined;
      }),
  },
  // April to June 26: a year, as no day stands before the first month
  {
    pattern: rx(
      `(?<!\\d )(?<!\\d(?:st|nd|rd|th) )(?:from |between )?(?<MONTHA>${MONTH_PATTERN}) (?:to|until|till|through|and) ${MONTH} (?<SHORT>2[4-9])(?! (?:\\d|people|migrants))`,
    ),
    read: (g, clock) => readMonthSpan({ ...g, YEAR: `20${g.SHORT}` }, clock),
  },
  // the last month end before 22 April 2026
  {
    pattern: rx(
      `(?:the )?(?:last|latest|previous|final) month[ -]?end (?:before|prior to) (?:the )?(?:${DAY} ${OF})?${MONTH}(?: ${OF}${YEAR})?`,
    ),
    read: (g, clock) =>
      withYear(g, clock, (year) => {
        const month = monthNumber(g.MONTH ?? '');
        return month === undefined ? undefined : single(addDays(isoDate(year, month, 1), -1));
      }),
  },
  // June 26, where the question goes on with "that month"
  {
    pattern: rx(
      `(?<=\\b(?:in|for|during|of|just) )${MONTH} (?<SHORT>2[4-9])(?! (?:\\d|people|migrants))|${MONTH} (?<SHORT>2[4-9])(?=[^\\d]* (?:that|the whole|the entire|this) month)`,
    ),
    read: (g) => {
      const month = monthNumber(g.MONTH ?? '');
      return month === undefined ? undefined : wholeMonth(2000 + Number(g.SHORT), month);
    },
  },
  // 2026 to June, all of 2026 up to the end of June
  {
    pattern: rx(
      `(?<!(?:from|between|since|and|depuis|de) )(?:the )?(?:(?:whole|all) of )?${YEAR} (?:up )?(?:to|until|till|through) (?:the )?(?:end of )?${MONTH}(?! (?:of )?(?:\\d))`,
    ),
    read: (g) => {
      const month = monthNumber(g.MONTH ?? '');
      const year = Number(g.YEAR);
      return month === undefined ? undefined : span(isoDate(year, 1, 1), endOfMonth(year, month));
    },
  },
  // the first six months of 2026, the last three months of 2025, les six premiers mois de 2026
  {
    pattern: rx(
      `(?:the |les )?(?:(?<SIDE>first|last|final|opening|closing) (?<COUNT>${COUNT_PATTERN}) (?:full )?months|(?<COUNT>${COUNT_PATTERN}) (?<SIDE>premiers|derniers) mois) ${OF}${OF_YEAR}`,
    ),
    read: (g, clock) => {
      const count = countOf(g.COUNT);
      const year = relativeYear(g, clock);
      if (count > 12) return undefined;
      return /^(?:first|opening|premiers)$/.test(g.SIDE ?? '')
        ? span(isoDate(year, 1, 1), endOfMonth(year, count))
        : span(isoDate(year, 13 - count, 1), isoDate(year, 12, 31));
    },
  },
  // the first nine days of April 2026, the last two weeks of May
  {
    pattern: rx(
      `(?:the |les )?(?:(?<SIDE>first|last|final|opening|closing) (?<COUNT>${COUNT_PATTERN}) (?<STEP>days|weeks)|(?<COUNT>${COUNT_PATTERN}) (?<SIDE>premi[eè]re?s|derni[eè]re?s) (?<STEP>jours|semaines)) ${OF}(?:that |mois )?${MONTH}(?: ${OF}${YEAR})?`,
    ),
    read: (g, clock) =>
      withYear(g, clock, (year) => {
        const month = monthNumber(g.MONTH ?? '');
        const count = countOf(g.COUNT) * (/^(?:w|s)/.test(g.STEP ?? '') ? 7 : 1);
        if (month === undefined || count < 2 || count > 28) return undefined;
        const last = endOfMonth(year, month);
        return /^(?:first|opening|premi)/.test(g.SIDE ?? '')
          ? span(isoDate(year, month, 1), isoDate(year, month, count))
          : span(addDays(last, 1 - count), last);
      }),
  },
  // when 2026 started
  {
    pattern: rx(
      `(?:when |once |as |quand )(?:the year )?${OF_YEAR} (?:began|started|kicked off|opened|dawned|came in)`,
    ),
    read: (g, clock) => single(isoDate(relativeYear(g, clock), 1, 1)),
  },
  // by the time November 2025 was over
  {
    pattern: rx(`${MONTH}(?: ${OF}${YEAR})? (?:was (?:over|done|out)|ended|had ended|finished|closed)`),
    read: (g, clock) =>
      withYear(g, clock, (year) => {
        const month = monthNumber(g.MONTH ?? '');
        return month === undefined ? undefined : single(endOfMonth(year, month));
      }),
  },
  // since April began
  {
    pattern: rx(`${MONTH}(?: ${OF}${YEAR})? (?:began|begun|started|kicked off)`),
    read: (g, clock) =>
      withYear(g, clock, (year) => {
        const month = monthNumber(g.MONTH ?? '');
        return month === undefined ? undefined : single(isoDate(year, month, 1));
      }),
  },
  // next year, next month: still to come
  {
    pattern: rx('next (?<STEP>year|month|week)|(?<STEP>an prochain|annee prochaine|mois prochain)'),
    read: (g, clock) => {
      const first = addDays(clock.today, 1);
      if (/week/.test(g.STEP ?? '')) return span(first, addDays(clock.today, 7));
      if (/month|mois/.test(g.STEP ?? '')) {
        const month = addMonths(`${clock.today.slice(0, 7)}-01`, 1);
        return span(month, endOfMonth(Number(month.slice(0, 4)), Number(month.slice(5, 7))));
      }
      const year = Number(clock.today.slice(0, 4)) + 1;
      return span(isoDate(year, 1, 1), isoDate(year, 12, 31));
    },
  },
  // when 2025 ended, at year end 2025, by the end of last year
  {
    pattern: rx(
      `(?:when |once |as |by the time |quand )(?:the year )?${OF_YEAR} (?:ended|finished|closed|was over|came to an end|came to a close|ran out|drew to a close|was done|wrapped up)|(?:the )?year[ -]?end(?: of)? ${YEAR}|${YEAR}s? (?:year[ -]?end|close)`,
    ),
    read: (g, clock) => single(isoDate(relativeYear(g, clock), 12, 31)),
  },
  // when the year turned, at the turn of the year: the last that has
  {
    pattern: rx(
      '(?:when|as|once|before) the (?:old )?year (?:turned|ended|closed|was out|was up)|(?:the )?turn of the year|(?:a |au )?tournant de l annee|(?:quand|lorsque) l annee s est terminee',
    ),
    read: (_, clock) => single(isoDate(Number(clock.today.slice(0, 4)) - 1, 12, 31)),
  },
];

/** The day that the words give, or the last one of their month or year. */
function endOf(groups: Record<string, string>, year: number): IsoDate | undefined {
  if (groups.ISO) return groups.ISO;
  const month = monthNumber(groups.MONTH ?? '');
  if (month === undefined) return groups.YEAR ? isoDate(Number(groups.YEAR), 12, 31) : undefined;
  if (!groups.DAY) return endOfMonth(year, month);
  const date = isoDate(year, month, Number(groups.DAY));
  return isCalendarDate(date) ? date : undefined;
}

/** So many days, weeks, months or years that end on `last`. */
function before(last: IsoDate, count: number, step: string): Found {
  if (/^(?:day|jour)/.test(step)) return span(addDays(last, 1 - count), last);
  if (/^(?:week|semaine)/.test(step)) return span(addDays(last, 1 - 7 * count), last);
  const months = count * (/^(?:year|an)/.test(step) ? 12 : /^(?:quarter|trimestre)/.test(step) ? 3 : 1);
  return span(addMonths(addDays(last, 1), -months), last);
}
