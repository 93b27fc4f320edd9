/** The figures that an answer used. */
import type { Figure } from '../knowledge/schema.js';
import type { Context } from './context.js';

/** Each once, in the order in which the answer came to use them: two reads of one figure give two objects. */
export function figuresUsed(used: Context['used']): Figure[] {
  return [...new Map([...used.figures].map((figure) => [figure.id, figure])).values()];
}
