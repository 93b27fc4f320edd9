/**
 * `npm run soak -- --minutes N [--seed N]`: mixed traffic, faults, kills and restarts, and new figures meanwhile. In
 * the end nothing may be lost or doubled, every answer cited, memory flat, and the event loop's delay under 20 ms (p99).
 * Exit code 0 where all of that holds.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { stringify } from 'yaml';
import { askOne, QUESTIONS_TODAY, questionFiles, readQuestions } from '../../src/cli/eval.js';
import { openEngine } from '../../src/engine.js';
import { addDays } from '../../src/knowledge/calendar.js';
import { projectRoot } from '../../src/paths.js';
import { ms, table, writeSection } from '../bench/benchmarks-page.js';
import { median, percentile, seeded } from '../bench/measuring.js';
import { heard } from '../child-process.js';
import {
  type BotOrder,
  type BotSays,
  type DiscordIs,
  FAULTS,
  type Outcome,
  type Questions,
  type ToDiscord,
} from './messages.js';

const AIM = { loopP99: 20, growth: 1.15 };
const PER_SECOND = 10;
const PUBLISH_EVERY_MS = 20_000;
const FAULT_EVERY_MS = 45_000;
/** Kills and restarts happen in the first half, so that memory can be watched in the second. */
const RESTARTS = 4;
const FIRST_FIGURE = 7_700_000;
const FIRST_DAY = '2026-10-01';

const { values } = parseArgs({
  options: { minutes: { type: 'string', default: '10' }, seed: { type: 'string' } },
});
const length = Number(values.minutes) * 60_000;
const seed = Number(values.seed ?? 1);
if (!(length > 0)) throw new Error('--minutes is a number above 0.');

const random = seeded(seed);
const folder = mkdtempSync(join(tmpdir(), 'tally-soak-'));
const samples: { p99: number; longest: number; megabytes: number }[] = [];
/** Samples of the life that lasts to the end. */
let lastLife: typeof samples = [];
const published: string[] = [];
const log = (line: string) =>
  void process.stderr.write(`${new Date().toISOString().slice(11, 19)} ${line}\n`);

const program = (name: string) => fileURLToPath(new URL(`./${name}.js`, import.meta.url));

async function main(): Promise<boolean> {
  mkdirSync(join(folder, 'learnt'));
  const discord = fork(program('discord'));
  const is = await heard<DiscordIs>(discord);
  let bot = await startedBot(is);
  await asked(discord, { ask: 'begin', questions: questionsOf(), perSecond: PER_SECOND, seed });
  await asked(discord, { ask: 'trouble', on: false });
  const started = performance.now();
  const passed = () => performance.now() - started;
  let publishAt = 5_000;
  let faultAt = FAULT_EVERY_MS / 2;
  let restarts = 0;
  let faults = 0;
  while (passed() < length) {
    await pause(200);
    if (passed() >= publishAt && passed() < length - 30_000) {
      publish();
      publishAt += PUBLISH_EVERY_MS;
    }
    if (passed() >= faultAt && passed() < length - 60_000) {
      const how = FAULTS[faults % FAULTS.length] ?? 'errors';
      await asked(discord, { ask: 'fault', how });
      log(`fault: ${how}`);
      faults++;
      faultAt += FAULT_EVERY_MS;
    }
    if (restarts < RESTARTS && passed() >= ((restarts + 1) * length) / (2 * RESTARTS)) {
      const signal = restarts % 2 === 0 ? 'SIGKILL' : 'SIGTERM';
      await asked(discord, { ask: 'trouble', on: true });
      await pause(random() * 300);
      const ended = once(bot, 'exit');
      bot.kill(signal);
      await ended;
      lastLife = [];
      bot = await startedBot(is);
      await asked(discord, { ask: 'trouble', on: false });
      log(`restarted after ${signal}`);
      restarts++;
    }
  }
  await pause(15_000);
  const outcome = await asked<Outcome>(discord, { ask: 'end' });
  bot.kill('SIGTERM');
  await once(bot, 'exit');
  discord.disconnect();
  return report(outcome, { restarts, faults });
}

