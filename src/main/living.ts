/** A checked environment lived in: on Discord where there is a token, else in the sandbox, until it ends. */
import type { Readable } from 'node:stream';
import type { Output } from '../cli/program.js';
import type { Config } from '../config.js';
import { LoginFailed } from '../discord/login.js';
import { createLog, readableLine } from '../log.js';
import { StateUnusable } from '../state/index.js';
import { StartFault } from './start-fault.js';

/**
 * Gives the exit code: 0 stopped by a signal or done, 1 an unusable state file or no connection, 2 what is to be
 * mended in the environment. Bad data throw a DataError.
 */
export async function live(config: Config, output: Output, input: Readable): Promise<number> {
  const { discordToken } = config;
  try {
    // Each loads what it needs itself: there is no sandbox in the memory of a bot on Discord.
    if (discordToken !== undefined) {
      const { runOnDiscord } = await import('./on-discord.js');
      await runOnDiscord(config, discordToken, logTo(process.stdout, config));
    } else {
      const { runInSandbox } = await import('./in-sandbox.js');
      const desk = { output, input, isTerminal: process.stdin.isTTY };
      await runInSandbox(config, desk, logTo(process.stderr, config));
    }
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
