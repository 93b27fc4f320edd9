/** An amount for each of something that no source gives for a time, from the two counts that make it up: people a boat. */
import type { IsoDate } from '../knowledge/calendar.js';
import type { Figure, Metric } from '../knowledge/schema.js';
import { formatNumber } from '../language/format.js';
import type { Time } from '../questions/time.js';
import { line, marks, note, plain } from './calculated-lines.js';
import type { Context } from './context.js';
import { leadAt } from './derived-metrics.js';
import { ofStretch } from './select.js';
import { amountOf, leadOf } from './standing.js';
import { labelOf, whenText } from './wording.js';

/** The quotient with its inputs; undefined where the metric is none, has a figure of that time, or a count is missing. */
export function quotientAt(metric: Metric, time: Time | undefined, context: Context): string[] | undefined {
  const { knowledge, query, reads } = context;
  const { quotient } = metric;
  if (!quotient || !time || ofStretch(metric.id, time.from, time.to, reads).length > 0) return undefined;
  const [of, by] = [knowledge.metric(quotient.of), knowledge.metric(quotient.by)];
  const pair = of && by && ofOneTime(of, by, time, context);
  if (!pair) return undefined;
  return quotientLines([of, by], pair, [labelOf(metric, context), metric.unit[query.language]], context);
}

/** The one count divided by the other, with its working and both counts; under a label, in a unit that may be ''. */
export function quotientLines(
  [of, by]: readonly [Metric, Metric],
  pair: readonly [Figure, Figure],
  [label, unit]: readonly [string, string],
  context: Context,
): string[] {
  const { words, query } = context;
  const [top, bottom] = pair;
  const value = amountOf(top) / amountOf(bottom);
  const shown = formatNumber(value, query.language, 1);
  const expression = `${plain(top, context)} ÷ ${plain(bottom, context)} = ${shown}`;
  note(expression, value, pair, context);
  const amount = words.about(`${shown} ${unit}`.trim());
  return [
    `${words.figure(label, amount, whenText(top, context))} ${marks(pair, context)}`,
    `${words.computed(expression)} ${marks(pair, context)}`,
    line(of, top, context),
    line(by, bottom, context),
  ];
}

/** Both counts over the same days: those asked for, else those of the year so far by then. */
function ofOneTime(of: Metric, by: Metric, time: Time, context: Context): [Figure, Figure] | undefined {
  const inside = (metric: Metric, from: IsoDate, to: IsoDate) =>
    leadOf(ofStretch(metric.id, from, to, context.reads), context.knowledge);
  const exact = [inside(of, time.from, time.to), inside(by, time.from, time.to)] as const;
  if (exact[0] && exact[1]) return exact[1].value === 0 ? undefined : [exact[0], exact[1]];
  const bottom = leadAt(by, time, context);
  const period = time.cue === 'on' ? undefined : bottom?.period;
  const top = period && inside(of, period.from, period.to);
  return bottom && top && amountOf(bottom) > 0 ? [top, bottom] : undefined;
}
