/** How a figure came about that no source prints: what was added up, with its parts cited. */
import { addDays } from '../knowledge/calendar.js';
import type { Figure, Metric } from '../knowledge/schema.js';
import { formatMonth, formatNumber, formatPeriod } from '../language/format.js';
import type { Time } from '../questions/time.js';
import type { Context } from './context.js';
import { amountOf, byStanding } from './standing.js';
import { labelOf, placeOf } from './wording.js';

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
  if (!first || !last || first === last) return [];
  const number = (value: number) => formatNumber(value, query.language);
  const expression = words.addedUp(
    parts.map((part) => number(amountOf(part))),
    number(amountOf(figure)),
    { from: startText(first, context), to: endText(last, context), monthly: parts.every(isMonth) },
  );
  used.derived.push({ expression, value: amountOf(figure), inputs: computed.sumOf });
  return [`${words.computed(expression)} ${citations.mark(...parts.map(placeOf))}`];
}

/** "How many had been returned in January": all of them by then. */
const UP_TO_THEN = /\b(?:had|total|totals|avait|avaient)\b/i;

/**
 * The count of exactly the time asked for, where the metric is a total of such counts: "how many in October"
 * is not "how many by the end of October".
 */
export function countWithin(metric: Metric, time: Time | undefined, context: Context): Metric | undefined {
  const counted = metric.accumulates && context.knowledge.metric(metric.accumulates.metric);
  if (!counted || time?.cue !== 'in' || /^(?:day|part)$/.test(time.granularity)) return undefined;
  if (UP_TO_THEN.test(context.part.text)) return undefined;
  const figures = context.knowledge.figuresWithPeriod(
    counted.id,
    context.part.scope ?? null,
    time.from,
    time.to,
  );
  return figures.length > 0 ? counted : undefined;
}

/** The counts of one source inside the time asked for, added up ("returned in 2026"); none if there is a gap. */
export function sumWithin(metric: Metric, time: Time | undefined, context: Context): string[] | undefined {
  const { knowledge, horizon, part, query, words, citations, used } = context;
  const counted = metric.accumulates && knowledge.metric(metric.accumulates.metric);
  if (!counted || !metric.accumulates || time?.cue !== 'in' || part.wantsNewest || part.sources.length > 0)
    return undefined;
  if (!/^(?:year|season|span)$/.test(time.granularity) || UP_TO_THEN.test(part.text)) return undefined;
  const end = time.to < horizon ? time.to : horizon;
  const inside = knowledge
    .figuresBetween(counted.id, part.scope ?? null, time.from, end)
    .filter(({ period }) => period && period.from >= time.from);
  const best = byStanding(inside, knowledge)[0]?.source;
  const counts = inside.filter(({ source }) => source === best);
  const [first, last] = [counts[0], counts.at(-1)];
  if (!first?.period || !last?.period || counts.length < 2) return undefined;
  const starts = first.period.from <= time.from || first.period.from === metric.accumulates.from;
  const touching = counts.every((count, index) => {
    const next = counts[index + 1]?.period?.from;
    return next === undefined || next === addDays(count.period?.to ?? '', 1);
  });
  if (!starts || !touching) return undefined;
  const value = counts.reduce((sum, count) => sum + amountOf(count), 0);
  const number = (amount: number) => formatNumber(amount, query.language);
  const range = {
    from: startText(first, context),
    to: endText(last, context),
    monthly: counts.every(isMonth),
  };
  const expression = words.addedUp(
    counts.map((count) => number(amountOf(count))),
    number(value),
    range,
  );
  for (const count of counts) used.figures.add(count);
  used.derived.push({ expression, value, inputs: counts.map(({ id }) => id) });
  const marks = citations.mark(...counts.map(placeOf));
  const when = words.during(formatPeriod(first.period.from, last.period.to, query.language));
  return [
    `${words.figure(labelOf(metric, context), number(value), when)} ${marks}`,
    `${words.computed(expression)} ${marks}`,
  ];
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
