/** Messages of the bot that are no answers to interactions: sent where it may, and where not, that is logged. */
import {
  DiscordAPIError,
  type Message,
  PermissionFlagsBits,
  type PermissionResolvable,
  RESTJSONErrorCodes,
} from 'discord.js';
import type { Logger } from 'pino';
import { type BotMessage, payloadOf } from './message.js';

/** Nobody's fault and nothing to be done: the channel is closed to the bot, or gone. */
const REFUSALS: ReadonlySet<string | number> = new Set([
  RESTJSONErrorCodes.MissingAccess,
  RESTJSONErrorCodes.MissingPermissions,
  RESTJSONErrorCodes.UnknownChannel,
  RESTJSONErrorCodes.UnknownMessage,
  RESTJSONErrorCodes.CannotSendMessagesToThisUser,
  RESTJSONErrorCodes.CannotReplyWithoutPermissionToReadMessageHistory,
  RESTJSONErrorCodes.ThreadLocked,
  RESTJSONErrorCodes.InvalidActionOnArchivedThread,
]);

/** Replies to a message and gives the id of what was sent; undefined where Discord does not let the bot. */
export async function replyTo(asked: Message, message: BotMessage, log: Logger): Promise<string | undefined> {
  const where = { channel: asked.channelId, guild: asked.guildId };
  if (!may(asked, sendingIn(asked))) {
    log.info(where, 'may not write in this channel');
    return undefined;
  }
  try {
    return (await send(asked, message)).id;
  } catch (error) {
    if (!(error instanceof DiscordAPIError) || !REFUSALS.has(error.code)) throw error;
    log.info({ ...where, code: error.code }, 'was not let write in this channel');
    return undefined;
  }
}

/** Without "Read Message History" there are no replies, only messages; without "Embed Links" no embeds. */
async function send(asked: Message, message: BotMessage): Promise<Message> {
  const payload = payloadOf(message);
  const { channel } = asked;
  if (!may(asked, PermissionFlagsBits.EmbedLinks)) payload.embeds = [];
  if (may(asked, PermissionFlagsBits.ReadMessageHistory)) return asked.reply(payload);
  if (!channel.isSendable()) throw new Error(`Messages can't be sent in channel ${channel.id}.`);
  return channel.send(payload);
}

/** True in direct messages, and where Discord has not told us of the permissions: then it is for Discord to refuse. */
function may(asked: Message, permission: PermissionResolvable): boolean {
  if (!asked.inGuild()) return true;
  const me = asked.guild.members.me;
  return me === null || asked.channel.permissionsFor(me).has(permission);
}

function sendingIn(asked: Message): PermissionResolvable {
  const sending = asked.channel.isThread()
    ? PermissionFlagsBits.SendMessagesInThreads
    : PermissionFlagsBits.SendMessages;
  return [PermissionFlagsBits.ViewChannel, sending];
}
