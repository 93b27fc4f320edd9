/**
 * `/settings plain-questions state [where]`: whether plain questions are answered in a channel or on a server.
 * `/settings check-posting state [where]`: whether checks of a message's figures may be posted there.
 */
import {
  ApplicationCommandOptionType,
  ApplicationIntegrationType,
  type ChatInputCommandInteraction,
  InteractionContextType,
  PermissionFlagsBits,
} from 'discord.js';
import type { Command, Language } from '../src/discord/command.js';
import { UserMistake } from '../src/discord/errors.js';
import { respond, sentence } from '../src/discord/reply.js';
import { checkCatalogueOf } from '../src/language/check-catalogue.js';
import {
  described,
  describedCheck,
  discordCatalogueOf,
  namedChoice,
} from '../src/language/discord-catalogue.js';

type Where = 'channel' | 'server';

export default {
  data: {
    name: 'settings',
    ...described(({ settings }) => settings.description),
    integration_types: [ApplicationIntegrationType.GuildInstall],
    contexts: [InteractionContextType.Guild],
    default_member_permissions: String(PermissionFlagsBits.ManageGuild),
    options: [
      {
        type: ApplicationCommandOptionType.Subcommand,
        name: 'plain-questions',
        ...described(({ settings }) => settings.plainQuestions),
        options: [
          stateOption(described(({ settings }) => settings.state)),
          whereOption(described(({ settings }) => settings.where)),
        ],
      },
      {
        type: ApplicationCommandOptionType.Subcommand,
        name: 'check-posting',
        ...describedCheck(({ settings }) => settings.description),
        options: [
          stateOption(describedCheck(({ settings }) => settings.state)),
          whereOption(describedCheck(({ settings }) => settings.where)),
        ],
      },
    ],
  },

  async run(interaction, context) {
    const { language, state } = context;
    const where: Where = interaction.options.getString('where') === 'server' ? 'server' : 'channel';
    const guildId = guildOf(interaction, language);
    mustBeAllowed(interaction, where, language);
    const allowed = interaction.options.getString('state', true) === 'on';
    const channelId = where === 'server' ? null : channelOf(interaction);
    const isPosting = interaction.options.getSubcommand() === 'check-posting';
    const setting = { guildId, channelId, allowed };
    if (isPosting) await state.settings.setCheckPosting(setting);
    else await state.settings.setPlainQuestions(setting);
    const said = isPosting
      ? checkCatalogueOf(language).settings.said(allowed, where)
      : discordCatalogueOf(language).settings.plainQuestions(allowed, where);
    await respond(interaction, sentence(said), context, { private: true });
  },
} satisfies Command;

type Described = ReturnType<typeof described>;

function stateOption(words: Described) {
  return {
    type: ApplicationCommandOptionType.String as const,
    name: 'state',
    ...words,
    required: true,
    choices: [
      namedChoice('on', ({ settings }) => settings.on),
      namedChoice('off', ({ settings }) => settings.off),
    ],
  };
}

function whereOption(words: Described) {
  return {
    type: ApplicationCommandOptionType.String as const,
    name: 'where',
    ...words,
    choices: [
      namedChoice('channel', ({ settings }) => settings.channel),
      namedChoice('server', ({ settings }) => settings.server),
    ],
  };
}

function guildOf({ guildId }: ChatInputCommandInteraction, language: Language): string {
  if (guildId === null) throw new UserMistake(discordCatalogueOf(language).mistakes.onlyInServers);
  return guildId;
}

/** A thread does as its channel does. */
function channelOf({ channel, channelId }: ChatInputCommandInteraction): string {
  return channel?.isThread() ? (channel.parentId ?? channelId) : channelId;
}

/** A server may have opened the command to others in its own settings, so Discord's check is not enough. */
function mustBeAllowed({ memberPermissions }: ChatInputCommandInteraction, where: Where, language: Language) {
  const { mistakes } = discordCatalogueOf(language);
  if (memberPermissions?.has(PermissionFlagsBits.ManageGuild)) return;
  if (where === 'server') throw new UserMistake(mistakes.needsManageServer);
  if (!memberPermissions?.has(PermissionFlagsBits.ManageChannels)) {
    throw new UserMistake(mistakes.needsManageChannels);
  }
}
