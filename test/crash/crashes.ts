/**
 * Kills the bot again and again while it tells a thousand channels, spoils what it asks of Discord, and in the end
 * counts what every channel got. The sandbox, the bot and this are three processes; the bot's is ended by SIGKILL.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { openState } from '../../src/state/index.js';
import { seeded } from '../bench/measuring.js';
import { heard } from '../child-process.js';
import { aSubscription } from '../state/a-subscription.js';
import {
  asked,
  type BotOrder,
  type BotSays,
  type DiscordIs,
  type Place,
  type Spoiling,
  type Written,
} from './messages.js';

export type Crashes = {
  /** The folder of the compiled programs of this folder. */
  programs: string;
  channels: number;
  /** How often the bot is killed while it tells the first update, and again while the second is spoilt. */
  kills: number;
  /** How many channels' requests are spoilt. */
  spoilt: number;
  /** How often in a row each of them is spoilt at most. */
  times: number;
  /** Whether the bot always waits as shortly after a failure as it may. */
  isHurried: boolean;
  seed: number;
  /** The longest life of a bot that is going to be killed, in ms from when it is ready. */
  life: number;
  enforceNonce: boolean;
  /** Hears what happens. */
  tell(line: string): void;
};

/** What came of it: of each channel and update one message is right. */
export type Outcome = {
  messages: number;
  missing: string[];
  doubled: string[];
  /** What the state says of its deliveries in the end. */
  counts: Record<string, number>;
};

const CHANNELS_A_GUILD = 20;

/** Longer than the bot, and Discord, trust a nonce. */
const AFTER_NONCES = 6 * 60_000;

/** All news, one after the other: under kills, under kills and faults, and across the nonce window. */
const UPDATES = ['kill', 'spoil', 'late'] as const;

const SPOILING: readonly Spoiling['how'][] = [
  'error before',
  'error after',
  'rate limit',
  'hang',
  'cut before',
  'cut after',
];

type Means = Crashes & {
  random: () => number;
  discord: ChildProcess;
  is: DiscordIs;
  folder: string;
  statePath: string;
  places: Place[];
};

export async function crash(crashes: Crashes): Promise<Outcome> {
  const folder = mkdtempSync(join(tmpdir(), 'tally-crash-'));
  const discord = fork(join(crashes.programs, 'discord.js'));
  try {
    const is = await heard<DiscordIs>(discord);
    const guilds = Math.ceil(crashes.channels / CHANNELS_A_GUILD);
    const places = await asked<Place[]>(discord, { ask: 'channels', guilds, channels: crashes.channels });
    const statePath = join(folder, 'state.sqlite');
    await subscribe(statePath, places);
    const random = seeded(crashes.seed);
    return await play({ ...crashes, random, discord, is, folder, statePath, places });
  } finally {
    discord.disconnect();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function play(means: Means): Promise<Outcome> {
  const { discord, kills, tell } = means;
  tell(`${kills} kills while ${means.channels} channels are told`);
  await killedOften(means, ['kill'], kills);
  await untilAllSent(means, ['kill'], 0);

  tell(`${kills} kills while the requests for ${means.spoilt} channels are spoilt`);
  await asked(discord, { ask: 'spoil', spoilings: spoilings(means, SPOILING) });
  await killedOften(means, ['kill', 'spoil'], kills);
  await untilAllSent(means, ['kill', 'spoil'], 0);

  tell('one kill while nobody knows what has arrived, and a start after the nonce window');
  const unclear = ['error before', 'error after', 'cut before', 'cut after'] as const;
  // Each as often as may be, so that a bot that tries again knows no more than before.
  await asked(discord, { ask: 'spoil', spoilings: spoilings(means, unclear, means.times) });
  const bot = await botFor(means, UPDATES, 0);
  await untilSaid(bot, ({ waiting }) => waiting === 0);
  await killed(bot);
  await asked(discord, { ask: 'advance', ms: AFTER_NONCES });
  const counts = await untilAllSent(means, UPDATES, AFTER_NONCES);
  return outcomeOf(await asked<Written[]>(discord, { ask: 'written' }), counts);
}

async function subscribe(statePath: string, places: readonly Place[]): Promise<void> {
  const state = await openState(statePath);
  for (const { guildId, channelId } of places)
    await state.subscriptions.add(aSubscription({ guildId, channelId }));
  await state.close();
}

async function killedOften(means: Means, updates: readonly string[], kills: number): Promise<void> {
  for (let kill = 1; kill <= kills; kill += 1) {
    const bot = await botFor(means, updates, 0);
    const life = Math.round(means.random() * means.life);
    await pause(life);
    await killed(bot);
    means.tell(`  ${kill}: after ${life} ms`);
  }
}

/** Runs the bot to the end of its work; gives what it says of it then. */
async function untilAllSent(means: Means, updates: readonly string[], ahead: number) {
  const bot = await botFor(means, updates, ahead);
  const counts = await untilSaid(bot, ({ open, waiting }) => open === 0 && waiting === 0);
  await killed(bot);
  means.tell(`  in the end: ${JSON.stringify(counts)}`);
  return counts;
}

async function botFor(means: Means, updates: readonly string[], ahead: number): Promise<ChildProcess> {
  const { programs, is, folder, statePath, enforceNonce, isHurried } = means;
  const order: BotOrder = { ...is, statePath, folder, updates, ahead, enforceNonce, isHurried };
  const bot = fork(join(programs, 'bot.js'), [JSON.stringify(order)]);
  await heard<BotSays>(bot);
  return bot;
}

/** The first word on how far it is that satisfies, after all news of this life is in the outbox. */
async function untilSaid(
  bot: ChildProcess,
  isEnough: (says: Exclude<BotSays, 'ready'>) => boolean,
): Promise<Exclude<BotSays, 'ready'>> {
  for (;;) {
    const says = await heard<BotSays>(bot);
    if (says !== 'ready' && isEnough(says)) return says;
  }
}

async function killed(bot: ChildProcess): Promise<void> {
  const ended = once(bot, 'exit');
  bot.kill('SIGKILL');
  await ended;
}

/** Each for another channel, all kinds in turn. */
function spoilings(
  { places, spoilt, random, times: most }: Means,
  kinds: readonly Spoiling['how'][],
  times?: number,
): Spoiling[] {
  return [...places]
    .map((place) => ({ place, order: random() }))
    .sort((a, b) => a.order - b.order)
    .slice(0, spoilt)
    .map(({ place: { channelId } }, index) => ({
      channelId,
      how: kinds[index % kinds.length] ?? 'error before',
      times: times ?? 1 + Math.floor(random() * most),
    }));
}

function outcomeOf(written: readonly Written[], counts: Record<string, number>): Outcome {
  const missing: string[] = [];
  const doubled: string[] = [];
  let messages = 0;
  for (const { channelId, texts } of written) {
    messages += texts.length;
    for (const update of UPDATES) {
      const times = texts.flatMap((text) => text.split(' ')).filter((id) => id === update).length;
      if (times === 0) missing.push(`${channelId} ${update}`);
      if (times > 1) doubled.push(`${channelId} ${update} × ${times}`);
    }
  }
  return { messages, missing, doubled, counts };
}
