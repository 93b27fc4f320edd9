/** What can be wrong with the state file when the program starts; each message says what to mend. */

/** The state file can't be used: it can't be written, is damaged, or comes from a newer version. */
export class StateUnusable extends Error {
  override name = 'StateUnusable';
}

/** Another live instance holds the state file. */
export class StateInUse extends StateUnusable {
  override name = 'StateInUse';

  constructor(path: string) {
    super(
      `Another instance of Tally is using ${path}; stop that one first, or give this one a file of its own with STATE_PATH.`,
    );
  }
}

/** The sentence for what SQLite or the system said while the file at `path` was being opened or used. */
export function unusable(path: string, cause: unknown): StateUnusable {
  const code = codeOf(cause);
  if (/^SQLITE_(?:NOTADB|CORRUPT|FORMAT)/.test(code)) return damaged(path, cause);
  if (/^SQLITE_BUSY|^SQLITE_LOCKED/.test(code))
    return new StateUnusable(
      `${path} is locked by another program (perhaps a database browser); close it there and start again.`,
      { cause },
    );
  if (/^SQLITE_FULL|^ENOSPC/.test(code)) return noRoom(path, cause);
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new StateUnusable(
    `${path} can't be opened for writing (${reason}); mend its permissions or name another file with STATE_PATH.`,
    { cause },
  );
}

/** The sentence for a disk that is full, or nearly so. */
export function noRoom(path: string, cause?: unknown): StateUnusable {
  return new StateUnusable(`There is no room left to write ${path}; make room on its disk.`, { cause });
}

/** The sentence for a file that is no database, or a broken one. */
export function damaged(path: string, cause?: unknown): StateUnusable {
  return new StateUnusable(
    `${path} is damaged or is no state file of Tally's; put a backup in its place, or move it away to start with an empty one.`,
    { cause },
  );
}

/** The sentence for a file that a newer version has written. */
export function fromNewerVersion(path: string, cause?: unknown): StateUnusable {
  return new StateUnusable(
    `${path} was written by a newer version of Tally; run that version, or name another file with STATE_PATH.`,
    { cause },
  );
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
