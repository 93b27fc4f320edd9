/** What an entry says in its own text, apart from the keywords under which it is also found. */
import { bodyOf, type Entry } from '../knowledge/entries.js';
import type { Lexicon } from '../knowledge/lexicon.js';
import { keptFor } from '../knowledge/remembering.js';
import { totalWeight, type Weighted } from './weights.js';

/** Weight of the asked words that stand in the entry's own text; they are all found among its tokens. */
export function ownWeight(entry: Entry, asked: readonly Weighted[], lexicon: Lexicon): number {
  if (asked.length === 0) return 0;
  const own = ownTokens(entry, lexicon);
  return totalWeight(asked.filter(({ token }) => own.has(token)));
}

/** Tokens of what is shown of the entry, in both languages; made once for each entry. */
const ownTokens = keptFor(
  (entry: Entry, lexicon: Lexicon): ReadonlySet<string> =>
    new Set(ownTexts(entry).flatMap((text) => lexicon.tokens(text))),
  bodyOf,
);

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
