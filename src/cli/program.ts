import { realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Where a command-line program writes: `out` to stdout, `error` to stderr, one line each. */
export type Output = { out: (line: string) => void; error: (line: string) => void };

/** Runs `main` if `moduleUrl` is the file that node was started with; its number is the exit code. */
export function runAsProgram(moduleUrl: string, main: (args: string[], output: Output) => number): void {
  const started = process.argv[1];
  if (started === undefined || realpathSync(started) !== fileURLToPath(moduleUrl)) return;
  // Whoever reads the output may have seen enough (`… | head`).
  process.stdout.on('error', () => process.exit());
  process.exitCode = main(process.argv.slice(2), {
    out: (line) => void process.stdout.write(`${line}\n`),
    error: (line) => void process.stderr.write(`${line}\n`),
  });
}
