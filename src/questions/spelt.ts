/** A question with its misspelt words mended, so that rules that read sentences see the words that are meant. */
import type { Lexicon } from '../knowledge/lexicon.js';
import { ENGLISH_TAIL } from '../knowledge/words.js';

/**
 * The text with each word that the lexicon mends written as it is known ("wen did Burnam's goverment start" →
 * "wen did Burnham's government start"); everything else stays as typed.
 */
export function spelt(text: string, lexicon: Lexicon): string {
  const mended = lexicon.mended(text);
  if (mended.length === 0) return text;
  let full = '';
  let end = 0;
  for (const { word, spelling } of mended) {
    const begins = /^\p{Lu}/u.test(word.text) ? spelling.charAt(0).toUpperCase() : spelling.charAt(0);
    const tail = ENGLISH_TAIL.exec(word.text)?.[0] ?? '';
    full += text.slice(end, word.start) + begins + spelling.slice(1) + tail;
    end = word.end;
  }
  return full + text.slice(end);
}
