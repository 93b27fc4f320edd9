/** How a figure came about that no source prints: what was added up, with its parts cited. */
import type { Figure, Metric } from '../knowledge/schema.js';
import { formatMonth, formatNumber, formatPeriod } from '../language/format.js';
import type { Time } from '../questions/time.js';
import type { Context } from './context.js';
import { amountOf } from './standing.js';
import { placeOf } from './wording.js';

/** The line that shows the working of a computed figure; none for one that its source prints. */
export function workingLines(figure: Figure, context: Context): string[] {
  const { computed } = figure;
  if (!computed) return [];
  const { words, query, citations, used } = context;
  if ('how' in computed) {
    return [`${words.computed(computed.how[query.language])} ${citations.mark(placeOf(figure))}`];
  }
  const parts = computed.sumOf.flatMap((id) => context.knowledge.figure(id) ?? []);
  const [first, last] = [parts[0], parts.at(-1)];
  if (!first || !last) return [];
  const number = (value: number) => formatNumber(value, query.language);
  const expression = words.addedUp(
    parts.map((part) => number(amountOf(part))),
    number(amountOf(figure)),
    { from: startText(first, context), to: endText(last, context), monthly: parts.every(isMonth) },
  );
  used.derived.push({ expression, value: amountOf(figure), inputs: computed.sumOf });
  return [`${words.computed(expression)} ${citations.mark(...parts.map(placeOf))}`];
}

/**
 * The count of exactly the time asked for, where the metric is a total of such counts: "how many in October"
 * is not "how many by the end of October".
 */
export function countWithin(metric: Metric, time: Time | undefined, context: Context): Metric | undefined {
  const counted = metric.accumulates && context.knowledge.metric(metric.accumulates.metric);
  if (!counted || time?.cue !== 'in' || time.granularity === 'day') return undefined;
  const figures = context.knowledge.figuresWithPeriod(
    counted.id,
    context.part.scope ?? null,
    time.from,
    time.to,
  );
  return figures.length > 0 ? counted : undefined;
}

function startText(figure: Figure, { query }: Context): string {
  const from = figure.period?.from ?? '';
  return isMonth(figure) ? formatMonth(from, query.language) : formatPeriod(from, from, query.language);
}

function endText(figure: Figure, { query }: Context): string {
  const to = figure.period?.to ?? '';
  return isMonth(figure) ? formatMonth(to, query.language) : formatPeriod(to, to, query.language);
}

function isMonth({ period }: Figure): boolean {
  return period !== undefined && period.from.slice(0, 7) === period.to.slice(0, 7);
}
