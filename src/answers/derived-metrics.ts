/** Metrics that are computed from two others at the same date (net inflow, excess in percent). */
import type { Figure, Metric } from '../knowledge/schema.js';
import { formatNumber } from '../language/format.js';
import type { Time } from '../questions/time.js';
import { askFor } from './asking.js';
import type { Context, Derived } from './context.js';
import { selectFigures } from './select.js';
import { amountOf, endOf, leadOf } from './standing.js';
import { countWithin } from './working.js';

/**
 * The metric's value from its two parts at the newest common date, with the printed values of that date;
 * undefined if the metric is not derived or a part has no figure. `inside`: from the counts of that very time, not from
 * all until its end.
 */
export function computeDerived(
  metric: Metric,
  time: Time | undefined,
  context: Context,
  inside = false,
): (Derived & { figures: Figure[]; printed: Figure[]; earlier: Figure[] }) | undefined {
  const { derived } = metric;
  if (!derived) return undefined;
  const [of, and] = [derived.of, derived.and].map((id) => {
    const part = context.knowledge.metric(id);
    return part && inside ? countWithin(part, time, context) : part;
  });
  const pair = of && and && figuresOfPair(of, and, time, context);
  if (!pair) return undefined;
  const [first, second] = pair;
  const a = amountOf(first);
  const b = amountOf(second);
  const number = (value: number) => formatNumber(value, context.query.language).replace(/^-/, '−');
  const { value, expression } = work(derived.operation);
  function work(operation: 'difference' | 'excess-percent' | 'sum'): { value: number; expression: string } {
    switch (operation) {
      case 'difference':
        return { value: a - b, expression: `${number(a)} − ${number(b)} = ${number(a - b)}` };
      case 'sum':
        return { value: a + b, expression: `${number(a)} + ${number(b)} = ${number(a + b)}` };
      case 'excess-percent': {
        const percent = (a / b - 1) * 100;
        const shown = formatNumber(percent, context.query.language, 1);
        return { value: percent, expression: `${number(a)} ÷ ${number(b)} = ${number(a / b)}, ${shown} %` };
      }
    }
  }
  const end = endOf(first);
  const from = time && time.granularity !== 'day' ? time.from : end;
  const all = context.knowledge.figuresBetween(metric.id, null, from, end);
  const printed = all.filter((figure) => endOf(figure) === end);
  const earlier = all.filter((figure) => endOf(figure) < end);
  return { expression, value, inputs: [first.id, second.id], figures: [first, second], printed, earlier };
}

/** Exact figures of two metrics at the newest date that both have, not after the time asked for. */
export function figuresOfPair(
  first: Metric,
  second: Metric,
  time: Time | undefined,
  context: Context,
): [Figure, Figure] | undefined {
  const one = leadAt(first, time, context);
  const other = leadAt(second, time, context);
  if (!one || !other) return undefined;
  if (endOf(one) === endOf(other) || first.kind !== second.kind) return [one, other];
  const earlier = endOf(one) < endOf(other) ? endOf(one) : endOf(other);
  const atDate = (metric: Metric) =>
    leadOf(context.knowledge.figuresAt(metric.id, null, earlier), context.knowledge);
  const both = [atDate(first), atDate(second)] as const;
  return both[0] && both[1] ? [both[0], both[1]] : [one, other];
}

/** The figure that leads for a metric at a time: of counts that differ, the one whose number the question takes. */
export function leadAt(metric: Metric, time: Time | undefined, context: Context): Figure | undefined {
  const { part, knowledge, reads } = context;
  const selection = selectFigures(askFor(metric, part, time, context), reads);
  if (!selection.found) return undefined;
  const taken = selection.figures.filter(({ value }) => value !== undefined && part.numbers.includes(value));
  return leadOf(taken.length > 0 ? taken : selection.figures, knowledge);
}
