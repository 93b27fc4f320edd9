/** A count that no figure holds and that something which happened at the time tells. */
import { answered, type Context, type PartAnswer } from './context.js';
import { linesOf } from './entry-lines.js';
import { counts } from './evidence.js';
import { findEntries } from './find.js';
import { GENERIC } from './weights.js';

/** Share of what is asked that the event must hold. */
const HOLDS = 0.95;
/** What happened in a longer stretch is one of many. */
const GRANULARITIES = /^(?:day|month|part|span)$/;

/** "How many drowned off Wimereux in April": the event of that time that counts what is asked for. */
export function answerByEvent(context: Context): PartAnswer | undefined {
  const { part, lexicon } = context;
  const [time, ...more] = part.times;
  if (!time || more.length > 0 || time.cue === 'by' || !GRANULARITIES.test(time.granularity))
    return undefined;
  if (time.from.slice(0, 7) !== time.to.slice(0, 7)) return undefined;
  const asked = [...part.tokens, ...part.lead].filter((token) => !lexicon.isLightWord(token));
  // A count alone would be met by any report of its total: a place or a thing beside it tells what happened.
  if (asked.filter((token) => !GENERIC.has(token)).length < 2) return undefined;
  const [best, second] = findEntries(part, context).filter(
    ({ entry, coverage, tokens }) =>
      entry.kind === 'event' &&
      entry.body.date >= time.from &&
      entry.body.date <= time.to &&
      entry.body.date <= context.horizon &&
      coverage >= HOLDS &&
      asked.every((token) => tokens.has(token)),
  );
  if (best?.entry.kind !== 'event' || second || !counts(best, context)) return undefined;
  return answered(linesOf(best.entry, context));
}
