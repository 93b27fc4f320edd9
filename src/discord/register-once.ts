/** Registers the commands without running the bot: for all servers, or for one, where they can be used at once. */
import type { Logger } from 'pino';
import type { Connection } from './client.js';
import type { AnyCommand } from './command.js';
import { clientFor, watch } from './connection.js';
import { logIn } from './login.js';
import { registerCommands } from './registration.js';

/** Gives whether Discord had to be told; rejects with LoginFailed, or as Discord refuses the commands. */
export async function registerOnce(
  { token, apiUrl }: Connection,
  commands: readonly AnyCommand[],
  guildId: string | undefined,
  log: Logger,
): Promise<'registered' | 'unchanged'> {
  const client = clientFor(apiUrl);
  void watch(client, log);
  await logIn(client, token);
  try {
    const applicationId = client.application?.id ?? client.user?.id ?? '';
    return await registerCommands(
      client.rest,
      { applicationId, guildId },
      commands.map(({ data }) => data),
    );
  } finally {
    await client.destroy();
  }
}
