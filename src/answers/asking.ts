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
    scope:
      metric.kind === 'running-total' && isSinceScope(part.scope, context)
        ? null
        : (part.scope ?? onlyScope(metric, context)),
    time,
    part,
    horizon: context.horizon,
    sources: part.sources,
    outlets: part.sources.flatMap((id) => {
      const { rewriteOf, publisher, names } = context.knowledge.source(id) ?? {};
      return [rewriteOf, publisher, ...(names?.en ?? [])].filter((name) => name != null);
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

/** The scope of a metric that is counted in no other ("since July 2024"), which nobody has to know. */
function onlyScope({ id }: Metric, { knowledge, horizon }: Context): string | null {
  if (knowledge.newestFigures(id, null, horizon).length > 0) return null;
  const counted = knowledge
    .scopes()
    .filter((scope) => knowledge.newestFigures(id, scope.id, horizon).length > 0);
  return counted.length === 1 ? (counted[0]?.id ?? null) : null;
}

/** True for a scope that starts on a date, as "since the deal": a running total starts of itself. */
export function isSinceScope(scope: string | null | undefined, context: Context): boolean {
  return context.knowledge.scopes().some((one) => one.id === scope && one.since !== undefined);
}
