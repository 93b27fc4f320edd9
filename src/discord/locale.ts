/** Which of our languages a Discord locale stands for. */
import type { Language } from './command.js';

/** French for "fr", English for all others: https://docs.discord.com/developers/reference#locales */
export function languageOfLocale(locale: string): Language {
  return locale.toLowerCase().startsWith('fr') ? 'fr' : 'en';
}
