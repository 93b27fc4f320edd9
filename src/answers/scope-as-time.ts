/** "Since Burnham became Prime Minister": a beginning that words name, as a time. */

import type { Metric } from '../knowledge/schema.js';
import { onDay } from '../questions/time.js';
import type { Context } from './context.js';

/** A total that runs from the scheme's first day is known since a later one by what it rose, and since none before. */
export function withScopeAsTime(metric: Metric, context: Context): Context {
  const { part, knowledge } = context;
  const since = knowledge.scopes().find(({ id }) => id === part.scope)?.since;
  const [time, ...others] = part.times;
  if (
    since === undefined ||
    knowledge.newestFigures(metric.id, part.scope ?? null, context.horizon).length > 0
  )
    return context;
  const isLater = since > (metric.accumulates?.from ?? since);
  if (time ? time.cue !== 'since' || others.length > 0 : !isLater) return context;
  const times = time ? part.times : [onDay(since, 'since')];
  return { ...context, part: { ...part, scope: undefined, times } };
}
