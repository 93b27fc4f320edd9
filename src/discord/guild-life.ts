/** Servers come and go: what is kept of one that was left is deleted after a while, and old answers daily. */
import { type Client, Events } from 'discord.js';
import type { Logger } from 'pino';
import type { State } from '../state/index.js';
import { reportFault } from './errors.js';

const DAY_MS = 86_400_000;

export type Housekeeping = { state: State; log: Logger; now(): Date };

/** Notes servers that the bot joins or is removed from; an outage is neither and comes as another event. */
export function followGuilds(
  client: Client,
  run: (work: () => Promise<void>) => void,
  keeping: Housekeeping,
): void {
  const { state, log, now } = keeping;
  client.on(Events.GuildDelete, (guild) =>
    run(() =>
      noted('guild left', log, async () => {
        await state.settings.guildLeft(guild.id, now());
        await state.subscriptions.endIn({ guildId: guild.id }, 'server-left');
      }),
    ),
  );
  client.on(Events.GuildCreate, (guild) =>
    run(() => noted('guild back', log, () => state.settings.guildBack(guild.id))),
  );
}

/** Notes channels and threads that are deleted: nobody can be told of anything there any more. */
export function followChannels(
  client: Client,
  run: (work: () => Promise<void>) => void,
  { state, log }: Housekeeping,
): void {
  const gone = (channelId: string) =>
    run(() =>
      noted('channel gone', log, async () => {
        await state.subscriptions.endIn({ channelId }, 'channel-gone');
      }),
    );
  client.on(Events.ChannelDelete, ({ id }) => gone(id));
  client.on(Events.ThreadDelete, ({ id }) => gone(id));
}

/** Holds what is kept against the servers that the bot is in now, then purges, now and daily. Gives how to stop. */
export async function keepHouse(client: Client, keeping: Housekeeping): Promise<() => void> {
  const { state, log, now } = keeping;
  await noted('servers compared', log, async () => {
    const present = client.guilds.cache;
    await state.settings.guildsPresent([...present.keys()], now());
    const left = (await state.subscriptions.guildsKnown()).filter((guildId) => !present.has(guildId));
    for (const guildId of left) await state.subscriptions.endIn({ guildId }, 'server-left');
  });
  await purge(keeping);
  const timer = setInterval(() => void purge(keeping), DAY_MS).unref();
  return () => clearInterval(timer);
}

async function purge({ state, log, now }: Housekeeping): Promise<void> {
  await noted('purge', log, async () => {
    const answers = await state.answers.purgeExpired(now());
    const guilds = await state.settings.purgeLeftGuilds(now());
    const subscriptions = await state.subscriptions.purgeEnded(now());
    await state.outbox.purge(now());
    await state.suggestions.purge(now());
    await state.feedback.purge(now());
    log.info({ answers, guilds: guilds.length, subscriptions }, 'purged what has expired');
  });
}

async function noted(what: string, log: Logger, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    reportFault(error, log, { while: what });
  }
}
