/** Times that lean on the one told before: "that month", "the same day", "the Sunday after". */
import { addDays, endOfMonth, type IsoDate, isoDate, weekdayOf } from '../../knowledge/calendar.js';
import { COUNT_PATTERN, countOf, onDay, shift, type Time } from '../time.js';

const SAME =
  /(?<!\w)(?:that|the same|that same|this same|ce même|cette même|le même|la même|ce|cette)\s(?:very\s)?(?<step>day|month|year|jour|mois|année)(?:-là)?(?!\p{L})/iu;
/** "And 300 went back in that time": over the whole stretch told before. */
export const IN_THAT_TIME =
  /(?<!\w)(?:(?:in|over|during|within|across) (?:that|the same|that same|this)(?: whole)? (?:time|period|stretch|span)|(?:dans|sur|pendant|durant) (?:ce|cette|le même|la même) (?:temps|période|intervalle)(?:-là)?)(?!\p{L})/iu;
const NEXT_DAY = /\b(?:the (?:next|following) day|the day after|a day later|le lendemain|le jour suivant)\b/i;
/** "36,816 the year before". */
const BESIDE =
  /(?<!\w)(?:(?:the|that) (?<step>year|month) (?<side>before|after)|(?:the) (?<earlier>previous|following) (?<unit>year|month)|l['’](?<an>année) (?<ou>d['’]avant|précédente|suivante|d['’]après))(?!\p{L})/iu;
/** "94 ten days later". */
const LATER = new RegExp(
  String.raw`(?<!\w)(?<count>${COUNT_PATTERN})\s(?<step>days?|weeks?|fortnights?|months?|jours?|semaines?|mois)\s(?:later|after(?:wards)?|plus tard|après)(?!\p{L})`,
  'iu',
);
const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
const WEEKDAYS_FR = ['dimanche', 'lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi'];
const ON_WEEKDAY = new RegExp(
  String.raw`\b(?:the|on|le|that)\s(?<day>${[...WEEKDAYS, ...WEEKDAYS_FR].join('|')})\b(?!\s\d)`,
  'i',
);

/** The time that `words` refer to, if they refer to `before`; a weekday is the next such day after it. */
export function relativeTime(words: string, before: Time | undefined): Time | undefined {
  if (!before) return undefined;
  const step = SAME.exec(words)?.groups?.step?.toLowerCase();
  const beside = besideOf(words, before);
  if (beside) return beside;
  if (step) return widened(before, step);
  if (before.granularity !== 'day') return undefined;
  if (NEXT_DAY.test(words)) return onDay(addDays(before.to, 1), 'on');
  const { count, step: length } = LATER.exec(words)?.groups ?? {};
  if (count && length)
    return onDay(shift(before.to, countOf(count.toLowerCase()), length.toLowerCase()), 'on');
  const named = ON_WEEKDAY.exec(words)?.groups?.day?.toLowerCase();
  if (named === undefined) return undefined;
  const wanted = Math.max(WEEKDAYS.indexOf(named), WEEKDAYS_FR.indexOf(named));
  const ahead = (wanted - weekdayOf(before.to) + 7) % 7;
  return onDay(addDays(before.to, ahead === 0 ? 7 : ahead), 'on');
}

/** The year or month before or after the one told. */
function besideOf(words: string, before: Time): Time | undefined {
  const groups = BESIDE.exec(words)?.groups;
  if (!groups) return undefined;
  const step = (groups.step ?? groups.unit ?? 'year').toLowerCase();
  const count = /before|previous|avant|précédente/i.test(groups.side ?? groups.earlier ?? groups.ou ?? '')
    ? -1
    : 1;
  const day = shift(before.from, count, step);
  return widened({ ...before, from: day, to: day }, step);
}

function widened(before: Time, step: string): Time | undefined {
  const [year = 0, month = 1] = before.to.split('-').map(Number);
  if (/^(?:month|mois)$/.test(step)) {
    if (before.granularity === 'year') return undefined;
    return stretch(isoDate(year, month, 1), endOfMonth(year, month), 'month');
  }
  if (/^(?:year|année)$/.test(step)) return stretch(isoDate(year, 1, 1), isoDate(year, 12, 31), 'year');
  return before.granularity === 'day' ? { ...before, at: [] } : undefined;
}

function stretch(from: IsoDate, to: IsoDate, granularity: 'month' | 'year'): Time {
  return { from, to, cue: 'in', granularity, yearGuessed: false, at: [] };
}
