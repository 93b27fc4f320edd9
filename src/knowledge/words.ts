/** How text becomes words: the same for data, index and questions. */
import { stemmer } from 'stemmer';
import { matchesOf } from './matches.js';
import { remembering } from './remembering.js';

export type Word = {
  /** As typed. */
  text: string;
  /** Lower case, without accents and apostrophes. */
  folded: string;
  /** The folded word without its ending; numbers stay as they are. */
  stem: string;
  /** Offsets into the text, end exclusive. */
  start: number;
  end: number;
};

/** The forms of a number are tried only where one begins: most places begin none. */
const WORD =
  /(?=\p{N})(?:\p{N}{4}-\p{N}{2}-\p{N}{2}|20\p{N}{2}-(?:0[1-9]|1[0-2])(?![\p{N}-])|(?:0?[1-9]|1[0-2])\/20\p{N}{2}(?!\p{N})|\p{N}{1,2}[/.]\p{N}{1,2}[/.]\p{N}{4}|\p{N}{1,2}[/.]\p{N}{1,2}[/.]\p{N}{2}|\p{N}{1,2}\/\p{N}{1,2}(?!\p{N})|(?:\p{N}{1,3}(?:[,\u00a0\u202f ]\p{N}{3})+(?!\p{N})|\p{N}+)(?:\.\p{N}+)?(?:st|nd|rd|th|er|k|m|s)?(?!\p{L}))|[\p{L}\p{M}\p{N}]+(?:['’][\p{L}\p{M}]+)*|%/gu;
const ELISION = /^(l|d|j|qu|n|s|c|m|t|jusqu|lorsqu|puisqu|aujourd)['’](.+)$/i;
/** "'s" and its like behind an English word. */
export const ENGLISH_TAIL = /['’](?:s|ve|re|ll|d|m)$/i;

/** Lower case, compatibility forms folded, accents dropped, typographic apostrophes made straight. */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/[’‘`´]/g, "'")
    .replace(/[“”«»]/g, '"')
    .toLowerCase();
}

/** Letters and digits only, so that marks, accents and spacing make no difference. */
export function bare(text: string): string {
  return fold(text)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}

/**
 * The words of `text` in order. French elisions are split ("l'accord" is two words), English tails
 * are dropped ("Philp's" is "philp"), thousands separators are removed from numbers.
 */
export function splitWords(text: string): Word[] {
  const words: Word[] = [];
  for (const match of matchesOf(WORD, text)) {
    const elided = ELISION.exec(match[0]);
    if (elided?.[1] && elided[2] && elided[1].toLowerCase() !== 'aujourd') {
      words.push(makeWord(elided[1], match.index));
      words.push(makeWord(elided[2], match.index + elided[1].length + 1));
    } else {
      words.push(makeWord(match[0], match.index));
    }
  }
  return words;
}

/** The folded words of `text` without their endings. */
export function stems(text: string): string[] {
  return splitWords(text).map((word) => word.stem);
}

/** Words whose forms are kept in memory. */
const REMEMBERED = 50_000;

/** A folded word without its English or French ending. */
export const stem = remembering(REMEMBERED, stemOf);

const PERSON_IN_EE = /^(?:return|refug|deport|detain)ees?$/;

function stemOf(folded: string): string {
  // A returnee is a person, not a return.
  if (PERSON_IN_EE.test(folded)) return folded.replace(/s$/, '');
  if (/\d/.test(folded)) return folded;
  return folded.length < 5 ? shortStem(folded) : stemmer(folded).replace(/(?<=.{4})e+$/, '');
}

/** Four-letter plurals lose their s; French and English words that end in one by nature keep it. */
function shortStem(word: string): string {
  return word.length === 4 && /[^s]s$/.test(word) && !ENDS_IN_S.has(word) ? word.slice(0, 3) : word;
}

const ENDS_IN_S = new Set(
  'dans mais plus sans pays mois gens vers sous tous fois this thus does news pres bras corps puis avis gros trois mars paris'.split(
    ' ',
  ),
);

/** No word that is known comes near this length; longer ones are junk and cost time. */
const LONGEST_WORD = 40;

function makeWord(typed: string, start: number): Word {
  const text = typed.slice(0, LONGEST_WORD);
  const folded = foldWord(text);
  return { text, folded, stem: stem(folded), start, end: start + typed.length };
}

const foldWord = remembering(REMEMBERED, (text: string) => {
  const plain = fold(text.replace(ENGLISH_TAIL, ''));
  return /^\d/.test(plain) ? plain.replace(/[, ](?=\d{3})/g, '') : plain.replace(/'/g, '');
});

/**
 * A folded word without its endings of number, gender and tense, English and French. Unlike the stem it
 * keeps what derives one word from another, so that "handed" is not "handful".
 */
export function withoutInflection(folded: string): string {
  return folded
    .replace(/(?:ings?|ed|ers?)$/, '')
    .replace(/[es]+$/, '')
    .replace(/y$/, 'i')
    .replace(/(.)\1$/, '$1');
}
