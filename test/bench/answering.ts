/**
 * `npm run bench`: how long an answer takes, from the start of a process and inside one, with the data as
 * it is and with 100,000 made-up figures more. Aims: p50 2 ms, p99 10 ms; with the figures, p99 doubled at most.
 */
import { execFileSync, spawn } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { QUESTIONS_TODAY, questionFiles, readQuestions } from '../../src/cli/eval.js';
import { type Engine, openEngine } from '../../src/engine.js';
import { collectDataBytes } from '../../src/knowledge/data-bytes.js';
import { buildDatabase, type IndexWords } from '../../src/knowledge/database.js';
import { readDataFolders } from '../../src/knowledge/files.js';
import { entryTokens, lexiconOf } from '../../src/knowledge/index-words.js';
import { projectRoot } from '../../src/paths.js';
import { anyInput } from '../engine/any-input.js';
import { ms, table, writeSection } from './benchmarks-page.js';
import { choosingTimes } from './choosing.js';
import { MADE_UP_QUESTIONS, withMadeUpFigures } from './made-up-figures.js';
import { median, milliseconds, percentile } from './measuring.js';

const FIGURES = 100_000;
const STARTS = 15;
const ROUNDS = 10;
const SEED = 7;

const HERE = fileURLToPath(import.meta.url);
const ASK = join(HERE, '..', '..', '..', 'src', 'cli', 'ask.js');

type Asked = { question: string; previous?: string | undefined };
type Slow = { ms: number; question: string };
type Measured = {
  open: number;
  p50: number;
  p99: number;
  slowest: Slow;
  choosing: { p99: number; slowest: Slow };
  megabytes: number;
  odd?: Slow[];
};

