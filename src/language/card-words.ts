/** The words of cards in each language. */
import { englishCards } from './card-en.js';
import { frenchCards } from './card-fr.js';
import type { CardWords } from './card-sentences.js';
import type { LanguageCode } from './format.js';

/** The words of cards in a language. */
export function cardWordsOf(language: LanguageCode): CardWords {
  return language === 'fr' ? frenchCards : englishCards;
}
