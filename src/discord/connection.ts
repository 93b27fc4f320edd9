/** The discord.js client that everything here uses, and what is logged of its connection. */
import { Client, Events, GatewayIntentBits, Options, Partials, RESTEvents } from 'discord.js';
import type { Logger } from 'pino';
import { reportFault } from './errors.js';
import { type LoginFailed, lostFor } from './login.js';

/** A warning each time so many of the 10,000 invalid requests in 10 minutes are used up that ban an address. */
const INVALID_REQUESTS_WARNED_AT = 500;

/** A discord.js client that asks for no privileged intent and pings nobody. */
export function clientFor(apiUrl: string): Client {
  return new Client({
    intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages],
    // Without it, direct messages in channels that are not cached yet vanish.
    partials: [Partials.Channel],
    allowedMentions: { parse: [], repliedUser: false },
    // A request that is repeated after a failure does not make a second message.
    enforceNonce: true,
    failIfNotExists: false,
    makeCache: Options.cacheWithLimits({ ...Options.DefaultMakeCacheSettings, MessageManager: 20 }),
    rest: { api: apiUrl, invalidRequestWarningInterval: INVALID_REQUESTS_WARNED_AT },
  });
}

/** Logs what happens to the connection; resolves where it is over for good. */
export function watch(client: Client, log: Logger): Promise<LoginFailed> {
  client.on(Events.Error, (error) => reportFault(error, log, { where: 'discord.js' }));
  client.on(Events.Warn, (warning) => log.warn({ warning }, 'discord.js warns'));
  client.on(Events.ShardError, (error) => log.warn({ err: error }, 'the connection to Discord failed'));
  client.on(Events.ShardReconnecting, () => log.info('reconnecting to Discord'));
  client.on(Events.ShardResume, (_shard, replayed) => log.info({ replayed }, 'connected to Discord again'));
  client.rest.on(RESTEvents.RateLimited, ({ route, timeToReset, global }) =>
    log.info({ route, timeToReset, global }, 'waiting for a rate limit'),
  );
  client.rest.on(RESTEvents.InvalidRequestWarning, (warning) =>
    log.warn(warning, 'many requests were refused; 10,000 in 10 minutes ban this address'),
  );
  return new Promise((resolve) => {
    client.on(Events.ShardDisconnect, ({ code }) => resolve(lostFor(code)));
  });
}
