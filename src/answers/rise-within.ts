/** What a running count of the year rose by inside a stretch of days that no source counts for itself. */
import { addDays } from '../knowledge/calendar.js';
import type { Figure, Metric } from '../knowledge/schema.js';
import { formatNumber, formatPeriod } from '../language/format.js';
import type { Time } from '../questions/time.js';
import { askFor } from './asking.js';
import type { Context } from './context.js';
import { yearToDate } from './select.js';
import { amountOf, endOf, isRounded, leadOf } from './standing.js';
import { labelOf, placeOf } from './wording.js';

export type Rise = {
  /** The count with its working. */
  lines: string[];
  /** True where the two running counts take in exactly the time asked for. */
  whole: boolean;
};

/**
 * The difference of the running counts by the end of the time asked for and by the day before it; where none ends
 * then, of the last and the first one inside it. Undefined where there are no two such counts.
 */
export function riseWithin(metric: Metric, time: Time | undefined, context: Context): Rise | undefined {
  const { horizon, part, words, query, used, citations } = context;
  if (metric.kind !== 'period' || !time || !/^(?:month|span)$/.test(time.granularity)) return undefined;
  if (time.cue !== 'in' || time.to > horizon || part.scope || part.sources.length > 0) return undefined;
  if (time.from.slice(0, 4) !== time.to.slice(0, 4)) return undefined;
  const totalBy = (day: string) =>
    leadOf(yearToDate(askFor(metric, part, time, context), context.reads, day), context.knowledge);
  const last = totalBy(time.to);
  const first = totalBy(addDays(time.from, -1));
  const start = first && endOf(first) === addDays(time.from, -1) ? first : firstInside(metric, time, context);
  if (!last || !start || endOf(start) >= endOf(last) || isRounded(last) || isRounded(start)) return undefined;
  // Each January the count begins again.
  if (last.period?.from !== start.period?.from) return undefined;
  const number = (value: number) => formatNumber(value, query.language);
  const value = amountOf(last) - amountOf(start);
  const from = addDays(endOf(start), 1);
  const expression = `${number(amountOf(last))} − ${number(amountOf(start))} = ${number(value)}`;
  used.derived.push({ expression, value, inputs: [last.id, start.id] });
  for (const figure of [last, start]) used.figures.add(figure);
  const marks = citations.mark(placeOf(last), placeOf(start));
  const when = words.during(formatPeriod(from, endOf(last), query.language));
  return {
    lines: [
      `${words.figure(labelOf(metric, context), number(value), when)} ${marks}`,
      `${words.computed(expression)} ${marks}`,
    ],
    whole: from === time.from && endOf(last) === time.to,
  };
}

function firstInside(metric: Metric, time: Time, { knowledge }: Context): Figure | undefined {
  const yearStart = `${time.from.slice(0, 4)}-01-01`;
  return knowledge
    .figuresBetween(metric.id, null, time.from, time.to)
    .filter((figure) => figure.period?.from === yearStart && !isRounded(figure))
    .sort((a, b) => endOf(a).localeCompare(endOf(b)))[0];
}
