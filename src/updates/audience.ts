/** Who is told of an update, when, and by which of several subscriptions of one channel. */
import type { Subscription, Target } from '../state/index.js';
import { dueAt } from './digest-time.js';
import { grouped } from './grouped.js';
import type { Update } from './update.js';

/** One update that one subscription is to be told of. */
export type Addressee = {
  updateId: string;
  subscriptionId: string;
  dueAt: Date;
  /** The subscription of the same channel whose message tells it; null where it is told by a message of its own. */
  coveredBy: string | null;
};

const SOONER: Record<Subscription['when'], number> = { 'at-once': 0, daily: 1, weekly: 2 };
const NARROWER: Record<Target['kind'], number> = { metric: 0, topic: 1, everything: 2 };

/**
 * Everyone who is to be told of the updates, of the subscriptions that have not ended. A channel reads an update
 * once, as soon as the first of its subscriptions says; only roles that others of its subscriptions mention are
 * told by a message of their own.
 */
export function audienceOf(
  updates: readonly Update[],
  subscriptions: readonly Subscription[],
  metricsOfTopic: (topic: string) => readonly string[],
): Addressee[] {
  const channels = grouped(subscriptions, ({ channelId }) => channelId);
  return updates.flatMap((update) =>
    [...channels.values()].flatMap((ofChannel) => {
      const interested = ofChannel.filter(({ to }) => concerns(to, update.figure.metric, metricsOfTopic));
      return addressees(update, interested);
    }),
  );
}

function concerns(to: Target, metric: string, metricsOfTopic: (topic: string) => readonly string[]): boolean {
  switch (to.kind) {
    case 'metric':
      return to.id === metric;
    case 'topic':
      return metricsOfTopic(to.id).includes(metric);
    case 'everything':
      return true;
  }
}

function addressees(update: Update, interested: readonly Subscription[]): Addressee[] {
  const ordered = [...interested].sort(
    (a, b) =>
      SOONER[a.when] - SOONER[b.when] ||
      Number(a.roleId === null) - Number(b.roleId === null) ||
      NARROWER[a.to.kind] - NARROWER[b.to.kind] ||
      a.createdAt.getTime() - b.createdAt.getTime(),
  );
  const telling: Subscription[] = [];
  return ordered.map((subscription) => {
    const { id, roleId, when } = subscription;
    const covering = telling.find((other) => roleId === null || other.roleId === roleId);
    if (!covering) telling.push(subscription);
    return {
      updateId: update.id,
      subscriptionId: id,
      dueAt: dueAt(covering?.when ?? when, update.learnedAt),
      coveredBy: covering?.id ?? null,
    };
  });
}
