/** Logging in, once: either the bot is ready, or a sentence says what to mend. */
import { type Client, DiscordjsError, DiscordjsErrorCodes, Events, GatewayCloseCodes } from 'discord.js';

/** discord.js waits 15 s for servers that do not come; a login that takes longer than this has no one to talk to. */
const PATIENCE_MS = 60_000;

/** The message is for whoever runs the bot; it never holds the token. */
export class LoginFailed extends Error {
  override readonly name = 'LoginFailed';
  readonly reason: 'token' | 'intents' | 'sharding' | 'unreachable';

  constructor(reason: LoginFailed['reason'], cause?: unknown) {
    super(SENTENCES[reason], { cause });
    this.reason = reason;
  }
}

const SENTENCES = {
  token:
    'Discord refuses the token in DISCORD_TOKEN. Copy the bot’s token again from the Discord developer portal (Bot → Reset Token).',
  intents:
    'Discord refuses the intents that the bot asks for (servers, messages in servers, direct messages). Check the bot in the Discord developer portal.',
  sharding: 'The bot is in too many servers for one process: Discord demands sharding.',
  unreachable: 'Discord can’t be reached. Check the network and DISCORD_API_URL, then start the bot again.',
} as const;

/** Resolves when discord.js is ready; rejects with LoginFailed, after which the client is of no use any more. */
export async function logIn(client: Client, token: string): Promise<void> {
  const ready = new Promise<void>((resolve) => {
    client.once(Events.ClientReady, () => resolve());
  });
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`not ready after ${PATIENCE_MS / 1000} s`)), PATIENCE_MS);
  });
  try {
    await Promise.race([client.login(token).then(() => ready), late]);
  } catch (error) {
    await client.destroy();
    throw loginFailed(error);
  } finally {
    clearTimeout(timer);
  }
}

/** For a connection that Discord ended for good while the bot was running. */
export function lostFor(closeCode: number): LoginFailed {
  switch (closeCode) {
    case GatewayCloseCodes.AuthenticationFailed:
      return new LoginFailed('token');
    case GatewayCloseCodes.InvalidIntents:
    case GatewayCloseCodes.DisallowedIntents:
      return new LoginFailed('intents');
    case GatewayCloseCodes.InvalidShard:
    case GatewayCloseCodes.ShardingRequired:
      return new LoginFailed('sharding');
    default:
      return new LoginFailed('unreachable');
  }
}

/** A refused token comes as an error of discord.js, or as one whose text is all that tells it from others. */
function loginFailed(error: unknown): LoginFailed {
  const text = error instanceof Error ? error.message : '';
  if (error instanceof DiscordjsError && error.code === DiscordjsErrorCodes.TokenInvalid) {
    return new LoginFailed('token', error);
  }
  if (/^Authentication failed/.test(text)) return new LoginFailed('token', error);
  if (/intents/i.test(text)) return new LoginFailed('intents', error);
  if (/shard/i.test(text)) return new LoginFailed('sharding', error);
  return new LoginFailed('unreachable', error);
}
