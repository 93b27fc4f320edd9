/** Counts of several times added up. */
import { daysBetween } from '../knowledge/calendar.js';
import type { AskedMetric } from '../questions/query.js';
import type { Time } from '../questions/time.js';
import { addLine, line, roughly } from './calculated-lines.js';
import { answered, type Context, type PartAnswer } from './context.js';
import { leadAt } from './derived-metrics.js';
import { answerValue } from './values.js';

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
  const whole = part.between && first && last ? yearsOf(first, last, context) : [];
  if (whole.length > 0) {
    const counts = whole.flatMap((time) => leadAt(metric, time, context) ?? []);
    if (metric.kind !== 'period' || counts.length < whole.length) return values;
    return answered([addLine(counts, context), ...counts.map((figure) => line(metric, figure, context))]);
  }
  const [from, to, ...more] = times;
  const bounds = more.length === 0 && to?.cue === 'by' && from?.granularity === to.granularity;
  if ((touching || bounds || part.between) && first && last) {
    const stretch: Time = { ...first, to: last.to, cue: 'in', granularity: 'span' };
    const whole = answerValue(asked, { ...context, part: { ...part, times: [stretch] } });
    // Where nothing counts the stretch as one, its parts may still be added up.
    if (whole.answered || part.between) return whole;
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

/** The years from the one to the other, where the last of them has not ended yet. */
function yearsOf(first: Time, last: Time, { horizon }: Context): Time[] {
  if (first.granularity !== 'year' || last.granularity !== 'year' || last.to <= horizon) return [];
  const [from, to] = [Number(first.from.slice(0, 4)), Number(last.to.slice(0, 4))];
  return Array.from({ length: to - from + 1 }, (_, index) => ({
    ...first,
    from: `${from + index}-01-01`,
    to: `${from + index}-12-31`,
    cue: 'in',
  }));
}
