/** The whole bot, as `npm start` runs it against Discord, with a watch over its event loop and memory. */
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { readConfig } from '../../src/config.js';
import { createLog } from '../../src/log.js';
import { Life } from '../../src/main/life.js';
import { projectRoot } from '../../src/paths.js';
import type { BotOrder, BotSays } from './messages.js';

const EVERY_MS = 5_000;
const FREE = { size: 1_000_000, perSecond: 1_000_000 };

async function main({ apiUrl, token, folder }: BotOrder): Promise<void> {
  const read = readConfig({
    DISCORD_TOKEN: token,
    DISCORD_API_URL: apiUrl,
    STATE_PATH: join(folder, 'state.sqlite'),
    KNOWLEDGE_PATH: join(folder, 'knowledge.sqlite'),
    DATA_PATHS: join(projectRoot, 'data'),
    LEARNT_DATA_PATH: join(folder, 'learnt'),
  });
  if ('faults' in read) throw new Error(read.faults.join('\n'));
  const write = (line: string) => void process.stderr.write(line);
  const log = createLog({ level: 'error', secrets: [token], destination: { write } });
  const life = new Life(read.config, log);
  process.on('SIGTERM', () => void life.stop().then(() => process.exit(0)));
  await life.start({ token, apiUrl, cooldowns: { user: FREE, channel: FREE } });
  const loop = monitorEventLoopDelay({ resolution: 5 });
  loop.enable();
  say('ready');
  setInterval(() => {
    const { rss } = process.memoryUsage();
    say({ p99: loop.percentile(99) / 1e6, longest: loop.max / 1e6, megabytes: rss / 1e6 });
    loop.reset();
  }, EVERY_MS);
}

function say(what: BotSays): void {
  process.send?.(what);
}

process.on('disconnect', () => process.exit());
await main(JSON.parse(process.argv[2] ?? ''));
