/** Where sources differ on a metric: their values side by side. */
import { addDays, daysBetween, type IsoDate } from '../knowledge/calendar.js';
import type { AskedMetric } from '../questions/query.js';
import type { Time } from '../questions/time.js';
import { askFor } from './asking.js';
import { answered, type Context, type PartAnswer, unknown } from './context.js';
import { figureLines, groupByDate } from './figure-lines.js';
import { endOfTime, figuresInside } from './select.js';
import { amountOf, isRounded } from './standing.js';
import { statedGroups } from './stated-numbers.js';
import { answerSeries, answerValue } from './values.js';
import { labelWithin } from './wording.js';

/** Where sources differ on a metric: every date with more than one value, side by side. */
export function answerDiffering(asked: AskedMetric, context: Context): PartAnswer {
  const metric = context.knowledge.metric(asked.id);
  if (!metric) return unknown(context.words.nothingAtAll);
  const stated = statedGroups(metric, context);
  if (stated.length > 0) {
    const lines = stated.flatMap((group) => figureLines(metric, group, context));
    return answered([...new Set(lines)]);
  }
  // Whom the question names as differing are not the only ones who count.
  const wanted = askFor(metric, { ...context.part, sources: [] }, undefined, context);
  const time = narrowest(context.part.times);
  const end = time && endOfTime(time) < context.horizon ? endOfTime(time) : context.horizon;
  const figures = figuresInside(wanted, time ? startAround(time) : '0000-00-00', end, context.reads);
  const groups = groupByDate(figures).filter((group) => new Set(group.map(amountOf)).size > 1);
  if (groups.length === 0 && time) return answerSeries(asked, context);
  if (groups.length === 0) {
    const value = answerValue(asked, context);
    return { ...value, lines: [...value.lines, context.words.agree(labelWithin(metric, context))] };
  }
  return answered(
    groups
      .slice(-3)
      .reverse()
      .flatMap((group) => figureLines(metric, group, context)),
  );
}

/** "In 2025, in early November": the shorter of the times is what is asked about. */
function narrowest(times: readonly Time[]): Time | undefined {
  return [...times].sort((a, b) => daysBetween(a.from, a.to) - daysBetween(b.from, b.to))[0];
}

/** Counts "by 9 or 10 November" are of those days: a day before belongs to a single day. */
function startAround(time: Time): IsoDate {
  return time.granularity === 'day' ? addDays(time.from, -1) : time.from;
}

/** Every metric on which sources differ, its newest difference. */
export function answerAllDiffering(context: Context): PartAnswer | undefined {
  const lines = context.knowledge.metrics().flatMap((metric) => {
    const wanted = askFor(metric, context.part, undefined, context);
    const groups = groupByDate(figuresInside(wanted, '0000-00-00', context.horizon, context.reads));
    const differing = groups.filter(
      (group) => new Set(group.filter((one) => !isRounded(one)).map(amountOf)).size > 1,
    );
    return differing.slice(-1).flatMap((group) => figureLines(metric, group, context));
  });
  return lines.length > 0 ? answered(lines.slice(0, 9)) : undefined;
}
