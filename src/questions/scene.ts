/** The later part of a question that only sets the scene: "how did they take it *when the first man came*". */
import type { Reading, Unit } from '../knowledge/meanings.js';
import type { Focus } from './query.js';

const SCENE =
  /(?<=[\p{L}\d]\s*,?\s+)(?:when|once|after|as soon as|the moment|(?:on|by) the (?:very )?(?:day|date|time)(?! (?:before|after))|quand|lorsque|lorsqu['’]|après que|une fois)(?![\p{L}])[^,;?]*/iu;

/** "When he came back in October, was he …": what comes first sets the scene as well. */
const LEADING =
  /^\W*(?:(?:and|so|but|ok|et|mais)\s+)*(?:when|once|after|as soon as|quand|lorsque|après que|une fois que)(?![\p{L}])(?! (?:was|were|did|is|are|will|would|exactly)(?!\w))[^,;?]{4,90},/iu;

/** Where the part of a clause ends that only says when, before what is asked; 0 where there is none. */
export function leadingSceneEnd(text: string): number {
  return LEADING.exec(text)?.[0].length ?? 0;
}

/** Tokens that stand in such a part and nowhere else, where something telling stands before it. */
export function sceneTokens(text: string, reading: Reading, asking: readonly Unit[], focus: Focus): string[] {
  if (!/^(?:what|how|why|who|yes-no|where|when)$/.test(focus)) return [];
  const leading = leadingSceneEnd(text);
  const match = leading > 0 || focus === 'when' ? null : SCENE.exec(text);
  if (!match && leading === 0) return [];
  const from = match?.index ?? 0;
  const end = match ? match.index + match[0].length : leading;
  const isInside = (unit: Unit) => {
    const start = reading.words[unit.at[0] ?? 0]?.start ?? 0;
    return start >= from && start < end;
  };
  const outside = asking.filter((unit) => !isInside(unit));
  if (!outside.some((unit) => !unit.generic && unit.kind !== 'neutral')) return [];
  const kept = new Set(outside.map((unit) => unit.token));
  return [...new Set(asking.filter((unit) => !kept.has(unit.token)).map((unit) => unit.token))];
}
