/**
 * How long ten thousand channels take to be told of one update, at Discord's 50 requests a second, and how fast
 * interactions are acknowledged meanwhile. The bot runs here as it does in service; Discord's stand-in, which
 * enforces the limit, and people who ask run in a process of their own.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { pino } from 'pino';
import { commands } from '../../commands/index.js';
import { startBot } from '../../src/discord/client.js';
import { openEngine } from '../../src/engine.js';
import { projectRoot } from '../../src/paths.js';
import { type Sandbox, startSandbox } from '../../src/sandbox/index.js';
import { openState, STATE_THREAD } from '../../src/state/index.js';
import { PER_SECOND, startDelivery } from '../../src/updates/delivery.js';
import { updateMessage } from '../../src/updates/update-message.js';
import { heard } from '../child-process.js';
import { aSubscription } from '../state/a-subscription.js';
import { tell } from '../updates/plain.js';
import { updateOf } from '../updates/update-of.js';
import { ms, table, writeSection } from './benchmarks-page.js';
import { percentile } from './measuring.js';

const CHANNELS = Number(process.env.CHANNELS ?? 10_000);
const GUILDS = 500;
/** Interactions a second, and people. */
const ASKED = 10;
const PEOPLE = 50;
/** In ms. */
const WARM_UP = 5_000;
const AIM = { tooLong: 1.05, p99: 100 };

type Place = { guildId: string; channelId: string };
type Told = { apiUrl: string; token: string; places: Place[] };
type Measured = {
  tooMany: number;
  told: number;
  doubled: number;
  answered: number;
  asked: number;
  times: number[];
};

