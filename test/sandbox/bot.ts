/** A throw-away bot on the unmodified discord.js, to try the sandbox with. */
import { Client, type ClientOptions, Events, GatewayIntentBits, Partials } from 'discord.js';
import type { Sandbox } from '../../src/sandbox/index.js';

const INTENTS = [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages];

/** Logs in and resolves once the client is ready. `set` hangs its listeners on. */
export async function startTestBot(
  sandbox: Sandbox,
  set: (client: Client<true>) => void = () => {},
  options: Partial<ClientOptions> = {},
): Promise<Client<true>> {
  const client = new Client({
    intents: INTENTS,
    partials: [Partials.Channel],
    enforceNonce: true,
    allowedMentions: { parse: [], repliedUser: false },
    ...options,
    rest: { api: sandbox.apiUrl, ...options.rest },
  });
  const ready = new Promise<Client<true>>((resolve) => client.once(Events.ClientReady, resolve));
  await client.login(sandbox.token);
  const readyClient = await ready;
  set(readyClient);
  return readyClient;
}
