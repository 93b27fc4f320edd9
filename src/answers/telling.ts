/** Which metrics tell most: the first ones of the topics come first, in the topics' order. */
import type { Knowledge } from '../knowledge/reads.js';
import { keptFor } from '../knowledge/remembering.js';

/**
 * Ids of all metrics, the most telling first: the first one of every topic, then the second ones, and at last those
 * of no topic.
 */
export const mostTelling = keptFor(inOrder);

/** These things with the most telling metric first; those of one metric stay as they are. */
export function tellingFirst<T>(
  things: readonly T[],
  metricOf: (thing: T) => string,
  knowledge: Knowledge,
): T[] {
  const order = mostTelling(knowledge);
  const place = (thing: T) => {
    const found = order.indexOf(metricOf(thing));
    return found === -1 ? order.length : found;
  };
  return [...things].sort((a, b) => place(a) - place(b));
}

function inOrder(knowledge: Knowledge): string[] {
  const topics = knowledge.topics().map(({ metrics }) => metrics);
  const longest = Math.max(0, ...topics.map(({ length }) => length));
  const ofTopics = Array.from({ length: longest }, (_, place) =>
    topics.flatMap((metrics) => metrics[place] ?? []),
  ).flat();
  return [...new Set([...ofTopics, ...knowledge.metrics().map(({ id }) => id)])];
}
