/** What one month, or one year, is of the newest total, where the time stands first or the total by its number ("June as a share of all returns"). */
import type { Metric } from '../knowledge/schema.js';
import { formatNumber } from '../language/format.js';
import { line, marks, note, shareLine } from './calculated-lines.js';
import { answered, type Context, type PartAnswer } from './context.js';
import { amountOf, leadOf } from './standing.js';
import { statedNumbers } from './stated-numbers.js';
import { countsWithin, sumLines } from './working.js';

const OF_ALL =
  /\b(?:of|out of|sur) (?:all(?: (?:of )?(?:the|those|these))?|the (?:whole |overall |running |grand )?(?:total|lot|tally)|every|(?:the |those )?\d[\d,. ]*\d|(?:the )?scheme['’]?s|everyone|everybody|tous les|toutes les|le total|l['’]ensemble)\b/iu;

/** The counts of the time that is named, divided by the newest total; undefined where no part of the total is asked for. */
export function answerPartOfTotal(metric: Metric, context: Context): PartAnswer | undefined {
  const { part, knowledge, horizon, query, words } = context;
  const [time, ...others] = part.times;
  const isPart =
    metric.accumulates !== undefined &&
    time?.cue === 'in' &&
    others.length === 0 &&
    /^(?:month|year|span|season)$/.test(time.granularity);
  if (!isPart || !time || !OF_ALL.test(part.text)) return undefined;
  const total = leadOf(knowledge.newestFigures(metric.id, null, horizon), knowledge);
  const counts = countsWithin(metric, time, context);
  if (!total || !counts || amountOf(total) === 0) return undefined;
  // "Of the 1,087": another number than the total is a share of something else.
  if (statedNumbers(part).some((number) => number !== amountOf(total))) return undefined;
  const [only, ...more] = counts;
  if (only && more.length === 0)
    return answered([
      shareLine([only, total], context),
      line(knowledge.metric(only.metric), only, context),
      line(metric, total, context),
    ]);
  const sum = counts.reduce((all, count) => all + amountOf(count), 0);
  const number = (value: number, digits?: number) => formatNumber(value, query.language, digits);
  const percent = number((sum / amountOf(total)) * 100, 2);
  const expression = `${number(sum)} ÷ ${number(amountOf(total))} = ${percent} %`;
  note(expression, (sum / amountOf(total)) * 100, [...counts, total], context);
  const said = words.shareOf(percent, number(sum), number(amountOf(total)));
  return answered([
    `${said} (${expression}) ${marks([...counts, total], context)}`,
    ...sumLines(metric, counts, context),
    line(metric, total, context),
  ]);
}
