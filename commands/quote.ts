/** `/quote [speaker] [topic]`: what was said, word for word; the newest quotations if nothing is chosen. */
import { ApplicationCommandOptionType } from 'discord.js';
import { respondWithAnswer } from '../src/discord/answering.js';
import type { Command } from '../src/discord/command.js';
import { EVERYWHERE } from '../src/discord/everywhere.js';
import { offer } from '../src/discord/offer.js';
import { clearly } from '../src/discord/unclear.js';
import { described } from '../src/language/discord-catalogue.js';

export default {
  data: {
    name: 'quote',
    ...described(({ quote }) => quote.description),
    ...EVERYWHERE,
    options: [
      {
        type: ApplicationCommandOptionType.String,
        name: 'speaker',
        ...described(({ quote }) => quote.speaker),
        autocomplete: true,
      },
      {
        type: ApplicationCommandOptionType.String,
        name: 'topic',
        ...described(({ quote }) => quote.topic),
        autocomplete: true,
      },
    ],
  },

  async run(interaction, context) {
    const reply = context.engine.quotes({
      speaker: interaction.options.getString('speaker') ?? undefined,
      topic: interaction.options.getString('topic') ?? undefined,
      language: context.language,
    });
    await respondWithAnswer(interaction, clearly(reply), context);
  },

  autocomplete(focused, context) {
    return offer(focused.name === 'topic' ? 'topic' : 'speaker', focused, context);
  },
} satisfies Command;
