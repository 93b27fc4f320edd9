/** "What share of this year's arrivals was returned": both counted within the year, up to the day that both reach. */
import type { Figure, Metric } from '../knowledge/schema.js';
import { formatNumber } from '../language/format.js';
import type { Time } from '../questions/time.js';
import { line, marks } from './calculated-lines.js';
import { answered, type Context, type PartAnswer } from './context.js';
import { ofStretch } from './select.js';
import { amountOf, leadOf } from './standing.js';
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
  const { part, words, knowledge, query } = context;
  const total = metrics.find(({ accumulates }) => accumulates);
  const base = metrics.find(({ kind }) => kind === 'period');
  const start = total?.accumulates?.from;
  if (part.operation !== 'share' || !total || !base || !time || start === undefined) return undefined;
  if (time.granularity !== 'year' || time.cue !== 'in' || time.from <= start) return undefined;
  const counts = countsWithin(total, time, context) ?? [];
  const end = counts.at(-1)?.period?.to;
  const whole = end && leadOf(ofStretch(base.id, time.from, end, context.reads), knowledge);
  if (!whole) return undefined;
  const sum = counts.reduce((amount, count) => amount + amountOf(count), 0);
  const number = (amount: number, digits?: number) => formatNumber(amount, query.language, digits);
  const value = (100 * sum) / amountOf(whole);
  const [share, of] = [number(value, 2), number(amountOf(whole))];
  const expression = `${number(sum)} ÷ ${of} = ${share} %`;
  const inputs: Figure[] = [...counts, whole];
  context.used.derived.push({ expression, value, inputs: inputs.map(({ id }) => id) });
  return answered([
    `${words.shareOf(share, number(sum), of)} (${expression}) ${marks(inputs, context)}`,
    ...sumLines(total, counts, context),
    line(base, whole, context),
  ]);
}
