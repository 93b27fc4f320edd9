/** Names that are verbs as well: "what worries did they express" names no newspaper. */
import type { Reading, Unit } from '../knowledge/meanings.js';

const VERBS = /^express(?:es|ed)?$/;
/** What stands before it as a name. */
const NAMES = /^(?:the|daily|sunday|in|by|le|from|per)$/;

/** The reading without sources that are typed as a verb is, in small letters after its subject. */
export function withVerbs(reading: Reading): Reading {
  const { words } = reading;
  const isVerb = (unit: Unit) => {
    const [at = 0, ...more] = unit.at;
    const word = words[at];
    return (
      unit.kind === 'source' &&
      more.length === 0 &&
      at > 0 &&
      VERBS.test(word?.text ?? '') &&
      !NAMES.test(words[at - 1]?.folded ?? '')
    );
  };
  return {
    words,
    units: reading.units.map(
      (unit): Unit => (isVerb(unit) ? { ...unit, kind: 'neutral', generic: true } : unit),
    ),
  };
}
