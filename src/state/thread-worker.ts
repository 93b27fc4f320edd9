/** The thread that holds the state file: runs one statement after another and sends back what came of each. */
import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { KeptStatements, openDurably } from './sqlite.js';

/** What the thread is asked for; without a statement, to let the file go and end. */
export type Asked = { id: number; sql: string; parameters: readonly unknown[] } | 'close';

export type Came =
  | { id: number; rows: unknown[] }
  | { id: number; changes: number | bigint; lastInsertRowid: number | bigint }
  | { id: number; fault: Fault };

/** An error of SQLite's: its `code` would be lost on the way between threads. */
export type Fault = { message: string; code: string | undefined };

/** What the thread says first: whether it could open the file. */
export type Opened = 'opened' | { fault: Fault };

const port = parentPort;
if (port) {
  const { path } = z.object({ path: z.string() }).parse(workerData);
  const statements = opened(path);
  if (statements instanceof KeptStatements) {
    port.on('message', (asked: Asked) => {
      if (asked !== 'close') return port.postMessage(cameOf(asked, statements));
      statements.close();
      port.close();
    });
    port.postMessage('opened' satisfies Opened);
  } else port.postMessage({ fault: statements } satisfies Opened);
}

function opened(path: string): KeptStatements | Fault {
  try {
    return openDurably(path);
  } catch (error) {
    return faultOf(error);
  }
}

function cameOf({ id, sql, parameters }: Exclude<Asked, 'close'>, statements: KeptStatements): Came {
  try {
    const statement = statements.prepare(sql);
    return statement.reader ? { id, rows: statement.all(parameters) } : { id, ...statement.run(parameters) };
  } catch (error) {
    return { id, fault: faultOf(error) };
  }
}

function faultOf(error: unknown): Fault {
  if (!(error instanceof Error)) return { message: String(error), code: undefined };
  return { message: error.message, code: 'code' in error ? String(error.code) : undefined };
}
