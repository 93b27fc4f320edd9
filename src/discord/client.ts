/** The bot on Discord: discord.js with our handlers in it, from login to the last answer. */
import { Client, Events, GatewayIntentBits, Options, Partials, RESTEvents, Status } from 'discord.js';
import type { Logger } from 'pino';
import type { Engine } from '../engine.js';
import type { State } from '../state/index.js';
import { buttons, modals } from './buttons/index.js';
import type { Command } from './command.js';
import { COOLDOWNS, CooldownKeeper, type Cooldowns } from './cooldowns.js';
import { Counters, type Counts } from './counters.js';
import { dispatcher } from './dispatch.js';
import { reportFault } from './errors.js';
import { followGuilds, keepHouse } from './guild-life.js';
import type { GatewayHealth } from './health.js';
import { type LoginFailed, logIn, lostFor } from './login.js';
import { hear } from './plain-questions.js';
import { registerCommands } from './registration.js';
import type { Room } from './room.js';
import { SeenBefore } from './seen-before.js';
import { WorkInHand } from './work-in-hand.js';

export type Connection = {
  token: string;
  /** A server that speaks Discord's protocol, without the version: https://discord.com/api */
  apiUrl: string;
};

export type BotOptions = {
  config: Connection;
  engine: Engine;
  state: State;
  log: Logger;
  commands: readonly Command[];
  /** Default: the system's clock. */
  now?: () => Date;
  cooldowns?: Cooldowns;
};

export type Bot = {
  /** The user that the bot is. */
  userId: string;
  health(): GatewayHealth;
  /** How often each command, button and modal was used since the start, and how that went. */
  counts(): Record<string, Counts>;
  /** Resolves (never rejects) where Discord ends the connection for good: a token taken back, intents refused. */
  lost: Promise<LoginFailed>;
  /** Takes nothing new, waits for what is in hand and disconnects. */
  stop(): Promise<void>;
};

/** Work in hand takes milliseconds; Discord's rate limits may hold an answer longer. */
const STOP_PATIENCE_MS = 8_000;

/** A warning each time so many of the 10,000 invalid requests in 10 minutes are used up that ban an address. */
const INVALID_REQUESTS_WARNED_AT = 500;

/** Resolves when the bot is logged in, its commands are registered and old state is purged; LoginFailed otherwise. */
export async function startBot(options: BotOptions): Promise<Bot> {
  const { config, engine, state, log, commands, now = () => new Date() } = options;
  const room: Room = {
    engine,
    state,
    log,
    now,
    cooldowns: new CooldownKeeper(options.cooldowns ?? COOLDOWNS, now),
    counters: new Counters(),
  };
  const client = clientFor(config.apiUrl);
  const inHand = new WorkInHand();
  const lost = watch(client, log);
  listen(client, room, commands, inHand);
  followGuilds(client, (work) => inHand.run(work), { state, log, now });
  await logIn(client, config.token);
  await register(client, commands, log);
  const stopPurging = await keepHouse(client, { state, log, now });
  let stopped: Promise<void> | undefined;
  const stop = async () => {
    stopPurging();
    const undone = await inHand.close(STOP_PATIENCE_MS);
    if (undone > 0) log.warn({ undone }, 'stopped with work in hand');
    log.info({ counts: room.counters.all() }, 'what was asked');
    await client.destroy();
  };
  return {
    userId: client.user?.id ?? '',
    health: () => healthOf(client),
    counts: () => room.counters.all(),
    lost,
    stop: () => {
      stopped ??= stop();
      return stopped;
    },
  };
}

/** A discord.js client that asks for no privileged intent and pings nobody. */
export function clientFor(apiUrl: string): Client {
  return new Client({
    intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages],
    // Without it, direct messages in channels that are not cached yet vanish.
    partials: [Partials.Channel],
    allowedMentions: { parse: [], repliedUser: false },
    // A request that is repeated after a failure does not make a second message.
    enforceNonce: true,
    failIfNotExists: false,
    makeCache: Options.cacheWithLimits({ ...Options.DefaultMakeCacheSettings, MessageManager: 20 }),
    rest: { api: apiUrl, invalidRequestWarningInterval: INVALID_REQUESTS_WARNED_AT },
  });
}

function listen(client: Client, room: Room, commands: readonly Command[], inHand: WorkInHand): void {
  const dispatch = dispatcher({ commands, buttons, modals }, room);
  const seen = new SeenBefore();
  client.on(Events.InteractionCreate, (interaction) => {
    if (!seen.has(interaction.id)) inHand.run(() => dispatch(interaction));
  });
  client.on(Events.MessageCreate, (message) => {
    const botId = client.user?.id;
    if (botId !== undefined && !seen.has(message.id)) inHand.run(() => hear(message, botId, room));
  });
}

/** Logs what happens to the connection; resolves where it is over for good. */
function watch(client: Client, log: Logger): Promise<LoginFailed> {
  client.on(Events.Error, (error) => reportFault(error, log, { where: 'discord.js' }));
  client.on(Events.Warn, (warning) => log.warn({ warning }, 'discord.js warns'));
  client.on(Events.ShardError, (error) => log.warn({ err: error }, 'the connection to Discord failed'));
  client.on(Events.ShardReconnecting, () => log.info('reconnecting to Discord'));
  client.on(Events.ShardResume, (_shard, replayed) => log.info({ replayed }, 'connected to Discord again'));
  client.rest.on(RESTEvents.RateLimited, ({ route, timeToReset, global }) =>
    log.info({ route, timeToReset, global }, 'waiting for a rate limit'),
  );
  client.rest.on(RESTEvents.InvalidRequestWarning, (warning) =>
    log.warn(warning, 'many requests were refused; 10,000 in 10 minutes ban this address'),
  );
  return new Promise((resolve) => {
    client.on(Events.ShardDisconnect, ({ code }) => resolve(lostFor(code)));
  });
}

/** Commands that can't be registered are a fault of ours or of Discord's, and no reason not to answer. */
async function register(client: Client, commands: readonly Command[], log: Logger): Promise<void> {
  const applicationId = client.application?.id ?? client.user?.id ?? '';
  try {
    const outcome = await registerCommands(
      client.rest,
      { applicationId },
      commands.map(({ data }) => data),
    );
    log.info({ commands: commands.length, outcome }, 'commands compared with those that Discord knows');
  } catch (error) {
    reportFault(error, log, { while: 'registering commands' });
  }
}

function healthOf(client: Client): GatewayHealth {
  const shard = client.ws.shards.first();
  const last = shard?.lastPingTimestamp ?? -1;
  return {
    state:
      client.isReady() && shard?.status === Status.Ready
        ? 'ready'
        : Status[shard?.status ?? Status.Idle].toLowerCase(),
    heartbeatAgeMs: last < 0 ? null : Math.max(0, Date.now() - last),
  };
}
