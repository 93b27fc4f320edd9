/** Copies the state file while the bot is using it, by VACUUM INTO, which sees whole transactions only. */
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { damaged, StateUnusable, unusable } from './errors.js';
import { KeptStatements, openKept } from './sqlite.js';

/** How long a locked file is waited for, in ms. */
const TIMEOUT = 5_000;

/**
 * Writes a copy to `target`, whole or not at all, readable to its owner only. Throws StateUnusable where there
 * is no state file, where the copy would not be sound, or where something stands at `target` already.
 */
export async function backUp(path: string, target: string): Promise<void> {
  if (!existsSync(path))
    throw new StateUnusable(`There is no state file at ${path}; set STATE_PATH to the bot’s.`);
  if (existsSync(target)) throw new StateUnusable(`${target} is there already; name another file.`);
  const draft = `${target}.partial`;
  try {
    mkdirSync(dirname(target), { recursive: true });
    rmSync(draft, { force: true });
    closeSync(openSync(draft, 'wx', 0o600));
    const source = openKept(path, { timeout: TIMEOUT });
    try {
      // Not `source.backup`: on Node 24 its handle aborts the process when it is collected as garbage.
      source.prepare('VACUUM INTO ?').run(draft);
    } finally {
      source.close();
    }
    makeWhole(draft, path);
    renameSync(draft, target);
    sync(dirname(target));
  } catch (error) {
    throw error instanceof StateUnusable ? error : unusable(path, error);
  } finally {
    for (const ending of ['', '-wal', '-shm', '-journal']) rmSync(`${draft}${ending}`, { force: true });
  }
}

/** One file without a log beside it, held against SQLite's own check, and on the disk. */
function makeWhole(draft: string, path: string): void {
  const copy = new KeptStatements(openKept(draft, { timeout: 0 }));
  try {
    copy.pragma('journal_mode = DELETE');
    if (copy.pragma('integrity_check(1)') !== 'ok') throw damaged(path);
  } finally {
    copy.close();
  }
  sync(draft);
}

function sync(path: string): void {
  const handle = openSync(path, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
