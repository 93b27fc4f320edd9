import { expect, test } from 'vitest';
import { LEFT_GUILDS_KEPT_DAYS, openState } from '../../src/state/index.js';
import { aClock, anAnswer, statePath } from './made-up.js';

test('plain questions are on until someone switches them off, for that server or channel only', async () => {
  const { settings, close } = await openState(statePath());
  expect(await settings.plainQuestions('1', '10')).toBe(true);
  await settings.setPlainQuestions({ guildId: '1', channelId: '10', allowed: false });
  expect(await settings.plainQuestions('1', '10')).toBe(false);
  expect(await settings.plainQuestions('1', '11')).toBe(true);
  await settings.setPlainQuestions({ guildId: '1', channelId: null, allowed: false });
  expect(await settings.plainQuestions('1', '11')).toBe(false);
  expect(await settings.plainQuestions('2', '10')).toBe(true);
  await close();
});

test('a channel may differ from its server, until the whole server is set again', async () => {
  const { settings, close } = await openState(statePath());
  await settings.setPlainQuestions({ guildId: '1', channelId: null, allowed: false });
  await settings.setPlainQuestions({ guildId: '1', channelId: '10', allowed: true });
  expect(await settings.plainQuestions('1', '10')).toBe(true);
  expect(await settings.plainQuestions('1', '11')).toBe(false);
  await settings.setPlainQuestions({ guildId: '1', channelId: null, allowed: false });
  expect(await settings.plainQuestions('1', '10')).toBe(false);
  await settings.setPlainQuestions({ guildId: '1', channelId: null, allowed: true });
  expect(await settings.plainQuestions('1', '10')).toBe(true);
  await close();
});

test('posting of checks has a setting of its own, which goes with the server', async () => {
  const now = new Date('2026-01-01');
  const { settings, close } = await openState(statePath(), { now: () => now });
  await settings.setCheckPosting({ guildId: '1', channelId: null, allowed: false });
  expect(await settings.checkPosting('1', '10')).toBe(false);
  expect(await settings.plainQuestions('1', '10')).toBe(true);
  await settings.guildsPresent([], now);
  await settings.purgeLeftGuilds(new Date(now.getTime() + (LEFT_GUILDS_KEPT_DAYS + 1) * 86_400_000));
  expect(await settings.checkPosting('1', '10')).toBe(true);
  await close();
});

test('settings outlive a restart', async () => {
  const path = statePath();
  const before = await openState(path);
  await before.settings.setPlainQuestions({ guildId: '1', channelId: '10', allowed: false });
  await before.close();
  const after = await openState(path);
  expect(await after.settings.plainQuestions('1', '10')).toBe(false);
  await after.close();
});

test('what is kept of a server that was left goes after its days, and nothing of others', async () => {
  const clock = aClock();
  const { answers, settings, close } = await openState(statePath(), clock);
  for (const guildId of ['1', '2']) {
    await settings.setPlainQuestions({ guildId, channelId: null, allowed: false });
  }
  await settings.guildLeft('1', clock.now());
  clock.forward({ days: LEFT_GUILDS_KEPT_DAYS - 1 });
  const answerOfLeft = await answers.save(anAnswer({ guildId: '1' }));
  const answerOfOther = await answers.save(anAnswer({ guildId: '2' }));
  await settings.guildLeft('1', clock.now());
  expect(await settings.purgeLeftGuilds(clock.now())).toEqual([]);
  expect(await settings.plainQuestions('1', '10')).toBe(false);

  clock.forward({ days: 1 });
  expect(await settings.purgeLeftGuilds(clock.now())).toEqual(['1']);
  expect(await settings.purgeLeftGuilds(clock.now())).toEqual([]);
  expect(await settings.plainQuestions('1', '10')).toBe(true);
  expect(await settings.plainQuestions('2', '10')).toBe(false);
  expect(await answers.byId(answerOfLeft)).toBeUndefined();
  expect(await answers.byId(answerOfOther)).toMatchObject({ id: answerOfOther });
  await close();
});

test('a server that takes the bot back keeps its settings', async () => {
  const clock = aClock();
  const { settings, close } = await openState(statePath(), clock);
  await settings.setPlainQuestions({ guildId: '1', channelId: null, allowed: false });
  await settings.guildLeft('1', clock.now());
  await settings.guildBack('1');
  clock.forward({ days: LEFT_GUILDS_KEPT_DAYS });
  expect(await settings.purgeLeftGuilds(clock.now())).toEqual([]);
  expect(await settings.plainQuestions('1', '10')).toBe(false);
  await close();
});

test('servers left while the bot was not running are noticed by their absence', async () => {
  const clock = aClock();
  const { answers, settings, close } = await openState(statePath(), clock);
  for (const guildId of ['1', '2']) {
    await settings.setPlainQuestions({ guildId, channelId: '10', allowed: false });
  }
  await settings.guildLeft('2', clock.now());
  await answers.save(anAnswer({ guildId: '3' }));
  await answers.save(anAnswer({ guildId: null }));
  await settings.guildsPresent(['2', '4'], clock.now());
  clock.forward({ days: LEFT_GUILDS_KEPT_DAYS });
  expect((await settings.purgeLeftGuilds(clock.now())).sort()).toEqual(['1', '3']);
  expect(await settings.plainQuestions('2', '10')).toBe(false);
  await close();
});
