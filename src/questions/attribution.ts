/** Whose numbers a clause asks for: "on Mahmood's January 2026 numbers", "by Philp's count". */
import type { Reading } from '../knowledge/meanings.js';

const NUMBERS =
  /^(?:numbers?|numbrs?|nos|figures?|count|counts|total|totals|tally|tallies|estimate|estimates|stats?|maths|sums|chiffres?|totaux)$/;
/** So many words may stand between a name and its numbers. */
const BETWEEN = 5;
const OWN = /^(?:s|own|latest|new|newest|official|the|of|from|in|early|late|mid|interview|radio|\d+)$/;

/** True where numbers are said to be a named person's; `taken` are the words of dates. */
export function givesNumbers({ words, units }: Reading, taken: ReadonlySet<number>): boolean {
  return units
    .filter(({ kind }) => kind === 'person')
    .some(({ at }) => {
      const last = Math.max(...at);
      for (let index = last + 1; index <= last + 1 + BETWEEN; index++) {
        const folded = words[index]?.folded;
        if (folded === undefined) return false;
        if (NUMBERS.test(folded)) return true;
        if (!taken.has(index) && !OWN.test(folded)) return false;
      }
      return false;
    });
}

/** "Which figure did Philp use": whoever uses a number gives it. */
const USES =
  /(?<!\w)(?:figures?|numbers?|totals?|counts?|tally|percentage|share|how many|how much)(?!\w)[^?]*(?<!\w)(?:did|does|do|has|have|had) (?:the |\p{L}+ ){1,3}(?:use|used|have|go with|gone with|throw out|throw around|trot out|bandy about|rely on|work with|quote|cite|cited)(?!\w)/iu;

export function usesNumber({ units }: Reading, text: string): boolean {
  return units.some(({ kind }) => kind === 'person') && USES.test(text);
}

/** "Within how long would Philp remove people": what somebody would do is what they said. */
export function wouldDo({ words, units }: Reading): boolean {
  return units
    .filter(({ kind }) => kind === 'person')
    .some(({ at }) => {
      const before = Math.min(...at) - 1;
      const modal = words[before]?.folded === 'the' ? before - 1 : before;
      const next = words[Math.max(...at) + 1]?.folded;
      return words[modal]?.folded === 'would' && next !== undefined && !/^(?:be|have|been)$/.test(next);
    });
}

/** "Philp on the odds of being deported": a name with "on" behind it at the head is a remark's. */
export function speaksOn({ words, units }: Reading, taken: ReadonlySet<number>): boolean {
  const head = units.find(({ kind, at }) => kind === 'person' && Math.min(...at) <= HEAD);
  if (!head) return false;
  const on =
    words[Math.max(...head.at) + 1]?.folded === 's' ? Math.max(...head.at) + 2 : Math.max(...head.at) + 1;
  if (!/^(?:on|about|re|sur)$/.test(words[on]?.folded ?? '') || taken.has(on + 1)) return false;
  // "Mahmood on LBC" is where she spoke.
  const next = units.find(({ at }) => at.includes(on + 1));
  return words[on + 1] !== undefined && !/^(?:person|source|number)$/.test(next?.kind ?? '');
}

/** So many words may stand before a name at the head ("and the PM's spokesman on …"). */
const HEAD = 2;
