/** From what the knowledge base has learned to the outbox: what is news, and who is told. */
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Knowledge } from '../knowledge/reads.js';
import type { State, Subscription } from '../state/index.js';
import { audienceOf } from './audience.js';
import { differenceBetween, newsBetween } from './news.js';
import type { Update } from './update.js';

const PAGE = 500;

/**
 * Holds the knowledge base against the ledger and puts what is news into the outbox, both in one transaction: after
 * a crash it is either all done or not begun. Gives the news. May be called as often as one likes, also twice at a
 * time; the same news is not told again. What is in the outbox goes out by itself (`Delivery`).
 */
export async function announce(
  knowledge: Knowledge,
  { ledger, subscriptions }: Pick<State, 'ledger' | 'subscriptions'>,
  now: Date = new Date(),
): Promise<Update[]> {
  const known = await ledger.all();
  const difference = await differenceBetween(known, knowledge);
  if (difference.learned.length === 0) return [];
  const updates = newsBetween(known, difference, knowledge, now);
  const told = new Set(updates.map(({ figure }) => figure.id));
  const live = updates.length > 0 ? await allLive(subscriptions) : [];
  await ledger.learn({
    entries: difference.learned.map(({ id, hash, body }) => ({
      figureId: id,
      hash,
      figure: body,
      told: told.has(id),
    })),
    updates: updates.map(({ figure, before, ...update }) => ({
      ...update,
      figure: JSON.stringify(figure),
      before: before ? JSON.stringify(before) : null,
    })),
    outbox: audienceOf(updates, live, topicsOf(knowledge)),
  });
  return updates;
}

/** Read a page at a time: ten thousand at once would hold up everybody else. */
async function allLive(subscriptions: State['subscriptions']): Promise<Subscription[]> {
  const all: Subscription[] = [];
  for (let page = await subscriptions.livePage('', PAGE); page.length > 0; ) {
    all.push(...page);
    await nextTurn();
    page = await subscriptions.livePage(all.at(-1)?.id ?? '', PAGE);
  }
  return all;
}

function topicsOf(knowledge: Knowledge): (topic: string) => readonly string[] {
  const topics = new Map(knowledge.topics().map(({ id, metrics }) => [id, metrics]));
  return (topic) => topics.get(topic) ?? [];
}
