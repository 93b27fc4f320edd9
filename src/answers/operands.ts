/** The two values of a comparison: at the same date where both have one, else each at its nearest. */
import { addDays, daysBetween, type IsoDate } from '../knowledge/calendar.js';
import type { Figure, Metric } from '../knowledge/schema.js';
import { onDay, type Time } from '../questions/time.js';
import type { Context } from './context.js';
import { computeDerived, leadAt } from './derived-metrics.js';
import { amountOf, endOf, isRounded, leadOf } from './standing.js';
import { labelOf, numberText, valueText, whenText } from './wording.js';

export type Operand = {
  metric: Metric;
  value: number;
  /** As it is shown, with what is printed beside it. */
  shown: string;
  when: string;
  from: IsoDate | undefined;
  end: IsoDate;
  isRounded: boolean;
  /** What it rests on: itself, or the figures that it is computed from. */
  figures: readonly Figure[];
  /** The working of a value that is computed from two metrics. */
  expression: string | undefined;
};

/** A common date so much older than the newer figures is still worth more than two dates. */
const SAME_DATE_WITHIN_DAYS = 62;

/** The value of a metric at a time (the newest, if none is given); undefined where there is none. */
export function operandAt(metric: Metric, time: Time | undefined, context: Context): Operand | undefined {
  const computed = computeDerived(metric, time, context);
  const [first] = computed?.figures ?? [];
  if (computed && first) {
    return {
      metric,
      value: computed.value,
      shown: numberText(computed.value, metric, context),
      when: whenText(first, context),
      from: undefined,
      end: endOf(first),
      isRounded: computed.figures.some(isRounded),
      figures: computed.figures,
      expression: computed.expression,
    };
  }
  const figure = leadAt(metric, time, context);
  return figure && operandOf(metric, figure, context);
}

/** Both values, brought to one date if that can be done. */
export function operandsAt(
  metrics: readonly [Metric, Metric],
  time: Time | undefined,
  context: Context,
): readonly [Operand | undefined, Operand | undefined] {
  const one = operandAt(metrics[0], time, context);
  const other = operandAt(metrics[1], time, context);
  if (!one || !other || isSameTime(one, other)) return [one, other];
  const earliest = one.end < other.end ? one.end : other.end;
  for (const date of commonDates(metrics, earliest, context)) {
    const pair = metrics.map((metric) => operandOn(metric, date, context));
    if (pair[0] && pair[1] && isSameTime(pair[0], pair[1])) return [pair[0], pair[1]];
  }
  return [nearest(one, earliest, context), nearest(other, earliest, context)];
}

/** One day for both, and two counts of periods begin on one day as well. */
export function isSameTime(one: Operand, other: Operand): boolean {
  const areAlike = one.metric.kind === other.metric.kind;
  return one.end === other.end && (!areAlike || one.from === other.from);
}

/** The latest dates of the first metric up to a day, the newest first. */
function commonDates([first]: readonly [Metric, Metric], until: IsoDate, { knowledge }: Context): IsoDate[] {
  const own = first.derived?.of ?? first.id;
  const dates: IsoDate[] = [];
  let date = knowledge.previousAsOf(own, null, addDays(until, 1));
  while (date !== undefined && daysBetween(date, until) <= SAME_DATE_WITHIN_DAYS) {
    dates.push(date);
    date = knowledge.previousAsOf(own, null, date);
  }
  return dates;
}

function operandOn(metric: Metric, date: IsoDate, context: Context): Operand | undefined {
  if (metric.derived || metric.kind === 'period') return operandAt(metric, onDay(date), context);
  const lead = leadOf(context.knowledge.figuresAt(metric.id, null, date), context.knowledge);
  return lead && operandOf(metric, lead, context);
}

/** The value by the date of the other, where that is nearer to it than the one at hand. */
function nearest(one: Operand, date: IsoDate, context: Context): Operand {
  const before = one.end === date ? undefined : operandOnOrBefore(one.metric, date, context);
  if (!before) return one;
  return daysBetween(before.end, date) < Math.abs(daysBetween(date, one.end)) ? before : one;
}

function operandOnOrBefore(metric: Metric, date: IsoDate, context: Context): Operand | undefined {
  return operandAt(metric, onDay(date), context);
}

function operandOf(metric: Metric, figure: Figure, context: Context): Operand {
  return {
    metric,
    value: amountOf(figure),
    shown: valueText(figure, context),
    when: whenText(figure, context),
    from: figure.period?.from,
    end: endOf(figure),
    isRounded: isRounded(figure),
    figures: [figure],
    expression: undefined,
  };
}

/** "People returned to France". */
export function operandLabel({ metric }: Operand, context: Context): string {
  return labelOf(metric, context);
}
