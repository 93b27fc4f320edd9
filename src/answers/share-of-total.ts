/** "What share of all returns fell in June": the counts of a time as a share of the total that they are part of. */
import { namesOfMetric } from '../knowledge/metric-names.js';
import type { Metric } from '../knowledge/schema.js';
import { formatNumber } from '../language/format.js';
import { addLine, line, marks, note } from './calculated-lines.js';
import { answered, type Context, type PartAnswer } from './context.js';
import { leadAt } from './derived-metrics.js';
import { totalOf } from './pace.js';
import { amountOf } from './standing.js';
import { countsWithin } from './working.js';

/** The whole is named after "of"; what follows says that its part happened, and not what became of it. */
const OF_ALL =
  /(?:\b(?:share|fraction|proportion|percent(?:age)?|per ?cent|pct|part|pourcentage|pour cent)|%) (?:of|out of|de|des|du) (?:all |the |its |total |whole |toutes? |tous |les )*(?<whole>[\p{L}' ]{3,40}?) (?:(?:that|which|qui) )?(?:happen\w*|took place|take place|came|come|fell|fall|occurr?\w*|(?:were|was) (?:in|during|made|from)|in|during|ont eu lieu|a eu lieu|en|pendant)\b/iu;
const CAME = /\b(?:came|come)\b/iu;

/** The share with its working; undefined where no total is asked about that is counted by the month. */
export function answerShareOfTotal(context: Context): PartAnswer | undefined {
  const { part } = context;
  const [time, ...others] = part.times;
  const whole = time && others.length === 0 ? OF_ALL.exec(part.text)?.groups?.whole : undefined;
  if (!time || whole === undefined || part.numbers.length > 0) return undefined;
  const total = totalNamed(whole, context);
  const counts = total && countsWithin(total, { ...time, cue: 'in' }, context);
  const all = total && leadAt(total, undefined, context);
  if (!total || !counts || counts.length === 0 || !all || amountOf(all) === 0) return undefined;
  const sum = counts.reduce((added, figure) => added + amountOf(figure), 0);
  const value = (sum / amountOf(all)) * 100;
  const number = (amount: number, digits?: number) => formatNumber(amount, context.query.language, digits);
  const shown = number(value, 1);
  const expression = `${number(sum)} ÷ ${number(amountOf(all))} = ${shown} %`;
  const used = [...counts, all];
  note(expression, value, used, context);
  return answered([
    `${context.words.shareOf(shown, number(sum), number(amountOf(all)))} (${expression}) ${marks(used, context)}`,
    ...(counts.length > 1 ? [addLine(counts, context)] : []),
    line(total, all, context),
  ]);
}

/** The running total of which the phrase is a whole name, where the clause counts nothing else. */
function totalNamed(phrase: string, context: Context): Metric | undefined {
  const { part, knowledge, lexicon } = context;
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
