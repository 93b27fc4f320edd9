/** One instance at a time: a lock that the system takes back when the process ends, however it ends. */
import { realpathSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { StateInUse } from './errors.js';
import { openKept } from './sqlite.js';

/**
 * Takes the lock of the state file at `path`; gives the function that lets it go. Throws StateInUse where
 * another live process has it, and what SQLite throws where the lock's file can't be made.
 *
 * The lock is an exclusive transaction, never ended, on an empty database beside the state file: SQLite
 * holds it as a lock of the operating system, which is gone with the process even after `kill -9`; a file
 * with a process id would have to be cleaned up by somebody. The state file itself is not locked, so that
 * backups may read it while the bot runs.
 */
export function lockFor(path: string): () => void {
  const database = openKept(`${realPath(path)}.lock`, { timeout: 0 });
  try {
    database.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE');
  } catch (error) {
    database.close();
    if (error instanceof Error && 'code' in error && error.code === 'SQLITE_BUSY') throw new StateInUse(path);
    throw error;
  }
  return () => void database.close();
}

/** One file has one lock, by whichever link it is named. */
function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return join(realpathSync(dirname(path)), basename(path));
  }
}
