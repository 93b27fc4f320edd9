/** The bot on Discord, until a signal ends it or Discord does. */
import type { Logger } from 'pino';
import type { Config } from '../config.js';
import { Life } from './life.js';
import { stopSignal } from './stopping.js';

/** Runs until a signal; rejects where it can't start or Discord won't have the bot any more. */
export async function runOnDiscord(config: Config, token: string, log: Logger): Promise<void> {
  const signalled = stopSignal();
  const life = new Life(config, log);
  const lived = life.start({ token, apiUrl: config.discordApiUrl }).then(async ({ userId, lost }) => {
    log.info({ user: userId }, 'ready');
    throw await lost;
  });
  try {
    const signal = await Promise.race([signalled, lived]);
    log.info({ signal }, 'stopping');
  } finally {
    await life.stop();
  }
  log.info('stopped');
}
