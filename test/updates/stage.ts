/** A bot that delivers, with real state, to a server of the sandbox; news is put into its outbox by hand. */
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { startBot } from '../../src/discord/client.js';
import { createLog } from '../../src/log.js';
import { type SandboxOptions, type ShownMessage, startSandbox } from '../../src/sandbox/index.js';
import { openState, type Subscription, type SubscriptionToAdd } from '../../src/state/index.js';
import { startDelivery } from '../../src/updates/delivery.js';
import type { WriteMessage } from '../../src/updates/update.js';
import { projectEngine } from '../engine/opened.js';
import { temporaryFolder } from '../knowledge/made-up.js';
import { aSubscription } from '../state/a-subscription.js';
import { plainMessage, tell } from './plain.js';
import { updateOf } from './update-of.js';

export type LogLine = { level: string; msg?: string; [field: string]: unknown };

export async function stage({
  write = plainMessage,
  ...options
}: SandboxOptions & { write?: WriteMessage } = {}) {
  const sandbox = await startSandbox(options);
  const guild = sandbox.guild({ name: 'Newsroom' });
  const statePath = join(temporaryFolder(), 'state.sqlite');
  const log: LogLine[] = [];
  let setBack = 0;
  const now = () => new Date(sandbox.clock.now() - setBack);
  async function run() {
    const state = await openState(statePath, { now });
    const logger = createLog({
      level: 'debug',
      secrets: [],
      destination: { write: (line) => void log.push(JSON.parse(line)) },
    });
    const config = { token: sandbox.token, apiUrl: sandbox.apiUrl };
    const bot = await startBot({ config, engine: projectEngine(), state, log: logger, commands: [], now });
    const { sender } = bot;
    const delivery = startDelivery({ state, sender, write, log: logger, now, random: () => 0 });
    const stop = async () => {
      await delivery.stop(8_000);
      await bot.stop();
      await state.close();
    };
    return { state, bot, delivery, stop };
  }
  let running = await run();
  onTestFinished(async () => {
    sandbox.faults.releaseAll();
    await running.stop();
    await sandbox.close();
  });
  const subscribe = async (
    where: { channelId: string } & Partial<SubscriptionToAdd>,
  ): Promise<Subscription> => {
    const outcome = await running.state.subscriptions.add(aSubscription({ guildId: guild.id, ...where }));
    if (!('added' in outcome)) throw new Error('There is such a subscription already.');
    return outcome.added;
  };
  return {
    sandbox,
    guild,
    log,
    statePath,
    state: () => running.state,
    subscribe,
    subscription: async (id: string) => {
      const found = await running.state.subscriptions.byId(id);
      if (!found) throw new Error(`There is no subscription ${id}.`);
      return found;
    },
    async tell(...ids: string[]): Promise<void> {
      await tell(
        running.state,
        ids.map((id) => updateOf(id, now())),
      );
      running.delivery.wake();
    },
    /** The bot's clock, not Discord's. */
    setClockBack: (ms: number) => {
      setBack = ms;
    },
    wake: () => running.delivery.wake(),
    async restart(between: () => void = () => {}): Promise<void> {
      await running.stop();
      between();
      running = await run();
    },
  };
}

/** What the bot has written in a channel, a line a message. */
export function written(channel: { messages: readonly ShownMessage[] }): string[] {
  return channel.messages.map(({ content }) => content);
}
