/** The words of messages that tell of new figures, in each language. */
import type { LanguageCode } from './format.js';
import { englishUpdates } from './update-en.js';
import { frenchUpdates } from './update-fr.js';
import type { UpdateWords } from './update-sentences.js';

/** The words of update messages in a language. */
export function updateWordsOf(language: LanguageCode): UpdateWords {
  return language === 'fr' ? frenchUpdates : englishUpdates;
}
