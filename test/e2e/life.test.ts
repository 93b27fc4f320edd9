import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { commands } from '../../commands/index.js';
import { startBot } from '../../src/discord/client.js';
import { LoginFailed } from '../../src/discord/login.js';
import { registerOnce } from '../../src/discord/register-once.js';
import { createLog } from '../../src/log.js';
import { startSandbox } from '../../src/sandbox/index.js';
import { openState } from '../../src/state/index.js';
import { projectEngine } from '../engine/opened.js';
import { temporaryFolder } from '../knowledge/made-up.js';
import { scene } from './stage.js';

const QUESTION = 'whats the net inflow?';
const DAY = 86_400_000;

describe('stopping', () => {
  scene('finishes what is in hand and takes nothing new', async ({ sandbox, ana, general, bot, log }) => {
    const release = sandbox.faults.hang({ method: 'POST', path: '/messages' });
    sandbox.as(ana).say(general, `${sandbox.bot.mention} ${QUESTION}`);
    await sandbox.gateway.received();
    const stopped = bot().stop();
    sandbox.as(ana).say(general, `${sandbox.bot.mention} and accepted?`);
    await sandbox.gateway.received();
    release();
    await stopped;
    expect(general.messages.map(({ content }) => content)).toEqual([
      expect.stringContaining(QUESTION),
      expect.stringContaining('and accepted?'),
      expect.stringContaining('Net inflow: 30,'),
    ]);
    expect(sandbox.gateway.connected).toBe(false);
    expect(log.filter(({ level }) => level === 'error' || level === 'warn')).toEqual([]);
  });

  scene('may be asked for twice', async ({ bot }) => {
    await Promise.all([bot().stop(), bot().stop()]);
    expect(bot().health().state).not.toBe('ready');
  });
});

describe('servers that are left', () => {
  scene('have their settings purged after thirty days', async (play) => {
    const { sandbox, ana, moderator, general, guild } = play;
    await sandbox.as(moderator).slash(general, 'settings plain-questions', { state: 'off', where: 'server' });
    guild.removeBot();
    await sandbox.settled();
    sandbox.advance(31 * DAY);
    await play.restart();
    expect(await play.state().settings.plainQuestions(guild.id, general.id)).toBe(true);
    guild.addBot();
    expect((await sandbox.as(ana).type(general, `${sandbox.bot.mention} ${QUESTION}`)).content).toMatch(
      /Net inflow: 30\b/,
    );
  });

  scene('keep them if the bot is back before', async (play) => {
    const { sandbox, moderator, general, guild } = play;
    await sandbox.as(moderator).slash(general, 'settings plain-questions', { state: 'off', where: 'server' });
    guild.removeBot();
    await sandbox.settled();
    sandbox.advance(20 * DAY);
    guild.addBot();
    await sandbox.settled();
    sandbox.advance(20 * DAY);
    await play.restart();
    expect(await play.state().settings.plainQuestions(guild.id, general.id)).toBe(false);
  });

  scene('are not those that Discord has lost for a while', async (play) => {
    const { sandbox, moderator, general, guild } = play;
    await sandbox.as(moderator).slash(general, 'settings plain-questions', { state: 'off', where: 'server' });
    guild.setOutage(true);
    await sandbox.settled();
    sandbox.advance(31 * DAY);
    guild.setOutage(false);
    await sandbox.settled();
    await play.restart();
    expect(await play.state().settings.plainQuestions(guild.id, general.id)).toBe(false);
  });
});

scene('commands registered for one server are there at once, and not twice', async (play) => {
  const { sandbox, guild, general, ana } = play;
  const extra = { data: { name: 'extra', description: 'Of this server' }, run: () => Promise.resolve() };
  await play.bot().stop();
  const log = createLog({ level: 'silent', destination: { write: () => undefined } });
  const register = () =>
    registerOnce({ token: sandbox.token, apiUrl: sandbox.apiUrl }, [extra], guild.id, log);
  expect([await register(), await register()]).toEqual(['registered', 'unchanged']);
  await play.restart();
  const { message } = await sandbox.as(ana).slash(general, 'extra');
  expect(message.content).toMatch(/no longer know this command/);
});

describe('a login that fails', () => {
  const log = createLog({ level: 'silent', destination: { write: () => undefined } });

  async function failure(token: string | undefined, apiUrl: string | undefined) {
    const sandbox = await startSandbox();
    const state = await openState(join(temporaryFolder(), 'state.sqlite'));
    const config = { token: token ?? sandbox.token, apiUrl: apiUrl ?? sandbox.apiUrl };
    const outcome = await startBot({ config, engine: projectEngine(), state, log, commands }).catch(
      (error) => error,
    );
    const logins = sandbox.traffic.filter(({ path }) => path === '/gateway/bot').length;
    await state.close();
    await sandbox.close();
    return { outcome, logins };
  }

  test('for a refused token says so, once, without the token', async () => {
    const { outcome, logins } = await failure('not.the.token', undefined);
    expect(outcome).toBeInstanceOf(LoginFailed);
    expect(outcome).toMatchObject({ reason: 'token', message: expect.stringContaining('DISCORD_TOKEN') });
    expect(outcome.message).not.toContain('not.the.token');
    expect(logins).toBe(1);
  });

  test('where nobody answers says so', async () => {
    const gone = await startSandbox();
    const { apiUrl } = gone;
    await gone.close();
    const { outcome } = await failure(undefined, apiUrl);
    expect(outcome).toMatchObject({
      reason: 'unreachable',
      message: expect.stringContaining('DISCORD_API_URL'),
    });
  });
});