function report(outcome: Outcome, { restarts, faults }: { restarts: number; faults: number }): boolean {
  const asks = Object.values(outcome.asked).reduce((sum, count) => sum + count, 0);
  const missing = outcome.told.flatMap(({ channelId, ids }) =>
    published.filter((id) => !ids.includes(id)).map((id) => `${channelId} ${id}`),
  );
  const twice = outcome.told.flatMap(({ channelId, ids }) =>
    published.filter((id) => ids.filter((one) => one === id).length > 1).map((id) => `${channelId} ${id}`),
  );
  const third = Math.max(1, Math.floor(lastLife.length / 3));
  const memory = (list: typeof samples) => median(list.map(({ megabytes }) => megabytes));
  const [early, late] = [memory(lastLife.slice(third, 2 * third)), memory(lastLife.slice(-third))];
  const loop = percentile(
    samples.map(({ p99 }) => p99),
    0.5,
  );
  const checks: [string, string, boolean][] = [
    [
      'asked',
      `${asks} (${Object.keys(outcome.asked).length} kinds, ${outcome.pictures} with a chart)`,
      asks > 0,
    ],
    ['lost while nothing was wrong', String(outcome.lost.length), outcome.lost.length === 0],
    ['not answered during kills and faults', String(outcome.excused), true],
    ['answered twice', String(outcome.doubled.length), outcome.doubled.length === 0],
    ['answers without a citation', String(outcome.uncited.length), outcome.uncited.length === 0],
    ['kills and restarts; faults', `${restarts}; ${faults}`, true],
    [
      `new figures told to ${outcome.told.length} channels`,
      `${published.length}, ${missing.length} missing, ${twice.length} doubled`,
      missing.length === 0 && twice.length === 0,
    ],
    ['time to the answer, p50 and p99', `${ms(outcome.p50)}, ${ms(outcome.p99)}`, true],
    [
      `event loop's delay, p99 in the median five seconds (aim ${AIM.loopP99} ms)`,
      ms(loop),
      loop < AIM.loopP99,
    ],
    ['event loop’s longest delay', ms(Math.max(0, ...samples.map(({ longest }) => longest))), true],
    [
      'memory, in the middle and at the end of the last life',
      `${early.toFixed(0)} MB, ${late.toFixed(0)} MB`,
      late < early * AIM.growth,
    ],
    ['requests that Discord would refuse', String(outcome.problems.length), outcome.problems.length === 0],
  ];
  writeSection('Soak', [
    `${values.minutes} minutes, ${PER_SECOND} acts a second, seed ${seed}.`,
    '',
    ...table(
      ['', '', 'holds'],
      checks.map(([name, value, holds]) => [name, value, holds ? 'yes' : '**no**']),
    ),
  ]);
  for (const line of [...outcome.lost, ...outcome.uncited, ...missing, ...twice, ...outcome.problems].slice(
    0,
    30,
  ))
    log(line);
  return checks.every(([, , holds]) => holds);
}

async function startedBot({ apiUrl, token }: DiscordIs): Promise<ChildProcess> {
  const order: BotOrder = { apiUrl, token, folder };
  const bot = fork(program('bot'), [JSON.stringify(order)]);
  await heard<BotSays>(bot);
  bot.on('message', (says: BotSays) => {
    if (says === 'ready') return;
    samples.push(says);
    lastLife.push(says);
  });
  return bot;
}

/** One more figure than before, as a file of the folder that the bot watches. */
function publish(): void {
  const number = published.length + 1;
  const id = `F-${FIRST_FIGURE + number}`;
  published.push(id);
  const asOf = addDays(FIRST_DAY, number);
  const source = {
    id: `S-${FIRST_FIGURE + number}`,
    document: null,
    label: { en: 'Made up for the soak', fr: 'Inventé pour l’essai' },
    title: null,
    publisher: null,
    url: null,
    published: asOf,
    publishedKnown: 'stated',
    kind: 'anonymous',
    rewriteOf: null,
    originalOpened: true,
    note: { en: 'Made up.', fr: 'Inventé.' },
    names: { en: [`soak ${number}`], fr: [`essai ${number}`] },
  };
  const value = 2_000 + number;
  const figure = {
    ...{ id, metric: 'returned-to-france', value, qualifier: 'exact', printed: String(value), asOf },
    ...{ datePrecision: 'day', dateKnown: 'stated', source: source.id, paragraph: 1, provisional: true },
  };
  writeFileSync(join(folder, 'learnt', `${id}.yaml`), stringify({ sources: [source], figures: [figure] }));
}

/** Those that are answered with figures must cite; the rest may be anything. */
function questionsOf(): Questions {
  const dataPaths = [join(projectRoot, 'data')];
  const engine = openEngine({ dataPaths, databasePath: join(folder, 'asked.sqlite') });
  const all = questionFiles()
    .flatMap(readQuestions)
    .filter(({ q, previous }) => previous === undefined && q.length < 1_500);
  const isAnswered = (question: (typeof all)[number]) => {
    const { text } = askOne(engine, question, QUESTIONS_TODAY);
    return /\[1\]/.test(text);
  };
  const questions = {
    answered: all.filter(isAnswered).map(({ q }) => q),
    others: all.map(({ q }) => q),
  };
  engine.close();
  return questions;
}

async function asked<Answer>(child: ChildProcess, question: ToDiscord): Promise<Answer> {
  const answer = heard<Answer>(child);
  child.send(question);
  return answer;
}

try {
  process.exitCode = (await main()) ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
