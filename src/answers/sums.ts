/** Counts spread over days, and counts of several times added up. */
import { daysBetween } from '../knowledge/calendar.js';
import type { Figure, Metric } from '../knowledge/schema.js';
import { formatNumber } from '../language/format.js';
import type { AskedMetric, Part } from '../questions/query.js';
import type { Time } from '../questions/time.js';
import { addLine, line, marks, note, plain, roughly } from './calculated-lines.js';
import { answered, type Context, type PartAnswer } from './context.js';
import { leadAt } from './derived-metrics.js';
import { amountOf, leadOf } from './standing.js';
import { answerValue } from './values.js';

/** The count over the longest stretch of days inside the time asked for, else the figure of that time. */
function stretchOf(metric: Metric, time: Time | undefined, context: Context): Figure | undefined {
  const { part, knowledge } = context;
  const widened = { ...context, part: { ...part, span: isOneDay(part.span) ? undefined : part.span } };
  if (!time) return leadAt(metric, time, widened);
  const inside = knowledge
    .figuresBetween(metric.id, null, time.from, time.to < context.horizon ? time.to : context.horizon)
    .filter((figure) => figure.period && figure.period.from >= time.from && daysOf(figure) > 1);
  const longest = Math.max(0, ...inside.map(daysOf));
  const stretch = inside.filter((figure) => daysOf(figure) === longest);
  return leadOf(stretch, knowledge) ?? leadAt(metric, time, widened);
}

function daysOf({ period }: Figure): number {
  return period ? daysBetween(period.from, period.to) + 1 : 1;
}

function isOneDay(span: Part['span']): boolean {
  return span !== undefined && span !== 'year' && span.days === 1;
}

/** A count by its number of days. */
export function answerAverage(asked: AskedMetric, context: Context): PartAnswer {
  const { part, knowledge, query } = context;
  const metric = knowledge.metric(asked.id);
  const figure = metric && stretchOf(metric, part.times[0], context);
  // What is already an amount for each one is not spread over days.
  if (!metric || metric.kind === 'measure' || metric.kind === 'rate' || !figure?.period)
    return answerValue(asked, context);
  const days = daysBetween(figure.period.from, figure.period.to) + 1;
  const value = amountOf(figure) / days;
  const expression = `${plain(figure, context)} ÷ ${days} = ${formatNumber(value, query.language, 1)}`;
  note(expression, value, [figure], context);
  const computed = `${context.words.computed(expression)} ${marks([figure], context)}`;
  return answered([
    computed,
    line(metric, figure, context),
    ...(roughly([figure]) ? [context.words.approximateInputs] : []),
  ]);
}

/** One metric at several times added up: as one stretch where they follow each other. */
export function answerSum(asked: AskedMetric, context: Context): PartAnswer {
  const { part, knowledge } = context;
  const metric = knowledge.metric(asked.id);
  const values = answerValue(asked, context);
  if (!metric || part.times.length < 2) return values;
  const times = [...part.times].sort((a, b) => a.from.localeCompare(b.from));
  const [first, last] = [times[0], times.at(-1)];
  const touching = times.every((time, index) => {
    const next = times[index + 1];
    return next === undefined || daysBetween(time.to, next.from) === 1;
  });
  if ((touching || part.between) && first && last) {
    const stretch: Time = { ...first, to: last.to, cue: 'in', granularity: 'span' };
    return answerValue(asked, { ...context, part: { ...part, times: [stretch] } });
  }
  const counted = (metric.accumulates && knowledge.metric(metric.accumulates.metric)) ?? metric;
  const figures = times.flatMap((time) => leadAt(counted, time, context) ?? []);
  if (counted.kind !== 'period' || new Set(figures.map(({ id }) => id)).size < times.length) return values;
  return answered([
    addLine(figures, context),
    ...figures.map((figure) => line(counted, figure, context)),
    ...(roughly(figures) ? [context.words.approximateInputs] : []),
  ]);
}
