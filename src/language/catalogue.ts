/** One catalogue of sentences a language, all with the same keys. */
import { english } from './en.js';
import type { LanguageCode } from './format.js';
import { french } from './fr.js';
import type { Catalogue } from './sentences.js';

/** The catalogue of a language. */
export function catalogueOf(language: LanguageCode): Catalogue {
  return language === 'fr' ? french : english;
}
