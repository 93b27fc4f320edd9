/** "So we returned 1,117 and only took 1,087": two numbers of the scheme, each taken for the other. */
import { namesOfMetric } from '../knowledge/metric-names.js';
import type { Figure, Metric } from '../knowledge/schema.js';
import { line, marks } from './calculated-lines.js';
import { answered, type Context, type PartAnswer } from './context.js';
import { endOf, leadOf } from './standing.js';
import { figuresCarrying, statedNumbers } from './stated-numbers.js';
import { labelOf, labelWithin, valueText } from './wording.js';

/** Both counts as they are; undefined unless a number that stands beside one of them is the other's. */
export function answerSwapped(context: Context): PartAnswer | undefined {
  const { part, knowledge, words } = context;
  const numbers = statedNumbers(part);
  if (numbers.length !== 2 || part.metrics.length === 0) return undefined;
  const totals = knowledge.metrics().filter(({ accumulates }) => accumulates !== undefined);
  for (const metric of totals) {
    const beside = numberBeside(metric, context);
    if (beside === undefined || !numbers.includes(beside)) continue;
    const other = numbers.find((number) => number !== beside);
    const partner = totals.find((one) => one.id !== metric.id && carried(beside, one, context));
    const taken = partner && carried(beside, partner, context);
    const own = other === undefined ? undefined : carried(other, metric, context);
    if (!partner || !taken || !own || carried(beside, metric, context) || endOf(taken) !== endOf(own))
      continue;
    const said = (one: Metric, figure: Figure) => `${labelOf(one, context)}: ${valueText(figure, context)}`;
    const correction = `${words.premiseWrong} ${said(metric, own)}; ${labelWithin(partner, context)}: ${valueText(taken, context)} ${marks([own, taken], context)}`;
    return answered([line(metric, own, context), line(partner, taken, context)], [correction]);
  }
  return undefined;
}

function carried(value: number, metric: Metric, context: Context): Figure | undefined {
  return leadOf(figuresCarrying(value, [metric.id], context), context.knowledge);
}

/** The number that stands nearest to the word that names a count. */
function numberBeside(metric: Metric, { part, lexicon }: Context): number | undefined {
  const { units } = lexicon.read(part.text);
  const names = namesOfMetric(metric.id, lexicon);
  const tokens = new Set(names.flatMap((name) => (name.tokens.length === 1 ? name.tokens : [])));
  const [named] = units.flatMap((unit) => (tokens.has(unit.token) ? [unit.at[0] ?? 0] : []));
  if (named === undefined) return undefined;
  const places = units.flatMap((unit) =>
    unit.kind === 'number' ? [{ value: Number(unit.token), away: Math.abs((unit.at[0] ?? 0) - named) }] : [],
  );
  return places.sort((a, b) => a.away - b.away)[0]?.value;
}
