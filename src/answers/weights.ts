/** How much each word of a question tells: rare ones more, words said of nearly everything hardly anything. */
import { surfaceOf } from '../questions/part-words.js';
import type { Part } from '../questions/query.js';
import type { Context } from './context.js';

/** Words said of nearly everything weigh little, yet break ties. */
const GENERIC_WEIGHT = 0.15;
/** Tokens said of nearly everything. */
export const GENERIC = new Set(['person', 'scheme', 'france', 'uk', 'report', 'man']);
/** Numbers in a question are mostly asides; where they matter they meet their figure. */
const NUMBER_WEIGHT = 0.4;
/** A word that no entry holds: it may be slang for one that some do. */
const UNHEARD_WEIGHT = 0.8;
const PERSON_WEIGHT = 0.5;
/** What only sets the scene tells less than what is asked. */
const SCENE_SHARE = 0.7;
/** A light word ("took") tells a little where an entry holds it. */
const LIGHT_SHARE = 0.4;

export type Weighted = { token: string; weight: number };

/** Sorted after every word that some entry holds. */
const NEVER = 1e9;

/** The asked words with their weights: rare ones tell more; a word that no entry holds tells most. */
export function weigh(tokens: readonly string[], context: Context): Weighted[] {
  const known = [...new Set(tokens)]
    .filter((token) => !onlySays(token, context))
    .slice(0, 60)
    .map((token) => {
      const share =
        (context.part.scene.includes(token) ? SCENE_SHARE : 1) *
        (context.lexicon.isLightWord(token) ? LIGHT_SHARE : 1);
      return {
        token,
        weight: share * weightOf(token, context),
        frequency: context.knowledge.documentFrequency(token),
      };
    });
  return known.sort((a, b) => (a.frequency || NEVER) - (b.frequency || NEVER));
}

/** The weight of all of them together. */
export function totalWeight(weighted: readonly Weighted[]): number {
  return weighted.reduce((sum, { weight }) => sum + weight, 0);
}

/** True for a telling word that no entry holds. */
export function isUnheard(token: string, context: Context): boolean {
  return context.knowledge.documentFrequency(token) === 0 && !onlySays(token, context);
}

/** "How did they greet it": a word for saying that no entry holds is no subject of what is said. */
function onlySays(token: string, { part, knowledge, lexicon }: Context): boolean {
  if (!part.saidBy || token.includes('-') || knowledge.documentFrequency(token) > 0) return false;
  const surface = surfaceOf(token, part);
  return surface !== undefined && lexicon.lists.has('saying', surface.toLowerCase());
}

function weightOf(token: string, context: Context): number {
  if (token.startsWith('p-')) return PERSON_WEIGHT;
  if (/^\d/.test(token)) return NUMBER_WEIGHT;
  const frequency = context.knowledge.documentFrequency(token);
  if (frequency === 0) return UNHEARD_WEIGHT;
  const size = context.knowledge.entryCount();
  const rarity = Math.log((size + 1) / (frequency + 0.5)) / Math.log(size + 1);
  return GENERIC.has(token) ? GENERIC_WEIGHT * rarity : Math.max(0.05, rarity);
}

/** Telling words of a question: neither people nor sources nor what is said of nearly everything. */
export function contentTokens(part: Part): string[] {
  return part.tokens.filter((token) => !GENERIC.has(token) && !/^[ps]-/.test(token));
}
