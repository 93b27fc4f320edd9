/** `/source [name]`: the card of a source, or of any entry by its permanent id; all sources if none is named. */
import { ApplicationCommandOptionType } from 'discord.js';
import { respondWithAnswer } from '../src/discord/answering.js';
import type { Command } from '../src/discord/command.js';
import { EVERYWHERE } from '../src/discord/everywhere.js';
import { offer } from '../src/discord/offer.js';
import { clearly } from '../src/discord/unclear.js';
import { described } from '../src/language/discord-catalogue.js';

export default {
  data: {
    name: 'source',
    ...described(({ source }) => source.description),
    ...EVERYWHERE,
    options: [
      {
        type: ApplicationCommandOptionType.String,
        name: 'name',
        ...described(({ source }) => source.name),
        autocomplete: true,
      },
    ],
  },

  async run(interaction, context) {
    const name = interaction.options.getString('name') ?? undefined;
    await respondWithAnswer(interaction, clearly(context.engine.card(name, context.language)), context);
  },

  autocomplete(focused, context) {
    return offer('source', focused, context);
  },
} satisfies Command;
