/** Finds entries by the beginning of their id, as somebody types it, and counts them. */
import type { Database } from 'better-sqlite3';
import type { Entry } from './entries.js';
import { prepared } from './sqlite.js';

export class EntryIds {
  readonly #beginning;
  readonly #count;

  constructor(database: Database) {
    this.#beginning = prepared<[string, string, number], string>(
      database,
      'SELECT id FROM entries WHERE id >= ? AND id < ? ORDER BY id LIMIT ?',
    ).pluck();
    this.#count = prepared<[Entry['kind']], number>(
      database,
      'SELECT count(*) FROM entries WHERE kind = ?',
    ).pluck();
  }

  /** The first `limit` ids that begin so, in order; by index, whatever the number of entries. */
  beginning(text: string, limit: number): string[] {
    return this.#beginning.all(text, `${text}\uffff`, limit);
  }

  /** How many entries of a kind there are. */
  count(kind: Entry['kind']): number {
    return this.#count.get(kind) ?? 0;
  }
}
