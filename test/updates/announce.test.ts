import Sqlite from 'better-sqlite3';
import { expect, test } from 'vitest';
import { openState } from '../../src/state/index.js';
import { announce } from '../../src/updates/announce.js';
import { aSubscription } from '../state/a-subscription.js';
import { aClock, statePath } from '../state/made-up.js';
import { BASE, boats, figure, knowledgeOf } from './made-up.js';

const FIRST = figure('F-100');
const SECOND = figure('F-101', { asOf: '2026-01-27', value: '281', printed: '"281"' });
const TOPIC = BASE.replace('id: swaps\n', 'id: swaps\n    metrics: [sent]\n');

/** SQLite objects of the tests, kept for the reason that src/state/sqlite.ts gives. */
const kept: unknown[] = [];

async function opened() {
  const path = statePath();
  const clock = aClock();
  const state = await openState(path, clock);
  const outcome = await state.subscriptions.add(aSubscription({ to: { kind: 'topic', id: 'swaps' } }));
  if (!('added' in outcome)) throw new Error('There was a subscription.');
  return { path, clock, state, subscription: outcome.added };
}

test('news is in the outbox of those whose topic it is, once, however often it is announced', async () => {
  const { state, clock } = await opened();
  expect(await announce(knowledgeOf([FIRST], TOPIC), state, clock.now())).toEqual([]);
  expect(await state.outbox.counts()).toMatchObject({ waiting: 0 });
  const knowledge = knowledgeOf([FIRST, SECOND], TOPIC);
  const [once, twice] = await Promise.all([
    announce(knowledge, state, clock.now()),
    announce(knowledge, state, clock.now()),
  ]);
  expect(once.map(({ figure: { id } }) => id)).toEqual(['F-101']);
  expect(twice.map(({ id }) => id)).toEqual(once.map(({ id }) => id));
  expect(await announce(knowledge, state, clock.now())).toEqual([]);
  expect(await state.outbox.counts()).toMatchObject({ waiting: 1 });
  await state.close();
});

test('what could not be written leaves ledger and outbox as they were, and is announced again', async () => {
  const { state, clock } = await opened();
  await announce(knowledgeOf([FIRST], TOPIC), state, clock.now());
  const knowledge = knowledgeOf([FIRST, SECOND], TOPIC);
  const before = await state.ledger.all();
  const [entry] = [...before.values()];
  if (!entry) throw new Error('The ledger is empty.');
  // The last of three writes fails: a row of the outbox that names nothing.
  const faulty = { updateId: null, subscriptionId: '', dueAt: new Date(), coveredBy: null };
  const learned = {
    entries: [{ ...entry, figureId: 'F-101' }],
    updates: [{ id: 'u', kind: 'new', figure: '{}', before: null, learnedAt: clock.now() }],
    outbox: [faulty],
  };
  const [subscription] = await state.subscriptions.livePage('', 1);
  Object.assign(faulty, { subscriptionId: subscription?.id });
  await expect(state.ledger.learn(learned as never)).rejects.toThrow(/NOT NULL/);
  expect(await state.ledger.all()).toEqual(before);
  expect(await announce(knowledge, state, clock.now())).toHaveLength(1);
  expect(await state.outbox.counts()).toMatchObject({ waiting: 1 });
  await state.close();
});

test('more than can be written at once is written in parts; what a crash leaves is announced after it', async () => {
  const { path, state, clock } = await opened();
  const old = [figure('F-100'), figure('F-200', boats('2026-01-20', '2026-01-20', '4'))];
  const fresh = [
    SECOND,
    figure('F-201', boats('2026-01-28', '2026-01-28', '9')),
    figure('F-099', { asOf: '2025-11-01', value: '3', printed: '"3"' }),
  ];
  const topic = TOPIC.replace('[sent]', '[sent, boats]');
  await announce(knowledgeOf(old, topic), state, clock.now());
  const knowledge = knowledgeOf([...old, ...fresh], topic);
  const other = new Sqlite(path, { timeout: 5_000 });
  kept.push(other);
  other.exec(`CREATE TRIGGER crash BEFORE INSERT ON updates
    WHEN (SELECT count(*) FROM updates) >= 1 BEGIN SELECT RAISE(ABORT, 'crash'); END`);
  await expect(announce(knowledge, state, clock.now(), 1)).rejects.toThrow('crash');
  expect(await state.outbox.counts()).toMatchObject({ waiting: 1 });
  other.exec('DROP TRIGGER crash');
  other.close();
  expect((await announce(knowledge, state, clock.now(), 1)).map((update) => update.figure.id)).toEqual([
    'F-201',
  ]);
  expect(await announce(knowledge, state, clock.now(), 1)).toEqual([]);
  expect(await state.outbox.counts()).toMatchObject({ waiting: 2 });
  await state.close();
});

test('a subscription that is removed takes what waits with it; another of its channel is told instead', async () => {
  const { state, clock, subscription } = await opened();
  await announce(knowledgeOf([FIRST], TOPIC), state, clock.now());
  await state.subscriptions.add(aSubscription());
  await announce(knowledgeOf([FIRST, SECOND], TOPIC), state, clock.now());
  expect(await state.outbox.counts()).toMatchObject({ waiting: 1 });
  await state.subscriptions.remove(subscription.id);
  expect(await state.outbox.counts()).toMatchObject({ waiting: 1 });
  const due = await state.outbox.due(clock.now(), '', 10);
  expect(due).toHaveLength(1);
  await state.close();
});

test('no place is always the last: a round begins after the one that was served last', async () => {
  const { state, clock } = await opened();
  for (const place of ['301', '302', '303']) {
    for (const channel of ['a', 'b']) {
      await state.subscriptions.add(aSubscription({ guildId: place, channelId: `${place}${channel}` }));
    }
  }
  await announce(knowledgeOf([FIRST], TOPIC), state, clock.now());
  await announce(knowledgeOf([FIRST, SECOND], TOPIC), state, clock.now());
  const places = async (after: string, limit: number) =>
    (await state.outbox.due(clock.now(), after, limit)).map(({ place }) => place);
  expect(await places('', 4)).toEqual(['300', '301', '302', '303']);
  expect(await places('301', 7)).toEqual(['302', '303', '300', '301', '302', '303', '301']);
  await state.close();
});
