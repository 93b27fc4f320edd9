/** Days that were written and that no calendar has: "31/02/2026", "30 February", "2025-11-31". */
import { endOfMonth } from '../knowledge/calendar.js';
import { matchesOf } from '../knowledge/matches.js';
import type { Word } from '../knowledge/words.js';
import { MONTH, namedGroups, OF, rx, YEAR } from './date-forms.js';
import { monthNumber } from './named-days.js';
import { foldedLine } from './word-line.js';

/** A year in which every day exists that exists at all. */
const LEAP_YEAR = 2024;
/** Greater numbers beside a month are counts. */
const LAST_OF_LONGEST = 31;

const FORMS: readonly RegExp[] = [
  rx('(?<YEAR>20\\d{2})-(?<NUMBER>\\d{2})-(?<DAY>\\d{2})'),
  rx('(?<DAY>\\d{1,2})[/.](?<NUMBER>\\d{1,2})[/.](?:(?<YEAR>20\\d{2})|(?<SHORT>\\d{2}))'),
  rx(`(?<DAY>\\d{1,2})(?:st|nd|rd|th|er)? ${OF}${MONTH}(?: ${OF}${YEAR})?`),
  rx(`${MONTH} (?:the )?(?<DAY>\\d{1,2})(?:st|nd|rd|th)?(?: ${YEAR})?`),
];

/** The first such day in `words`, as it was typed; undefined if every day that they give exists. */
export function impossibleDate(words: readonly Word[]): string | undefined {
  const line = foldedLine(words);
  for (const form of FORMS) {
    for (const match of matchesOf(form, line)) {
      if (isNoDay(match)) return asTyped(match, words);
    }
  }
  return undefined;
}

function isNoDay(match: RegExpMatchArray): boolean {
  const groups = namedGroups(match);
  const day = Number(groups.DAY);
  const year = Number(groups.YEAR ?? (groups.SHORT === undefined ? LEAP_YEAR : `20${groups.SHORT}`));
  const month = groups.MONTH === undefined ? Number(groups.NUMBER) : monthNumber(groups.MONTH);
  if (month === undefined || day > LAST_OF_LONGEST || day === 0) return false;
  // Where neither order of day and month gives one, no day is meant at all.
  if (month > 12) return day > 12 && month <= LAST_OF_LONGEST;
  return month > 0 && day > Number(endOfMonth(year, month).slice(8));
}

function asTyped(match: RegExpMatchArray, words: readonly Word[]): string {
  const from = match.index ?? 0;
  let start = 0;
  const found: string[] = [];
  for (const { folded, text } of words) {
    if (start >= from && start < from + match[0].length) found.push(text);
    start += folded.length + 1;
  }
  return found.join(' ');
}
