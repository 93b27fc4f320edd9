/** Brings the knowledge base's file up to date in a worker thread, so that the bot goes on answering meanwhile. */
import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { z } from 'zod';
import { draftOf } from './database.js';
import { DataError } from './problems.js';

export type RebuildOptions = {
  dataPaths: readonly string[];
  databasePath: string;
  /** The compiled worker; default: the one beside this file. Tests, which run TypeScript as it is, name theirs. */
  workerFile?: string;
  /** Gives up at once; the promise is then rejected. */
  signal?: AbortSignal;
};

/** What the worker says once it is done. */
export const rebuiltSchema = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('current'), content: z.string() }),
  z.object({
    outcome: z.literal('refused'),
    problems: z.array(z.object({ file: z.string(), entry: z.string(), message: z.string() })),
  }),
]);

export type Rebuilt = z.infer<typeof rebuiltSchema>;

/**
 * Gives the hash of the data that the file at `databasePath` now holds. Rejects with a DataError where the data
 * have problems (the file is then left as it is), and with what went wrong where the file can't be written.
 */
export async function rebuild(options: RebuildOptions): Promise<string> {
  const { dataPaths, databasePath, workerFile, signal } = options;
  signal?.throwIfAborted();
  const file = workerFile ?? fileURLToPath(new URL('./rebuild-worker.js', import.meta.url));
  const worker = new Worker(file, { workerData: { dataPaths, databasePath } });
  const abort = () => void giveUp(worker, databasePath);
  signal?.addEventListener('abort', abort, { once: true });
  const said = await new Promise<unknown>((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`The rebuilding worker ended with ${code}.`)));
  }).finally(() => signal?.removeEventListener('abort', abort));
  const rebuilt = rebuiltSchema.parse(said);
  if (rebuilt.outcome === 'refused') throw new DataError(rebuilt.problems);
  return rebuilt.content;
}

async function giveUp(worker: Worker, databasePath: string): Promise<void> {
  await worker.terminate();
  rmSync(draftOf(databasePath), { force: true });
}
