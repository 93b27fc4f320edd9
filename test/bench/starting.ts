/** From `npm start`'s program to ready, with and without a knowledge base; memory at rest and after 100,000 questions. */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { QUESTIONS_TODAY, questionFiles, readQuestions } from '../../src/cli/eval.js';
import { openEngine } from '../../src/engine.js';
import { projectRoot } from '../../src/paths.js';
import { ms, table, writeSection } from './benchmarks-page.js';
import { median } from './measuring.js';

const STARTS = 7;
const QUESTIONS = 100_000;
const MAIN = fileURLToPath(new URL('../../src/main.js', import.meta.url));

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'tally-bench-'));
  try {
    const databasePath = join(folder, 'knowledge.sqlite');
    const dataPaths = [join(projectRoot, 'data')];
    const from = performance.now();
    openEngine({ dataPaths, databasePath }).close();
    const building = performance.now() - from;
    const starts: Ready[] = [];
    for (let count = 0; count <= STARTS; count++) starts.push(await startedIn(folder));
    const warm = starts.slice(1);
    const engine = openEngine({ dataPaths, databasePath });
    const questions = questionFiles().flatMap(readQuestions);
    const memory = () => Math.round(process.memoryUsage().rss / 1e6);
    const before = memory();
    for (let count = 0; count < QUESTIONS; count++)
      engine.ask(questions[count % questions.length]?.q ?? '', { today: QUESTIONS_TODAY });
    const after = memory();
    engine.close();
    writeSection('Starting', [
      ...table(
        ['', ''],
        [
          [
            'start of the process to ready (bot, sandbox, all commands registered)',
            ms(median(warm.map((one) => one.ms))),
          ],
          ['building the knowledge base from the data files', ms(building)],
          ['memory of bot and sandbox at rest', `${Math.round(median(warm.map((one) => one.megabytes)))} MB`],
          ['memory of the engine alone, opened', `${before} MB`],
          [`the same after ${QUESTIONS.toLocaleString('en-GB')} questions`, `${after} MB`],
        ],
      ),
    ]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

type Ready = { ms: number; megabytes: number };

/** Starts the program in the sandbox with nothing typed and ends it once it says that it is ready. */
function startedIn(folder: string): Promise<Ready> {
  return new Promise((resolve, reject) => {
    const from = performance.now();
    const child = spawn(process.execPath, [MAIN], {
      cwd: folder,
      stdio: ['ignore', 'ignore', 'pipe'],
      env: { PATH: process.env.PATH, STATE_PATH: join(folder, 'state.sqlite'), SANDBOX_PORT: '0' },
    });
    let ready: Ready | undefined;
    createInterface({ input: child.stderr }).on('line', (line) => {
      if (ready || !line.includes('"msg":"ready"')) return;
      ready = { ms: performance.now() - from, megabytes: residentMegabytes(child.pid ?? 0) };
      child.kill('SIGTERM');
    });
    child.on('error', reject);
    child.on('close', () => (ready ? resolve(ready) : reject(new Error('The program did not get ready.'))));
  });
}

/** What the kernel says of a process (Linux); NaN where it says nothing. */
function residentMegabytes(pid: number): number {
  try {
    const [, kilobytes] = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return Number(kilobytes) / 1e3;
  } catch {
    return Number.NaN;
  }
}

await main();
