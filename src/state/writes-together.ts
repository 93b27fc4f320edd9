/**
 * Writes that arrive at about the same time, put into one transaction: each is as durable as alone, but the disk
 * is waited for once. Whatever else wants the file waits with it.
 */
import { sql } from 'kysely';
import type { Database } from './tables.js';

/** So long the file is left to others after a transaction, so that a slow disk cannot hold up everything. */
const BREATH_MS = 10;

/**
 * What a write is sure to survive. Only a power cut (a crash of the whole system) tells the two apart: it may undo
 * the writes of the seconds before that need not survive it. https://www.sqlite.org/pragma.html#pragma_synchronous
 */
export type Survives = 'power-cut' | 'restart';

type Write = (inside: Database) => Promise<void>;
type Waiting = { write: Write; resolve: () => void; reject: (error: unknown) => void };

export class WritesTogether {
  readonly #database: Database;
  readonly #survives: Survives;
  #waiting: Waiting[] = [];
  #flushedAt = Number.NEGATIVE_INFINITY;

  constructor(database: Database, survives: Survives) {
    this.#database = database;
    this.#survives = survives;
  }

  /** Resolves once the write is on the disk; writes keep their order. */
  run(write: Write): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ write, resolve, reject });
      if (this.#waiting.length === 1) this.#flushSoon();
    });
  }

  /** After the other events of this turn, which may write too; under load, after a breath for everything else. */
  #flushSoon(): void {
    const wait = this.#flushedAt + BREATH_MS - performance.now();
    if (wait > 0) setTimeout(() => void this.#flush(), wait);
    else setImmediate(() => void this.#flush());
  }

  async #flush(): Promise<void> {
    const all = this.#waiting;
    this.#waiting = [];
    await this.#write(all);
    this.#flushedAt = performance.now();
  }

  async #write(all: readonly Waiting[]): Promise<void> {
    try {
      await this.#transaction(async (inside) => {
        for (const { write } of all) await write(inside);
      });
      for (const { resolve } of all) resolve();
    } catch (error) {
      if (all.length === 1) all[0]?.reject(error);
      else await this.#oneByOne(all);
    }
  }

  /** One of them has failed, and undone the others: only that one is to fail. */
  async #oneByOne(all: readonly Waiting[]): Promise<void> {
    for (const { write, resolve, reject } of all) {
      await this.#transaction(write).then(resolve, reject);
    }
  }

  #transaction(write: Write): Promise<void> {
    if (this.#survives === 'power-cut') return this.#database.transaction().execute(write);
    return this.#database.connection().execute(async (connection) => {
      await sql`PRAGMA synchronous = NORMAL`.execute(connection);
      try {
        await connection.transaction().execute(write);
      } finally {
        await sql`PRAGMA synchronous = FULL`.execute(connection);
      }
    });
  }
}
