/** "A long gap at the end of 2025 with no boats at all": a time without arrivals, in whatever words. */
import type { Reading } from '../knowledge/meanings.js';
import { takenFor } from './directions.js';
import { foldedLine } from './word-line.js';

const STRETCH =
  /^(?:gap|stretch|spell|period|break|pause|lull|run|streak|hiatus|drought|accalmie|treve|periode|interruption)$/;
/** With its joint, so that "which is a stretch, but there were no boats" says two things. */
const WITHOUT =
  /\b(?:without(?: an?| any| a single)?|sans(?: aucune?)?|(?:with|w|of|when|where|that|which|ou) (?:there (?:were|was) )?(?:no|zero|not (?:a|one)(?: single)?|aucune?|nobody|no ?one)) (?:\w+ ){0,2}?(?:boats?|dinghy|dinghies|crossings?|arrivals?|landings?|crossed|crossing|came|arrived|arriving|bateaux?|traversees?|arrivees?|canots?)\b/;

/** "Before that long spell without boats": it only says when something else was. */
const SAYS_WHEN = /^(?:after|as|since|before|when|until|till|following|during|apres|avant|depuis|lors)$/;
/** So many words may stand between. */
const REACH = 5;

/** The word for the stretch taken for a pause, where the clause says that nobody arrived in it. */
export function withQuietStretch(reading: Reading): Reading {
  const stretch = reading.words.findIndex(({ folded }) => STRETCH.test(folded));
  if (stretch < 0 || !WITHOUT.test(foldedLine(reading.words))) return reading;
  const before = reading.words.slice(Math.max(0, stretch - REACH), stretch);
  if (before.some(({ folded }) => SAYS_WHEN.test(folded))) return reading;
  return takenFor('pause', reading, ({ at }) => at.includes(stretch));
}
