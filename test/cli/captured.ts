import { Readable } from 'node:stream';
import { type Output, type Program, run } from '../../src/cli/program.js';

/** Runs a command-line program that needs no input and keeps what it writes. */
export async function captured(
  main: (args: string[], output: Output) => number | Promise<number>,
  args: string[],
) {
  const { output, out, error } = kept();
  return { code: await main(args, output), out, error };
}

/** Runs a command-line program with `stdin` as its input and keeps what it writes. */
export async function capturedRun(main: Program, args: string[], stdin: string | readonly Buffer[] = '') {
  const { output, out, error } = kept();
  const input = Readable.from(typeof stdin === 'string' ? [Buffer.from(stdin)] : stdin);
  return { code: await run(main, args, output, input), out, error };
}

function kept() {
  const out: string[] = [];
  const error: string[] = [];
  const output: Output = {
    out: (line) => void out.push(line),
    error: (line) => void error.push(line),
    drained: () => Promise.resolve(),
  };
  return { output, out, error };
}
