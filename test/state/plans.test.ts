/** What one channel needs is found by an index, however many others wait: no query reads the whole outbox for it. */
import { join } from 'node:path';
import { Kysely } from 'kysely';
import { expect, onTestFinished, test } from 'vitest';
import { migrate } from '../../src/state/migrate.js';
import { migrations } from '../../src/state/migrations.js';
import { outboxIn } from '../../src/state/outbox.js';
import { openDurably, StateDialect } from '../../src/state/sqlite.js';
import type { Database, Tables } from '../../src/state/tables.js';
import { temporaryFolder } from '../knowledge/made-up.js';

/** The steps that SQLite takes for each statement that `work` runs. */
async function plansOf(work: (database: Database) => Promise<unknown>): Promise<string[][]> {
  const path = join(temporaryFolder(), 'state.sqlite');
  const statements = openDurably(path);
  const run: string[] = [];
  const database: Database = new Kysely<Tables>({
    dialect: new StateDialect({ database: statements }),
    log: ({ query }) => void run.push(query.sql),
  });
  onTestFinished(async () => {
    await database.destroy();
    statements.close();
  });
  await migrate(database, migrations, path);
  run.length = 0;
  await work(database);
  const texts = run.filter((text) => /^\s*(?:select|update|insert|with)/i.test(text));
  return texts.map((text) => {
    const parameters = (text.match(/\?/g) ?? []).map(() => null);
    const rows = statements.prepare(`EXPLAIN QUERY PLAN ${text}`).all(parameters);
    return rows.map((row) => (row instanceof Object && 'detail' in row ? String(row.detail) : ''));
  });
}

const group = { channelId: '1', roleId: null, language: 'en', when: 'at-once' } as const;

test('what waits for a channel is found by the channel', async () => {
  const [plan = []] = await plansOf((database) =>
    outboxIn(database, () => new Date()).waiting(group, new Date()),
  );
  expect(plan.slice(0, 2)).toEqual([
    expect.stringMatching(/^SEARCH subscriptions .*\(channel_id=\?\)/),
    expect.stringMatching(/^SEARCH outbox .*\(subscription_id=\? AND due_at<\?\)/),
  ]);
});

test('a row becomes part of a delivery by its key or by the one that covers it', async () => {
  const made = { id: 'a', guildId: '1', channelId: '1', subscriptionId: '1', payload: '{}' };
  const rows = [{ updateId: 'u', subscriptionId: '1' }];
  const plans = await plansOf((database) =>
    outboxIn(database, () => new Date()).begin([{ ...made, rows }], []),
  );
  const assigning = plans.find((plan) => plan.some((step) => step.includes('SEARCH outbox')));
  expect(assigning?.filter((step) => step.startsWith('SEARCH'))).toEqual([
    expect.stringMatching(/\(update_id=\? AND subscription_id=\?\)/),
    expect.stringMatching(/\(covered_by=\?\)/),
  ]);
});
