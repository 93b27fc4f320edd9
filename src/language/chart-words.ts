/** The words of charts in each language. */
import { englishCharts } from './chart-en.js';
import { frenchCharts } from './chart-fr.js';
import type { ChartWords } from './chart-sentences.js';
import type { LanguageCode } from './format.js';

/** The words of charts in a language. */
export function chartWordsOf(language: LanguageCode): ChartWords {
  return language === 'fr' ? frenchCharts : englishCharts;
}
