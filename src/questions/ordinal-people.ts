/** People whom a question tells by their place in an order: "the second man they flew out". */
import type { Lexicon } from '../knowledge/lexicon.js';
import type { Reading, Unit } from '../knowledge/meanings.js';

/** So many words after the person may still tell what the order is of. */
const REACH = 9;
const ORDINALS: Readonly<Record<string, number>> = { first: 1, second: 2 };
/** One person and no group. */
const ONE =
  /^(?:man|bloke|fella|guy|chap|lad|gentleman|dude|geezer|feller|person|individual|migrant|one|returnee|deportee|passenger|homme|mec|type|personne)$/;
const RETURNED = 'return-to-france';
const CAME_BACK = 'come-back';
/** Whoever was returned and comes again has come back. */
const COMES =
  /^(?:came|come|comes|coming|crossed|cross|crosses|landed|arrived|arrives|turned|showed|popped|made|hopped|got|revenu|revient|retraverse)$/;
const AGAIN = /^(?:again|back|anew|twice|encore|nouveau|retour)$/;

/**
 * The reading with each person who is told so named: "the first lad who got sent back and came again" is the
 * first who came back, and the words that tell it ask nothing else.
 */
export function withOrdinalPeople(reading: Reading, lexicon: Lexicon): Reading {
  const { words, units } = reading;
  const place = units.findIndex(
    (unit, index) =>
      isOne(unit, reading) && (nthBefore(units, index) ?? nthAfter(reading, index)) !== undefined,
  );
  const noun = units[place];
  if (!noun) return reading;
  const before = nthBefore(units, place);
  const nth = before ?? nthAfter(reading, place);
  const from = noun.at[0] ?? 0;
  const told = units.filter(({ at: [first = 0] }) => first > from && first <= from + REACH);
  const returned = told.find(({ token }) => token === RETURNED);
  if (!returned) return reading;
  // "The man who was sent there twice" had come back between.
  const back = told.find((unit) => unit.token === CAME_BACK || isTwice(unit, reading));
  const again = back ? undefined : comesAgain(reading, returned.at.at(-1) ?? 0, from + REACH);
  const of = back || again !== undefined ? CAME_BACK : RETURNED;
  const token = lexicon.ordinals.find((one) => one.of === of && one.nth === nth)?.token;
  if (token === undefined) return reading;
  const telling = new Set<Unit>([
    ...units.filter((unit) => unit.kind === 'term' && ORDINALS[unit.token] === nth),
    ...(of === CAME_BACK ? [returned, ...(back ? [back] : [])] : []),
  ]);
  return {
    words,
    units: units.map((unit): Unit => {
      if (unit === noun) return { kind: 'person', token, at: unit.at, known: true, generic: false };
      const isTold = telling.has(unit) || (again !== undefined && unit.at.some((at) => again.includes(at)));
      return isTold ? { ...unit, kind: 'neutral', generic: true } : unit;
    }),
  };
}

function isOne(unit: Unit, { words }: Reading): boolean {
  return unit.kind !== 'person' && unit.at.some((at) => ONE.test(words[at]?.folded ?? ''));
}

/** What was done with him was done again. */
function isTwice({ token, at }: Unit, { words }: Reading): boolean {
  return token === 'second' && at.some((index) => /^(?:twice|fois)$/.test(words[index]?.folded ?? ''));
}

/** "The second man": the ordinal stands before it, a word between them at most. */
function nthBefore(units: readonly Unit[], place: number): number | undefined {
  const unit = [units[place - 1], units[place - 2]].find((one) => one && ORDINALS[one.token] !== undefined);
  return unit?.kind === 'term' ? ORDINALS[unit.token] : undefined;
}

/** "The man flown out second": the ordinal stands right after what was done with him. */
function nthAfter(reading: Reading, place: number): number | undefined {
  const { units } = reading;
  const index = units.findIndex((unit, at) => at > place && unit.token === RETURNED);
  const near = index < 0 || index > place + 4 ? [] : units.slice(index + 1, index + 5);
  if (near.some((unit) => isTwice(unit, reading))) return 1;
  const [unit] = near;
  return unit?.kind === 'term' ? ORDINALS[unit.token] : undefined;
}

/** The words that say of somebody that he came again, from a word on; undefined where none do. */
function comesAgain({ words }: Reading, from: number, to: number): number[] | undefined {
  const verb = words.findIndex(({ folded }, at) => at > from && at <= to && COMES.test(folded));
  const again = words.findIndex(({ folded }, at) => at > verb && at <= verb + 5 && AGAIN.test(folded));
  return verb < 0 || again < 0
    ? undefined
    : Array.from({ length: again - verb + 1 }, (_, step) => verb + step);
}
