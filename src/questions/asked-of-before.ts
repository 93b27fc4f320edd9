/** Follow-ups in a word: what is asked of those of whom the question before spoke. */
import type { Part } from './query.js';

/** What may be asked of somebody by a word alone ("what nationality?"). */
const ATTRIBUTES = /^(?:nationality|name|party|old|job|role|titl|occup|length)$/;

/** "What nationality?": of whom or what the question before spoke. */
export function attributeOf(before: Part, part: Part, content: readonly string[]): Part | undefined {
  const asksOne = content.length > 0 && content.every((token) => ATTRIBUTES.test(token));
  const named = part.people.length + part.metrics.length + part.times.length + part.sources.length > 0;
  if (!asksOne || named || before.tokens.length === 0) return undefined;
  const subject = before.tokens.filter((token) => !ATTRIBUTES.test(token));
  return {
    ...part,
    focus: part.focus === 'none' ? 'what' : part.focus,
    tokens: [...new Set([...part.tokens, ...subject])],
    people: before.people,
    surfaces: { ...before.surfaces, ...part.surfaces },
    leans: true,
  };
}

const ORDINALS = new Set(['first', 'second', 'third']);

/** "And the second one?", after something that was asked of the first: the same of another. */
export function otherOrdinal(before: Part, part: Part, ordinal: string): Part | undefined {
  const other = before.tokens.find((token) => ORDINALS.has(token) && token !== ordinal);
  if (!part.leans || !ORDINALS.has(ordinal) || other === undefined || before.focus === 'quantity')
    return undefined;
  return {
    ...before,
    tokens: before.tokens.map((token) => (token === other ? ordinal : token)),
    metrics: [],
    surfaces: { ...before.surfaces, ...part.surfaces },
    times: part.times,
    leans: true,
  };
}
