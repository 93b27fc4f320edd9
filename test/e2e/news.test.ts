/** From a changed data file to a channel that is told, as the running bot does it. */
import { join } from 'node:path';
import { pino } from 'pino';
import { expect, onTestFinished } from 'vitest';
import { type Engine, openEngine } from '../../src/engine.js';
import { startTelling } from '../../src/main/telling.js';
import { BASE, figure, folderWith, temporaryFolder } from '../knowledge/made-up.js';
import { scene } from './stage.js';

const OLD = [figure('F-100', { value: '463', printed: '"463"', asOf: '2025-10-11' })];
const NEW = [...OLD, figure('F-101', { value: '605', printed: '"605"' })];

function filesOf(figures: readonly string[]): Record<string, string> {
  return { 'base.yaml': BASE, 'figures.yaml': `figures:\n${figures.join('\n')}\n` };
}

function engineWith(figures: readonly string[]): Engine {
  const engine = openEngine({
    dataPaths: [folderWith(filesOf(figures))],
    databasePath: join(temporaryFolder(), 'knowledge.sqlite'),
  });
  onTestFinished(() => engine.close());
  return engine;
}

scene(
  'a new figure is told in the subscribed channel, and its button stops that',
  async (play) => {
    const { sandbox, guild, moderator, general, state, bot } = play;
    const readers = guild.role({ name: 'readers' });
    const mia = sandbox.as(moderator);
    await mia.slash(general, 'subscriptions add', { to: 'metric:sent', role: readers.id });
    let inUse = engineWith(OLD);
    const telling = await startTelling(() => inUse, {
      state: state(),
      sender: bot().sender,
      log: pino({ level: 'silent' }),
    });
    const posted = () => general.messages.filter(({ authorId }) => authorId === sandbox.bot.id);
    expect(posted()).toEqual([]);
    inUse = engineWith(NEW);
    await telling.learn(inUse);
    await expect.poll(() => posted().length, { timeout: 20_000 }).toBe(1);
    await telling.stop(5_000);
    const [message] = posted();
    if (!message) throw new Error('Nothing was posted.');
    expect(message.content).toBe(`${readers.mention} **People sent: 463 → 605** (+142 in 30 days) [1]`);
    expect(message.pingsMany).toBe(true);
    expect(message.text).toContain('As of 10 November 2025\nBefore: 463, as of 11 October 2025 [1]');
    const listed = await mia.slash(general, 'subscriptions list');
    expect(listed.message.text).toMatch(/-# last delivered <t:\d+:f>/);
    const asked = await mia.click(message, 'Stop');
    await mia.click(asked.message, 'Stop now');
    expect(await state().subscriptions.ofGuild(guild.id)).toEqual([]);
  },
  { data: filesOf(OLD) },
);
