/** "Since 2020", "since March": what was counted from a stated day until now. */
import { addDays, daysBetween } from '../knowledge/calendar.js';
import type { Metric } from '../knowledge/schema.js';
import type { AskedMetric, Part } from '../questions/query.js';
import { onDay, type Time } from '../questions/time.js';
import { answerChange } from './changes.js';
import { answered, type Context, type PartAnswer, unknown } from './context.js';
import { gapText } from './gap-text.js';
import { withScopeAsTime } from './scope-as-time.js';
import { endOf } from './standing.js';
import { answerSeries, answerValue } from './values.js';
import { sumOfStretch } from './working.js';

/** Counts of fewer days than that do not end a stretch that is worth adding up. */
const LONG_DAYS = 28;
const ENDS = 12;

/**
 * A running total by what it rose since then, counts by their sum, or by the total that counts from that very day;
 * where they don't add up, one after the other. Undefined if the question names no such beginning.
 */
export function answerSince(asked: AskedMetric, given: Context): PartAnswer | undefined {
  const { knowledge } = given;
  const metric = knowledge.metric(asked.id);
  const context = metric?.kind === 'running-total' ? withScopeAsTime(metric, given) : given;
  const { part } = context;
  const [named, ...others] = part.times;
  const since = named?.cue === 'after' ? fromDayAfter(named) : named;
  if (since?.cue !== 'since' || others.length > 0) return undefined;
  if (!metric || metric.derived || part.scope || !asksCountSince(part)) return undefined;
  switch (metric.kind) {
    case 'running-total':
      return riseSince(asked, since, context);
    case 'period':
      return (
        totalSince(asked, since, context) ??
        sumSince(metric, since, context) ??
        riseOfYear(asked, since, context) ??
        listSince(asked, since, context)
      );
    default:
      return undefined;
  }
}

/** "After the scheme ended": from the next day on. */
function fromDayAfter(time: Time): Time {
  const from = addDays(time.to, 1);
  return { ...time, from, to: from, cue: 'since', granularity: 'day' };
}

/** "How many since", and "how many more since", which compares with nothing else. */
function asksCountSince({ operation, metrics, numbers }: Part): boolean {
  const isAlone = metrics.filter(({ strength }) => strength > 0).length < 2 && numbers.length === 0;
  return operation === 'value' || (operation === 'difference' && isAlone);
}

function riseSince(asked: AskedMetric, since: Time, context: Context): PartAnswer | undefined {
  // "Since she said 350": what was counted on that very day is what it rose from.
  const isCountedThen = context.knowledge.figuresAt(asked.id, null, since.from).length > 0;
  const before = onDay(isCountedThen ? since.from : addDays(since.from, -1));
  if (context.knowledge.previousAsOf(asked.id, null, since.from) === undefined) return undefined;
  const metric = context.knowledge.metric(asked.id);
  const [newest] = context.knowledge.newestFigures(asked.id, null, context.horizon);
  if (metric && newest && endOf(newest) < since.from) {
    const stretch = { ...since, to: context.horizon };
    const known = answerValue(asked, { ...context, part: { ...context.part, times: [], moments: [] } });
    const nearest = known.lines.slice(0, 1).map(context.words.nearest);
    return unknown(gapText('no-such-period', metric, stretch, context), nearest);
  }
  const times = [before, onDay(context.horizon)];
  return answerChange(asked, { ...context, part: { ...context.part, times, operation: 'change' } });
}

function totalSince(asked: AskedMetric, since: Time, context: Context): PartAnswer | undefined {
  const { knowledge, part } = context;
  const scope = knowledge.scopes().find(
    ({ id, since: from }) =>
      // "Since July 2024": counted since a day of that month, which the answer then names.
      from !== undefined &&
      (from === since.from || (since.granularity === 'month' && from > since.from && from <= since.to)) &&
      knowledge.newestFigures(asked.id, id, context.horizon).length > 0,
  );
  return scope && answerValue(asked, { ...context, part: { ...part, scope: scope.id, times: [] } });
}

/** To the latest end to which counts of one source follow each other without a gap. */
function sumSince(metric: Metric, since: Time, context: Context): PartAnswer | undefined {
  const ends = context.knowledge
    .figuresBetween(metric.id, null, since.from, context.horizon)
    .filter(({ period }) => period !== undefined && daysBetween(period.from, period.to) + 1 >= LONG_DAYS)
    .map(endOf);
  for (const to of [...new Set(ends)].sort().reverse().slice(0, ENDS)) {
    const added = sumOfStretch(metric, { ...since, to, cue: 'in', granularity: 'span' }, context);
    if (added) return answered(added);
  }
  return undefined;
}

/** Inside one year: the running count of the year less what it was the day before. */
function riseOfYear(asked: AskedMetric, since: Time, context: Context): PartAnswer | undefined {
  const yearStart = `${since.from.slice(0, 4)}-01-01`;
  const ends = context.knowledge
    .figuresBetween(asked.id, null, since.from, context.horizon)
    .filter(({ period }) => period?.from === yearStart)
    .map(endOf);
  const to = ends.sort().at(-1);
  if (to === undefined) return undefined;
  const stretch: Time = { ...since, to, cue: 'in', granularity: 'span' };
  const value = answerValue(asked, { ...context, part: { ...context.part, times: [stretch], moments: [] } });
  return value.answered ? value : undefined;
}

function listSince(asked: AskedMetric, since: Time, context: Context): PartAnswer {
  const stretch: Time = { ...since, to: context.horizon, cue: 'in', granularity: 'span' };
  return answerSeries(asked, { ...context, part: { ...context.part, times: [stretch] } });
}
