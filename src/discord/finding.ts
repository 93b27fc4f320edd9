/** Looks whether a message of the bot has arrived, by what stands in its buttons. */
import {
  type Channel,
  type Client,
  DiscordAPIError,
  PermissionFlagsBits,
  type REST,
  Routes,
  SnowflakeUtil,
} from 'discord.js';
import { z } from 'zod';
import { type Attempt, failedAttempt } from './attempt.js';

/** Whether a message is in a channel. */
export type Found =
  | { kind: 'found'; messageId: string }
  | { kind: 'absent' }
  /** The bot may not read what was written before. */
  | { kind: 'unreadable' }
  /** The reading itself failed. */
  | { kind: 'failed'; attempt: Attempt };

/** Clocks differ, ours and Discord's; in ms. */
const MARGIN = 600_000;

/** https://docs.discord.com/developers/resources/message#get-channel-messages */
const PAGE = 100;

/** Five thousand messages in a few minutes are no channel that anybody reads. */
const PAGES = 50;

const pageSchema = z.array(
  z.object({ id: z.string(), author: z.object({ id: z.string() }), components: z.unknown() }),
);

/**
 * Looks for a message with `mark` in a custom id, not older than `since`. Without "Read Message History" Discord
 * gives an empty page, which would look like "absent": so where the permission is not certain, it is unreadable.
 */
export async function findMessage(
  { client, rest }: { client: Client; rest: REST },
  channelId: string,
  mark: string,
  since: Date,
): Promise<Found> {
  try {
    const channel = await channelOf(client, channelId);
    if (!channel || !isReadable(channel)) return { kind: 'unreadable' };
    return await search(rest, channelId, (message) => isMarked(message, mark, client.user?.id), since);
  } catch (error) {
    const attempt = failedAttempt(error);
    const isClosed = attempt.kind === 'refused' && (attempt.status === 403 || attempt.status === 404);
    return isClosed ? { kind: 'unreadable' } : { kind: 'failed', attempt };
  }
}

type PageMessage = z.infer<typeof pageSchema>[number];

async function search(
  rest: REST,
  channelId: string,
  isWanted: (message: PageMessage) => boolean,
  since: Date,
): Promise<Found> {
  let after = String(SnowflakeUtil.generate({ timestamp: since.getTime() - MARGIN }));
  for (let page = 0; page < PAGES; page += 1) {
    const query = new URLSearchParams({ after, limit: String(PAGE) });
    const messages = pageSchema.parse(await rest.get(Routes.channelMessages(channelId), { query }));
    const found = messages.find(isWanted);
    if (found) return { kind: 'found', messageId: found.id };
    if (messages.length < PAGE) return { kind: 'absent' };
    after = messages.map(({ id }) => id).reduce((last, id) => (BigInt(id) > BigInt(last) ? id : last));
  }
  return { kind: 'unreadable' };
}

function isMarked({ author, components }: PageMessage, mark: string, botId: string | undefined): boolean {
  return author.id === botId && JSON.stringify(components ?? []).includes(mark);
}

async function channelOf(client: Client, channelId: string): Promise<Channel | null> {
  const cached = client.channels.cache.get(channelId);
  if (cached) return cached;
  try {
    return await client.channels.fetch(channelId);
  } catch (error) {
    if (error instanceof DiscordAPIError && (error.status === 403 || error.status === 404)) return null;
    throw error;
  }
}

function isReadable(channel: Channel): boolean {
  if (channel.isDMBased()) return true;
  const { me } = channel.guild.members;
  const needed = [PermissionFlagsBits.ViewChannel, PermissionFlagsBits.ReadMessageHistory];
  return me !== null && (channel.permissionsFor(me)?.has(needed) ?? false);
}
