/** From what the knowledge base has learned to the outbox: what is news, and who is told. */
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Knowledge } from '../knowledge/reads.js';
import type { LedgerEntry, State, Subscription } from '../state/index.js';
import { audienceOf } from './audience.js';
import { differenceBetween, newsBetween } from './news.js';
import type { Update } from './update.js';

const PAGE = 500;

/**
 * About as many rows of the outbox as are written within 100 ms, in which nothing else is done; more are written in
 * several transactions, and a channel may then be told in two messages.
 */
const ROWS_AT_ONCE = 40_000;

/**
 * Holds the knowledge base against the ledger and puts what is news into the outbox, each with its figure in one
 * transaction: after a crash what is missing is news still. Gives the news. May be called as often as one likes, also twice at a
 * time; the same news is not told again. What is in the outbox goes out by itself (`Delivery`).
 */
export async function announce(
  knowledge: Knowledge,
  { ledger, subscriptions }: Pick<State, 'ledger' | 'subscriptions'>,
  now: Date = new Date(),
  rowsAtOnce = ROWS_AT_ONCE,
): Promise<Update[]> {
  const known = await ledger.all();
  const difference = await differenceBetween(known, knowledge);
  if (difference.learned.length === 0) return [];
  const updates = newsBetween(known, difference, knowledge, now);
  const live = updates.length > 0 ? await allLive(subscriptions) : [];
  const unwritten = new Map(difference.learned.map((learned) => [learned.id, learned]));
  const entry = (id: string, told: boolean): LedgerEntry[] => {
    const learned = unwritten.get(id);
    unwritten.delete(id);
    return learned ? [{ figureId: id, hash: learned.hash, figure: learned.body, told }] : [];
  };
  const parts = inParts(updates, Math.floor(rowsAtOnce / Math.max(1, live.length)));
  for (const [index, part] of parts.entries()) {
    const isLast = index === parts.length - 1;
    const told = part.flatMap(({ figure }) => entry(figure.id, true));
    const silent = isLast ? [...unwritten.keys()].flatMap((id) => entry(id, false)) : [];
    await ledger.learn({
      entries: [...told, ...silent],
      updates: part.map(({ figure, before, ...update }) => ({
        ...update,
        figure: JSON.stringify(figure),
        before: before ? JSON.stringify(before) : null,
      })),
      outbox: audienceOf(part, live, topicsOf(knowledge)),
    });
    await nextTurn();
  }
  return updates;
}

/** One part at least; the oldest first, so that what is left after a crash is news still. */
function inParts(updates: readonly Update[], size: number): (readonly Update[])[] {
  const step = Math.max(1, size);
  const parts: (readonly Update[])[] = [updates.slice(0, step)];
  for (let start = step; start < updates.length; start += step)
    parts.push(updates.slice(start, start + step));
  return parts;
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
