import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import type { Database } from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import { type IndexWords, loadKnowledge, openKnowledge } from '../../src/knowledge/database.js';
import { DataError } from '../../src/knowledge/problems.js';
import { Knowledge } from '../../src/knowledge/reads.js';
import { BASE, figure, folderWith, plainIndex, QUOTE, temporaryFolder } from './made-up.js';

const GOOD = { 'base.yaml': BASE, 'f.yaml': `figures:\n${figure('F-100')}\n`, 'q.yaml': QUOTE };

function setUp() {
  const data = folderWith(GOOD);
  const path = join(temporaryFolder(), 'var', 'knowledge.sqlite');
  const load = (indexWords: IndexWords = plainIndex) =>
    keep(loadKnowledge({ dataPaths: [data], databasePath: path, indexWords: () => indexWords }));
  return { data, path, load };
}

function keep(database: Database): Database {
  onTestFinished(() => void database.close());
  return database;
}

const figureIn = (database: Database) => new Knowledge(database).figure('F-100')?.value;

/** Changes whenever the file is replaced. */
const builtAs = (path: string) => readFileSync(path).toString('base64');

test('a missing file is built, with its folder, and used again as it is', () => {
  const { path, load } = setUp();
  expect(figureIn(load())).toBe(94);
  const first = builtAs(path);
  const marker = readdirSync(dirname(path));
  expect(marker).toEqual(['knowledge.sqlite']);
  expect(figureIn(load())).toBe(94);
  expect(builtAs(path)).toBe(first);
});

test('changed data is read; whoever has the old file open keeps it', () => {
  const { data, load } = setUp();
  const old = load();
  writeFileSync(join(data, 'f.yaml'), `figures:\n${figure('F-100', { value: '57', printed: '"57"' })}\n`);
  expect(figureIn(load())).toBe(57);
  expect(figureIn(old)).toBe(94);
});

test('bad data throws with file, entry and what to mend, and the old file stays in use', () => {
  const { data, path, load } = setUp();
  load();
  const before = builtAs(path);
  writeFileSync(join(data, 'f.yaml'), `figures:\n${figure('F-100', { value: '49' })}\n`);
  expect(() => load()).toThrow(DataError);
  expect(() => load()).toThrow(/f\.yaml, F-100: `value` is 49, but `printed` is "94"; mend/);
  expect(builtAs(path)).toBe(before);
  expect(figureIn(keep(openKnowledge(path)))).toBe(94);
  rmSync(data, { recursive: true });
  expect(() => load()).toThrow(/no such data folder/);
  expect(builtAs(path)).toBe(before);
});

test.each<[string, (path: string) => void]>([
  ['an empty file', (path) => truncateSync(path, 0)],
  ['half a file', (path) => truncateSync(path, Math.floor(readFileSync(path).length / 8192) * 4096)],
  ['no database at all', (path) => writeFileSync(path, 'no database')],
  ['a broken header', (path) => overwrite(path, 0, 100)],
  ['a broken page', (path) => overwrite(path, 4096 * 3, 4096)],
  ['an empty folder in its place', (path) => [rmSync(path), mkdirSync(path)]],
])('a damaged file is rebuilt: %s', (_, damage) => {
  const { path, load } = setUp();
  load();
  damage(path);
  expect(figureIn(load())).toBe(94);
  expect(new Knowledge(load()).quotes()).toHaveLength(1);
});

test('a file whose words were made otherwise is rebuilt', () => {
  const { load } = setUp();
  load();
  const knowledge = new Knowledge(
    load({ ...plainIndex, ofEntry: (entry) => [...plainIndex.ofEntry(entry), 'newly'] }),
  );
  expect(knowledge.documentFrequency('newly')).toBe(4);
});

test('the file is for reading only, and no temporary file stays', () => {
  const { path, load } = setUp();
  expect(() => load().exec('DELETE FROM figures')).toThrow(/readonly|read-only|query_only/i);
  expect(readdirSync(dirname(path))).toEqual(['knowledge.sqlite']);
});

test('a failing word function leaves nothing behind', () => {
  const { path, load } = setUp();
  expect(() =>
    load({
      ...plainIndex,
      ofEntry: () => {
        throw new Error('no words');
      },
    }),
  ).toThrow('no words');
  expect(existsSync(path)).toBe(false);
  expect(readdirSync(dirname(path))).toEqual([]);
});

function overwrite(path: string, from: number, length: number): void {
  const bytes = readFileSync(path);
  bytes.fill(0xa5, from, from + length);
  writeFileSync(path, bytes);
}
