/** Two stretches of months, each added up, and which of them is the higher ("the first quarter against the second"). */
import type { Metric } from '../knowledge/schema.js';
import { formatNumber } from '../language/format.js';
import type { Time } from '../questions/time.js';
import { marks, note } from './calculated-lines.js';
import type { Context } from './context.js';
import { sumOf } from './standing.js';
import { countsWithin, wantsTotal } from './working.js';

/** The comparison with its working; undefined where one of the two is no stretch of counted months. */
export function stretchesCompared(
  metric: Metric,
  times: readonly [Time, Time],
  context: Context,
): string[] | undefined {
  const { part, words, query } = context;
  const areStretches =
    part.times.length === 2 &&
    !part.between &&
    times.every(({ cue, granularity }) => cue === 'in' && /^(?:span|season)$/.test(granularity));
  if (!areStretches || wantsTotal(part.text)) return undefined;
  const [one, other] = times.map((time) => countsWithin(metric, time, context) ?? []);
  if (!one || !other || one.length < 2 || other.length < 2) return undefined;
  const [a, b] = [one, other].map(sumOf);
  if (a === undefined || b === undefined) return undefined;
  const number = (value: number) => formatNumber(value, query.language);
  const [high, low] = a >= b ? [a, b] : [b, a];
  const expression = `${number(high)} − ${number(low)} = ${number(high - low)}`;
  note(expression, high - low, [...one, ...other], context);
  const said =
    a > b
      ? words.higher(number(a), number(b))
      : a < b
        ? words.lower(number(a), number(b))
        : words.equal(number(a), number(b));
  return [said, `${words.computed(expression)} ${marks([...one, ...other], context)}`];
}
