/** `/figure metric [as_of] [private]`: one figure, the newest or that of a date. */
import { ApplicationCommandOptionType, ApplicationIntegrationType, InteractionContextType } from 'discord.js';
import { respondWithAnswer } from '../src/discord/answering.js';
import type { Command } from '../src/discord/command.js';
import { offer } from '../src/discord/offer.js';
import { clearly } from '../src/discord/unclear.js';
import { described } from '../src/language/discord-catalogue.js';

export default {
  data: {
    name: 'figure',
    ...described(({ figure }) => figure.description),
    integration_types: [ApplicationIntegrationType.GuildInstall],
    contexts: [InteractionContextType.Guild, InteractionContextType.BotDM],
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
    const reply = context.engine.figure({
      metric: interaction.options.getString('metric', true),
      asOf: interaction.options.getString('as_of') ?? undefined,
      language: context.language,
    });
    const isPrivate = interaction.options.getBoolean('private') ?? false;
    await respondWithAnswer(interaction, clearly(reply), context, { private: isPrivate });
  },

  autocomplete(focused, context) {
    return offer(focused.name === 'as_of' ? 'as_of' : 'metric', focused, context);
  },
} satisfies Command;
