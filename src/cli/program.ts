/** What the command-line programs share: where they write, how they start, how they fail. */
import { realpathSync } from 'node:fs';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { config as loadDotenv } from 'dotenv';
import { DataError } from '../knowledge/problems.js';

/** Where a command-line program writes: `out` to stdout, `error` to stderr, one line each. */
export type Output = {
  out: (line: string) => void;
  error: (line: string) => void;
  /** Resolves once the reader of stdout has taken enough that writing may go on. */
  drained: () => Promise<void>;
};

/** A program: its number is the exit code. */
export type Program = (args: string[], output: Output, input: Readable) => number | Promise<number>;

/** Runs `main` if `moduleUrl` is the file that node was started with. Reads `.env` of the current folder. */
export function runAsProgram(moduleUrl: string, main: Program): void {
  const started = process.argv[1];
  if (started === undefined || realpathSync(started) !== fileURLToPath(moduleUrl)) return;
  loadDotenv({ quiet: true });
  // Whoever reads the output may have seen enough (`… | head`).
  process.stdout.on('error', () => process.exit());
  void run(main, process.argv.slice(2), standardOutput(), process.stdin).then((code) => {
    process.exitCode = code;
  });
}

/** Runs `main`; bad data and what the system refuses become plain lines on stderr and exit code 1. */
export async function run(main: Program, args: string[], output: Output, input: Readable): Promise<number> {
  try {
    return await main(args, output, input);
  } catch (error) {
    if (!(error instanceof DataError) && !isSystemError(error)) throw error;
    output.error(error.message);
    return 1;
  }
}

function standardOutput(): Output {
  const { stdout, stderr } = process;
  return {
    out: (line) => void stdout.write(`${line}\n`),
    error: (line) => void stderr.write(`${line}\n`),
    drained: () =>
      stdout.writableNeedDrain
        ? new Promise((resolve) => void stdout.once('drain', resolve))
        : Promise.resolve(),
  };
}

/** A full disk, a folder that may not be written to, a file that can't be opened. */
function isSystemError(error: unknown): error is Error {
  if (!(error instanceof Error) || !('code' in error)) return false;
  return 'syscall' in error || /^SQLITE_(?:CANTOPEN|READONLY|FULL|IOERR)/.test(String(error.code));
}
