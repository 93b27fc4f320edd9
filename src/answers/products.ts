/** "If each return cost that, what would all of them come to": an amount for one person times a count of people. */
import type { Metric } from '../knowledge/schema.js';
import { formatNumber } from '../language/format.js';
import { line, marks, note, roughly } from './calculated-lines.js';
import { answered, type Context, type PartAnswer } from './context.js';
import { leadAt } from './derived-metrics.js';
import { figureLines } from './figure-lines.js';
import { amountOf } from './standing.js';
import { statedFigure, statedNumbers } from './stated-numbers.js';
import { countOf } from './target-premise.js';

const SUPPOSED =
  /\b(?:if|at|suppos\w*|say|assum\w*|based on|using|going by|with|times|multipl\w*|given|si|à raison de|en supposant|multipli\w*)\b/i;
const ALL =
  /\b(?:come to|comes to|came to|add up|adds up|total\w*|altogether|in all|all (?:the |of )?(?:\w+ )?(?:returns|removals|them|those)|everyone|overall|the lot|whole lot|so far|en tout|au total|tous|toutes)\b/i;

const MONEY =
  /£|€|\b(?:cost\w*|pounds?|quid|grand|euros?|spen[dt]|price|bill|co[uû]t\w*|livres)\b|\b\d[\d,.]*k (?:a|an|per|each|for each|for every)\b/i;

/** The running total that carries a number which the question states. */
function totalStated(context: Context): Metric | undefined {
  return context.knowledge
    .metrics()
    .find((metric) => metric.kind === 'running-total' && statedFigure(metric, context) !== undefined);
}

/** The product with its inputs; undefined unless the question supposes an amount a head and asks for the sum of many. */
export function answerProduct(context: Context): PartAnswer | undefined {
  const { part, knowledge, query, words } = context;
  const heads = knowledge
    .metrics()
    .filter(({ kind, unit }) => kind === 'measure' && /^(?:pounds|euros) a person$/.test(unit.en));
  const asked = heads.find(({ id }) => part.metrics.some((one) => one.id === id));
  const each = asked ?? (MONEY.test(part.text) ? heads.find((one) => statedFigure(one, context)) : undefined);
  const counted = each && (countOf(context) ?? totalStated(context));
  if (!each || !counted || !SUPPOSED.test(part.text)) return undefined;
  // Whoever put a price on each return is not asked for a count of them.
  const unsaid = { ...context, part: { ...part, people: [] } };
  const amount = leadAt(each, undefined, { ...unsaid, part: { ...unsaid.part, times: [] } });
  const stated = statedFigure(counted, context);
  const others = statedNumbers(part).filter((number) => number !== stated?.value);
  // Another amount than the one on record is the question's own, and no source stands for it.
  if (!amount || others.some((number) => number !== amount.value)) return undefined;
  const figure = stated ?? (ALL.test(part.text) ? leadAt(counted, part.times[0], unsaid) : undefined);
  if (!figure) return undefined;
  const value = amountOf(amount) * amountOf(figure);
  const number = (one: number) => formatNumber(one, query.language);
  const expression = `${number(amountOf(amount))} × ${number(amountOf(figure))} = ${number(value)}`;
  note(expression, value, [amount, figure], context);
  return answered([
    `${words.computed(expression)} ${marks([amount, figure], context)}`,
    ...figureLines(each, [amount], context),
    line(counted, figure, context),
    ...(roughly([amount, figure]) ? [words.approximateInputs] : []),
  ]);
}
