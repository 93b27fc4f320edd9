/** What a part of a question asks of one metric at one time. */
import type { Metric } from '../knowledge/schema.js';
import type { Part } from '../questions/query.js';
import type { Time } from '../questions/time.js';
import type { Context } from './context.js';
import type { Asked } from './select.js';

/** The question for one metric and one time, as the selection needs it. */
export function askFor(metric: Metric, part: Part, time: Time | undefined, context: Context): Asked {
  return {
    metric,
    scope: metric.kind === 'running-total' && isSinceScope(part.scope, context) ? null : (part.scope ?? null),
    time,
    part,
    horizon: context.horizon,
    sources: part.sources,
    outlets: part.sources.flatMap((id) => {
      const { rewriteOf, publisher } = context.knowledge.source(id) ?? {};
      return [rewriteOf, publisher].filter((name) => name != null);
    }),
    claimedBy: claimantOf(metric, part, context),
  };
}

function claimantOf(metric: Metric, part: Part, context: Context): string | undefined {
  if (!part.saidBy) return undefined;
  return part.people.find(
    (person) =>
      context.figures.newest(metric.id, part.scope ?? null, { claimedBy: person }, context.horizon).length >
      0,
  );
}

/** True for a scope that starts on a date, as "since the deal": a running total starts of itself. */
export function isSinceScope(scope: string | null | undefined, context: Context): boolean {
  return context.knowledge.scopes().some((one) => one.id === scope && one.since !== undefined);
}
