/** What the newest figures would have looked like as news, for previews. */
import { endOf, leadOf } from '../answers/standing.js';
import type { Knowledge } from '../knowledge/reads.js';
import { type Ledger, newsBetween } from './news.js';
import type { Update } from './update.js';

/** A ledger in which something is known: an empty one makes everything silent. */
const NOT_THE_FIRST: Ledger = new Map([['', { hash: '', figure: '{}', told: false }]]);

/**
 * The newest figure of the first `limit` metrics that have any, as if it had just come in; the oldest first. `metrics`:
 * the most telling first.
 */
export function sampleOf(
  metrics: readonly string[],
  limit: number,
  knowledge: Knowledge,
  learnedAt: Date,
): Update[] {
  return metrics
    .flatMap((metric) => newestAsNews(metric, knowledge, learnedAt))
    .slice(0, limit)
    .sort((a, b) => endOf(a.figure).localeCompare(endOf(b.figure)));
}

function newestAsNews(metric: string, knowledge: Knowledge, learnedAt: Date): Update[] {
  const newest = knowledge.newestFigures(metric, null);
  const difference = { learned: [], fresh: newest, changed: [] };
  const news = newsBetween(NOT_THE_FIRST, difference, knowledge, learnedAt).at(-1);
  if (news) return [news];
  // The only ones of their metric: nothing stands before them.
  const lead = leadOf(newest, knowledge);
  return lead ? [{ id: lead.id, kind: 'new', figure: lead, learnedAt }] : [];
}
