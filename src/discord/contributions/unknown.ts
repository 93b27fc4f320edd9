/** Questions that got no answer are counted by their words, so that it is seen what people miss. */
import type { KeptQuery } from '../../answers/kept-query.js';
import type { Reply } from '../../engine.js';
import type { Room } from '../room.js';
import { ifStateAllows } from '../without-state.js';

/** The words that ask, as they are kept; empty where something was picked from a list. */
export function wordsAsked({ parts }: KeptQuery): string {
  return parts
    .map(({ text }) => text.trim())
    .filter(Boolean)
    .join(' ');
}

/** Counts it if it got no answer; a state that can't be written is no reason not to have answered. */
export async function countIfUnknown(
  { query, answer }: Reply,
  { state, log }: Pick<Room, 'state' | 'log'>,
): Promise<void> {
  if (answer.status !== 'unknown') return;
  const counted = state.feedback.countUnknown(wordsAsked(query), answer.language);
  await ifStateAllows('counting a question without an answer', log, counted);
}
