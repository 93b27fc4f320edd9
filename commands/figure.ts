/** `/figure metric [as_of] [private]`: one figure, the newest or that of a date, with a chart of its series. */
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
    name: 'figure',
    ...described(({ figure }) => figure.description),
    ...EVERYWHERE,
    options: [
      {
        type: ApplicationCommandOptionType.String,
        name: 'metric',
        ...described(({ figure }) => figure.metric),
        required: true,
        autocomplete: true,
      },
      {
        type: ApplicationCommandOptionType.String,
        name: 'as_of',
        ...described(({ figure }) => figure.asOf),
        autocomplete: true,
      },
      {
        type: ApplicationCommandOptionType.Boolean,
        name: 'private',
        ...described(({ isPrivate }) => isPrivate),
      },
    ],
  },

  async run(interaction, context) {
    const result = context.engine.figure({
      metric: interaction.options.getString('metric', true),
      asOf: interaction.options.getString('as_of') ?? undefined,
      language: context.language,
    });
    const isPrivate = interaction.options.getBoolean('private') ?? false;
    const reply = clearly(result);
    const { language } = reply.query;
    const picture = pictureOf(context.engine.series(reply), language, interaction, context);
    await respondWithAnswer(interaction, reply, context, { private: isPrivate, picture });
  },

  autocomplete(focused, context) {
    return offer(focused.name === 'as_of' ? 'as_of' : 'metric', focused, context);
  },
} satisfies Command;
