import { join } from 'node:path';
import { Kysely, sql } from 'kysely';
import { expect, onTestFinished, test } from 'vitest';
import { migrate } from '../../src/state/migrate.js';
import { migrations } from '../../src/state/migrations.js';
import { openDurably, StateDialect } from '../../src/state/sqlite.js';
import type { Database, Tables } from '../../src/state/tables.js';
import { type Survives, WritesTogether } from '../../src/state/writes-together.js';
import { temporaryFolder } from '../knowledge/made-up.js';

async function opened(survives: Survives = 'power-cut') {
  const path = join(temporaryFolder(), 'state.sqlite');
  const statements = openDurably(path);
  const begun: string[] = [];
  const database: Database = new Kysely<Tables>({
    dialect: new StateDialect({ database: statements }),
    log: ({ query }) => void begun.push(query.sql),
  });
  await migrate(database, migrations, path);
  onTestFinished(async () => {
    await database.destroy();
    statements.close();
  });
  const left = async () =>
    (await database.selectFrom('left_guilds').select('guild_id').execute()).map((row) => row.guild_id);
  const leave = (guild_id: string) => async (inside: Database) => {
    await inside.insertInto('left_guilds').values({ guild_id, left_at: 1 }).execute();
  };
  begun.length = 0;
  return {
    database,
    together: new WritesTogether(database, survives),
    left,
    leave,
    begins: () => begun.filter((sql) => /^begin/.test(sql)).length,
  };
}

test('writes of one moment share a transaction and are all there when they resolve', async () => {
  const { together, left, leave, begins } = await opened();
  await Promise.all(['1', '2', '3'].map((id) => together.run(leave(id))));
  expect(begins()).toBe(1);
  expect(await left()).toEqual(['1', '2', '3']);
});

test('one that fails fails alone', async () => {
  const { together, left, leave } = await opened();
  const outcomes = await Promise.allSettled(['1', '1', '2'].map((id) => together.run(leave(id))));
  expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect(await left()).toEqual(['1', '2']);
});

test('a single one that fails says why', async () => {
  const { together } = await opened();
  await expect(together.run(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
});

test('what must survive a power cut is on the disk when it resolves, whatever was written before', async () => {
  const durable = await opened('power-cut');
  const relaxed = await opened('restart');
  const levels: unknown[] = [];
  const note = async (inside: Database) => {
    const { rows } = await sql<{ synchronous: number }>`PRAGMA synchronous`.execute(inside);
    levels.push(rows[0]?.synchronous);
  };
  await durable.together.run(note);
  await relaxed.together.run(note);
  await relaxed.together.run(() => Promise.reject(new Error('no'))).catch(() => {});
  await relaxed.database.transaction().execute(note);
  // https://www.sqlite.org/pragma.html#pragma_synchronous: 1 is NORMAL, 2 is FULL.
  expect(levels).toEqual([2, 1, 2]);
});
