/** `/subscriptions add|list|remove|preview`: who is told of new figures, where and when. */
import {
  type APIApplicationCommandStringOption,
  ApplicationCommandOptionType,
  ApplicationIntegrationType,
  ChannelType,
  InteractionContextType,
} from 'discord.js';
import type { Command } from '../src/discord/command.js';
import { CHOICES_LIMIT } from '../src/discord/limits.js';
import { offerSubscriptions } from '../src/discord/subscriptions/offer.js';
import { subjectsOf } from '../src/discord/subscriptions/subjects.js';
import { described, namedChoice } from '../src/language/discord-catalogue.js';
import { add } from './subscriptions/add.js';
import { list } from './subscriptions/list.js';
import { preview } from './subscriptions/preview.js';
import { remove } from './subscriptions/remove.js';

const to = {
  type: ApplicationCommandOptionType.String,
  name: 'to',
  ...described(({ subscriptions }) => subscriptions.to),
  required: true,
  autocomplete: true,
} as const;

const when = {
  type: ApplicationCommandOptionType.String,
  name: 'when',
  ...described(({ subscriptions }) => subscriptions.when),
  choices: [
    namedChoice('at-once', ({ subscriptions }) => subscriptions.atOnce),
    namedChoice('daily', ({ subscriptions }) => subscriptions.daily),
    namedChoice('weekly', ({ subscriptions }) => subscriptions.weekly),
  ],
} satisfies APIApplicationCommandStringOption;

const language = {
  type: ApplicationCommandOptionType.String,
  name: 'language',
  ...described(({ subscriptions }) => subscriptions.language),
  choices: [
    namedChoice('en', ({ subscriptions }) => subscriptions.english),
    namedChoice('fr', ({ subscriptions }) => subscriptions.french),
  ],
} satisfies APIApplicationCommandStringOption;

export default {
  data: {
    name: 'subscriptions',
    ...described(({ subscriptions }) => subscriptions.description),
    integration_types: [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
    contexts: [InteractionContextType.Guild, InteractionContextType.BotDM],
    options: [
      {
        type: ApplicationCommandOptionType.Subcommand,
        name: 'add',
        ...described(({ subscriptions }) => subscriptions.add),
        options: [
          to,
          {
            type: ApplicationCommandOptionType.Channel,
            name: 'channel',
            ...described(({ subscriptions }) => subscriptions.channel),
            channel_types: [
              ChannelType.GuildText,
              ChannelType.GuildAnnouncement,
              ChannelType.AnnouncementThread,
              ChannelType.PublicThread,
              ChannelType.PrivateThread,
            ],
          },
          when,
          {
            type: ApplicationCommandOptionType.Role,
            name: 'role',
            ...described(({ subscriptions }) => subscriptions.role),
          },
          language,
        ],
      },
      {
        type: ApplicationCommandOptionType.Subcommand,
        name: 'list',
        ...described(({ subscriptions }) => subscriptions.list),
      },
      {
        type: ApplicationCommandOptionType.Subcommand,
        name: 'remove',
        ...described(({ subscriptions }) => subscriptions.remove),
        options: [
          {
            type: ApplicationCommandOptionType.String,
            name: 'subscription',
            ...described(({ subscriptions }) => subscriptions.subscription),
            required: true,
            autocomplete: true,
          },
        ],
      },
      {
        type: ApplicationCommandOptionType.Subcommand,
        name: 'preview',
        ...described(({ subscriptions }) => subscriptions.preview),
        options: [to, when, language],
      },
    ],
  },

  async run(interaction, context) {
    const handlers = new Map(Object.entries({ add, list, remove, preview }));
    const subcommand = interaction.options.getSubcommand();
    const handler = handlers.get(subcommand);
    if (!handler) throw new Error(`/subscriptions has no subcommand ${subcommand}.`);
    await handler(interaction, context);
  },

  autocomplete(focused, context, interaction) {
    if (focused.name === 'subscription') return offerSubscriptions(focused.value, context, interaction);
    return subjectsOf(context.engine.knowledge())
      .choices(focused.value, context.language, CHOICES_LIMIT)
      .map(({ id, label }) => ({ name: label, value: id }));
  },
} satisfies Command;
