/** Every figure that was ever known, and the updates that came of it: what is in here is no news any more. */
import { existsSync } from 'node:fs';
import { Kysely, sql } from 'kysely';
import { z } from 'zod';
import { unusable } from './errors.js';
import { KeptStatements, openKept, StateDialect } from './sqlite.js';
import type { Clock, Database, Tables } from './tables.js';

/** A figure as it was when it was last learned. */
export type LedgerEntry = {
  figureId: string;
  hash: string;
  /** As JSON. */
  figure: string;
  /** Whether people were told of it. */
  told: boolean;
};

export type UpdateToKeep = {
  id: string;
  kind: 'new' | 'revision';
  /** Figures as JSON. */
  figure: string;
  before: string | null;
  learnedAt: Date;
};

export type OutboxRow = {
  updateId: string;
  subscriptionId: string;
  dueAt: Date;
  coveredBy: string | null;
};

export type Learned = {
  entries: readonly LedgerEntry[];
  updates: readonly UpdateToKeep[];
  /** Rows for subscriptions that are gone or have ended by now are left out. */
  outbox: readonly OutboxRow[];
};

export type LedgerStore = {
  /** By the ids of figures. */
  all(): Promise<Map<string, LedgerEntry>>;
  /** Writes all of it at once or nothing; what is there already (update, subscription) is not written again. */
  learn(learned: Learned): Promise<void>;
};

/** How long a file that is being written is waited for, in ms. */
const FILE_TIMEOUT = 5_000;

const rowSchema = z.object({
  figure_id: z.string(),
  hash: z.string(),
  figure: z.string(),
  told: z.number(),
});

export function ledgerIn(database: Database, clock: Clock): LedgerStore {
  return {
    all: () => readLedger(database),
    async learn({ entries, updates, outbox }) {
      const now = clock().getTime();
      await database.transaction().execute(async (inside) => {
        await learnFigures(inside, entries, now);
        await keepUpdates(inside, updates);
        await fillOutbox(inside, outbox);
      });
    },
  };
}

/**
 * The ledger of a state file that a running bot may have open: read, and nothing else. Empty where there is no file,
 * or one that has never known a figure. Rejects with StateUnusable where it can't be read.
 */
export async function ledgerOfFile(path: string): Promise<Map<string, LedgerEntry>> {
  if (!existsSync(path)) return new Map();
  try {
    const statements = new KeptStatements(openKept(path, { timeout: FILE_TIMEOUT, readonly: true }));
    const database: Database = new Kysely<Tables>({ dialect: new StateDialect({ database: statements }) });
    try {
      const tables = await database.introspection.getTables();
      return tables.some(({ name }) => name === 'ledger') ? await readLedger(database) : new Map();
    } finally {
      await database.destroy();
      statements.close();
    }
  } catch (error) {
    throw unusable(path, error);
  }
}

async function readLedger(database: Database): Promise<Map<string, LedgerEntry>> {
  const rows = await database.selectFrom('ledger').select(['figure_id', 'hash', 'figure', 'told']).execute();
  return new Map(
    rows.map((row) => {
      const { figure_id, hash, figure, told } = rowSchema.parse(row);
      return [figure_id, { figureId: figure_id, hash, figure, told: told !== 0 }];
    }),
  );
}

/*
 * Each of these is one statement for any number of rows: ten thousand single ones would hold up everything else
 * for half a second, and the transaction cannot be left open meanwhile.
 */

async function learnFigures(inside: Database, entries: readonly LedgerEntry[], now: number): Promise<void> {
  const rows = JSON.stringify(entries.map(({ told, ...entry }) => ({ ...entry, told: Number(told) })));
  await sql`
    INSERT INTO ledger (figure_id, hash, figure, told, learned_at)
    SELECT value ->> 'figureId', value ->> 'hash', value ->> 'figure', value ->> 'told', ${now}
    FROM json_each(${rows}) WHERE true
    ON CONFLICT (figure_id) DO UPDATE SET
      hash = excluded.hash, figure = excluded.figure, told = max(told, excluded.told),
      learned_at = excluded.learned_at
  `.execute(inside);
}

async function keepUpdates(inside: Database, updates: readonly UpdateToKeep[]): Promise<void> {
  for (const { id, kind, figure, before, learnedAt } of updates) {
    await inside
      .insertInto('updates')
      .values({ id, kind, figure, before, learned_at: learnedAt.getTime() })
      .onConflict((row) => row.doNothing())
      .execute();
  }
}

async function fillOutbox(inside: Database, outbox: readonly OutboxRow[]): Promise<void> {
  const rows = JSON.stringify(outbox.map(({ dueAt, ...row }) => ({ ...row, dueAt: dueAt.getTime() })));
  await sql`
    INSERT INTO outbox (update_id, subscription_id, due_at, covered_by)
    SELECT value ->> 'updateId', subscriptions.id, value ->> 'dueAt', value ->> 'coveredBy'
    FROM json_each(${rows}) JOIN subscriptions ON subscriptions.id = value ->> 'subscriptionId'
    WHERE subscriptions.status <> 'ended'
    ON CONFLICT DO NOTHING
  `.execute(inside);
}
