/** Numbers among the units of a text: what a word counts, and words that make one number together. */

import type { Unit } from './meanings.js';
import { numberWord } from './number-words.js';
import type { Word } from './words.js';

const MILLIONS: Readonly<Record<string, number>> = {
  million: 1e6,
  millions: 1e6,
  billion: 1e9,
  billions: 1e9,
  bn: 1e9,
  milliard: 1e9,
  milliards: 1e9,
};

/** "38 thousand", "four hundred" and "£700 million" are one number each; the last one still speaks of money. */
export function joinNumbers(units: readonly Unit[], words: readonly Word[]): Unit[] {
  const joined: Unit[] = [];
  for (const unit of units) {
    const last = joined.at(-1);
    const follows = last !== undefined && (last.at.at(-1) ?? 0) + 1 === unit.at[0];
    if (
      unit.kind === 'number' &&
      last?.kind === 'number' &&
      follows &&
      /^(?:100|1000)$/.test(unit.token) &&
      Number(last.token) < 1_000
    ) {
      joined[joined.length - 1] = {
        ...last,
        token: String(Number(last.token) * Number(unit.token)),
        at: [...last.at, ...unit.at],
      };
      continue;
    }
    if (words[unit.at[0] ?? -1]?.folded === 'grand' && last?.kind === 'number' && follows) {
      joined[joined.length - 1] = {
        ...last,
        token: String(Number(last.token) * 1_000),
        at: [...last.at, ...unit.at],
      };
      continue;
    }
    const factor = MILLIONS[words[unit.at[0] ?? -1]?.folded ?? ''];
    if (factor !== undefined && last?.kind === 'number' && follows && Number(last.token) < factor)
      joined[joined.length - 1] = { ...last, token: String(Math.round(Number(last.token) * factor)) };
    joined.push(unit);
  }
  return joined;
}

/**
 * The number that a folded word writes ("38726", "41k", "fifty", "18th"), or undefined. One is mostly an
 * article and "sept" a month.
 */
export function numberOf(folded: string): number | undefined {
  const digits = /^(\d+(?:\.\d+)?)(k|m|st|nd|rd|th|er)?$/.exec(folded);
  if (digits?.[1]) {
    const scale = digits[2] === 'k' ? 1_000 : digits[2] === 'm' ? 1_000_000 : 1;
    return Number(digits[1]) * scale;
  }
  const word = numberWord(folded);
  const counts = word && !word.ordinal && word.value >= 2 && word.value <= 1_000 && folded !== 'sept';
  return counts ? word.value : undefined;
}
