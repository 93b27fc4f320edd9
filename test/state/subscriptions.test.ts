import { expect, test } from 'vitest';
import { openState, type Subscription, type SubscriptionToAdd } from '../../src/state/index.js';
import { ENDED_KEPT_DAYS } from '../../src/state/subscriptions.js';
import { aSubscription } from './a-subscription.js';
import { aClock, statePath } from './made-up.js';

const toReturns = (different: Partial<SubscriptionToAdd> = {}) =>
  aSubscription({ to: { kind: 'metric', id: 'returned-to-france' }, ...different });

async function opened() {
  const clock = aClock();
  const path = statePath();
  const state = await openState(path, clock);
  const add = async (different: Partial<SubscriptionToAdd> = {}): Promise<Subscription> => {
    const outcome = await state.subscriptions.add(toReturns(different));
    return 'added' in outcome ? outcome.added : outcome.existing;
  };
  return { ...state, path, clock, add };
}

test('a subscription is kept as it was added, also after a restart', async () => {
  const { close, path, clock, add } = await opened();
  const topic = await add({ to: { kind: 'topic', id: 'returns' }, when: 'weekly', roleId: '7' });
  const all = await add({ to: { kind: 'everything' }, language: 'fr', guildId: null });
  expect(topic).toEqual({
    ...toReturns({ to: { kind: 'topic', id: 'returns' }, when: 'weekly', roleId: '7' }),
    id: expect.stringMatching(/^[\w-]{6}$/),
    createdAt: clock.now(),
    status: { kind: 'active' },
  });
  await close();
  const again = await openState(path);
  expect(await again.subscriptions.byId(topic.id)).toEqual(topic);
  expect(await again.subscriptions.ofGuild('300')).toEqual([topic]);
  expect(await again.subscriptions.ofPerson('100')).toEqual([all]);
  expect(await again.subscriptions.byId('nobody')).toBeUndefined();
  await again.close();
});

test('a channel subscribes to the same thing once, and again after that has ended', async () => {
  const { subscriptions, add, close } = await opened();
  const first = await add();
  expect(await subscriptions.add(toReturns({ when: 'daily' }))).toEqual({ existing: first });
  await add({ channelId: '201' });
  await add({ to: { kind: 'everything' } });
  expect(await subscriptions.ofGuild('300')).toHaveLength(3);
  await subscriptions.end(first.id, 'channel-gone');
  expect(await subscriptions.add(toReturns())).toHaveProperty('added');
  await close();
});

test('a pause tells since when and why, and can end; what has ended stays so', async () => {
  const { subscriptions, add, clock, close } = await opened();
  const { id } = await add();
  const since = clock.now();
  await subscriptions.pause(id, 'no-access', new Date(since.getTime() + 1000));
  clock.forward({ days: 1 });
  await subscriptions.pause(id, 'no-permission', new Date(clock.now().getTime() + 1000));
  const paused = await subscriptions.byId(id);
  expect(paused?.status).toEqual({ kind: 'paused', reason: 'no-permission', since });
  expect(paused?.lastProblem).toEqual({ problem: 'no-permission', at: clock.now() });
  expect(paused?.nextTry?.getTime()).toBe(clock.now().getTime() + 1000);
  expect(await subscriptions.pausedOf('300')).toEqual([paused]);
  await subscriptions.resume(id);
  expect((await subscriptions.byId(id))?.status).toEqual({ kind: 'active' });
  expect((await subscriptions.byId(id))?.nextTry).toBeUndefined();
  await subscriptions.end(id, 'server-gone');
  await subscriptions.pause(id, 'no-access', clock.now());
  await subscriptions.resume(id);
  const status = { kind: 'ended', reason: 'server-gone', at: clock.now() };
  expect((await subscriptions.byId(id))?.status).toEqual(status);
  await close();
});

test('a channel or a server that is gone ends what it had, which is deleted later', async () => {
  const { subscriptions, add, clock, close } = await opened();
  const gone = await add();
  const other = await add({ channelId: '201' });
  const elsewhere = await add({ channelId: '202', guildId: '301' });
  expect(await subscriptions.endIn({ channelId: '200' }, 'channel-gone')).toBe(1);
  expect(await subscriptions.livePage('', 10)).toHaveLength(2);
  expect(await subscriptions.endIn({ guildId: '300' }, 'server-left')).toBe(1);
  expect((await subscriptions.byId(other.id))?.status.kind).toBe('ended');
  expect(await subscriptions.guildsKnown()).toEqual(['301']);
  clock.forward({ days: ENDED_KEPT_DAYS - 1 });
  expect(await subscriptions.purgeEnded()).toBe(0);
  clock.forward({ days: 1 });
  expect(await subscriptions.purgeEnded()).toBe(2);
  expect(await subscriptions.byId(gone.id)).toBeUndefined();
  expect(await subscriptions.livePage('', 10)).toEqual([elsewhere]);
  await close();
});

test('pages hold every live subscription once', async () => {
  const { subscriptions, add, close } = await opened();
  const ids = new Set<string>();
  for (let channel = 0; channel < 7; channel += 1) ids.add((await add({ channelId: String(channel) })).id);
  const seen: string[] = [];
  for (let page = await subscriptions.livePage('', 3); page.length > 0; ) {
    seen.push(...page.map(({ id }) => id));
    page = await subscriptions.livePage(seen.at(-1) ?? '', 3);
  }
  expect(seen).toHaveLength(7);
  expect(new Set(seen)).toEqual(ids);
  await close();
});
