/** "The exact number since 5 July 2024", after a count by a day: what is counted from that start until the day told. */
import type { Lexicon } from '../knowledge/lexicon.js';
import type { Part } from './query.js';

const UNTIL = /^(?:by|on|in|before)$/;

/** The part with a start that it gives taken for its scope, and with the later day of the part before it. */
export function countedFrom(before: Part, part: Part, lexicon: Lexicon): Part {
  const [start, ...others] = part.times;
  const [until, ...more] = before.times;
  if (start?.cue !== 'since' || !until || others.length + more.length > 0) return part;
  if (start.granularity !== 'day' || !UNTIL.test(until.cue) || until.to <= start.from) return part;
  const scope = lexicon.scopes.find(({ scope: { since } }) => since === start.from)?.scope.id;
  return scope === undefined ? part : { ...part, scope, times: before.times };
}
