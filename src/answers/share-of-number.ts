/** A number that the question states, as a share of a figure. */
import type { AskedMetric } from '../questions/query.js';
import { caveats, line, shareLine } from './calculated-lines.js';
import { answered, type Context, type PartAnswer } from './context.js';
import { leadAt } from './derived-metrics.js';
import { leadOf } from './standing.js';
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
  if (!metric || metric.derived || !whole || stated === undefined) return answerValue(asked, context);
  for (const other of knowledge.metrics()) {
    if (other.id === metric.id || other.kind === 'target') continue;
    const figures = context.figures.all(other.id, null, { value: stated }, context.horizon);
    const part = leadOf(figures, knowledge);
    if (!part) continue;
    return answered([
      shareLine([part, whole], context),
      line(other, part, context),
      line(metric, whole, context),
      ...caveats(other, metric, [part, whole], context),
    ]);
  }
  return answerValue(asked, context);
}
