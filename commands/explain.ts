/** `/explain topic`: rules, facts, dates, what each side says and what is open, each sentence with its source. */
import { ApplicationCommandOptionType } from 'discord.js';
import { respondWithPages } from '../src/discord/answering.js';
import type { Command } from '../src/discord/command.js';
import { EVERYWHERE } from '../src/discord/everywhere.js';
import { offer } from '../src/discord/offer.js';
import { clearly } from '../src/discord/unclear.js';
import { described } from '../src/language/discord-catalogue.js';

export default {
  data: {
    name: 'explain',
    ...described(({ explain }) => explain.description),
    ...EVERYWHERE,
    options: [
      {
        type: ApplicationCommandOptionType.String,
        name: 'topic',
        ...described(({ explain }) => explain.topic),
        required: true,
        autocomplete: true,
      },
    ],
  },

  async run(interaction, context) {
    const topic = interaction.options.getString('topic', true);
    await respondWithPages(interaction, clearly(context.engine.explain(topic, context.language)), context);
  },

  autocomplete(focused, context) {
    return offer('subject', focused, context);
  },
} satisfies Command;
