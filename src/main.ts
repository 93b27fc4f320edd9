/** `npm start`: checks the environment, opens the knowledge base, and answers what is asked. */
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { banner, converse } from './cli/conversation.js';
import { linesOf } from './cli/lines.js';
import { type Output, runAsProgram } from './cli/program.js';
import { readConfig } from './config.js';
import { type Engine, openEngine } from './engine.js';
import { defaultDatabasePath } from './paths.js';

const LEAVE_BY = ['quit', 'exit'];

/** Exit codes: 0 done, 1 bad data, 2 faults in the environment. */
export async function main(_args: string[], output: Output, input: Readable): Promise<number> {
  const read = readConfig(process.env);
  if ('faults' in read) {
    for (const fault of read.faults) output.error(fault);
    return 2;
  }
  const { dataPaths } = read.config;
  const engine = openEngine({ dataPaths, databasePath: defaultDatabasePath });
  try {
    if (process.stdin.isTTY) await converseInTerminal(engine, output, input);
    else await converse({ engine, lines: linesOf(input), output });
    return 0;
  } finally {
    engine.close();
  }
}

async function converseInTerminal(engine: Engine, output: Output, input: Readable): Promise<void> {
  output.out(banner(LEAVE_BY));
  const terminal = createInterface({ input, output: process.stdout, prompt: '> ' });
  terminal.on('SIGINT', () => terminal.close());
  const ready = () => terminal.prompt();
  await converse({ engine, lines: terminal, output, ready, leaveBy: LEAVE_BY });
  terminal.close();
  output.out('\nGoodbye.');
}

runAsProgram(import.meta.url, main);
