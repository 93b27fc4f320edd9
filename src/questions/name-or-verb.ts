/** Words of two senses: "what worries did they express" names no newspaper, and days that are spent cost nothing. */
import type { Reading, Unit } from '../knowledge/meanings.js';

const VERBS = /^express(?:es|ed)?$/;
/** What stands before it as a name. */
const NAMES = /^(?:the|daily|sunday|in|by|le|from|per)$/;

/** Time is spent as well as money. */
const OF_TIME =
  /\b(?:how long|how many (?:days|weeks|months|hours)|days|weeks|time|combien de temps)\b.*\bspen(?:d|t|ds|ding)\b/u;
const SPEND = /^spen(?:d|t|ds|ding)$/;

/** The reading without sources that are typed as a verb is, in small letters after its subject, or costs of time. */
export function withVerbs(reading: Reading): Reading {
  const { words } = reading;
  const ofTime = OF_TIME.test(words.map(({ folded }) => folded).join(' '));
  const isVerb = (unit: Unit) => {
    const [at = 0, ...more] = unit.at;
    const word = words[at];
    if (ofTime && unit.kind === 'term' && more.length === 0 && SPEND.test(word?.folded ?? '')) return true;
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
