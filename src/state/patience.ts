/**
 * Waits for another program (a database browser, a backup tool) to let the state file go, without holding up the
 * bot: SQLite's own waiting would stop everything, gateway heartbeats and answers included.
 */
import { setTimeout } from 'node:timers/promises';
import type { CompiledQuery, DatabaseConnection, Driver, QueryResult } from 'kysely';

/** So long a query waits in all, in ms; Discord waits 3 s for an answer. */
const PATIENCE_MS = 2_000;
const AGAIN_MS = 25;

/** The driver, with every query tried again for a while where the file is locked. */
export class PatientDriver implements Driver {
  readonly #driver: Driver;
  readonly #connections = new WeakMap<DatabaseConnection, DatabaseConnection>();

  constructor(driver: Driver) {
    this.#driver = driver;
  }

  init(): Promise<void> {
    return this.#driver.init();
  }

  async acquireConnection(): Promise<DatabaseConnection> {
    const connection = await this.#driver.acquireConnection();
    const known = this.#connections.get(connection) ?? patient(connection);
    this.#connections.set(connection, known);
    return known;
  }

  beginTransaction: Driver['beginTransaction'] = (connection, settings) =>
    this.#driver.beginTransaction(connection, settings);

  commitTransaction: Driver['commitTransaction'] = (connection) => this.#driver.commitTransaction(connection);

  /** On a full disk SQLite has rolled back by itself; its complaint about that would hide the reason. */
  rollbackTransaction: Driver['rollbackTransaction'] = (connection) =>
    this.#driver.rollbackTransaction(connection).catch((error: unknown) => {
      if (!(error instanceof Error && /no transaction is active/.test(error.message))) throw error;
    });

  releaseConnection: Driver['releaseConnection'] = (connection) => this.#driver.releaseConnection(connection);

  destroy(): Promise<void> {
    return this.#driver.destroy();
  }
}

function patient(connection: DatabaseConnection): DatabaseConnection {
  return {
    async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
      const until = performance.now() + PATIENCE_MS;
      for (;;) {
        try {
          return await connection.executeQuery<Row>(query);
        } catch (error) {
          if (!isLocked(error) || performance.now() >= until) throw error;
          await setTimeout(AGAIN_MS);
        }
      }
    },
    streamQuery: (query, chunkSize) => connection.streamQuery(query, chunkSize),
  };
}

/** Not SQLITE_BUSY_SNAPSHOT: that transaction has to begin anew. */
function isLocked(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'SQLITE_BUSY';
}
