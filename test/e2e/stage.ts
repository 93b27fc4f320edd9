import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, expect, inject, onTestFinished, test } from 'vitest';
import { commands as ours } from '../../commands/index.js';
import { type Charts, openCharts } from '../../src/charts/index.js';
import { type Bot, startBot } from '../../src/discord/client.js';
import type { AnyCommand } from '../../src/discord/command.js';
import type { Cooldowns } from '../../src/discord/cooldowns.js';
import { type Engine, openEngine } from '../../src/engine.js';
import { createLog } from '../../src/log.js';
import {
  type ArrangedChannel,
  type ArrangedGuild,
  type Person,
  type Sandbox,
  type ShownMessage,
  startSandbox,
} from '../../src/sandbox/index.js';
import { openState, type State } from '../../src/state/index.js';
import { discordSchema, faultsOf } from '../discord-schema.js';
import { projectEngine } from '../engine/opened.js';
import { folderWith, temporaryFolder } from '../knowledge/made-up.js';

const schema = discordSchema();

export type Scene = {
  sandbox: Sandbox;
  guild: ArrangedGuild;
  general: ArrangedChannel;
  /** Two people without any rights of their own, and one who may do everything that moderators do. */
  ana: Person;
  ben: Person;
  moderator: Person;
  bot(): Bot;
  state(): State;
  /** Lines of the log so far, parsed. */
  log: LogLine[];
  /** Stops the bot as a signal would, and starts another process's worth of it on the same state. */
  restart(): Promise<void>;
};

export type LogLine = { level: string; msg?: string; reference?: string; [field: string]: unknown };

export type Staging = {
  commands?: readonly AnyCommand[];
  cooldowns?: Cooldowns;
  /** Files of data in place of the project's own. */
  data?: Record<string, string>;
  /** In place of the real ones, which draw in the compiled worker. */
  charts?: Charts;
  /** What the scene provokes: problems that the sandbox may note, each by a part of its text. */
  provokes?: readonly string[];
};

const UNHURRIED: Cooldowns = {
  user: { size: 1_000, perSecond: 1_000 },
  channel: { size: 1_000, perSecond: 1_000 },
};

let drawing: Charts | undefined;
afterAll(async () => {
  await drawing?.close();
  drawing = undefined;
});

/** Plays one scene as a test of its own. */
export function scene(name: string, play: (scene: Scene) => Promise<void>, staging: Staging = {}): void {
  test(name, async () => {
    const { scene: played, close } = await open(staging);
    try {
      await play(played);
      const { provokes = [] } = staging;
      const problems = played.sandbox.problems.filter((one) => !provokes.some((part) => one.includes(part)));
      expect(problems).toEqual([]);
      if (schema) expect(faultsOf(schema, played.sandbox.traffic)).toEqual([]);
    } catch (error) {
      console.error(played.sandbox.transcript);
      throw error;
    } finally {
      await close();
    }
  });
}

/** The compiled worker draws: tests run on TypeScript, which a worker cannot load. */
export function compiledCharts(timeLimitMs?: number): Charts {
  const worker = pathToFileURL(join(inject('compiled'), 'src', 'charts', 'worker.js'));
  return openCharts({ worker, ...(timeLimitMs === undefined ? {} : { timeLimitMs }) });
}

/** The file of a message once it is there: a picture may come after the text, and a busy machine draws slowly. */
export async function pictureIn(message: ShownMessage): Promise<ShownMessage['files'][number]> {
  await expect.poll(() => message.files.length, { timeout: 20_000 }).toBe(1);
  const [file] = message.files;
  if (!file) throw new Error('The picture is gone.');
  return file;
}

function charts(): Charts {
  drawing ??= compiledCharts();
  return drawing;
}

function engineOf(files: Record<string, string>): Engine {
  const engine = openEngine({
    dataPaths: [folderWith(files)],
    databasePath: join(temporaryFolder(), 'knowledge.sqlite'),
  });
  onTestFinished(() => engine.close());
  return engine;
}

async function open(staging: Staging): Promise<{ scene: Scene; close(): Promise<void> }> {
  // For whoever wants to hold the requests of all scenes against something else.
  const { TRAFFIC_LOG: trafficLog } = process.env;
  const sandbox = await startSandbox(trafficLog ? { trafficLog } : {});
  const guild = sandbox.guild({ name: 'Newsroom' });
  const general = guild.channel('general');
  const ana = guild.member({ name: 'Ana' });
  const ben = guild.member({ name: 'Ben' });
  const moderator = guild.member({
    name: 'Mia',
    permissions: ['ManageGuild', 'ManageChannels', 'ManageMessages', 'MentionEveryone'],
  });
  const log: LogLine[] = [];
  const statePath = join(temporaryFolder(), 'state.sqlite');
  let running = await run(sandbox, statePath, log, staging);
  const scene: Scene = {
    sandbox,
    guild,
    general,
    ana,
    ben,
    moderator,
    log,
    bot: () => running.bot,
    state: () => running.state,
    async restart() {
      await running.stop();
      running = await run(sandbox, statePath, log, staging);
    },
  };
  const close = async () => {
    await running.stop();
    await sandbox.close();
  };
  return { scene, close };
}

async function run(sandbox: Sandbox, statePath: string, lines: LogLine[], staging: Staging) {
  const now = () => new Date(sandbox.clock.now());
  const state = await openState(statePath, { now });
  const engine = staging.data ? engineOf(staging.data) : projectEngine();
  const destination = { write: (line: string) => void lines.push(JSON.parse(line)) };
  const bot = await startBot({
    config: { token: sandbox.token, apiUrl: sandbox.apiUrl },
    engine,
    state,
    log: createLog({ level: 'debug', secrets: [sandbox.token], destination }),
    commands: staging.commands ?? ours,
    charts: staging.charts ?? charts(),
    now,
    cooldowns: staging.cooldowns ?? UNHURRIED,
  });
  await sandbox.ready();
  const stop = async () => {
    await bot.stop();
    await state.close();
  };
  return { bot, state, stop };
}
