/** Part of `npm run bench`: how long taking over changed data takes, and how long it holds the event loop meanwhile. */
import { appendFileSync, cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EngineInUse } from '../../src/engine/in-use.js';
import { reopen } from '../../src/engine/reopening.js';
import { openEngine } from '../../src/engine.js';
import { projectRoot } from '../../src/paths.js';
import { ms, table, writeSection } from './benchmarks-page.js';

const TIMES = 5;

const folder = mkdtempSync(join(tmpdir(), 'tally-'));
const data = join(folder, 'data');
cpSync(join(projectRoot, 'data'), data, { recursive: true });
const options = { dataPaths: [data], databasePath: join(folder, 'knowledge.sqlite') };
const engines = new EngineInUse(openEngine(options));

const rows: string[][] = [];
for (let time = 1; time <= TIMES; time++) {
  appendFileSync(join(data, 'topics.yaml'), `# ${time}\n`);
  const lag = holds();
  const reopened = await reopen(options, engines.current.content);
  const longest = lag.stop();
  if (!reopened) throw new Error('The data have not changed.');
  engines.replace(reopened.engine);
  const askedAt = performance.now();
  engines.current.ask('how many poeple were retruned to frnace');
  const askMs = performance.now() - askedAt;
  rows.push([String(time), ...[reopened.buildMs, reopened.openMs, longest, askMs].map(ms)]);
}
engines.close();
rmSync(folder, { recursive: true });
writeSection(
  'Reloading',
  table(['', 'worker', 'opening', 'longest hold of the event loop', 'first misspelt question'], rows),
);

/** Notes the longest time between two turns of the event loop. */
function holds() {
  let longest = 0;
  let last = performance.now();
  const timer = setInterval(() => {
    const now = performance.now();
    longest = Math.max(longest, now - last - 1);
    last = now;
  }, 1);
  return {
    stop: () => {
      clearInterval(timer);
      return longest;
    },
  };
}
