/** `/timeline [from] [to] [topic]`: dated events in their order, on pages. */
import { ApplicationCommandOptionType } from 'discord.js';
import { respondWithPages } from '../src/discord/answering.js';
import type { Command } from '../src/discord/command.js';
import { EVERYWHERE } from '../src/discord/everywhere.js';
import { offer } from '../src/discord/offer.js';
import { clearly } from '../src/discord/unclear.js';
import { described } from '../src/language/discord-catalogue.js';

export default {
  data: {
    name: 'timeline',
    ...described(({ timeline }) => timeline.description),
    ...EVERYWHERE,
    options: [
      {
        type: ApplicationCommandOptionType.String,
        name: 'from',
        ...described(({ timeline }) => timeline.from),
        autocomplete: true,
      },
      {
        type: ApplicationCommandOptionType.String,
        name: 'to',
        ...described(({ timeline }) => timeline.to),
        autocomplete: true,
      },
      {
        type: ApplicationCommandOptionType.String,
        name: 'topic',
        ...described(({ timeline }) => timeline.topic),
        autocomplete: true,
      },
    ],
  },

  async run(interaction, context) {
    const result = context.engine.timeline({
      from: interaction.options.getString('from') ?? undefined,
      to: interaction.options.getString('to') ?? undefined,
      topic: interaction.options.getString('topic') ?? undefined,
      language: context.language,
    });
    await respondWithPages(interaction, clearly(result), context);
  },

  autocomplete(focused, context) {
    return offer(focused.name === 'topic' ? 'dated_subject' : 'event_date', focused, context);
  },
} satisfies Command;
