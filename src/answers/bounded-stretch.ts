/** What was counted from one time to another, where the two bound a stretch ("between 6 August and late January"). */
import { addDays, type IsoDate } from '../knowledge/calendar.js';
import type { Figure, Metric } from '../knowledge/schema.js';
import { formatNumber, formatPeriod } from '../language/format.js';
import type { Time } from '../questions/time.js';
import { askFor } from './asking.js';
import { answered, type Context, type PartAnswer, unknown } from './context.js';
import { figureLines } from './figure-lines.js';
import { gapText } from './gap-text.js';
import { yearToDate } from './select.js';
import { amountOf, byStanding, endOf, isRounded, leadOf, newestOf, sumOf } from './standing.js';
import { labelOf, placeOf } from './wording.js';

/**
 * The count that begins within `from` and ends within `to`; else what the running counts of the years come to
 * between them; else what is missing, with the nearest count that begins then.
 */
export function answerBoundedStretch(metric: Metric, from: Time, to: Time, context: Context): PartAnswer {
  const counts = countsFrom(metric, from, to.to, context);
  const ending = counts.filter((figure) => endOf(figure) >= to.from);
  if (ending.length > 0) return answered(figureLines(metric, bestGroup(ending, context), context));
  const risen = riseOverYears(metric, from, to, context);
  if (risen) return answered(risen);
  const nearest = newestOf(counts);
  const stretch: Time = { ...from, to: to.to, cue: 'in', granularity: 'span' };
  return unknown(
    gapText('no-such-period', metric, stretch, context),
    nearest.length > 0
      ? figureLines(metric, bestGroup(nearest, context), context).slice(0, 1).map(context.words.nearest)
      : [],
  );
}

/** What a count that begins on a day had come to by a time at which no source gives it. */
export function riseSinceStart(metric: Metric, time: Time, context: Context): string[] | undefined {
  const { knowledge, part } = context;
  const since = knowledge.scopes().find(({ id }) => id === part.scope)?.since;
  if (metric.kind !== 'period' || !since || !/^(?:by|in)$/.test(time.cue) || time.from <= since)
    return undefined;
  if (part.sources.length > 0 || (part.saidBy && part.people.length > 0)) return undefined;
  const known = knowledge.figuresBetween(metric.id, part.scope ?? null, time.from, time.to);
  const start: Time = { ...time, from: since, to: since, granularity: 'day' };
  return known.length > 0 ? undefined : riseOverYears(metric, start, time, context);
}

/** Counts that begin within a time, under whatever beginning they are kept, and end by a day. */
function countsFrom(metric: Metric, from: Time, by: IsoDate, { knowledge, horizon }: Context): Figure[] {
  const scopes = [null, ...knowledge.scopes().flatMap(({ id, since }) => (since === undefined ? [] : [id]))];
  const end = by < horizon ? by : horizon;
  return scopes
    .flatMap((scope) => knowledge.figuresBetween(metric.id, scope, from.from, end))
    .filter(({ period }) => period !== undefined && period.from >= from.from && period.from <= from.to);
}

/** The figures of the one stretch that the best source gives. */
function bestGroup(figures: readonly Figure[], { knowledge }: Context): Figure[] {
  const [best] = byStanding(figures, knowledge);
  return figures.filter(
    (figure) => figure.period?.from === best?.period?.from && endOf(figure) === (best && endOf(best)),
  );
}

/** From the totals of whole years and the running ones at both ends; undefined where one is missing. */
function riseOverYears(metric: Metric, from: Time, to: Time, context: Context): string[] | undefined {
  const { horizon, words, query, used, citations } = context;
  if (to.to > horizon) return undefined;
  const [firstYear, lastYear] = [Number(from.from.slice(0, 4)), Number(to.to.slice(0, 4))];
  const opens = from.from.endsWith('-01-01');
  const start = opens
    ? undefined
    : totalWithin(metric, addDays(from.from, -1), addDays(from.to, -1), context);
  const end = totalWithin(metric, to.from, to.to, context);
  const whole = Array.from({ length: lastYear - firstYear }, (_, index) => {
    const day = `${firstYear + index}-12-31`;
    return totalWithin(metric, day, day, context);
  });
  if (!end || (!opens && !start) || whole.some((figure) => figure === undefined)) return undefined;
  const totals = [...whole.flatMap((figure) => figure ?? []), end];
  if (start && endOf(start) >= endOf(end)) return undefined;
  const [first, ...others] = totals;
  if (!first) return undefined;
  const number = (value: number) => formatNumber(value, query.language);
  const value = sumOf(totals) - (start ? amountOf(start) : 0);
  const terms = [
    number(amountOf(first)),
    ...(start ? [`− ${number(amountOf(start))}`] : []),
    ...others.map((figure) => `+ ${number(amountOf(figure))}`),
  ];
  const figures = [...(start ? [start] : []), ...totals];
  const expression = `${terms.join(' ')} = ${number(value)}`;
  used.derived.push({ expression, value, inputs: figures.map(({ id }) => id) });
  for (const figure of figures) used.figures.add(figure);
  const marks = citations.mark(...figures.map(placeOf));
  const begins = start ? addDays(endOf(start), 1) : from.from;
  const when = words.during(formatPeriod(begins, endOf(end), query.language));
  return [
    `${words.figure(labelOf(metric, context), number(value), when)} ${marks}`,
    `${words.computed(expression)} ${marks}`,
  ];
}

/** The latest exact running count of a year that ends within these days. */
function totalWithin(metric: Metric, from: IsoDate, to: IsoDate, context: Context): Figure | undefined {
  const asked = askFor(metric, { ...context.part, scope: undefined }, undefined, context);
  const total = leadOf(yearToDate(asked, context.reads, to), context.knowledge);
  return total && endOf(total) >= from && !isRounded(total) ? total : undefined;
}
