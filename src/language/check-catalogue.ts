/** The sentences about a message's figures, in the language asked for. */
import { checkEnglish } from './check-en.js';
import { checkFrench } from './check-fr.js';
import type { CheckCatalogue } from './check-sentences.js';
import type { LanguageCode } from './format.js';

export function checkCatalogueOf(language: LanguageCode): CheckCatalogue {
  return language === 'fr' ? checkFrench : checkEnglish;
}
