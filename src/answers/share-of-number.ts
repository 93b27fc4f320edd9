/** A number that the question states, as a share of a figure. */

import type { Metric } from '../knowledge/schema.js';
import { formatNumber } from '../language/format.js';
import type { AskedMetric } from '../questions/query.js';
import { onDay } from '../questions/time.js';
import { caveats, line, marks, note, shareLine } from './calculated-lines.js';
import { answered, type Context, type PartAnswer } from './context.js';
import { computeDerived, leadAt } from './derived-metrics.js';
import { amountOf, endOf, leadOf } from './standing.js';
import { statedFigure, statedNumbers } from './stated-numbers.js';
import { answerValue } from './values.js';

/** A number that the question states, as a share of a figure ("what % is 281 of the arrivals in 2025"). */
export function answerShareOfNumber(asked: AskedMetric, context: Context): PartAnswer {
  const { part, knowledge } = context;
  const metric = knowledge.metric(asked.id);
  const numbers = statedNumbers(part);
  const named = metric && numbers.length > 1 ? statedFigure(metric, context) : undefined;
  // The time may belong to the number ("of last year's 41,000"): the figure is then the newest.
  const whole =
    named ?? (metric && (leadAt(metric, part.times[0], context) ?? leadAt(metric, undefined, context)));
  const stated = numbers.find((number) => number !== named?.value);
  if (metric?.derived) return shareOfDerived(metric, asked, context);
  if (!metric || !whole || stated === undefined) return answerValue(asked, context);
  for (const other of knowledge.metrics()) {
    if (other.id === metric.id || other.kind === 'target') continue;
    const figures = context.figures.all(other.id, null, { value: stated }, context.horizon);
    const share = leadOf(figures, knowledge);
    if (!share) continue;
    // Where no time is named, it is a share of what had been counted by the day of its own.
    const then = part.times.length === 0 && !named ? leadAt(metric, onDay(endOf(share)), context) : undefined;
    const all = then && amountOf(then) >= amountOf(share) ? then : whole;
    return answered([
      shareLine([share, all], context),
      line(other, share, context),
      line(metric, all, context),
      ...caveats(other, metric, [share, all], context),
    ]);
  }
  return answerValue(asked, context);
}

/** The stated number, which is one of the two that a sum is made of, as a share of that sum. */
function shareOfDerived(metric: Metric, asked: AskedMetric, context: Context): PartAnswer {
  const { part, query, words } = context;
  const whole = answerValue(asked, context);
  const computed = computeDerived(metric, part.times[0], context);
  const own = computed?.figures.find((figure) => statedNumbers(part).includes(amountOf(figure)));
  if (!computed || !own || metric.derived?.operation !== 'sum' || computed.value === 0) return whole;
  const value = (amountOf(own) / computed.value) * 100;
  const number = (amount: number, digits?: number) => formatNumber(amount, query.language, digits);
  const shown = number(value, 2);
  const expression = `${number(amountOf(own))} ÷ ${number(computed.value)} = ${shown} %`;
  note(expression, value, computed.figures, context);
  const text = words.shareOf(shown, number(amountOf(own)), number(computed.value));
  const share = `${text} (${expression}) ${marks(computed.figures, context)}`;
  return { ...whole, lines: [share, ...whole.lines] };
}
