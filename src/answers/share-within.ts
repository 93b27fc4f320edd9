/** "What share of this year's arrivals was returned": both counted within the year, up to the day that both reach. */
import type { Metric } from '../knowledge/schema.js';
import type { Time } from '../questions/time.js';
import { line, shareOfSum } from './calculated-lines.js';
import { answered, type Context, type PartAnswer } from './context.js';
import { ofStretch } from './select.js';
import { leadOf } from './standing.js';
import { countsWithin, sumLines } from './working.js';

/**
 * The share within a year that began after the total did; undefined for any other time, and where the two are not
 * counted to one day. A running total that began earlier would count people of other years.
 */
export function shareWithinYear(
  metrics: readonly [Metric, Metric],
  time: Time | undefined,
  context: Context,
): PartAnswer | undefined {
  const { part, knowledge } = context;
  const total = metrics.find(({ accumulates }) => accumulates);
  const base = metrics.find(({ kind }) => kind === 'period');
  const start = total?.accumulates?.from;
  if (part.operation !== 'share' || !total || !base || !time || start === undefined) return undefined;
  if (time.granularity !== 'year' || time.cue !== 'in' || time.from <= start) return undefined;
  const counts = countsWithin(total, time, context) ?? [];
  const end = counts.at(-1)?.period?.to;
  const whole = end && leadOf(ofStretch(base.id, time.from, end, context.reads), knowledge);
  if (!whole) return undefined;
  return answered([
    shareOfSum(counts, whole, context),
    ...sumLines(total, counts, context),
    line(base, whole, context),
  ]);
}
