/** `npm start`: checks the environment and runs the bot, on Discord where there is a token, else in the sandbox. */
import type { Readable } from 'node:stream';
import { type Output, runAsProgram } from './cli/program.js';
import { type Config, readConfig } from './config.js';
import { LoginFailed } from './discord/login.js';
import { createLog, readableLine } from './log.js';
import { runInSandbox } from './main/in-sandbox.js';
import { runOnDiscord } from './main/on-discord.js';
import { StartFault } from './main/start-fault.js';
import { StateUnusable } from './state/index.js';

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
  const code = await live(config, output, input);
  setTimeout(() => process.exit(code), LINGER).unref();
  return code;
}

async function live(config: Config, output: Output, input: Readable): Promise<number> {
  const { discordToken } = config;
  try {
    if (discordToken !== undefined) await runOnDiscord(config, discordToken, logTo(process.stdout, config));
    else
      await runInSandbox(
        config,
        { output, input, isTerminal: process.stdin.isTTY },
        logTo(process.stderr, config),
      );
    return 0;
  } catch (error) {
    const code = exitCodeFor(error);
    if (code === undefined || !(error instanceof Error)) throw error;
    output.error(error.message);
    return code;
  }
}

/** Undefined for what is no fault of the surroundings. */
function exitCodeFor(error: unknown): number | undefined {
  if (error instanceof StartFault) return error.exitCode;
  if (error instanceof LoginFailed) return error.reason === 'token' ? 2 : 1;
  return error instanceof StateUnusable ? 1 : undefined;
}

/** Answers in the sandbox go to stdout, so the log goes to stderr there; at a terminal it is for reading. */
function logTo(stream: NodeJS.WriteStream, { logLevel, discordToken }: Config) {
  const write = (line: string) => void stream.write(stream.isTTY ? readableLine(line) : line);
  return createLog({ level: logLevel, secrets: discordToken ? [discordToken] : [], destination: { write } });
}

function refuse(output: Output, sentences: readonly string[]): number {
  for (const sentence of sentences) output.error(sentence);
  return 2;
}

runAsProgram(import.meta.url, main);
