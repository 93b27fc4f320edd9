/** "Sources": every place that the answer cites, in full, for the person who clicked. */
import { discordCatalogueOf } from '../../language/discord-catalogue.js';
import type { ButtonHandler } from '../command.js';
import { readArgument } from '../custom-ids.js';
import { sourcePages } from '../render.js';
import { keptAnswer } from './kept.js';
import { showPage } from './pages.js';
import { PREFIXES } from './prefixes.js';

export const sourcesButton: ButtonHandler = {
  prefix: PREFIXES.sources,
  async run(interaction, argument, context) {
    const { query } = await keptAnswer(readArgument(argument).id, context);
    const answer = context.engine.answer(query);
    const title = discordCatalogueOf(answer.language).answers.sourcesTitle;
    const pages = sourcePages(answer);
    await showPage(
      interaction,
      argument,
      { prefix: PREFIXES.sources, title, pages, language: answer.language },
      context,
    );
  },
};
