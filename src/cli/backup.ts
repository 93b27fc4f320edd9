/** `npm run backup`: copies the state file, also while the bot is running. */
import { join, resolve } from 'node:path';
import { projectRoot } from '../paths.js';
import { backUp } from '../state/backup.js';
import { StateUnusable } from '../state/index.js';
import { type Output, runAsProgram } from './program.js';

const USAGE = 'Usage: npm run backup [-- FILE]; default: a file in var/backups/, named after the moment.';

/** Exit codes: 0 done, 1 it could not be copied, 2 bad usage. */
export async function main(args: string[], output: Output): Promise<number> {
  const [target = defaultTarget(), ...more] = args;
  if (more.length > 0 || target.startsWith('-')) {
    output.error(USAGE);
    return 2;
  }
  const statePath = resolve(projectRoot, process.env.STATE_PATH?.trim() || 'var/state.sqlite');
  try {
    await backUp(statePath, resolve(target));
  } catch (error) {
    if (!(error instanceof StateUnusable)) throw error;
    output.error(error.message);
    return 1;
  }
  output.out(`Copied ${statePath} to ${resolve(target)}.`);
  return 0;
}

function defaultTarget(): string {
  const moment = new Date()
    .toISOString()
    .replace(/\.\d+Z$/, 'Z')
    .replaceAll(':', '-');
  return join(projectRoot, 'var', 'backups', `state-${moment}.sqlite`);
}

runAsProgram(import.meta.url, main);
