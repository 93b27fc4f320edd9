/** Where a command is offered that needs nothing of the place: servers, direct messages, and to people who installed the bot. */
import { ApplicationIntegrationType, InteractionContextType } from 'discord.js';

/** https://docs.discord.com/developers/interactions/application-commands#contexts */
export const EVERYWHERE = {
  integration_types: [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
  contexts: [
    InteractionContextType.Guild,
    InteractionContextType.BotDM,
    InteractionContextType.PrivateChannel,
  ],
};
