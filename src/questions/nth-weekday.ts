/** "The second Sunday of November 2025", "le premier lundi de mars". */
import { addDays, endOfMonth, isoDate, weekdayOf } from '../knowledge/calendar.js';
import { MONTH, OF, type Rule, rx, single, withYear, YEAR } from './date-forms.js';
import { monthNumber, NAMED_DAY_PATTERN, namedDay } from './named-days.js';

const ORDINALS: readonly RegExp[] = [
  /^(?:first|premier)/,
  /^(?:second|deuxieme)/,
  /^(?:third|troisieme)/,
  /^(?:fourth|quatrieme)/,
];
/** From Sunday, as JavaScript counts the days of a week. */
const WEEKDAYS: readonly RegExp[] = [
  /^(?:sun|dim)/,
  /^(?:mon|lun)/,
  /^(?:tue|mardi)/,
  /^(?:wed|mer)/,
  /^(?:thu|jeu)/,
  /^(?:fri|ven)/,
  /^(?:sat|sam)/,
];

export const NTH_WEEKDAY: Rule = {
  pattern: rx(
    `(?:the |le )?(?<NTH>first|second|third|fourth|last|premier|deuxieme|troisieme|quatrieme|dernier) (?<WEEKDAY>(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:lun|mar|mercre|jeu|vendre|same)di|dimanche) (?:in |en )?${OF}${MONTH}(?: ${OF}${YEAR})?`,
  ),
  read: (g, clock) =>
    withYear(g, clock, (year) => {
      const month = monthNumber(g.MONTH ?? '');
      const weekday = WEEKDAYS.findIndex((pattern) => pattern.test(g.WEEKDAY ?? ''));
      if (month === undefined || weekday < 0) return undefined;
      const nth = ORDINALS.findIndex((pattern) => pattern.test(g.NTH ?? ''));
      const last = endOfMonth(year, month);
      if (nth < 0) return single(addDays(last, -((weekdayOf(last) - weekday + 7) % 7)));
      const first = isoDate(year, month, 1);
      return single(addDays(first, ((weekday - weekdayOf(first) + 7) % 7) + 7 * nth));
    }),
};

/** "The Saturday before Christmas 2025", "le dimanche après Pâques 2026". */
export const WEEKDAY_BESIDE: Rule = {
  pattern: rx(
    `(?:the |le )?(?:last |final |first |very )?(?<WEEKDAY>(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:lun|mar|mercre|jeu|vendre|same)di|dimanche) (?:(?:right |just |directly )?(?<SIDE>before|after|following|avant|apres)) (?:the |le )?(?<NAMED>${NAMED_DAY_PATTERN})(?: (?:of |in |day )?${YEAR})?`,
  ),
  read: (g, clock) =>
    withYear(g, clock, (year) => {
      const named = namedDay(g.NAMED ?? '', year);
      const weekday = WEEKDAYS.findIndex((pattern) => pattern.test(g.WEEKDAY ?? ''));
      if (!named || weekday < 0) return undefined;
      const before = ((weekdayOf(named) - weekday + 6) % 7) + 1;
      const after = ((weekday - weekdayOf(named) + 6) % 7) + 1;
      return single(addDays(named, /^(?:before|avant)$/.test(g.SIDE ?? '') ? -before : after));
    }),
};
