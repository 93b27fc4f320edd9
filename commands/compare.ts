/** `/compare first second [as_of]`: two figures at one date, what can be computed from them, and a chart of both. */
import { ApplicationCommandOptionType } from 'discord.js';
import { respondWithAnswer } from '../src/discord/answering.js';
import type { Command } from '../src/discord/command.js';
import { EVERYWHERE } from '../src/discord/everywhere.js';
import { offer } from '../src/discord/offer.js';
import { pictureOf } from '../src/discord/pictures.js';
import { clearly } from '../src/discord/unclear.js';
import { described } from '../src/language/discord-catalogue.js';

export default {
  data: {
    name: 'compare',
    ...described(({ compare }) => compare.description),
    ...EVERYWHERE,
    options: [
      {
        type: ApplicationCommandOptionType.String,
        name: 'first',
        ...described(({ compare }) => compare.first),
        required: true,
        autocomplete: true,
      },
      {
        type: ApplicationCommandOptionType.String,
        name: 'second',
        ...described(({ compare }) => compare.second),
        required: true,
        autocomplete: true,
      },
      {
        type: ApplicationCommandOptionType.String,
        name: 'as_of',
        ...described(({ compare }) => compare.asOf),
        autocomplete: true,
      },
    ],
  },

  async run(interaction, context) {
    const result = context.engine.compare({
      first: interaction.options.getString('first', true),
      second: interaction.options.getString('second', true),
      asOf: interaction.options.getString('as_of') ?? undefined,
      language: context.language,
    });
    const reply = clearly(result);
    const series = context.engine.series(reply);
    // One of the two alone would be no comparison.
    const both = series.length === 2 ? series : [];
    const picture = pictureOf(both, reply.query.language, interaction, context);
    await respondWithAnswer(interaction, reply, context, { picture });
  },

  autocomplete(focused, context) {
    if (focused.name !== 'as_of') return offer('metric', focused, context);
    const { first = '' } = focused.others;
    return offer('as_of', { ...focused, others: { metric: first } }, context);
  },
} satisfies Command;
