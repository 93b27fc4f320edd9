import type { Output } from '../../src/cli/program.js';

/** Runs a command-line program and keeps what it writes. */
export function captured(main: (args: string[], output: Output) => number, args: string[]) {
  const out: string[] = [];
  const error: string[] = [];
  const code = main(args, { out: (line) => void out.push(line), error: (line) => void error.push(line) });
  return { code, out, error };
}
