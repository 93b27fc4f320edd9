/** "Since the cat died", "under the Tories": a start that no date, event or scope explains narrows a count like any other word. */
import type { Reading } from '../knowledge/meanings.js';

/** Words of it that are named when no figure counts from there. */
const NAMED_WORDS = 5;

/** A reason ("since you ask"), or no start at all ("ever since", "since then"). */
const NO_START =
  /^(?:then|when|ever|that|this|i|im|ive|id|you|youre|we|were|its|it|there|last|the|long|so|quand|longtemps|lors|que|toujours|\w+day|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)$/;
const ARTICLE_OR_OWNER = /^(?:the|my|our|his|her|their|your|a|le|la|les|mon|ma|mes|son|sa|leur|leurs)$/;

/**
 * The start that a clause counts from, as typed, where nothing in it was understood: none of its words may be
 * of `explained` (dates, scopes, moments), and it must name something or somebody.
 */
export function unresolvedSince(reading: Reading, explained: ReadonlySet<number>): string | undefined {
  const { words, units } = reading;
  const since = words.findIndex(({ folded }) => /^(?:since|depuis)$/.test(folded));
  if (since <= 0 || explained.has(since)) return undefined;
  const after = words.slice(since + 1, since + 1 + NAMED_WORDS);
  const [next, second] = after;
  if (!next || after.some((_, offset) => explained.has(since + 1 + offset))) return undefined;
  const owned = ARTICLE_OR_OWNER.test(next.folded);
  if (!owned && NO_START.test(next.folded)) return undefined;
  if (owned && !second) return undefined;
  // A name or a thing that the data know may start a count in a way that is understood elsewhere.
  const known = units.some(
    (unit) =>
      (unit.kind === 'term' || unit.kind === 'person') &&
      (!unit.generic || /^(?:france|uk)$/.test(unit.token)) &&
      unit.at.some((at) => at > since && at <= since + NAMED_WORDS),
  );
  return known ? undefined : after.map(({ text }) => text).join(' ');
}

/** Somebody under or before whom is counted, as typed: a time that nothing here explains. */
export function unresolvedReign(
  { words, units }: Reading,
  explained: ReadonlySet<number>,
): string | undefined {
  const person = units.find(({ kind, token, at: [first = 0] }) => {
    const owned = ARTICLE_OR_OWNER.test(words[first - 1]?.folded ?? '');
    const before = words[first - (owned ? 2 : 1)]?.folded ?? '';
    if (explained.has(first)) return false;
    return kind === 'person'
      ? /^(?:under|before|sous|avant)$/.test(before)
      : token === 'courtesy-government' && /^(?:before|avant)$/.test(before);
  });
  return person?.at.map((index) => words[index]?.text ?? '').join(' ');
}
