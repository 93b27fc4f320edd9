/** What an entry says in its own text, apart from the keywords under which it is also found. */
import type { Entry } from '../knowledge/entries.js';
import type { Lexicon } from '../knowledge/lexicon.js';
import type { Weighted } from './weights.js';

const known = new WeakMap<object, ReadonlySet<string>>();

/** Share of the asked words' weight that stands in the entry's own text, 0 to 1. */
export function ownShare(entry: Entry, asked: readonly Weighted[], lexicon: Lexicon): number {
  const own = ownTokens(entry, lexicon);
  let total = 0;
  let held = 0;
  for (const { token, weight } of asked) {
    total += weight;
    if (own.has(token)) held += weight;
  }
  return total === 0 ? 0 : held / total;
}

/** Tokens of what is shown of the entry, in both languages; made once for each entry. */
function ownTokens(entry: Entry, lexicon: Lexicon): ReadonlySet<string> {
  const before = known.get(entry.body);
  if (before) return before;
  const made = new Set(ownTexts(entry).flatMap((text) => lexicon.tokens(text)));
  known.set(entry.body, made);
  return made;
}

function ownTexts(entry: Entry): string[] {
  switch (entry.kind) {
    case 'quote':
      return [entry.body.text, entry.body.about.en, entry.body.about.fr];
    case 'event':
      return [entry.body.text.en, entry.body.text.fr, ...entry.body.names.en, ...entry.body.names.fr];
    case 'statement':
      return [entry.body.text.en, entry.body.text.fr];
    case 'source':
    case 'figure':
      return [];
  }
}
