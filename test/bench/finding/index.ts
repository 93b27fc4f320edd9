/**
 * Finding one figure among a thousand to a million: time, memory, and how often the right one comes first.
 * Aims: with 100,000 figures p99 under 5 ms and 100 times faster than fuse.js over all records; with a million at
 * most three times the time of ten thousand; right at first at least as often as the best of the others.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ms, percent, table, writeSection } from '../benchmarks-page.js';
import { milliseconds, percentile } from '../measuring.js';
import { CONTENDERS, type ContenderName, type Find } from './contenders.js';
import { CLASSES, queriesOf } from './world.js';

const EACH = 100;
/** Before that, each contender answers other questions for so long at most, in ms, and so many of each class. */
const WARM_UP = 3_000;
const WARM_UP_EACH = 50;
/** A slow contender is asked as many questions as it answers in this time, in ms; four at least. */
const PATIENCE = 15_000;
/** Up to which size each is asked: beyond it a run takes minutes or gigabytes and tells nothing new. */
const SIZES: Record<ContenderName, readonly number[]> = {
  Tally: [1e3, 1e4, 1e5, 1e6],
  'FTS5, all words, bm25': [1e3, 1e4, 1e5, 1e6],
  'MiniSearch, fuzzy .2 and prefix': [1e3, 1e4, 1e5],
  'fuse.js as documented': [1e3, 1e4, 1e5],
  'fuse.js, token search': [1e3, 1e4],
};

type Outcome = {
  build: number;
  megabytes: number;
  asked: number;
  p50: number;
  p95: number;
  p99: number;
  right: number[];
};

function main(): void {
  const [name, count] = process.argv.slice(2);
  if (name !== undefined && isContender(name)) {
    process.stdout.write(JSON.stringify(measure(name, Number(count))));
    return;
  }
  const outcomes = new Map<string, Outcome>();
  const names = Object.keys(SIZES).filter(isContender);
  const rows = names.flatMap((contender) =>
    SIZES[contender].map((size) => {
      const outcome = measureApart(contender, size);
      outcomes.set(`${contender} ${size}`, outcome);
      return rowOf(contender, size, outcome);
    }),
  );
  const head = ['', 'figures', 'build', 'memory', 'p50', 'p95', 'p99', ...CLASSES, 'asked'];
  writeSection('Finding', [
    'Made-up counts by thing, place and day; each query has one right record, and 500 others a day differ in one',
    'respect. *Right at first*, by how the query is worded, in the four columns before the last. Tally also reads the',
    'whole question, decides and words the answer in this time; the others only search. Each has answered up to',
    `${WARM_UP_EACH * CLASSES.length} other questions before, for ${WARM_UP / 1_000} s at most.`,
    '',
    ...table(head, rows),
    '',
    ...verdicts(outcomes),
  ]);
}

function isContender(name: string): name is ContenderName {
  return Object.hasOwn(CONTENDERS, name);
}

/** In a process of its own, so that memory and warmth are its own as well. */
function measureApart(name: ContenderName, size: number): Outcome {
  process.stderr.write(`finding: ${name}, ${size.toLocaleString('en-GB')}\n`);
  const args = ['--max-old-space-size=8192', fileURLToPath(import.meta.url), name, String(size)];
  return JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8' }));
}

function measure(name: ContenderName, size: number): Outcome {
  const folder = mkdtempSync(join(tmpdir(), 'tally-bench-'));
  try {
    let built: Find | undefined;
    const build = milliseconds(() => {
      built = CONTENDERS[name](size, folder);
    });
    const find = built;
    if (!find) throw new Error(`${name} was not built.`);
    const megabytes = process.memoryUsage().rss / 1e6;
    const all = queriesOf(size, EACH + WARM_UP_EACH);
    const queries = all.slice(0, EACH * CLASSES.length);
    const warmUpEnds = performance.now() + WARM_UP;
    for (const { text } of all.slice(queries.length)) {
      if (performance.now() > warmUpEnds) break;
      find(text);
    }
    const times: number[] = [];
    const right = CLASSES.map(() => ({ asked: 0, found: 0 }));
    const started = performance.now();
    for (const query of queries) {
      if (times.length >= CLASSES.length && performance.now() - started > PATIENCE) break;
      let id: string | undefined;
      times.push(
        milliseconds(() => {
          id = find(query.text);
        }),
      );
      const tally = right[CLASSES.indexOf(query.class)];
      if (tally) {
        tally.asked++;
        tally.found += Number(id === query.id);
      }
    }
    return {
      build,
      megabytes,
      asked: times.length,
      p50: percentile(times, 0.5),
      p95: percentile(times, 0.95),
      p99: percentile(times, 0.99),
      right: right.map(({ asked, found }) => found / Math.max(1, asked)),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function rowOf(
  name: string,
  size: number,
  { build, megabytes, asked, p50, p95, p99, right }: Outcome,
): string[] {
  const cells = [ms(build), `${Math.round(megabytes)} MB`, ms(p50), ms(p95), ms(p99)];
  return [name, size.toLocaleString('en-GB'), ...cells, ...right.map(percent), String(asked)];
}

function verdicts(outcomes: ReadonlyMap<string, Outcome>): string[] {
  const of = (name: ContenderName, size: number) => outcomes.get(`${name} ${size}`);
  const [ten, hundred, million] = [1e4, 1e5, 1e6].map((size) => of('Tally', size));
  const fuse = of('fuse.js as documented', 1e5);
  if (!ten || !hundred || !million || !fuse) return [];
  const best = CLASSES.map((_, at) =>
    Math.max(
      ...[...outcomes].filter(([key]) => !key.startsWith('Tally')).map(([, one]) => one.right[at] ?? 0),
    ),
  );
  const least = CLASSES.map((_, at) =>
    Math.min(
      ...[...outcomes].filter(([key]) => key.startsWith('Tally')).map(([, one]) => one.right[at] ?? 0),
    ),
  );
  const met = (isMet: boolean) => (isMet ? 'met' : 'missed');
  const times = (value: number) => value.toFixed(value < 10 ? 1 : 0);
  return [
    `- p99 among 100,000 figures (aim: under 5 ms): ${ms(hundred.p99)}, ${met(hundred.p99 < 5)}`,
    `- faster than fuse.js over all of 100,000 records, p50 (aim: 100 times): ${times(fuse.p50 / hundred.p50)} times, ${met(fuse.p50 / hundred.p50 >= 100)}`,
    `- a million against ten thousand, p50 (aim: at most 3 times): ${times(million.p50 / ten.p50)} times, ${met(million.p50 / ten.p50 <= 3)}`,
    `- right at first in every class at least as often as the best of the others at any size: ${met(least.every((share, at) => share >= (best[at] ?? 0)))}`,
  ];
}

main();
