/** Words that stand for a direction of the scheme: in and out, again, the other way. */
import type { Reading, Unit } from '../knowledge/meanings.js';

const UNDER_SCHEME =
  /\b(?:under|via|through) (?:the |this |that )?(?:scheme|deal|pilot|agreement|treaty|swap|accord|one in one out)\b/;

/** "How many came in March under the deal": whoever arrives by the scheme is accepted under it. */
export function underScheme(reading: Reading): Reading {
  const line = reading.words.map(({ folded }) => folded).join(' ');
  if (!UNDER_SCHEME.test(line)) return reading;
  const units = reading.units.map(
    (unit): Unit => (unit.kind === 'term' && unit.token === 'arrival' ? { ...unit, token: 'accept' } : unit),
  );
  return { ...reading, units };
}

/** "Come in dinghies": they were not let in, the word says what they were in. */
export function inVessels(reading: Reading): Reading {
  const units = reading.units.map((unit, index): Unit => {
    const last = reading.words[unit.at.at(-1) ?? 0]?.folded;
    const next = reading.units[index + 1];
    const isVessel = next?.token === 'small-boat' || next?.token === 'boat-people';
    return unit.token === 'accept' && last === 'in' && isVessel ? { ...unit, token: 'arrival' } : unit;
  });
  return { ...reading, units };
}

/** So many words may stand between an arrival and its "again". */
const AGAIN_REACH = 4;

/** "Turned up in England again": whoever was returned and arrives again comes back. */
export function withAgain(reading: Reading): Reading {
  const again = reading.words.findLastIndex(({ folded }) => /^(?:again|anew|encore|nouveau)$/.test(folded));
  const returnee = reading.units.findIndex(
    ({ kind, token }) => kind === 'person' && token.includes('returnee'),
  );
  if (again < 0 || returnee < 0) return reading;
  const units = reading.units.map(
    (unit, index): Unit =>
      // "How many arrived before the second man was caught again": others, whom the words before him count.
      index > returnee &&
      Math.abs((unit.at[0] ?? 0) - again) <= AGAIN_REACH &&
      unit.kind === 'term' &&
      /^(?:arrival|crossing)$/.test(unit.token)
        ? { ...unit, token: 'come-back' }
        : unit,
  );
  return { ...reading, units };
}

/** "For every 100 let in, how many go the other way": the opposite of the direction that was named before. */
export function withOtherWay(reading: Reading): Reading {
  const isOther = (unit: Unit) =>
    unit.at.some((at) => /^(?:other|opposite|autre|inverse)$/.test(reading.words[at]?.folded ?? ''));
  const units = reading.units.map((unit, index): Unit => {
    if (unit.token !== 'accept' || !isOther(unit)) return unit;
    const before = reading.units.slice(0, index).findLast(({ token }) => DIRECTIONS.has(token));
    return before?.token === 'accept' ? { ...unit, token: 'return-to-france' } : unit;
  });
  return { ...reading, units };
}

const DIRECTIONS: ReadonlySet<string> = new Set(['accept', 'return-to-france']);

/** "in" and "out" as directions of the scheme ("75 out and 51 in", "more in than out"). */
export function withDirections(reading: Reading): Reading {
  const words = reading.words;
  const directional = (index: number) => {
    const next = words[index + 1]?.folded;
    const before = words[index - 1]?.folded ?? '';
    if (/^(?:find|figure|work|turn|sort|carry|point|rule|make|check|set|back)/.test(before)) return false;
    return (
      next === undefined ||
      /^(?:than|vs|versus|and|or|minus|per|for|as|to|but|under|compared)$/.test(next) ||
      (before === 'many' && /^(?:on|by|at|as|then|since|so)$/.test(next))
    );
  };
  const line = words.map((word) => word.folded).join(' ');
  const together =
    /\b(?:in (?:and|or|vs|versus|minus|than|to|per|against|over) out|out (?:and|or|vs|versus|minus|than|to|per|against|over) in)\b/.test(
      line,
    );
  const both =
    together ||
    ['in', 'out'].every((word) => words.some((other, index) => other.folded === word && directional(index)));
  const afterCount = (index: number) =>
    /^\d|^(?:many|more|people|went|going|were|are|got)$/.test(words[index - 1]?.folded ?? '');
  // "How many gone by January": at the end of what is counted, and nowhere else ("how far have we gone").
  const isCountedGone = (index: number) =>
    /^(?:many|people|migrants)$/.test(
      words.slice(0, index).findLast(({ folded }) => !/^(?:have|ve|had|has|now|been)$/.test(folded))
        ?.folded ?? '',
    ) &&
    /^(?:$|(?:and|by|so|then|now|under|but|altogether|overall|in (?:total|all))\b)/.test(
      words
        .slice(index + 1, index + 3)
        .map(({ folded }) => folded)
        .join(' '),
    );
  const units = reading.units.map((unit): Unit => {
    const index = unit.at[0] ?? 0;
    const word = words[index]?.folded;
    if (word === 'gone' && unit.kind === 'neutral' && isCountedGone(index))
      return { ...unit, kind: 'term', token: 'return-to-france', generic: false };
    if (unit.kind !== 'neutral' || (word !== 'in' && word !== 'out')) return unit;
    if (!(together || directional(index)) || !(both || afterCount(index))) return unit;
    return { ...unit, kind: 'term', token: word === 'in' ? 'accept' : 'return-to-france', generic: false };
  });
  return { words, units };
}
