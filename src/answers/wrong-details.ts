/** A named event with a wrong place or group in it ("the first flight went to Lyon, right?") is put right. */
import { answered, type Context, type PartAnswer } from './context.js';
import { linesOf } from './entry-lines.js';
import { findEntries } from './find.js';
import { contentTokens } from './weights.js';

/** A name of fewer telling words may be meant by chance. */
const NAME_WORDS = 2;

/**
 * The event whose whole name the question says, where the question wants a detail of it confirmed (a place, a
 * group) that the event does not hold; undefined otherwise.
 */
export function answerWrongDetails(context: Context): PartAnswer | undefined {
  const { part, lexicon, words } = context;
  if (part.focus !== 'yes-no' || part.narrowing.length === 0 || part.quoted.length > 0) return undefined;
  const tokens = part.tokens.filter((token) => !part.narrowing.includes(token));
  const named = new Set(
    lexicon.events
      .filter(({ names }) =>
        names.some(
          (name) => name.tokens.length >= NAME_WORDS && name.tokens.every((token) => tokens.includes(token)),
        ),
      )
      .map(({ event }) => event.id),
  );
  if (named.size === 0) return undefined;
  const rest = { ...part, tokens, narrowing: [], metrics: [] };
  const events = findEntries(rest, { ...context, part: rest }).filter(({ entry }) =>
    named.has(entry.body.id),
  );
  const [main] = events;
  const holds = (token: string) => events.some((found) => found.tokens.has(token));
  if (!main || part.narrowing.some(holds) || !contentTokens(rest).every(holds)) return undefined;
  return answered(linesOf(main.entry, context), [words.premiseDenied]);
}
