/** The bot in a process that can be killed: it tells what it is told to tell, and says how far it is. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pino } from 'pino';
import { startBot } from '../../src/discord/client.js';
import type { Sender } from '../../src/discord/sender.js';
import { openEngine } from '../../src/engine.js';
import { openState, STATE_THREAD } from '../../src/state/index.js';
import { startDelivery } from '../../src/updates/delivery.js';
import { plainMessage, tell } from '../updates/plain.js';
import { updateOf } from '../updates/update-of.js';
import type { BotOrder, BotSays } from './messages.js';

const TELLS_EVERY_MS = 100;

/** News is learned at the same moment, however often the process starts. */
const LEARNED_AT = new Date('2026-03-01T12:00:00Z');

async function main(order: BotOrder) {
  const { apiUrl, token, statePath, folder, updates, ahead, enforceNonce, isHurried } = order;
  const now = () => new Date(Date.now() + ahead);
  const state = await openState(statePath, { now, thread: STATE_THREAD });
  const engine = engineIn(folder);
  const log = pino({ level: process.env.LOG_LEVEL ?? 'silent' }, pino.destination(2));
  const bot = await startBot({ config: { apiUrl, token }, engine, state, log, commands: [], now });
  say('ready');
  await tell(
    state,
    updates.map((id) => updateOf(id, LEARNED_AT)),
  );
  const sender = enforceNonce ? bot.sender : withoutNonces(bot.sender);
  const waits = isHurried ? { random: () => 0 } : {};
  startDelivery({ state, sender, write: plainMessage, log, now, ...waits });
  setInterval(async () => {
    const { open, waiting, sent, uncertain } = await state.outbox.counts();
    say({ open, waiting, sent, uncertain });
  }, TELLS_EVERY_MS);
}

/** What would happen if Discord were not asked to recognise what is sent again. */
function withoutNonces(sender: Sender): Sender {
  return {
    ...sender,
    send: (channelId, payload) =>
      sender.send(channelId, payload.replace('"enforce_nonce":true', '"enforce_nonce":false')),
  };
}

function engineIn(folder: string) {
  writeFileSync(join(folder, 'nothing.yaml'), 'topics: []\n');
  return openEngine({ dataPaths: [folder], databasePath: join(folder, 'knowledge.sqlite') });
}

function say(what: BotSays): void {
  process.send?.(what);
}

process.on('disconnect', () => process.exit());
await main(JSON.parse(process.argv[2] ?? ''));
