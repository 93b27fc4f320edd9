/** "Earlier values" under a message of new figures: what was known before each of them, for the person who clicked. */
import { discordCatalogueOf } from '../../language/discord-catalogue.js';
import type { ButtonHandler } from '../command.js';
import { readArgument } from '../custom-ids.js';
import { UserMistake } from '../errors.js';
import { answerPages } from '../render.js';
import { showPage } from './pages.js';
import { PREFIXES } from './prefixes.js';

export const earlierOfButton: ButtonHandler = {
  prefix: PREFIXES.earlierOf,
  async run(interaction, argument, context) {
    const { engine, language } = context;
    const words = discordCatalogueOf(language).answers;
    const pages = readArgument(argument)
      .id.split('.')
      .map((figureId) => engine.earlierThan(figureId, language))
      .filter(({ status }) => status === 'answered')
      .flatMap(answerPages);
    if (pages.length === 0) throw new UserMistake(words.noEarlier);
    const paged = { prefix: PREFIXES.earlierOf, title: words.earlierTitle, pages, language };
    await showPage(interaction, argument, paged, context);
  },
};
