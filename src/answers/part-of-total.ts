/** What one month, or one year, is of the newest total, where the time stands first or the total by its number ("June as a share of all returns"). */
import { namesOfMetric } from '../knowledge/metric-names.js';
import type { Metric } from '../knowledge/schema.js';
import type { AskedMetric } from '../questions/query.js';
import { line, shareLine, shareOfSum } from './calculated-lines.js';
import { answered, type Context, type PartAnswer } from './context.js';
import { totalOf } from './pace.js';
import { amountOf, leadOf } from './standing.js';
import { statedNumbers } from './stated-numbers.js';
import { countsWithin, sumLines } from './working.js';

/** The total is said to be all of them. */
const OF_ALL =
  /\b(?:of|out of|sur) (?:all(?: (?:of )?(?:the|those|these))?|the (?:whole |overall |running |grand )?(?:total|lot|tally)|every|(?:the |those )?\d[\d,. ]*\d|(?:the )?scheme['’]?s|everyone|everybody|tous les|toutes les|le total|l['’]ensemble)\b/i;

/** "Of acceptances that came in June": the whole is named after "of"; what follows says that its part happened, and not what became of it. */
const OF_NAMED =
  /(?:(?<!\w)(?:share|fraction|proportion|percent(?:age)?|per ?cent|pct|part|pourcentage|pour cent)|%) (?:of|out of|de|des|du) (?:all |the |its |total |whole |toutes? |tous |les )*(?<whole>[\p{L}' ]{3,40}?) (?:(?:that|which|qui) )?(?:happen\w*|took place|take place|came|come|fell|fall|occurr?\w*|(?:were|was) (?:in|during|made|from)|in|during|ont eu lieu|a eu lieu|en|pendant)(?!\w)/iu;
const CAME = /\b(?:came|come)\b/i;

/** The counts of the time that is named, divided by the newest total; undefined where no part of the total is asked for. */
export function answerPartOfTotal(
  first: Metric | undefined,
  second: AskedMetric | undefined,
  context: Context,
): PartAnswer | undefined {
  const { part, knowledge, horizon } = context;
  const [time, ...others] = part.times;
  if (time?.cue !== 'in' || others.length > 0 || !/^(?:month|year|span|season)$/.test(time.granularity))
    return undefined;
  const metric = totalNamed(context) ?? (second || !OF_ALL.test(part.text) ? undefined : first);
  if (!metric?.accumulates) return undefined;
  const total = leadOf(knowledge.newestFigures(metric.id, null, horizon), knowledge);
  const counts = countsWithin(metric, time, context);
  if (!total || !counts || amountOf(total) === 0) return undefined;
  // "Of the 1,087": another number than the total is a share of something else.
  if (statedNumbers(part).some((number) => number !== amountOf(total))) return undefined;
  const [only, ...more] = counts;
  const share =
    only && more.length === 0
      ? [shareLine([only, total], context), line(knowledge.metric(only.metric), only, context)]
      : [shareOfSum(counts, total, context), ...sumLines(metric, counts, context)];
  return answered([...share, line(metric, total, context)]);
}

/** The running total that is named as the whole, where the clause counts nothing else. */
function totalNamed(context: Context): Metric | undefined {
  const { part, knowledge, lexicon } = context;
  const phrase = OF_NAMED.exec(part.text)?.groups?.whole;
  if (phrase === undefined) return undefined;
  const said = new Set(lexicon.tokens(phrase));
  const isNamed = (id: string) =>
    namesOfMetric(id, lexicon).some(
      ({ tokens, generic }) =>
        tokens.every((token) => said.has(token)) &&
        [...said].every((token) => tokens.includes(token) || generic.includes(token) || token === 'person'),
    );
  const counted = part.metrics.filter(({ strength }) => strength > 0);
  const asked = counted.find(({ id }) => isNamed(id));
  const metric = asked && knowledge.metric(asked.id);
  const total = metric && totalOf(metric, context);
  // "Of acceptances that came in June": the verb names no other count.
  const isAlone = counted.every(
    (other) => other === asked || (CAME.test(part.text) && knowledge.metric(other.id)?.usual === true),
  );
  return isAlone && total?.accumulates ? total : undefined;
}