async function main(): Promise<void> {
  const [task, databasePath] = process.argv.slice(2);
  if (databasePath !== undefined) {
    process.stdout.write(JSON.stringify(measure(databasePath, task === 'made-up')));
    return;
  }
  const folder = mkdtempSync(join(tmpdir(), 'tally-bench-'));
  try {
    // A copy, so that nobody's edits get between building and measuring.
    cpSync(join(projectRoot, 'data'), join(folder, 'data'), { recursive: true });
    await report(join(folder, 'plain.sqlite'), join(folder, 'large.sqlite'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function report(plainPath: string, largePath: string): Promise<void> {
  openEngine({ dataPaths: dataBeside(plainPath), databasePath: plainPath }).close();
  const building = milliseconds(() => buildLarge(largePath));
  const start = median(await inTurn(STARTS, () => startToFirstAnswer(plainPath)));
  const plain = measureApart('plain', plainPath);
  const large = measureApart('made-up', largePath);
  const ratio = large.p99 / plain.p99;
  writeSection('Answering', [
    `${readAll().length} questions of \`test/questions\`, ${ROUNDS} rounds, warm; clock ${QUESTIONS_TODAY}.`,
    '',
    ...table(
      ['', 'data as it is', `+ ${FIGURES.toLocaleString('en-GB')} figures`],
      [
        ['process start to first answer', ms(start), ''],
        ['opening the knowledge base', ms(plain.open), ms(large.open)],
        ['one answer, p50 (aim 2 ms)', ms(plain.p50), ms(large.p50)],
        ['one answer, p99 (aim 10 ms)', ms(plain.p99), `${ms(large.p99)} (× ${ratio.toFixed(2)}, aim × 2)`],
        ['slowest answer', ms(plain.slowest.ms), ms(large.slowest.ms)],
        ['autocomplete, p99 (aim 20 ms)', ms(plain.choosing.p99), ms(large.choosing.p99)],
        ['slowest autocomplete', ms(plain.choosing.slowest.ms), ms(large.choosing.slowest.ms)],
        ['memory', `${plain.megabytes} MB`, `${large.megabytes} MB`],
        ['database file', fileSize(plainPath), fileSize(largePath)],
        ['building it', '', ms(building)],
      ],
    ),
    '',
    `Slowest question: ${shown(plain.slowest)}; with made-up figures: ${shown(large.slowest)}.`,
    '',
    'Odd inputs, the slowest of each kind (aim: none above 50 ms):',
    '',
    ...(plain.odd ?? []).map((slow) => `- ${shown(slow)}`),
  ]);
}

/** Like loading the data, but the figures are made here: as YAML they would take minutes to read. */
function buildLarge(path: string): void {
  const data = withMadeUpFigures(readDataFolders(dataBeside(path)).data, FIGURES);
  const lexicon = lexiconOf(data);
  const indexWords: IndexWords = (entry) => entryTokens(entry, lexicon);
  buildDatabase(path, { data, hash: collectDataBytes(dataBeside(path)).hash, indexWords });
}

/** The copied data that a database of the bench is made of. */
function dataBeside(databasePath: string): string[] {
  return [join(dirname(databasePath), 'data')];
}

/** In a process of its own, so that memory and warmth are its own as well. */
function measureApart(task: string, path: string): Measured {
  const out = execFileSync(process.execPath, [HERE, task, path], { encoding: 'utf8', maxBuffer: 1e8 });
  return JSON.parse(out);
}

function measure(databasePath: string, isMadeUp: boolean): Measured {
  let engine: Engine | undefined;
  const open = milliseconds(() => {
    engine = openEngine({ dataPaths: dataBeside(databasePath), databasePath });
  });
  if (!engine) throw new Error('The engine did not open.');
  if (isMadeUp && engine.ask(MADE_UP_QUESTIONS[0] ?? '').answer.figures.length === 0) {
    throw new Error('The made-up figures are not in the knowledge base.');
  }
  const asked = [...readAll(), ...(isMadeUp ? MADE_UP_QUESTIONS.map((question) => ({ question })) : [])];
  const choosing = choosingTimes(engine, ROUNDS).sort((a, b) => a.ms - b.ms);
  timesOf(engine, asked, 3);
  const times = timesOf(engine, asked, ROUNDS).sort((a, b) => a.ms - b.ms);
  const megabytes = Math.round(process.memoryUsage().rss / 1e6);
  const odd = isMadeUp ? [] : oddInputs(engine);
  engine.close();
  const slowest = times.at(-1) ?? { ms: 0, question: '' };
  return {
    open,
    p50: share(times, 0.5),
    p99: share(times, 0.99),
    slowest,
    choosing: { p99: share(choosing, 0.99), slowest: choosing.at(-1) ?? slowest },
    megabytes,
    odd,
  };
}

function share(slow: readonly Slow[], wanted: number): number {
  return percentile(
    slow.map((one) => one.ms),
    wanted,
  );
}

function readAll(): Asked[] {
  return questionFiles()
    .flatMap(readQuestions)
    .map(({ q, previous }) => ({ question: q, previous }));
}

function timesOf(engine: Engine, asked: readonly Asked[], rounds: number): Slow[] {
  const times: Slow[] = [];
  for (let round = 0; round < rounds; round++) {
    for (const { question, previous: before } of asked) {
      const today = QUESTIONS_TODAY;
      const previous = before === undefined ? undefined : engine.ask(before, { today }).query;
      times.push({ ms: milliseconds(() => engine.ask(question, { today, previous })), question });
    }
  }
  return times;
}

/** The slowest of each kind, the slowest first; asked twice, so that a pause of the machine doesn't count. */
function oddInputs(engine: Engine): Slow[] {
  const slowest = Object.values(anyInput).map(({ inputs, runs }) => {
    const samples = fc.sample(inputs, { numRuns: 2 * runs, seed: SEED });
    const times = samples.map((question) => ({
      question,
      ms: milliseconds(() => engine.ask(question, { today: QUESTIONS_TODAY })),
    }));
    const worst = times.sort((a, b) => b.ms - a.ms).slice(0, 5);
    const again = worst.map(({ question, ms: first }) => ({
      question,
      ms: Math.min(
        first,
        milliseconds(() => engine.ask(question, { today: QUESTIONS_TODAY })),
      ),
    }));
    return again.sort((a, b) => b.ms - a.ms)[0] ?? { ms: 0, question: '' };
  });
  return slowest.sort((a, b) => b.ms - a.ms);
}

function startToFirstAnswer(databasePath: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const from = performance.now();
    const child = spawn(process.execPath, [ASK, 'how many people have been returned to France?'], {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...process.env, DATA_PATHS: dataBeside(databasePath).join(',') },
    });
    let first = 0;
    child.stdout.on('data', () => {
      first ||= performance.now() - from;
    });
    child.on('error', reject);
    child.on('close', (code) => (code === 0 ? resolve(first) : reject(new Error(`ask ended with ${code}`))));
  });
}

/** The first time is left out: it may have to build the knowledge base. */
async function inTurn(times: number, run: () => Promise<number>): Promise<number[]> {
  const results: number[] = [];
  for (let count = 0; count <= times; count++) results.push(await run());
  return results.slice(1);
}

function shown({ ms: time, question }: Slow): string {
  const text =
    question.length > 60
      ? `${question.slice(0, 60).toWellFormed()}… (${question.length} characters)`
      : question;
  return `${ms(time)}, \`${JSON.stringify(text).replaceAll('`', '’')}\``;
}

function fileSize(path: string): string {
  return `${(statSync(path).size / 1e6).toFixed(1)} MB`;
}

await main();
