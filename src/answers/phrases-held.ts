/** Whether a quotation holds the words that a question quotes, as they stand or nearly so. */
import type { Entry } from '../knowledge/entries.js';
import { keptFor } from '../knowledge/remembering.js';
import type { Quote } from '../knowledge/schema.js';
import { bare } from '../knowledge/words.js';

/** True for a quotation that holds one of the phrases, or that one of them holds; phrases are bare. */
export function holdsPhrase(entry: Entry, phrases: readonly string[]): boolean {
  if (entry.kind !== 'quote') return false;
  const { text, renderings } = heldBy(entry.body);
  return phrases.some(
    (phrase) =>
      text.includes(phrase) ||
      (text.length > 8 && phrase.includes(text)) ||
      (phrase.split(' ').length >= RENDERED && isRendered(renderings, phrase)) ||
      holdsPieces(text, phrase),
  );
}

type Held = { text: string; words: readonly string[]; renderings: readonly string[] };

/** Made once for each quotation: every one is looked at wherever words are quoted. */
const heldBy = keptFor((body: Quote): Held => {
  const text = bare(body.text);
  const renderings = body.keywords.map(bare).filter((keyword) => keyword.split(' ').length >= RENDERED - 1);
  return { text, words: text.split(' '), renderings };
});

/** The phrase in the other language, as it stands among the keywords. */
function isRendered(renderings: readonly string[], phrase: string): boolean {
  return renderings.some((keyword) => keyword.includes(phrase) || phrase.includes(keyword));
}

/** A quoted phrase in bare words; a gap that is left in it ("no ___ bullet") becomes one sign. */
export function barePhrase(phrase: string): string {
  return phrase
    .split(LEFT_OUT)
    .map(bare)
    .filter((piece) => piece !== '')
    .join(GAP);
}

const LEFT_OUT = /_{2,}|\[\s*(?:\.{3}|…)?\s*\]|(?<=\p{L})\s*(?:\.{3}|…)\s*(?=\p{L})/u;
const GAP = ' _ ';

/** True where all pieces around a gap stand in the text in their order. */
function holdsPieces(text: string, phrase: string): boolean {
  if (!phrase.includes(GAP)) return false;
  let from = 0;
  return ` ${phrase} `.split(GAP).every((piece) => {
    const at = ` ${text} `.indexOf(` ${piece.trim()} `, from);
    from = at + piece.length;
    return at >= 0;
  });
}

/** So many words are taken for a rendering in the other language, which stands among the keywords. */
const RENDERED = 4;

/** Quoted words that a quotation must hold, in order, to be taken for a wrong memory of it. */
const NEARLY = 0.7;
const NEARLY_WORDS = 4;

/** True for a quotation that holds most of a phrase's words in their order. */
export function nearlyHolds(entry: Entry, phrases: readonly string[]): boolean {
  if (entry.kind !== 'quote') return false;
  const { words } = heldBy(entry.body);
  return phrases.some((phrase) => {
    const quoted = phrase.split(' ');
    return quoted.length >= NEARLY_WORDS && inOrder(quoted, words) >= NEARLY * quoted.length;
  });
}

/** How many of the first list's words stand in the second in the same order. */
function inOrder(wanted: readonly string[], words: readonly string[]): number {
  let last = new Array<number>(words.length + 1).fill(0);
  for (const want of wanted) {
    const row = [0];
    for (const [index, word] of words.entries()) {
      row.push(word === want ? (last[index] ?? 0) + 1 : Math.max(last[index + 1] ?? 0, row[index] ?? 0));
    }
    last = row;
  }
  return last[words.length] ?? 0;
}
