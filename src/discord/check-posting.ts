/** Where the check of a message may be posted for others to see. */
import { type BaseInteraction, InteractionContextType, PermissionFlagsBits } from 'discord.js';
import type { CommandContext } from './command.js';

export type Posting = 'allowed' | 'switched-off' | 'not-permitted' | 'nobody-there';

/** What moderators and the person's own permissions say; alone with the bot there is nobody to post it for. */
export async function postingIn(interaction: BaseInteraction, { state }: CommandContext): Promise<Posting> {
  if (interaction.context === InteractionContextType.BotDM) return 'nobody-there';
  const { guildId, channelId, channel, memberPermissions } = interaction;
  if (guildId === null || channelId === null) return 'allowed';
  const isThread = channel?.isThread() ?? false;
  const needed = isThread ? PermissionFlagsBits.SendMessagesInThreads : PermissionFlagsBits.SendMessages;
  if (!memberPermissions?.has(needed)) return 'not-permitted';
  const place = channel?.isThread() ? (channel.parentId ?? channelId) : channelId;
  return (await state.settings.checkPosting(guildId, place)) ? 'allowed' : 'switched-off';
}
