/**
 * SQLite as Kysely needs it, with every statement kept. From Node 24.19 on, better-sqlite3 12 aborts the
 * process when one of its objects is garbage-collected (WiseLibs/better-sqlite3#1515), and Kysely prepares
 * a statement for each query and drops it. So a statement is prepared once for each SQL text and handed out
 * again: Kysely binds every value, and no query here has a list of varying length, so there are a few dozen
 * texts however long the program runs. A statement is free again as soon as Kysely's call returns (it reads
 * all rows at once); streaming queries would break that, and there are none.
 */
import Sqlite from 'better-sqlite3';
import {
  type DialectAdapter,
  type Driver,
  SqliteAdapter,
  type SqliteDatabase,
  SqliteDialect,
  type SqliteStatement,
} from 'kysely';
import { PatientDriver } from './patience.js';

/** Milliseconds that opening, and the program with it, waits until another one (a database browser) lets go. */
const BUSY_TIMEOUT = 2000;

/** Connections of this process, open or closed, so that none is ever garbage-collected. */
const kept: unknown[] = [];

/** Opens the file and keeps the connection; throws what better-sqlite3 throws. `timeout` is in ms. */
export function openKept(
  path: string,
  { timeout, readonly = false }: { timeout: number; readonly?: boolean },
): Sqlite.Database {
  const database = new Sqlite(path, { timeout, readonly });
  kept.push(database);
  return database;
}

/** A connection that prepares each SQL text once. */
export class KeptStatements implements SqliteDatabase {
  readonly #database: Sqlite.Database;
  readonly #statements = new Map<string, SqliteStatement>();

  constructor(database: Sqlite.Database) {
    this.#database = database;
    kept.push(this.#statements);
  }

  prepare(sql: string): SqliteStatement {
    const known = this.#statements.get(sql);
    if (known) return known;
    const statement = this.#database.prepare(sql);
    this.#statements.set(sql, statement);
    return statement;
  }

  /** Runs a PRAGMA and gives the first column of its first row, if it has one. */
  pragma(text: string): unknown {
    const statement = this.prepare(`PRAGMA ${text}`);
    if (!statement.reader) {
      statement.run([]);
      return undefined;
    }
    const [row] = statement.all([]);
    return typeof row === 'object' && row !== null ? Object.values(row)[0] : undefined;
  }

  /** How many statements are kept. */
  get size(): number {
    return this.#statements.size;
  }

  close(): void {
    this.#database.close();
  }
}

/** Opens the state file so that what was written survives a power cut. Queries of Kysely's wait by `PatientDriver`. */
export function openDurably(path: string): KeptStatements {
  const statements = new KeptStatements(openKept(path, { timeout: BUSY_TIMEOUT }));
  try {
    statements.pragma('journal_mode = WAL');
    statements.pragma('synchronous = FULL');
    statements.pragma('foreign_keys = ON');
    statements.pragma('busy_timeout = 0');
    return statements;
  } catch (error) {
    statements.close();
    throw error;
  }
}

/** Kysely's dialect, which besides changes tables inside a transaction, so that a migration is whole or not at all. */
export class StateDialect extends SqliteDialect {
  override createDriver(): Driver {
    return new PatientDriver(super.createDriver());
  }

  override createAdapter(): DialectAdapter {
    return new TransactionalAdapter();
  }
}

/** Lets migrations run inside a transaction. */
export class TransactionalAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}
