import { Kysely, type Migration, sql } from 'kysely';
import { expect, test } from 'vitest';
import { answersIn } from '../../src/state/answers.js';
import { migrate } from '../../src/state/migrate.js';
import { migrations } from '../../src/state/migrations.js';
import { settingsIn } from '../../src/state/settings.js';
import { openDurably, StateDialect } from '../../src/state/sqlite.js';
import type { Tables } from '../../src/state/tables.js';
import { aClock, anAnswer, statePath } from './made-up.js';

function freshDatabase() {
  const path = statePath();
  const statements = openDurably(path);
  return {
    path,
    statements,
    database: new Kysely<Tables>({ dialect: new StateDialect({ database: statements }) }),
  };
}

const tablesOf = async (database: Kysely<Tables>) =>
  (await database.introspection.getTables()).map((table) => table.name);

test('the steps are numbered in order', () => {
  const numbers = Object.keys(migrations).map((name) => Number(/^(\d{3})-/.exec(name)?.[1]));
  expect(numbers).toEqual(numbers.map((_, index) => index + 1));
});

test('SQLite writes through to the disk, with a write-ahead log and foreign keys', () => {
  const { statements } = freshDatabase();
  expect(statements.pragma('journal_mode')).toBe('wal');
  expect(statements.pragma('synchronous')).toBe(2);
  expect(statements.pragma('foreign_keys')).toBe(1);
  // Whoever waits inside SQLite holds up the whole program; queries are tried again instead.
  expect(statements.pragma('busy_timeout')).toBe(0);
  statements.close();
});

test('steps run once each, later ones where earlier ones have run', async () => {
  const { path, database } = freshDatabase();
  await migrate(database, migrations, path);
  const current = await tablesOf(database);
  await migrate(database, migrations, path);
  expect(await tablesOf(database)).toEqual(current);
  const next: Migration = {
    up: (inside) => sql`CREATE TABLE later (id TEXT)`.execute(inside).then(() => {}),
  };
  await migrate(database, { ...migrations, '900-later': next }, path);
  expect(await tablesOf(database)).toEqual([...current, 'later'].sort());
  await database.destroy();
});

test('a step that fails half-way leaves the tables as they were', async () => {
  const { path, database } = freshDatabase();
  await migrate(database, migrations, path);
  const before = await tablesOf(database);
  const faulty: Migration = {
    up: async (inside) => {
      await sql`CREATE TABLE half (id TEXT)`.execute(inside);
      await sql`DROP TABLE answers`.execute(inside);
      throw new Error('power cut');
    },
  };
  await expect(migrate(database, { ...migrations, '900-faulty': faulty }, path)).rejects.toThrow('power cut');
  expect(await tablesOf(database)).toEqual(before);
  await database.destroy();
});

test('however long it runs, a few statements are kept', async () => {
  const { path, database, statements } = freshDatabase();
  await migrate(database, migrations, path);
  const clock = aClock();
  const answers = answersIn(database, clock.now);
  const settings = settingsIn(database, clock.now);
  const everything = async (n: number) => {
    const id = await answers.save(anAnswer({ messageId: String(n), askerId: String(n), guildId: String(n) }));
    await answers.setMessage(id, `${n}0`);
    await answers.byId(id);
    await answers.byMessage(`${n}0`);
    await settings.setPlainQuestions({
      guildId: String(n),
      channelId: n % 2 ? String(n) : null,
      allowed: n % 3 === 0,
    });
    await settings.plainQuestions(String(n), String(n));
    await settings.guildLeft(String(n), clock.now());
    await settings.guildBack(String(n));
    await settings.guildsPresent(
      Array.from({ length: n % 7 }, (_, guild) => String(guild)),
      clock.now(),
    );
    clock.forward({ days: 31 });
    await settings.purgeLeftGuilds(clock.now());
    await answers.purgeExpired();
    await answers.remove(id);
  };
  for (let n = 0; n < 8; n++) await everything(n);
  const after = statements.size;
  for (let n = 8; n < 200; n++) await everything(n);
  expect(statements.size).toBe(after);
  await database.destroy();
});
