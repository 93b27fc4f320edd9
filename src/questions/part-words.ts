/** What the words of a clause are taken for: its context, the people and sources that it names, and how they are typed. */

import type { Lexicon } from '../knowledge/lexicon.js';
import type { Reading, Unit } from '../knowledge/meanings.js';
import type { Clause } from './clauses.js';
import type { Part } from './query.js';

/** So many words of the other clauses are taken for what the question is about. */
const CONTEXT_TOKENS = 60;

/** Tokens around what is asked, of this clause and of others. */
export function contextTokens(
  free: readonly Unit[],
  inside: ReadonlySet<number>,
  around: readonly Clause[],
  lexicon: Lexicon,
): string[] {
  const outside = free
    .filter((unit) => !unit.at.some((index) => inside.has(index)))
    .map((unit) => unit.token);
  const others: string[] = [];
  for (const { text } of around) {
    if (others.length >= CONTEXT_TOKENS) break;
    others.push(...lexicon.tokens(text));
  }
  return [...new Set([...outside, ...others.slice(0, CONTEXT_TOKENS)])];
}

/** Ids of the people or sources that the first units name, or else all of them. */
export function namesOf(first: readonly Unit[], all: readonly Unit[], kind: 'person' | 'source'): string[] {
  const named = first.filter((unit) => unit.kind === kind);
  const units = named.length > 0 ? named : all.filter((unit) => unit.kind === kind);
  const ids = units.flatMap((unit) => unit.token.split('_').map((token) => token.slice(2)));
  return [...new Set(kind === 'source' ? ids.map((id) => id.toUpperCase()) : ids)];
}

/** The words of a unit as typed. */
export function surface(unit: Unit, reading: Reading): string {
  return unit.at.map((index) => reading.words[index]?.text ?? '').join(' ');
}

/** A token as it was typed; undefined where it stands for words of another question ("constructor" is a token too). */
export function surfaceOf(token: string, { surfaces }: Pick<Part, 'surfaces'>): string | undefined {
  return Object.hasOwn(surfaces, token) ? surfaces[token] : undefined;
}
