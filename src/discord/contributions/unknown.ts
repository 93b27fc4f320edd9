/** Questions that got no answer are counted by their words, so that it is seen what people miss. */
import type { KeptQuery } from '../../answers/kept-query.js';
import type { Reply } from '../../engine.js';
import { reportFault } from '../errors.js';
import type { Room } from '../room.js';

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
  try {
    await state.feedback.countUnknown(wordsAsked(query), answer.language);
  } catch (error) {
    reportFault(error, log, { while: 'counting a question without an answer' });
  }
}
