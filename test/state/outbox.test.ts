/** The outbox where two things happen at once: nobody is told twice, nor of what they have just stopped. */
import Sqlite from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import { createLog } from '../../src/log.js';
import { openState, type Subscription, type SubscriptionToAdd } from '../../src/state/index.js';
import { composeDue } from '../../src/updates/composing.js';
import { plainMessage, tell } from '../updates/plain.js';
import { updateOf } from '../updates/update-of.js';
import { aSubscription } from './a-subscription.js';
import { aClock, statePath } from './made-up.js';

/** SQLite objects of the tests, kept for the reason that src/state/sqlite.ts gives. */
const kept: unknown[] = [];

const log = createLog({ level: 'silent', secrets: [], destination: { write: () => {} } });

async function opened() {
  const clock = aClock();
  const path = statePath();
  const state = await openState(path, { now: clock.now });
  onTestFinished(() => state.close());
  const subscribe = async (different: Partial<SubscriptionToAdd>): Promise<Subscription> => {
    const outcome = await state.subscriptions.add(
      aSubscription({ guildId: '1', channelId: '2', ...different }),
    );
    clock.forward({ minutes: 1 });
    return 'added' in outcome ? outcome.added : outcome.existing;
  };
  const due = () => state.outbox.due(clock.now(), '', 100);
  const composed = async () =>
    composeDue(await due(), { state, write: plainMessage, log, now: clock.now, unwritten: new Map() });
  return { state, path, clock, subscribe, due, composed };
}

test('a message whose subscription is removed before it is taken in hand is not sent', async () => {
  const { state, clock, subscribe, composed } = await opened();
  const { id } = await subscribe({});
  await tell(state, [updateOf('aaa', clock.now())]);
  const { made, again } = await composed();
  await state.subscriptions.remove(id);
  expect(await state.outbox.begin(made, again)).toEqual([]);
  expect(await state.outbox.counts()).toMatchObject({ open: 0, waiting: 0 });
});

test('what a removed subscription would have told others of its channel is told by one of them', async () => {
  const { state, clock, subscribe, due } = await opened();
  const sent = { kind: 'metric', id: 'sent' } as const;
  const first = await subscribe({});
  await subscribe({ to: sent, when: 'daily' });
  await subscribe({ to: { kind: 'topic', id: 'returns' }, when: 'weekly' });
  await state.ledger.learn({
    entries: [],
    updates: [{ id: 'aaa', kind: 'new', figure: '{}', before: null, learnedAt: clock.now() }],
    outbox: (await state.subscriptions.ofGuild('1')).map(({ id }) => ({
      updateId: 'aaa',
      subscriptionId: id,
      dueAt: clock.now(),
      coveredBy: id === first.id ? null : first.id,
    })),
  });
  await state.subscriptions.remove(first.id);
  expect((await due()).map(({ item }) => item.kind === 'waiting' && item.group.when)).toEqual(['daily']);
});

test('a role that waited for a removed subscription is told still', async () => {
  const { state, clock, subscribe, due } = await opened();
  const first = await subscribe({ roleId: '9' });
  await subscribe({ to: { kind: 'metric', id: 'sent' } });
  await subscribe({ to: { kind: 'metric', id: 'boats' }, roleId: '9', when: 'daily' });
  const rest = (await state.subscriptions.ofGuild('1')).slice(1);
  await state.ledger.learn({
    entries: [],
    updates: [{ id: 'aaa', kind: 'new', figure: '{}', before: null, learnedAt: clock.now() }],
    outbox: [
      { updateId: 'aaa', subscriptionId: first.id, dueAt: clock.now(), coveredBy: null },
      ...rest.map(({ id }) => ({
        updateId: 'aaa',
        subscriptionId: id,
        dueAt: clock.now(),
        coveredBy: first.id,
      })),
    ],
  });
  await state.subscriptions.remove(first.id);
  const roles = (await due()).map(({ item }) => item.kind === 'waiting' && item.group.roleId);
  expect(roles).toEqual(['9']);
});

test('a delivery that another program has spoilt is parked, and the others go out', async () => {
  const { state, path, clock, subscribe, composed, due } = await opened();
  await subscribe({});
  await subscribe({ channelId: '22' });
  await tell(state, [updateOf('aaa', clock.now())]);
  const { made } = await composed();
  await state.outbox.release(await state.outbox.begin(made, []));
  const [spoilt] = made;
  const other = new Sqlite(path);
  const spoiling = other.prepare('UPDATE deliveries SET tries = ? WHERE id = ?');
  kept.push(other, spoiling);
  spoiling.run('many', spoilt?.id);
  other.close();
  const again = (await due()).flatMap(({ item }) => (item.kind === 'open' ? [item.deliveryId] : []));
  expect(again).toHaveLength(2);
  expect(await state.outbox.begin([], again)).toHaveLength(1);
  expect(await state.outbox.troubled()).toEqual({ parked: 1, uncertain: 0 });
});
