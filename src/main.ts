/** `npm start`: checks the environment and runs the bot, on Discord where there is a token, else in the sandbox. */
import type { Readable } from 'node:stream';
import { type Output, runAsProgram } from './cli/program.js';
import { readConfig } from './config.js';

/** Demands Discord, for services: without a token the program then ends instead of starting the sandbox. */
const DISCORD_ONLY = '--discord';

/** Something that does not end by itself (a socket, a pipe) must not keep the program from ending, in ms. */
const LINGER = 500;

/**
 * Exit codes: 0 done or stopped by a signal, 1 bad data, an unusable state file or no connection, 2 faults
 * in the environment or in the arguments, and a token that Discord refuses.
 */
export async function main(args: string[], output: Output, input: Readable): Promise<number> {
  const unknown = args.filter((arg) => arg !== DISCORD_ONLY);
  if (unknown.length > 0)
    return refuse(output, [`${unknown.join(' ')} means nothing here; there is only ${DISCORD_ONLY}.`]);
  const read = readConfig(process.env);
  if ('faults' in read) return refuse(output, read.faults);
  const { config } = read;
  if (config.discordToken === undefined && args.includes(DISCORD_ONLY))
    return refuse(output, [
      `DISCORD_TOKEN is missing; set it in the environment or in .env, or start without ${DISCORD_ONLY} to try the bot in the sandbox.`,
    ]);
  // Loading it takes a second on a small machine, which nobody should wait for to be told of a misspelt variable.
  const { live } = await import('./main/living.js');
  const code = await live(config, output, input);
  setTimeout(() => process.exit(code), LINGER).unref();
  return code;
}

function refuse(output: Output, sentences: readonly string[]): number {
  for (const sentence of sentences) output.error(sentence);
  return 2;
}

runAsProgram(import.meta.url, main);
