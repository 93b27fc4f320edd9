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

type Phrase = {
  tokens: readonly string[];
  /** Words for all or for none, in which the contradicted thing lies ("nobody came back", "open to all"). */
  extent: RegExp | undefined;
};

const NONE =
  /\b(?:no|none|nobody|no one|noone|nothing|never|not|\p{L}+n['’]?t|zero|aucune?|personne|jamais|rien)\b/iu;
const ALL =
  /\b(?:all|any|anyone|anybody|everyone|everybody|every|whoever|everything|tous|toutes?|tout le monde|n['’]importe qui)\b/iu;

/** "Why was it not renewed": what is denied is denied by the question as well. */
const NOT_SO = /\b(?:not|never|\p{L}+n['’]?t|without|ne|n['’]\p{L}+|pas)\b/iu;

const denied = new WeakMap<object, readonly Phrase[]>();

/** True if the question takes for granted, in all the words of one phrase, what the entry contradicts. */
export function isDenied(entry: Entry, part: Part, context: Context): boolean {
  if (!presupposes(part)) return false;
  const asked = new Set(part.tokens);
  const others = contentTokens(part).length;
  return deniedPhrases(entry, context).some(
    // One word alone may be said of something else than the scheme.
    ({ tokens, extent }) =>
      tokens.every((token) => asked.has(token)) &&
      (extent?.test(part.text) ?? !NOT_SO.test(part.text)) &&
      (tokens.length > 1 || others <= LONE_WORDS || asked.has('scheme')),
  );
}

/** The words of a yes-or-no question that the entry contradicts: it answers with no. */
export function contradicted(entry: Entry, part: Part, context: Context): string[] {
  if (part.focus !== 'yes-no') return [];
  const asked = new Set(part.tokens);
  return deniedPhrases(entry, context)
    .filter(
      ({ tokens, extent }) => tokens.every((token) => asked.has(token)) && (extent?.test(part.text) ?? true),
    )
    .flatMap(({ tokens }) => tokens);
}

function deniedPhrases(entry: Entry, context: Context): readonly Phrase[] {
  const known = denied.get(entry.body);
  if (known) return known;
  const texts = entry.kind === 'event' || entry.kind === 'statement' ? entry.body.denies : [];
  const phrases = texts
    .map((text) => ({
      tokens: context.lexicon.tokens(text).filter((token) => !GENERIC.has(token)),
      extent: NONE.test(text) ? NONE : ALL.test(text) ? ALL : undefined,
    }))
    .filter(({ tokens }) => tokens.length > 0 && !tokens.every((token) => token.startsWith('p-')));
  denied.set(entry.body, phrases);
  return phrases;
}
