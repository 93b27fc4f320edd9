/** The real bot with the real data, on a sandbox: what the scenes of the commands play on. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { beforeAll } from 'vitest';
import { commands as allCommands } from '../../commands/index.js';
import { startBot } from '../../src/discord/client.js';
import type { AnyCommand } from '../../src/discord/command.js';
import {
  type Actor,
  type ArrangedChannel,
  type ArrangedGuild,
  type Sandbox,
  startSandbox,
} from '../../src/sandbox/index.js';
import { openState, type State } from '../../src/state/index.js';
import { projectEngine } from '../engine/opened.js';

export type Stage = {
  sandbox: Sandbox;
  guild: ArrangedGuild;
  channel: ArrangedChannel;
  state: State;
  /** Somebody whose Discord is in English, and somebody whose is in French. */
  ada: Actor;
  zoe: Actor;
};

/** Nobody is asked to wait: cooldowns have tests of their own. */
const FREE = { size: 1_000_000, perSecond: 1_000_000 };

/** Starts everything before the tests of a file and ends it after them. */
export function stage(commands: readonly AnyCommand[] = allCommands): () => Stage {
  let set: Stage | undefined;
  beforeAll(async () => {
    const folder = mkdtempSync(join(tmpdir(), 'tally-'));
    const sandbox = await startSandbox();
    const guild = sandbox.guild({ name: 'Channel watchers' });
    const channel = guild.channel('questions');
    const state = await openState(join(folder, 'state.sqlite'));
    const bot = await startBot({
      config: { token: sandbox.token, apiUrl: sandbox.apiUrl },
      engine: projectEngine(),
      state,
      log: pino({ level: 'silent' }),
      commands,
      cooldowns: { user: FREE, channel: FREE },
    });
    const ada = sandbox.as(guild.member({ name: 'Ada' }));
    const zoe = sandbox.as(guild.member({ name: 'Zoé', locale: 'fr' }));
    set = { sandbox, guild, channel, state, ada, zoe };
    return async () => {
      await bot.stop();
      await sandbox.close();
      await state.close();
      rmSync(folder, { recursive: true, force: true });
    };
  });
  return () => {
    if (!set) throw new Error('The stage is not set yet.');
    return set;
  };
}
