/** Which messages are meant for the bot: a direct message, a direct mention, a pinged reply to a message of its own. */
import { type Message, MessageType } from 'discord.js';

/** Messages that people write; all others tell of something that happened ("pinned a message", "joined"). */
const WRITTEN: ReadonlySet<MessageType> = new Set([MessageType.Default, MessageType.Reply]);

export type Addressed = 'direct-message' | 'mention' | 'reply';

/** How a message addresses the bot; undefined where it doesn't, or where no person wrote it. */
export function addressedBy(message: Message, botId: string): Addressed | undefined {
  const { author, mentions } = message;
  if (author.bot || author.system || message.webhookId !== null || !WRITTEN.has(message.type))
    return undefined;
  if (!message.inGuild()) return 'direct-message';
  const ignored = { ignoreEveryone: true, ignoreRoles: true, ignoreRepliedUser: true };
  if (mentions.has(botId, ignored)) return 'mention';
  const isPinged = message.type === MessageType.Reply && mentions.repliedUser?.id === botId;
  return isPinged && mentions.users.has(botId) && isOrdinary(repliedTo(message)) ? 'reply' : undefined;
}

/** What a reply's answer is kept by: the id of the interaction that it answered, else that of its message. */
export function answerRepliedTo(message: Message): string | undefined {
  return repliedTo(message)?.interactionMetadata?.id ?? repliedToId(message);
}

function repliedToId(message: Message): string | undefined {
  return message.type === MessageType.Reply ? (message.reference?.messageId ?? undefined) : undefined;
}

/** Discord sends it along, and discord.js puts it into the channel's messages. */
function repliedTo(message: Message): Message | undefined {
  const id = repliedToId(message);
  return id === undefined ? undefined : message.channel.messages.cache.get(id);
}

/** Answers to commands are no ordinary messages: they carry "Ask more" instead. */
function isOrdinary(message: Message | undefined): boolean {
  return message !== undefined && WRITTEN.has(message.type) && message.interactionMetadata === null;
}
