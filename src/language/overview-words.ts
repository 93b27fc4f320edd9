/** The words of overviews in each language. */
import type { LanguageCode } from './format.js';
import { englishOverviews } from './overview-en.js';
import { frenchOverviews } from './overview-fr.js';
import type { OverviewWords } from './overview-sentences.js';

/** The words of overviews in a language. */
export function overviewWordsOf(language: LanguageCode): OverviewWords {
  return language === 'fr' ? frenchOverviews : englishOverviews;
}
