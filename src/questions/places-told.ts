/** "We have a Dunkirk segment. What is planned there?": the place that was told is meant. */
import type { Lexicon } from '../knowledge/lexicon.js';
import type { Clause } from './clauses.js';

/** At the place, and no "there is"; the ends of the Channel are named with nearly everything. */
const THERE =
  /(?<!\b(?:are|is|was|were|over|out|up|down|in|from|hello|hi|hey|been|still)\s)\b(?:over )?there\b(?!\s+(?:is|are|was|were|be|been|has|have|had|will|would|can|could|may|might|must|a|an|any|no|some)\b)|\blà[- ]bas\b/i;

/** The clauses, each asking "there" with the place that a sentence before it names. */
export function withPlaces(clauses: readonly Clause[], lexicon: Lexicon): Clause[] {
  return clauses.map((clause, index) => {
    if (!clause.asks || !THERE.test(clause.text)) return clause;
    const place = clauses
      .slice(0, index)
      .filter(({ asks }) => !asks)
      .flatMap(({ text }) => placeIn(text, lexicon) ?? [])
      .at(-1);
    return place ? { ...clause, text: clause.text.replace(THERE, `in ${place}`) } : clause;
  });
}

/** A word with a capital inside the sentence that the data know and that narrows what is counted. */
function placeIn(text: string, lexicon: Lexicon): string | undefined {
  const { words, units } = lexicon.read(text);
  const unit = units.find(
    ({ kind, known, generic, at: [first = 0] }) =>
      /^(?:term|word)$/.test(kind) &&
      known &&
      !generic &&
      (words[first]?.start ?? 0) > 0 &&
      /^\p{Lu}\p{Ll}{3,}$/u.test(words[first]?.text ?? ''),
  );
  return unit ? words[unit.at[0] ?? 0]?.text : undefined;
}
