/** `npm run register`: tells Discord the bot's commands without starting it; `-- --guild ID` for one server only. */
import { parseArgs } from 'node:util';
import { commands } from '../commands/index.js';
import { type Output, runAsProgram } from './cli/program.js';
import { readConfig } from './config.js';
import { type AnyCommand, isMessageCommand } from './discord/command.js';
import { LoginFailed } from './discord/login.js';
import { registerOnce } from './discord/register-once.js';
import { createLog } from './log.js';

const USAGE = 'npm run register [-- --guild ID]   (ID: the number of one server; without it, all servers)';

/** Exit codes: 0 done, 1 Discord can't be reached or refuses, 2 bad usage or a fault in the environment. */
export async function main(args: string[], output: Output): Promise<number> {
  const asked = guildOf(args);
  if ('fault' in asked) {
    output.error(`${asked.fault} Usage: ${USAGE}`);
    return 2;
  }
  const read = readConfig(process.env);
  if ('faults' in read) {
    for (const fault of read.faults) output.error(fault);
    return 2;
  }
  const { discordToken: token, discordApiUrl: apiUrl, logLevel: level } = read.config;
  if (token === undefined) {
    output.error('Commands are registered in the name of a bot: set DISCORD_TOKEN to its token.');
    return 2;
  }
  const log = createLog({ level, secrets: [token], destination: process.stderr });
  try {
    const outcome = await registerOnce({ token, apiUrl }, commands, asked.guildId, log);
    const where = asked.guildId === undefined ? 'all servers' : `server ${asked.guildId}`;
    const done = outcome === 'registered' ? 'Registered' : 'Discord knows already';
    output.out(`${done}: ${commands.map(shownName).join(', ')} (${where}).`);
    return 0;
  } catch (error) {
    log.debug({ err: error }, 'registering failed');
    output.error(error instanceof Error ? error.message : String(error));
    return error instanceof LoginFailed && error.reason === 'token' ? 2 : 1;
  }
}

function shownName(command: AnyCommand): string {
  return isMessageCommand(command) ? `“${command.data.name}”` : `/${command.data.name}`;
}

function guildOf(args: string[]): { guildId: string | undefined } | { fault: string } {
  try {
    const { values } = parseArgs({ args, options: { guild: { type: 'string' } } });
    if (values.guild !== undefined && !/^\d{15,20}$/.test(values.guild)) {
      return { fault: `"${values.guild}" is no id of a server.` };
    }
    return { guildId: values.guild };
  } catch (error) {
    return { fault: error instanceof Error ? `${error.message}.` : String(error) };
  }
}

runAsProgram(import.meta.url, main);
