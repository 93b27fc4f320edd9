/** The sentences on subscriptions in each language. */
import type { LanguageCode } from './format.js';
import { englishSubscriptions } from './subscription-en.js';
import { frenchSubscriptions } from './subscription-fr.js';
import type { SubscriptionWords } from './subscription-sentences.js';

/** The sentences on subscriptions in a language. */
export function subscriptionWordsOf(language: LanguageCode): SubscriptionWords {
  return language === 'fr' ? frenchSubscriptions : englishSubscriptions;
}
