/**
 * Tests with a sandbox of their own, closed when they are over, with whatever bots were started in it. Where
 * Discord's own description is present, everything that was taken and answered is held against it.
 */
import type { Client, ClientOptions } from 'discord.js';
import { expect, test } from 'vitest';
import {
  type ArrangedChannel,
  type ArrangedGuild,
  type Person,
  type Sandbox,
  type SandboxOptions,
  startSandbox,
} from '../../src/sandbox/index.js';
import { discordSchema, faultsOf } from '../discord-schema.js';
import { startTestBot } from './bot.js';

const schema = discordSchema();

export type Stage = {
  readonly sandbox: Sandbox;
  readonly guild: ArrangedGuild;
  readonly general: ArrangedChannel;
  readonly ada: Person;
  bot(set?: (client: Client<true>) => void, options?: Partial<ClientOptions>): Promise<Client<true>>;
};

/** A test on a server with the channel #general and the member Ada. */
export function sandboxTest(
  title: string,
  run: (stage: Stage) => Promise<void>,
  options: SandboxOptions = {},
): void {
  test(title, async () => {
    const sandbox = await startSandbox(options);
    const bots: Client<true>[] = [];
    const guild = sandbox.guild({ name: 'Newsroom' });
    const general = guild.channel('general');
    const ada = guild.member({ name: 'Ada' });
    const bot: Stage['bot'] = async (set, clientOptions) => {
      const client = await startTestBot(sandbox, set, clientOptions);
      bots.push(client);
      return client;
    };
    try {
      await run({ sandbox, guild, general, ada, bot });
      if (schema !== null) expect(faultsOf(schema, sandbox.traffic)).toEqual([]);
    } finally {
      for (const client of bots) await client.destroy();
      await sandbox.close();
    }
  });
}
