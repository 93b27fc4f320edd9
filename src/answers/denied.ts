/** What a question takes for granted and an entry contradicts. */
import type { Entry } from '../knowledge/entries.js';
import type { Part } from '../questions/query.js';
import type { Context } from './context.js';
import { contentTokens, GENERIC } from './weights.js';

/** A question that takes something for granted, as "why" and "when" do. */
function presupposes(part: Part): boolean {
  return part.focus === 'why' || part.focus === 'how';
}

/** So few telling words beside it leave no doubt of what a single denied word is said. */
const LONE_WORDS = 2;

const denied = new WeakMap<object, readonly (readonly string[])[]>();

/** True if the question takes for granted, in all the words of one phrase, what the entry contradicts. */
export function isDenied(entry: Entry, part: Part, context: Context): boolean {
  if (!presupposes(part)) return false;
  const asked = new Set(part.tokens);
  const others = contentTokens(part).length;
  return deniedPhrases(entry, context).some(
    // One word alone may be said of something else than the scheme.
    (phrase) =>
      phrase.every((token) => asked.has(token)) &&
      (phrase.length > 1 || others <= LONE_WORDS || asked.has('scheme')),
  );
}

/** The words of a yes-or-no question that the entry contradicts: it answers with no. */
export function contradicted(entry: Entry, part: Part, context: Context): string[] {
  if (part.focus !== 'yes-no') return [];
  const asked = new Set(part.tokens);
  return deniedPhrases(entry, context)
    .filter((phrase) => phrase.every((token) => asked.has(token)))
    .flat();
}

function deniedPhrases(entry: Entry, context: Context): readonly (readonly string[])[] {
  const known = denied.get(entry.body);
  if (known) return known;
  const texts = entry.kind === 'event' || entry.kind === 'statement' ? entry.body.denies : [];
  const phrases = texts
    .map((text) => context.lexicon.tokens(text).filter((token) => !GENERIC.has(token)))
    .filter((phrase) => phrase.length > 0 && !phrase.every((token) => token.startsWith('p-')));
  denied.set(entry.body, phrases);
  return phrases;
}
