/** Days that are named by their number alone, in a month that stands elsewhere ("October …, on the 30th"). */
import { type IsoDate, isCalendarDate } from '../knowledge/calendar.js';
import { matchesOf } from '../knowledge/matches.js';
import type { Word } from '../knowledge/words.js';
import { ORDINALS, ordinalNumber, WEEKDAY } from './date-forms.js';
import type { Cue, Time } from './time.js';
import { lineOf } from './word-line.js';

/** "The 2nd" alone is somebody or something; after one of these, or after a weekday, it is a day. */
const CUED =
  'on|around|about|by|until|till|to|of|from|since|before|after|between|and|or|vs|versus|against|than|et|vers|entre|depuis';
/** From the third on: "the first" and "the second" are mostly somebody. */
const WORDS = ORDINALS.slice(2);
const ORDINAL_DAY = new RegExp(
  `(?:(?<cue>${CUED}) )?(?<article>(?:the|le|du|au) )?(?<weekday>${WEEKDAY.replace(/\?$/, '')})?(?:the )?(?:(?<day>\\d{1,2})(?<suffix>st|nd|rd|th|er)?|(?<word>${WORDS.join('|')}))(?= (?:$|(?:${CUED}|how|was|were|did|had|has|than|what|which|in|ou|au|combien) ))`,
  'g',
);
/** "The 6th to the 8th", "du 6 au 8": the second of two days ends a stretch. */
const TO = /^(?:to|until|till|au)$/;

/**
 * The days that the words name by number, in the month of `months` (the last of them that is no longer than a
 * month); a day that is `stated` in full is left alone. Empty where there is no month or no such day.
 */
export function ordinalDays(
  words: readonly Word[],
  stated: readonly Time[],
  months: readonly Time[],
): Time[] {
  const month = months.findLast(({ from, to }) => from.slice(0, 7) === to.slice(0, 7))?.to.slice(0, 7);
  if (month === undefined) return [];
  const { line, wordsFrom } = lineOf(words);
  const days: Time[] = [];
  for (const match of matchesOf(ORDINAL_DAY, line)) {
    const { cue, article = '', weekday, word, suffix = word } = match.groups ?? {};
    const day = word ? String(ordinalNumber(word)) : (match.groups?.day ?? '');
    const french = /^(?:le|du|au) $/.test(article);
    const end = match.index + match[0].length;
    const at = wordsFrom(match.index, end);
    const date: IsoDate = `${month}-${day.padStart(2, '0')}`;
    const isDay = french || (suffix !== undefined && (cue ?? weekday) !== undefined);
    if (!isDay || !isCalendarDate(date) || stated.some((time) => time.at.some((index) => at.includes(index))))
      continue;
    const last = days.at(-1);
    const ends = TO.test(cue ?? article.trim()) && Math.max(...(last?.at ?? [])) === (at[0] ?? 0) - 1;
    if (last && ends && last.from < date)
      days[days.length - 1] = { ...last, to: date, cue: 'in', granularity: 'span', at: [...last.at, ...at] };
    else
      days.push({
        from: date,
        to: date,
        cue: cueOf(cue, weekday !== undefined || french),
        granularity: 'day',
        yearGuessed: false,
        at,
      });
  }
  return days;
}

function cueOf(word: string | undefined, isItself: boolean): Cue {
  if (word === 'since' || word === 'before' || word === 'after') return word;
  return isItself || word === 'on' || word === 'and' ? 'on' : 'by';
}
