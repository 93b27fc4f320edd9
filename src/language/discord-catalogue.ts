/** The Discord sentences of each language, and command descriptions in both. */
import { checkEnglish } from './check-en.js';
import { checkFrench } from './check-fr.js';
import type { CheckCatalogue } from './check-sentences.js';
import { discordEnglish } from './discord-en.js';
import { discordFrench } from './discord-fr.js';
import type { DiscordCatalogue } from './discord-sentences.js';
import type { LanguageCode } from './format.js';

/** The Discord sentences of a language. */
export function discordCatalogueOf(language: LanguageCode): DiscordCatalogue {
  return language === 'fr' ? discordFrench : discordEnglish;
}

/** A command's or an option's description with its French form, as Discord takes it. */
export function described(pick: (commands: DiscordCatalogue['commands']) => string) {
  return {
    description: pick(discordEnglish.commands),
    description_localizations: { fr: pick(discordFrench.commands) },
  };
}

/** The same for what has to do with checking a message's figures. */
export function describedCheck(pick: (words: CheckCatalogue) => string) {
  return {
    description: pick(checkEnglish),
    description_localizations: { fr: pick(checkFrench) },
  };
}

/** A choice's name with its French form. */
export function namedChoice<Value extends string>(
  value: Value,
  pick: (commands: DiscordCatalogue['commands']) => string,
) {
  return {
    name: pick(discordEnglish.commands),
    name_localizations: { fr: pick(discordFrench.commands) },
    value,
  };
}
