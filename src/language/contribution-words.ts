/** The sentences for what people send in, in each language. */
import { englishContributions } from './contribution-en.js';
import { frenchContributions } from './contribution-fr.js';
import type { ContributionWords } from './contribution-sentences.js';
import type { LanguageCode } from './format.js';

/** The sentences for what people send in, in a language. */
export function contributionWordsOf(language: LanguageCode): ContributionWords {
  return language === 'fr' ? frenchContributions : englishContributions;
}
