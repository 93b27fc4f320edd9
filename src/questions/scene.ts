/** The later part of a question that only sets the scene: "how did they take it *when the first man came*". */
import type { Reading, Unit } from '../knowledge/meanings.js';
import type { Focus } from './query.js';

const SCENE =
  /(?<=[\p{L}\d]\s*,?\s+)(?:when|once|after|as soon as|the moment|quand|lorsque|lorsqu['’]|après que|une fois)(?![\p{L}])[^,;?]*/iu;

/** Tokens that stand in such a part and nowhere else, where something telling stands before it. */
export function sceneTokens(text: string, reading: Reading, asking: readonly Unit[], focus: Focus): string[] {
  const match = /^(?:what|how|why|who|yes-no|where)$/.test(focus) ? SCENE.exec(text) : null;
  if (!match) return [];
  const end = match.index + match[0].length;
  const isInside = (unit: Unit) => {
    const start = reading.words[unit.at[0] ?? 0]?.start ?? 0;
    return start >= match.index && start < end;
  };
  const outside = asking.filter((unit) => !isInside(unit));
  if (!outside.some((unit) => !unit.generic && unit.kind !== 'neutral')) return [];
  const kept = new Set(outside.map((unit) => unit.token));
  return [...new Set(asking.filter((unit) => !kept.has(unit.token)).map((unit) => unit.token))];
}
