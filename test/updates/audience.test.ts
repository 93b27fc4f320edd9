import { describe, expect, test } from 'vitest';
import type { Subscription } from '../../src/state/index.js';
import { audienceOf } from '../../src/updates/audience.js';
import { dueAt } from '../../src/updates/digest-time.js';
import type { Update } from '../../src/updates/update.js';
import { aSubscription } from '../state/a-subscription.js';
import { updateOf } from './update-of.js';

const NOW = new Date('2026-03-04T12:00:00Z');

const update = (metric: string) => updateOf(`u-${metric}`, NOW, metric);

let made = 0;
function subscription(id: string, different: Partial<Subscription> = {}): Subscription {
  made += 1;
  return {
    id,
    ...aSubscription(),
    createdAt: new Date(made),
    status: { kind: 'active' },
    ...different,
  };
}

const metricsOfTopic = (topic: string) => (topic === 'returns' ? ['sent', 'flights'] : []);

/** "id", or "id in other" where another one's message tells it. */
function told(updates: readonly Update[], subscriptions: readonly Subscription[]): string[] {
  return audienceOf(updates, subscriptions, metricsOfTopic).map(({ updateId, subscriptionId, coveredBy }) => {
    const by = coveredBy === null ? '' : ` in ${coveredBy}`;
    return `${updateId}: ${subscriptionId}${by}`;
  });
}

describe('who is told', () => {
  test('a metric, a topic that holds it, and everything', () => {
    const all = [
      subscription('m', { channelId: '1', to: { kind: 'metric', id: 'sent' } }),
      subscription('other', { channelId: '2', to: { kind: 'metric', id: 'boats' } }),
      subscription('t', { channelId: '3', to: { kind: 'topic', id: 'returns' } }),
      subscription('t2', { channelId: '4', to: { kind: 'topic', id: 'gone' } }),
      subscription('all', { channelId: '5' }),
    ];
    expect(told([update('sent')], all)).toEqual(['u-sent: m', 'u-sent: t', 'u-sent: all']);
    expect(told([update('boats')], all)).toEqual(['u-boats: other', 'u-boats: all']);
  });

  test('a channel reads an update once, as soon as the soonest of its subscriptions says', () => {
    const all = [
      subscription('weekly', { when: 'weekly' }),
      subscription('topic', { to: { kind: 'topic', id: 'returns' } }),
      subscription('elsewhere', { channelId: '201' }),
    ];
    expect(told([update('sent')], all)).toEqual([
      'u-sent: topic',
      'u-sent: weekly in topic',
      'u-sent: elsewhere',
    ]);
    const [, covered] = audienceOf([update('sent')], all, metricsOfTopic);
    expect(covered?.dueAt).toEqual(NOW);
  });

  test('each role that is to be mentioned is told; where one is, the others read along', () => {
    const all = [
      subscription('nobody'),
      subscription('red', { roleId: '1' }),
      subscription('blue', { roleId: '2', to: { kind: 'metric', id: 'sent' } }),
      subscription('red again', { roleId: '1', to: { kind: 'topic', id: 'returns' } }),
    ];
    expect(told([update('sent')], all)).toEqual([
      'u-sent: blue',
      'u-sent: red again',
      'u-sent: red in red again',
      'u-sent: nobody in blue',
    ]);
  });
});

describe('when', () => {
  test.each([
    ['at-once', '2026-03-04T12:00:00Z', '2026-03-04T12:00:00Z'],
    ['daily', '2026-03-04T08:59:59Z', '2026-03-04T09:00:00Z'],
    ['daily', '2026-03-04T09:00:00Z', '2026-03-04T09:00:00Z'],
    ['daily', '2026-03-04T09:00:01Z', '2026-03-05T09:00:00Z'],
    ['daily', '2026-07-01T12:00:00Z', '2026-07-02T08:00:00Z'],
    // Just before midnight in UTC it is tomorrow in London.
    ['daily', '2026-07-01T23:30:00Z', '2026-07-02T08:00:00Z'],
    // Clocks go forward on 29 March and back on 25 October 2026.
    ['daily', '2026-03-28T12:00:00Z', '2026-03-29T08:00:00Z'],
    ['daily', '2026-03-29T00:30:00Z', '2026-03-29T08:00:00Z'],
    ['daily', '2026-10-24T12:00:00Z', '2026-10-25T09:00:00Z'],
    ['daily', '2026-10-25T08:30:00Z', '2026-10-25T09:00:00Z'],
    // 2 March 2026 is a Monday.
    ['weekly', '2026-03-02T08:00:00Z', '2026-03-02T09:00:00Z'],
    ['weekly', '2026-03-02T10:00:00Z', '2026-03-09T09:00:00Z'],
    ['weekly', '2026-03-24T10:00:00Z', '2026-03-30T08:00:00Z'],
    ['weekly', '2026-12-29T10:00:00Z', '2027-01-04T09:00:00Z'],
  ] as const)('%s, learned at %s: %s', (when, now, due) => {
    expect(dueAt(when, new Date(now))).toEqual(new Date(due));
  });
});
