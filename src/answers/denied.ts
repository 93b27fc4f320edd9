/** What a question takes for granted and an entry contradicts. */
import { bodyOf, type Entry } from '../knowledge/entries.js';
import { personToken } from '../knowledge/entry-tokens.js';
import type { Lexicon } from '../knowledge/lexicon.js';
import { keptFor } from '../knowledge/remembering.js';
import type { Event, Statement } from '../knowledge/schema.js';
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
  /** Words for all, for none or for too many, in which the contradicted thing lies ("nobody came back", "open to all"). */
  extent: RegExp | undefined;
};

const NEGATED = "(?:is|are|was|were|do|does|did|has|have|had|ca|could|wo|would|should)n['’]?t";
const NONE = new RegExp(
  `\\b(?:no|none|nobody|no one|noone|nothing|never|not|${NEGATED}|zero|aucune?|personne|jamais|rien)\\b`,
  'i',
);
const EXCESS = /(?<!\w)(?:too (?:many|much)|flood\p{L}*|oversubscribed|swamped|inundated|trop)(?!\w)/iu;
const ALL =
  /\b(?:all|any|anyone|anybody|everyone|everybody|every|whoever|everything|tous|toutes?|tout le monde|n['’]importe qui)\b/i;

/** "Why was it not renewed": what is denied is denied by the question as well. */
const NOT_SO = new RegExp(`(?<!\\w)(?:not|never|${NEGATED}|without|ne|n['’]\\p{L}+|pas)(?!\\w)`, 'iu');

/** True if the question takes for granted, in all the words of one phrase, what the entry contradicts. */
export function isDenied(entry: Entry, part: Part, context: Context): boolean {
  if (!presupposes(part)) return false;
  const phrases = deniedPhrases(entry, context.lexicon);
  // Most entries deny nothing, and every one found is looked at.
  if (phrases.length === 0) return false;
  const asked = new Set(part.tokens);
  const others = contentTokens(part).length;
  return phrases.some(
    // One word alone may be said of something else than the scheme.
    ({ tokens, extent }) =>
      tokens.every((token) => asked.has(token)) &&
      (extent?.test(part.text) ?? !NOT_SO.test(part.text)) &&
      (tokens.length > 1 || others <= LONE_WORDS || asked.has('scheme')),
  );
}

/** The words of a yes-or-no question that the entry contradicts: it answers with no. */
export function contradicted(entry: Entry, part: Part, context: Context): string[] {
  const phrases = part.focus === 'yes-no' ? deniedPhrases(entry, context.lexicon) : [];
  if (phrases.length === 0) return [];
  const asked = new Set(part.tokens);
  return phrases
    .filter(
      ({ tokens, extent }) => tokens.every((token) => asked.has(token)) && (extent?.test(part.text) ?? true),
    )
    .flatMap(({ tokens }) => tokens);
}

/** What stands only among what the entry contradicts, in a phrase of which the question does not say all. */
export function partlyDenied(entry: Entry, part: Part, context: Context): ReadonlySet<string> {
  const phrases = part.focus === 'yes-no' ? deniedPhrases(entry, context.lexicon) : [];
  if (phrases.length === 0) return NOTHING;
  const asked = new Set(part.tokens);
  const partly = phrases.filter(({ tokens }) => !tokens.every((token) => asked.has(token)));
  if (partly.length === 0) return NOTHING;
  const own = ownTokens(entry, context.lexicon);
  return new Set(partly.flatMap(({ tokens }) => tokens).filter((token) => !own.has(token)));
}

const NOTHING: ReadonlySet<string> = new Set();

/** What the entry says, and the words under which it is also found. */
const ownTokens = keptFor((entry: Entry, lexicon: Lexicon): ReadonlySet<string> => {
  const texts =
    entry.kind === 'event' || entry.kind === 'statement'
      ? [entry.body.text.en, entry.body.text.fr, ...entry.body.keywords]
      : [];
  const names = entry.kind === 'event' ? [...entry.body.names.en, ...entry.body.names.fr] : [];
  return new Set([...texts, ...names].flatMap((text) => lexicon.tokens(text)));
}, bodyOf);

const deniedPhrases = keptFor((entry: Entry, lexicon: Lexicon): readonly Phrase[] => {
  const texts = entry.kind === 'event' || entry.kind === 'statement' ? entry.body.denies : [];
  return texts
    .map((text) => ({
      tokens: lexicon.tokens(text).filter((token) => !GENERIC.has(token)),
      extent: [NONE, ALL, EXCESS].find((extent) => extent.test(text)),
    }))
    .filter(({ tokens }) => tokens.length > 0 && !tokens.every((token) => token.startsWith('p-')));
}, bodyOf);

/** True where the entry names somebody only among what it denies. */
export function deniesPerson(entry: Entry, person: string, context: Context): boolean {
  if (entry.kind !== 'event' && entry.kind !== 'statement') return false;
  if (entry.body.denies.length === 0 || entry.body.people.includes(person)) return false;
  return deniedTokens(entry.body, context.lexicon).has(personToken(person));
}

/** Kept: an entry is looked at in every answer. */
const deniedTokens = keptFor(
  ({ denies }: Event | Statement, lexicon: Lexicon): ReadonlySet<string> =>
    new Set(denies.flatMap((text) => lexicon.tokens(text))),
);
