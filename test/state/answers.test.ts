import { expect, test } from 'vitest';
import { BUTTONS_LIVE_DAYS, FOLLOW_UPS_LIVE_HOURS, openState } from '../../src/state/index.js';
import { aClock, anAnswer, statePath } from './made-up.js';

test('an answer is found by its id and by its message, also after a restart', async () => {
  const path = statePath();
  const before = await openState(path, { now: aClock().now });
  const saved = anAnswer({ language: 'fr', guildId: null, messageId: '900' });
  const id = await before.answers.save(saved);
  await before.close();

  const after = await openState(path, { now: aClock().now });
  const expected = { ...saved, id, savedAt: aClock().now() };
  expect(await after.answers.byId(id)).toEqual(expected);
  expect(await after.answers.byMessage('900')).toEqual(expected);
  await after.close();
});

test('ids fit into custom ids and differ', async () => {
  const { answers, close } = await openState(statePath());
  const ids = await Promise.all(Array.from({ length: 300 }, () => answers.save(anAnswer())));
  expect(new Set(ids).size).toBe(300);
  expect(ids.filter((id) => !/^[\w-]{1,12}$/.test(id))).toEqual([]);
  await close();
});

test('the message may be told later; the later answer of a message counts', async () => {
  const { answers, close } = await openState(statePath());
  const first = await answers.save(anAnswer());
  expect(await answers.byMessage('900')).toBeUndefined();
  await answers.setMessage(first, '900');
  expect((await answers.byMessage('900'))?.id).toBe(first);
  const second = await answers.save(anAnswer({ messageId: '900' }));
  expect((await answers.byMessage('900'))?.id).toBe(second);
  expect((await answers.byId(first))?.messageId).toBeNull();
  await close();
});

test('follow-ups expire before buttons do, each at its time', async () => {
  const clock = aClock();
  const { answers, close } = await openState(statePath(), clock);
  const id = await answers.save(anAnswer({ messageId: '900' }));

  clock.forward({ hours: FOLLOW_UPS_LIVE_HOURS, minutes: -1 });
  expect(await answers.byMessage('900')).toMatchObject({ id });
  clock.forward({ minutes: 1 });
  expect(await answers.byMessage('900')).toBeUndefined();
  expect(await answers.byId(id)).toMatchObject({ id });

  clock.forward({ days: BUTTONS_LIVE_DAYS, hours: -FOLLOW_UPS_LIVE_HOURS, minutes: -1 });
  expect(await answers.byId(id)).toMatchObject({ id });
  expect(await answers.purgeExpired()).toBe(0);
  clock.forward({ minutes: 1 });
  expect(await answers.byId(id)).toBeUndefined();
  expect(await answers.purgeExpired()).toBe(1);
  await close();
});

test('purging takes a time of its own, and leaves what is younger', async () => {
  const clock = aClock();
  const { answers, close } = await openState(statePath(), clock);
  const old = await answers.save(anAnswer());
  clock.forward({ days: 1 });
  const young = await answers.save(anAnswer());
  const when = new Date(clock.now().getTime() + (BUTTONS_LIVE_DAYS - 1) * 86_400_000);
  expect(await answers.purgeExpired(when)).toBe(1);
  expect(await answers.byId(old)).toBeUndefined();
  expect(await answers.byId(young)).toMatchObject({ id: young });
  await close();
});

test('a removed answer is gone', async () => {
  const { answers, close } = await openState(statePath());
  const id = await answers.save(anAnswer({ messageId: '900' }));
  await answers.remove(id);
  expect([await answers.byId(id), await answers.byMessage('900')]).toEqual([undefined, undefined]);
  await close();
});
