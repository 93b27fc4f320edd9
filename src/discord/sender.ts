/**
 * Sends messages that must arrive once: each try is one request, and what became of it is told, not mended.
 * It has its own REST client, because discord.js's repeats a POST up to three times by itself, also long after the
 * time in which Discord recognises a nonce, and waits out rate limits while nobody knows what is on its way.
 */
import { type Client, PermissionFlagsBits, REST, RESTEvents, Routes } from 'discord.js';
import type { Logger } from 'pino';
import { z } from 'zod';
import { followAccess } from './access-changes.js';
import { type Attempt, attempt } from './attempt.js';
import { type Found, findMessage } from './finding.js';
import type { BotMessage } from './message.js';

export type Sender = {
  /** `payload` as `payloadText` made it. Never rejects. */
  send(channelId: string, payload: string): Promise<Attempt>;
  /** Opens the conversation with a person; its channel stands as `messageId`. Never rejects. */
  openConversation(userId: string): Promise<Attempt>;
  /** Looks for a message of the bot, not older than `since`, with `mark` in a custom id. Never rejects. */
  find(channelId: string, mark: string, since: Date): Promise<Found>;
  /** By the permissions that the gateway told of; undefined where those are not known. */
  mayWrite(channelId: string): boolean | undefined;
  /** Hears of servers in which the bot may now do other things than before; gives how to stop. */
  onAccessChange(listener: (guildId: string) => void): () => void;
};

/** Longer than Discord takes in its worst minutes. */
const TIMEOUT_MS = 10_000;

const INVALID_REQUESTS_WARNED_AT = 500;

const storedSchema = z.object({
  body: z.looseObject({}),
  files: z.array(z.object({ name: z.string(), data: z.base64() })),
});

/**
 * A message as it is kept and sent, JSON with a nonce of at most 25 characters, by which Discord recognises it if it
 * is sent again within a few minutes: https://docs.discord.com/developers/resources/message#create-message
 */
export function payloadText(
  { content, embeds = [], components = [], files = [], mentionedRoles = [] }: BotMessage,
  nonce: string,
): string {
  const attachments = files.map(({ name, description }, id) => ({
    id,
    filename: name,
    ...(description ? { description } : {}),
  }));
  const body = {
    content: content ?? '',
    embeds,
    components,
    allowed_mentions: { parse: [], roles: mentionedRoles },
    ...(attachments.length > 0 ? { attachments } : {}),
    nonce,
    enforce_nonce: true,
  };
  return JSON.stringify({
    body,
    files: files.map(({ name, data }) => ({ name, data: data.toString('base64') })),
  });
}

/** For a client that is logged in, or about to. */
export function senderFor(
  client: Client,
  { token, apiUrl }: { token: string; apiUrl: string },
  log: Logger,
): Sender {
  const rest = new REST({
    api: apiUrl,
    retries: 0,
    timeout: TIMEOUT_MS,
    rejectOnRateLimit: () => true,
    invalidRequestWarningInterval: INVALID_REQUESTS_WARNED_AT,
  }).setToken(token);
  rest.on(RESTEvents.InvalidRequestWarning, (warning) =>
    log.warn(warning, 'many requests were refused; 10,000 in 10 minutes ban this address'),
  );
  return {
    send: (channelId, payload) =>
      attempt(() => {
        const { body, files } = storedSchema.parse(JSON.parse(payload));
        return rest.post(Routes.channelMessages(channelId), {
          body,
          files: files.map(({ name, data }) => ({ name, data: Buffer.from(data, 'base64') })),
        });
      }),
    openConversation: (userId) =>
      attempt(() => rest.post(Routes.userChannels(), { body: { recipient_id: userId } })),
    find: (channelId, mark, since) => findMessage({ client, rest }, channelId, mark, since),
    mayWrite: (channelId) => mayWrite(client, channelId),
    onAccessChange: (listener) => followAccess(client, listener),
  };
}

function mayWrite(client: Client, channelId: string): boolean | undefined {
  const channel = client.channels.cache.get(channelId);
  if (!channel || channel.isDMBased() || !channel.guild.available) return undefined;
  const { me } = channel.guild.members;
  if (!me) return undefined;
  const writing = channel.isThread()
    ? PermissionFlagsBits.SendMessagesInThreads
    : PermissionFlagsBits.SendMessages;
  const needed = [PermissionFlagsBits.ViewChannel, writing, PermissionFlagsBits.EmbedLinks];
  return channel.permissionsFor(me)?.has(needed);
}
