/** Two opposite verbs held against each other ("more gone or come") as the two directions of the scheme. */
import type { Reading } from '../knowledge/meanings.js';
import { takenFor } from './directions.js';

/** Plain verbs of coming in and of going out, as they stand against each other. */
const COMES_IN =
  /^(?:in|came|come|comes|coming|arrive|arrives|arrived|arriving|took|take|takes|taken|taking|receive|received|receiving|accept|accepted|accepting|admit|admitted|incoming|entered|brought|gained)$/;
const GOES_OUT =
  /^(?:out|went|go|goes|gone|going|left|leave|leaves|leaving|sent|send|sends|sending|returned|removed|departed|depart|departing|deported|outgoing|lost)$/;
/** What is said of something else, or already says both. */
const OF_ITS_OWN = /^(?:small-boat|boat-people|crossing|more-in-than-out|net|percent)$/;
/** So many words may stand between the two. */
const APART = 6;

/**
 * "Had more gone or come", "were we taking more than we sent", "how many more came than went": two opposite verbs that
 * are held against each other are the two directions of the scheme.
 */
export function withOpposites(reading: Reading): Reading {
  const { words, units } = reading;
  const folded = words.map((word) => word.folded);
  if (!folded.some((word) => /^(?:more|fewer|less|most|many)$/.test(word))) return reading;
  // "More in than out" has names of its own, and a percentage more is held against one of the two.
  if (units.some(({ kind, token }) => kind === 'term' && OF_ITS_OWN.test(token))) return reading;
  const joint = folded.findIndex(
    (word, index) => /^(?:than|or|minus|against|versus|vs)$/.test(word) && index > 0,
  );
  if (joint < 0) return reading;
  const near = (pattern: RegExp) => {
    const before = folded.findLastIndex(
      (word, at) => at < joint && joint - at <= APART && pattern.test(word),
    );
    const after = folded.findIndex((word, at) => at > joint && at - joint <= APART && pattern.test(word));
    return { before, after };
  };
  const [into, out] = [near(COMES_IN), near(GOES_OUT)];
  const [one, other] =
    into.before >= 0 && out.after >= 0 ? [into.before, out.after] : [into.after, out.before];
  if (one < 0 || other < 0) return reading;
  const unitAt = (index: number) => units.find(({ at }) => at.includes(index));
  return takenFor(
    'return-to-france',
    takenFor('accept', reading, (unit) => unit === unitAt(one)),
    (unit) => unit.at.includes(other) && unit === unitAt(other),
  );
}
