/** "Earlier values": what was known before the figure that was answered, for the person who clicked. */
import { discordCatalogueOf } from '../../language/discord-catalogue.js';
import type { ButtonHandler } from '../command.js';
import { readArgument } from '../custom-ids.js';
import { UserMistake } from '../errors.js';
import { answerPages } from '../render.js';
import { keptAnswer } from './kept.js';
import { showPage } from './pages.js';
import { PREFIXES } from './prefixes.js';

export const earlierButton: ButtonHandler = {
  prefix: PREFIXES.earlier,
  async run(interaction, argument, context) {
    const { query } = await keptAnswer(readArgument(argument).id, context);
    const answer = context.engine.earlier(query);
    const words = discordCatalogueOf(answer.language).answers;
    if (answer.status === 'unknown') throw new UserMistake(words.noEarlier);
    const paged = {
      prefix: PREFIXES.earlier,
      title: words.earlierTitle,
      pages: answerPages(answer),
      language: answer.language,
    };
    await showPage(interaction, argument, paged, context);
  },
};
