/** Tells English from French by the small words that only one of them has. */
import { splitWords } from '../knowledge/words.js';
import type { Language } from './query.js';

const FRENCH = new Set(
  'le la les des du une est sont qui que quoi quel quelle quels quelles combien cmb cb comment pourquoi pq quand ou et dans sur avec pour par au aux ce cette ces ete etait etaient ont avait selon depuis entre jusqu il elle ils elles je tu nous vous on ne pas peut peuvent faut faire etre quelqu leur leurs son sa ses mais plus donc alors pays apres avant gagne fin dit personnes gens renvoyees renvoyes accord traversees vers d l qu'.split(
    ' ',
  ),
);
const ENGLISH = new Set(
  'the is are was were who what which when where why how many much of in on at by from for and has have had did does do to it they that this with been people there you i so not'.split(
    ' ',
  ),
);

/** The language of `text`; `fallback` where its words do not tell. */
export function languageOf(text: string, fallback: Language = 'en'): Language {
  let french = 0;
  let english = 0;
  for (const word of splitWords(text)) {
    if (FRENCH.has(word.folded)) french++;
    if (ENGLISH.has(word.folded)) english++;
  }
  if (french === english) return /[éèêàùçôîœ]|combien|france \?/i.test(text) && french > 0 ? 'fr' : fallback;
  return french > english ? 'fr' : 'en';
}
