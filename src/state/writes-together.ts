/**
 * Writes that arrive at about the same time, put into one transaction: each is as durable as alone, but the disk
 * is waited for once. Waiting for it holds up the whole program, gateway heartbeats included.
 */
import type { Database } from './tables.js';

type Write = (inside: Database) => Promise<void>;
type Waiting = { write: Write; resolve: () => void; reject: (error: unknown) => void };

export class WritesTogether {
  readonly #database: Database;
  #waiting: Waiting[] = [];

  constructor(database: Database) {
    this.#database = database;
  }

  /** Resolves once the write is on the disk; writes keep their order. */
  run(write: Write): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ write, resolve, reject });
      // The other events of this turn come first; they may write too.
      if (this.#waiting.length === 1) setImmediate(() => void this.#flush());
    });
  }

  async #flush(): Promise<void> {
    const all = this.#waiting;
    this.#waiting = [];
    try {
      await this.#database.transaction().execute(async (inside) => {
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
      await this.#database.transaction().execute(write).then(resolve, reject);
    }
  }
}
