/**
 * The state file on a thread of its own, as Kysely needs it. SQLite's calls return when they are done, and one that
 * waits for the disk (each commit of what must survive a power cut) can take a tenth of a second: here, gateway
 * heartbeats and answers do not wait with it.
 */
import { Worker } from 'node:worker_threads';
import { CompiledQuery, type DatabaseConnection, type Driver, type QueryResult, SqliteDialect } from 'kysely';
import { PatientDriver } from './patience.js';
import { TransactionalAdapter } from './sqlite.js';
import type { Asked, Came, Fault, Opened } from './thread-worker.js';

type Waiting = { resolve: (came: Came) => void; reject: (error: Error) => void };

/** The compiled worker. Tests, which run TypeScript as it is, name theirs. */
export const STATE_THREAD = new URL('./thread-worker.js', import.meta.url);

const ENDED = 'The thread with the state file has ended.';

/** A thread with the state file open. */
export class StateThread {
  readonly #worker: Worker;
  readonly #waiting = new Map<number, Waiting>();
  #asked = 0;
  #ended: Error | undefined;

  /** Opens the state file at `path`, durably; rejects with what SQLite says where it can't be. `file`: see STATE_THREAD. */
  static async open(path: string, file: URL): Promise<StateThread> {
    const worker = new Worker(file, { workerData: { path } });
    const opened = await new Promise<Opened>((resolve, reject) => {
      worker.once('message', resolve);
      worker.once('error', reject);
      worker.once('exit', () => reject(new Error(ENDED)));
    });
    if (opened !== 'opened') throw errorOf(opened.fault);
    return new StateThread(worker);
  }

  private constructor(worker: Worker) {
    this.#worker = worker;
    worker.on('message', (came: Came) => {
      this.#waiting.get(came.id)?.resolve(came);
      this.#waiting.delete(came.id);
    });
    worker.on('error', (error) => this.#end(error));
    worker.on('exit', () => this.#end(new Error(ENDED)));
  }

  /** Rejects with an error that has SQLite's message and `code`. */
  async run<Row>({ sql, parameters }: CompiledQuery): Promise<QueryResult<Row>> {
    if (this.#ended) throw this.#ended;
    this.#asked += 1;
    const id = this.#asked;
    const came = await new Promise<Came>((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#worker.postMessage({ id, sql, parameters } satisfies Asked);
    });
    if ('fault' in came) throw errorOf(came.fault);
    // Kysely's caller says what the rows are, as with its own driver.
    if ('rows' in came) return { rows: came.rows as Row[] };
    return { numAffectedRows: BigInt(came.changes), insertId: BigInt(came.lastInsertRowid), rows: [] };
  }

  /** Lets the file go, after what was asked for so far. */
  async close(): Promise<void> {
    if (this.#ended) return;
    const gone = new Promise((resolve) => this.#worker.once('exit', resolve));
    this.#worker.postMessage('close' satisfies Asked);
    await gone;
  }

  #end(error: Error): void {
    this.#ended ??= error;
    for (const { reject } of this.#waiting.values()) reject(this.#ended);
    this.#waiting.clear();
  }
}

/** Kysely's dialect for a state file on its thread. */
export class ThreadDialect extends SqliteDialect {
  readonly #thread: StateThread;

  constructor(thread: StateThread) {
    super({ database: () => Promise.reject(new Error('The database is on its thread.')) });
    this.#thread = thread;
  }

  override createDriver(): Driver {
    return new PatientDriver(new ThreadDriver(this.#thread));
  }

  override createAdapter() {
    return new TransactionalAdapter();
  }
}

/** One connection, whose transactions and queries come one after another. */
class ThreadDriver implements Driver {
  readonly #connection: DatabaseConnection;
  readonly #close: () => Promise<void>;
  #last: Promise<void> = Promise.resolve();
  #release: () => void = () => {};

  constructor(thread: StateThread) {
    this.#close = () => thread.close();
    this.#connection = {
      executeQuery: (query) => thread.run(query),
      streamQuery: () => {
        throw new Error('Rows of the state file are not streamed.');
      },
    };
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<DatabaseConnection> {
    const before = this.#last;
    let release = () => {};
    this.#last = new Promise((resolve) => {
      release = resolve;
    });
    await before;
    this.#release = release;
    return this.#connection;
  }

  async releaseConnection(): Promise<void> {
    this.#release();
  }

  async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin'));
  }

  async commitTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('commit'));
  }

  async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('rollback'));
  }

  destroy(): Promise<void> {
    return this.#close();
  }
}

function errorOf({ message, code }: Fault): Error {
  return Object.assign(new Error(message), code === undefined ? {} : { code });
}
