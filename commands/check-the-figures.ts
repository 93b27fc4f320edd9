/** "Check the figures" in the menu of a message: what the sources say of each number that it claims. */
import {
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  type Message,
} from 'discord.js';
import { checkMessage } from '../src/discord/check-message.js';
import { postingIn } from '../src/discord/check-posting.js';
import type { MessageCommand } from '../src/discord/command.js';
import { UserMistake } from '../src/discord/errors.js';
import { respond } from '../src/discord/reply.js';
import { checkCatalogueOf } from '../src/language/check-catalogue.js';

export default {
  data: {
    type: ApplicationCommandType.Message,
    name: checkCatalogueOf('en').command,
    name_localizations: { fr: checkCatalogueOf('fr').command },
    integration_types: [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
    contexts: [
      InteractionContextType.Guild,
      InteractionContextType.BotDM,
      InteractionContextType.PrivateChannel,
    ],
  },

  async run(interaction, context) {
    const { engine, state, language } = context;
    const text = textOf(interaction.targetMessage);
    if (text === '') throw new UserMistake(checkCatalogueOf(language).noText);
    const check = engine.check(text, { language });
    const id = check.claims.length > 0 ? await keep() : '';
    const canPost = (await postingIn(interaction, context)) === 'allowed';
    await respond(interaction, checkMessage(check, { id, canPost }), context, { private: true });

    function keep(): Promise<string> {
      return state.answers.save({
        query: check.query,
        askerId: interaction.user.id,
        channelId: interaction.channelId,
        guildId: interaction.guildId,
        messageId: null,
        language,
      });
    }
  },
} satisfies MessageCommand;

/** What is written in a message, and what its embeds say: headlines of linked articles stand there. */
function textOf({ content, embeds }: Message): string {
  const shown = embeds.flatMap(({ title, description }) => [title ?? '', description ?? '']);
  return [content, ...shown].filter((part) => part.trim() !== '').join('\n');
}
