import { mkdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { expect, test } from 'vitest';
import { openState, StateInUse, StateUnusable } from '../../src/state/index.js';
import { anAnswer, otherProcessHolding, statePath } from './made-up.js';

/** SQLite objects of the tests, kept for the reason that src/state/sqlite.ts gives. */
const kept: unknown[] = [];

test('the folder and the file are made, and nobody else may read them', async () => {
  const path = join(dirname(statePath()), 'deep', 'down', 'state.sqlite');
  const state = await openState(path);
  expect(statSync(path).mode & 0o077).toBe(0);
  await state.check();
  await state.close();
});

test('a second process is refused with the path, and let in once the first has closed', async () => {
  const path = statePath();
  const other = await otherProcessHolding(path);
  const refused = openState(path);
  await expect(refused).rejects.toThrow(StateInUse);
  await expect(refused).rejects.toThrow(`Another instance of Tally is using ${path}; stop that one first`);
  await other.close();
  await (await openState(path)).close();
});

test('kill -9 leaves no lock behind, and nothing that was saved is lost', async () => {
  const path = statePath();
  const other = await otherProcessHolding(path);
  await other.kill();
  const state = await openState(path);
  expect(await state.answers.byId(other.answerId)).toMatchObject(anAnswer());
  await state.close();
});

test('the same process can’t open it twice, and can open it again', async () => {
  const path = statePath();
  const state = await openState(path);
  await expect(openState(path)).rejects.toThrow(StateInUse);
  await state.close();
  await state.close();
  await (await openState(path)).close();
});

test('another name for the same file has the same lock', async () => {
  const path = statePath();
  const state = await openState(path);
  const link = join(dirname(path), 'link.sqlite');
  symlinkSync(path, link);
  await expect(openState(link)).rejects.toThrow(StateInUse);
  await state.close();
});

test('backups may read while it is open', async () => {
  const path = statePath();
  const state = await openState(path);
  await state.answers.save(anAnswer());
  const reader = new Sqlite(path, { readonly: true });
  const count = reader.prepare('SELECT count(*) FROM answers').pluck();
  kept.push(reader, count);
  expect(count.get()).toBe(1);
  reader.close();
  await state.close();
});

test('what is asked after closing is rejected', async () => {
  const state = await openState(statePath());
  await state.close();
  await expect(state.check()).rejects.toThrow();
  await expect(state.answers.byId('x')).rejects.toThrow();
});

test('a file that is no database is named with what to do, and left as it is', async () => {
  const path = statePath();
  const rubbish = 'This is a shopping list.\n'.repeat(200);
  writeFileSync(path, rubbish);
  const refused = openState(path);
  await expect(refused).rejects.toThrow(StateUnusable);
  await expect(refused).rejects.toThrow(`${path} is damaged or is no state file`);
  expect(readFileSync(path, 'utf8')).toBe(rubbish);
});

test('a database with broken pages is named, not used', async () => {
  const path = statePath();
  const state = await openState(path);
  for (let n = 0; n < 50; n++) await state.answers.save(anAnswer({ query: 'x'.repeat(2000) }));
  await state.close();
  const bytes = readFileSync(path);
  bytes.fill(0xaa, 4096, bytes.length - 4096);
  writeFileSync(path, bytes);
  await expect(openState(path)).rejects.toThrow(`${path} is damaged`);
});

test('a path that can’t be written to is named with what to do', async () => {
  const folder = statePath();
  mkdirSync(folder);
  await expect(openState(folder)).rejects.toThrow(new RegExp(`^${folder} can't be opened .*STATE_PATH\\.$`));
  const belowFile = '/dev/null/state.sqlite';
  await expect(openState(belowFile)).rejects.toThrow(
    new RegExp(`^${belowFile} can't be opened .*STATE_PATH`),
  );
});

test('a file of a newer version is refused and told so', async () => {
  const path = statePath();
  await (await openState(path)).close();
  const database = new Sqlite(path);
  kept.push(database);
  database.exec(`INSERT INTO kysely_migration VALUES ('999-from-the-future', '2030-01-01T00:00:00Z')`);
  database.close();
  await expect(openState(path)).rejects.toThrow(`${path} was written by a newer version of Tally`);
});

test('a row that another program has spoilt is named', async () => {
  const path = statePath();
  const state = await openState(path);
  const id = await state.answers.save(anAnswer());
  const database = new Sqlite(path);
  kept.push(database);
  database.exec(`UPDATE answers SET query = '{half'`);
  database.close();
  await expect(state.answers.byId(id)).rejects.toThrow(new RegExp(`answer ${id} .* can't be read`));
  await state.close();
});