async function main(): Promise<void> {
  if (process.argv[2] === 'discord') return actAsDiscord();
  const folder = mkdtempSync(join(tmpdir(), 'tally-bench-'));
  const discord = fork(fileURLToPath(import.meta.url), ['discord']);
  try {
    process.exitCode = (await report(discord, folder)) ? 0 : 1;
  } finally {
    discord.disconnect();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** True where all aims are reached. */
async function report(discord: ChildProcess, folder: string): Promise<boolean> {
  const { token, apiUrl, places } = await heard<Told>(discord);
  const state = await openState(join(folder, 'state.sqlite'), { thread: STATE_THREAD });
  await Promise.all(places.map((place) => state.subscriptions.add(aSubscription(place))));
  const engine = openEngine({
    dataPaths: [join(projectRoot, 'data')],
    databasePath: join(folder, 'knowledge.sqlite'),
  });
  const log = pino({ level: process.env.LOG_LEVEL ?? 'warn' }, pino.destination(2));
  const unlimited = { size: Number.MAX_SAFE_INTEGER, perSecond: 1 };
  const cooldowns = { user: unlimited, channel: unlimited };
  const bot = await startBot({ config: { token, apiUrl }, engine, state, log, commands, cooldowns });
  // What is made when it is first asked for (names, suggestions) is made by now.
  discord.send('warm up');
  await pause(WARM_UP);
  const loop = monitorEventLoopDelay({ resolution: 5 });
  loop.enable();
  discord.send('ask');
  const from = performance.now();
  const [newest] = engine.knowledge().newestFigures('returned-to-france', null);
  if (!newest) throw new Error('The data have no figure to tell.');
  await tell(state, [{ ...updateOf('bench', new Date()), figure: newest }]);
  const toldIn = performance.now() - from;
  const delivery = startDelivery({
    state,
    sender: bot.sender,
    log,
    write: (updates, addressed) => updateMessage(updates, addressed, engine.knowledge()),
  });
  let counts = await state.outbox.counts();
  while (counts.sent < places.length) {
    await pause(100);
    counts = await state.outbox.counts();
  }
  const seconds = (performance.now() - from) / 1000;
  loop.disable();
  discord.send('stop');
  const measured = await heard<Measured>(discord);
  await delivery.stop(8_000);
  await bot.stop();
  await state.close();
  engine.close();
  return printed({ seconds, toldIn, loopP99: loop.percentile(99) / 1e6, measured, channels: places.length });
}

type Result = { seconds: number; toldIn: number; loopP99: number; measured: Measured; channels: number };

function printed({ seconds, toldIn, loopP99, measured, channels }: Result): boolean {
  const { tooMany, told, doubled, answered, asked, times } = measured;
  const [p50 = 0, p99 = 0, slowest = 0] = [0.5, 0.99, 1].map((share) => percentile(times, share));
  const longest = (channels / PER_SECOND) * AIM.tooLong;
  const aims: [string, string, string, boolean][] = [
    ['channels told once', `${told - doubled}`, `${channels}`, told === channels && doubled === 0],
    ['time', `${seconds.toFixed(1)} s`, `${longest.toFixed(1)} s`, seconds <= longest],
    ['answers of 429', `${tooMany}`, '0', tooMany === 0],
    ['interactions answered', `${answered} of ${asked}`, 'all', answered === asked],
    ['acknowledged, p99', ms(p99), `< ${AIM.p99} ms`, p99 < AIM.p99],
  ];
  writeSection('Delivering', [
    `One update to ${channels.toLocaleString('en-GB')} subscribed channels, while ${ASKED} interactions a second are answered.`,
    '',
    ...table(
      ['', '', 'aim', ''],
      [
        ...aims.map(([name, value, aim, reached]) => [name, value, aim, reached ? 'met' : '**missed**']),
        ['acknowledged, p50 and slowest', `${ms(p50)}, ${ms(slowest)}`, '', ''],
        ['event loop held, p99', ms(loopP99), '', ''],
        ['outbox filled in', ms(toldIn), '', ''],
      ],
    ),
  ]);
  return aims.every(([, , , reached]) => reached);
}

/** The other process: many servers, people who ask, and a stopwatch. */
async function actAsDiscord(): Promise<void> {
  const sandbox = await startSandbox();
  const guilds = Array.from({ length: GUILDS }, (_, at) => sandbox.guild({ name: `Server ${at}` }));
  const places = Array.from({ length: CHANNELS }, (_, at): Place => {
    const guild = guilds[at % guilds.length];
    if (!guild) throw new Error('There are no servers.');
    return { guildId: guild.id, channelId: guild.channel(`channel-${at}`).id };
  });
  const asking = sandbox.guild({ name: 'Those who ask' });
  const channel = asking.channel('questions');
  const people = Array.from({ length: PEOPLE }, (_, at) => asking.member({ name: `Person ${at}` }));
  const watched = new Set(places.map(({ channelId }) => channelId));
  const told = new Map<string, number>();
  const started = new Map<string, number>();
  const times: number[] = [];
  let tooMany = 0;
  let asked = 0;
  let isOpen = false;
  let isMeasured = false;
  sandbox.onChange((change) => {
    if (change.kind === 'request' && change.exchange.status === 429) tooMany += 1;
    if (change.kind === 'message-created' && watched.has(change.message.channel.id))
      told.set(change.message.channel.id, (told.get(change.message.channel.id) ?? 0) + 1);
    if (change.kind === 'interaction-created' && isMeasured)
      started.set(change.interaction.id, performance.now());
    if (change.kind !== 'interaction-answered') return;
    const askedAt = started.get(change.interaction.id);
    if (askedAt !== undefined) times.push(performance.now() - askedAt);
  });
  const ask = async () => {
    const from = performance.now();
    const all: Promise<unknown>[] = [];
    while (isOpen) {
      const due = Math.ceil(((performance.now() - from) / 1000) * ASKED);
      for (; asked < due; asked += 1)
        all.push(askOne(sandbox, people[asked % people.length], channel, asked));
      await pause(5);
    }
    await Promise.allSettled(all);
    const doubled = [...told.values()].filter((count) => count > 1).length;
    process.send?.({
      tooMany,
      told: told.size,
      doubled,
      answered: times.length,
      asked: started.size,
      times,
    } satisfies Measured);
  };
  process.on('message', (order: 'warm up' | 'ask' | 'stop') => {
    if (order === 'warm up') {
      isOpen = true;
      void ask();
    }
    if (order === 'ask') isMeasured = true;
    if (order === 'stop') isOpen = false;
  });
  process.on('disconnect', () => process.exit());
  process.send?.({ apiUrl: sandbox.apiUrl, token: sandbox.token, places } satisfies Told);
}

type Asker = Parameters<Sandbox['as']>[0];

function askOne(sandbox: Sandbox, person: Asker | undefined, channel: { id: string }, count: number) {
  if (!person) throw new Error('Nobody is there.');
  const actor = sandbox.as(person);
  return count % 2 === 0
    ? actor.slash(channel, 'figure', { metric: 'returned-to-france' })
    : actor.autocomplete(channel, 'figure', 'metric', 'ret');
}

await main();
