/** The bot on Discord: discord.js with our handlers in it, from login to the last answer. */
import { type Client, Events, Status } from 'discord.js';
import type { Logger } from 'pino';
import type { Charts } from '../charts/index.js';
import { EngineInUse } from '../engine/in-use.js';
import type { Engine } from '../engine.js';
import type { State } from '../state/index.js';
import { BeingSent } from './being-sent.js';
import { buttons, modals } from './buttons/index.js';
import type { AnyCommand } from './command.js';
import { clientFor, watch } from './connection.js';
import { COOLDOWNS, CooldownKeeper, type Cooldowns } from './cooldowns.js';
import { Counters, type Counts } from './counters.js';
import { dispatcher } from './dispatch.js';
import { reportFault } from './errors.js';
import { followChannels, followGuilds, keepHouse } from './guild-life.js';
import type { GatewayHealth } from './health.js';
import { type LoginFailed, logIn } from './login.js';
import { hear } from './plain-questions.js';
import { registerCommands } from './registration.js';
import type { Room } from './room.js';
import { SeenBefore } from './seen-before.js';
import { type Sender, senderFor } from './sender.js';
import { WorkInHand } from './work-in-hand.js';

export type Connection = {
  token: string;
  /** A server that speaks Discord's protocol, without the version: https://discord.com/api */
  apiUrl: string;
};

export type BotOptions = {
  config: Connection;
  /** The one that answers, or the one in use at a time. */
  engine: Engine | EngineInUse;
  state: State;
  log: Logger;
  commands: readonly AnyCommand[];
  /** Left out: answers come without pictures. */
  charts?: Charts;
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
  /** For what is no answer: messages that must arrive once. */
  sender: Sender;
  /** Resolves (never rejects) where Discord ends the connection for good: a token taken back, intents refused. */
  lost: Promise<LoginFailed>;
  /** Takes nothing new, waits for what is in hand and disconnects. */
  stop(): Promise<void>;
};

/** Work in hand takes milliseconds; Discord's rate limits may hold an answer longer. */
const STOP_PATIENCE_MS = 8_000;

/** Resolves when the bot is logged in, its commands are registered and old state is purged; LoginFailed otherwise. */
export async function startBot(options: BotOptions): Promise<Bot> {
  const { config, engine, state, log, commands, now = () => new Date() } = options;
  const room: Room = {
    engines: engine instanceof EngineInUse ? engine : new EngineInUse(engine),
    state,
    log,
    charts: options.charts,
    now,
    cooldowns: new CooldownKeeper(options.cooldowns ?? COOLDOWNS, now),
    counters: new Counters(),
    beingSent: new BeingSent(),
  };
  const client = clientFor(config.apiUrl);
  const inHand = new WorkInHand();
  const lost = watch(client, log);
  listen(client, room, commands, inHand);
  const run = (work: () => Promise<void>) => inHand.run(work);
  followGuilds(client, run, { state, log, now });
  followChannels(client, run, { state, log, now });
  await logIn(client, config.token);
  await register(client, commands, log);
  const stopPurging = await keepHouse(client, { state, log, now });
  let stopped: Promise<void> | undefined;
  const stop = async () => {
    stopPurging();
    const undone = await inHand.close(STOP_PATIENCE_MS);
    if (undone > 0) log.warn({ undone }, 'stopped with work in hand');
    log.info({ counts: room.counters.all() }, 'what was asked');
    // discord.js announces a reconnection even when it is told to end.
    client.removeAllListeners(Events.ShardReconnecting);
    await client.destroy();
  };
  return {
    userId: client.user?.id ?? '',
    health: () => healthOf(client),
    counts: () => room.counters.all(),
    sender: senderFor(client, config, log),
    lost,
    stop: () => {
      stopped ??= stop();
      return stopped;
    },
  };
}

function listen(client: Client, room: Room, commands: readonly AnyCommand[], inHand: WorkInHand): void {
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

/** Commands that can't be registered are a fault of ours or of Discord's, and no reason not to answer. */
async function register(client: Client, commands: readonly AnyCommand[], log: Logger): Promise<void> {
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
