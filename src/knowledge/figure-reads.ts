/** Reads of figures with one condition more than metric, scope and date; each has its index. */
import type { Database, Statement } from 'better-sqlite3';
import type { IsoDate } from './calendar.js';
import type { ScopeId } from './reads.js';
import type { Figure } from './schema.js';
import { prepared } from './sqlite.js';

const ROWS = 200;

/** What else a figure must meet; at most one of these is asked at a time. */
export type Condition =
  | { source: string }
  | { claimedBy: string }
  | { value: number }
  | { days: number }
  | { periodFrom: IsoDate };

type Column = 'source' | 'claimed_by' | 'value' | 'days' | 'period_from';

const COLUMNS: Record<string, Column> = {
  source: 'source',
  claimedBy: 'claimed_by',
  value: 'value',
  days: 'days',
  periodFrom: 'period_from',
};

type Reader = (
  metric: string,
  scope: string,
  wanted: string | number,
  from: IsoDate,
  to: IsoDate,
) => Figure[];

/** Indexed reads of the figures of one metric and scope under a further condition. */
export class FigureReads {
  readonly #newest = new Map<Column, Reader>();
  readonly #all = new Map<Column, Reader>();
  readonly #carriers: Statement<[number], { metric: string; scope: string }>;

  constructor(database: Database) {
    this.#carriers = prepared(database, 'SELECT DISTINCT metric, scope FROM figures WHERE value = ?');
    for (const column of Object.values(COLUMNS)) {
      const where = `metric = ? AND scope = ? AND ${column} = ? AND as_of BETWEEN ? AND ?`;
      const date = prepared<[string, string, string | number, string, string], string>(
        database,
        `SELECT as_of FROM figures WHERE ${where} ORDER BY as_of DESC LIMIT 1`,
      ).pluck();
      const bodies = prepared<[string, string, string | number, string, string], string>(
        database,
        `SELECT body FROM figures WHERE ${where} ORDER BY as_of DESC, id LIMIT ${ROWS}`,
      ).pluck();
      this.#newest.set(column, (metric, scope, wanted, from, to) => {
        const found = date.get(metric, scope, wanted, from, to);
        return found === undefined ? [] : bodies.all(metric, scope, wanted, found, found).map(parse);
      });
      this.#all.set(column, (metric, scope, wanted, from, to) =>
        bodies.all(metric, scope, wanted, from, to).map(parse),
      );
    }
  }

  /** The metrics and scopes ('' for none) that have figures with this value. */
  carriers(value: number): { metric: string; scope: string }[] {
    return this.#carriers.all(value);
  }

  /** The figures of the newest date between the two (a period counts by its end) that meet the condition. */
  newest(
    metric: string,
    scope: ScopeId,
    condition: Condition,
    to: IsoDate,
    from: IsoDate = '0000-00-00',
  ): Figure[] {
    return this.#read(this.#newest, metric, scope, condition, from, to);
  }

  /** All figures between the two dates that meet the condition, the newest first; at most 200. */
  all(
    metric: string,
    scope: ScopeId,
    condition: Condition,
    to: IsoDate,
    from: IsoDate = '0000-00-00',
  ): Figure[] {
    return this.#read(this.#all, metric, scope, condition, from, to);
  }

  #read(
    readers: ReadonlyMap<Column, Reader>,
    metric: string,
    scope: ScopeId,
    condition: Condition,
    from: IsoDate,
    to: IsoDate,
  ): Figure[] {
    const [key, wanted] = Object.entries(condition)[0] ?? [];
    const column = key === undefined ? undefined : COLUMNS[key];
    const reader = column && readers.get(column);
    return reader && wanted !== undefined ? reader(metric, scope ?? '', wanted, from, to) : [];
  }
}

function parse(body: string): Figure {
  return JSON.parse(body);
}
