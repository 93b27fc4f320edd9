/** Arithmetic with the numbers that a question states: "281 out of 41,000, what % is that". */
import type { Figure } from '../knowledge/schema.js';
import { formatNumber } from '../language/format.js';
import { operationsOf } from '../questions/operations.js';
import { line, marks } from './calculated-lines.js';
import { answered, type Context, type PartAnswer } from './context.js';
import { leadAt } from './derived-metrics.js';
import { amountOf, byStanding, newestOf } from './standing.js';
import { figuresCarrying, statedNumbers } from './stated-numbers.js';

type Stated = { value: number; figure: Figure | undefined };

/** "From 94 to 1,087, how many extra". */
const FROM_TO =
  /\b(?:from|between|de|entre) \d[\d,.]*k? (?:to|and|à|et) \d.*\b(?:extra|more|further|rise|increase|jump|difference|gap|change|de plus)\b/i;

/** One number or the other. */
const EITHER =
  /\d[\d,.]*(?:k| ?(?:grand|thousand|million|m))? (?:or|ou) (?:is it |was it |about |around |only )?[£€]?\d/i;

/** One number set over another. */
const DIVIDES =
  /\d[\d,.]*k? (?:over|of|out of|in|on|from|divided by|÷|\/|as (?:a )?(?:share|percentage|%|fraction|proportion) of|sur|divisé par) (?:the |those |these |a |les )?[£€]?\d/i;

/** "By how much does 39,075 beat 36,816". */
const HOW_FAR_APART =
  /(?<!\w)(?:how (?:much|many|far)|what(?:['’]s| is| was)? the (?:gap|difference|margin)|de combien)(?!\w)[^?]*\d[\d,.]*k? (?:\p{L}+ ){0,3}?(?:than|and|over|above|below|under|beyond|beats?|beaten|exceeds?|exceeded|tops?|from|short of|ahead of|behind|to|que|et|de) (?:the )?\d[\d,.]{2,}/iu;

/** How far a number is from a count; "more than 900 by June" asks for no difference. */
const ASKS_APART = /\b(?:how (?:much|far|many (?:more|fewer))|minus|difference|gap|margin|de combien)\b/i;

/**
 * What the two numbers that the question states come to, with where each of them stands; undefined unless it
 * states two, asks for something that two numbers give, and a figure here carries one of them.
 */
export function answerOwnNumbers(context: Context): PartAnswer | undefined {
  const { part, knowledge } = context;
  // "Is that the right sum" asks for none where a percentage is named.
  const named = operationsOf(part.text).find((one) => one === 'share' || one === 'ratio') ?? part.operation;
  const isApart = FROM_TO.test(part.text) || HOW_FAR_APART.test(part.text);
  const operation = isApart && /^(?:value|change|compare-times)$/.test(named) ? 'difference' : named;

  // "Is it 56 grand or 560": which of them it is, and nothing to be worked out.
  if (EITHER.test(part.text) && operation !== 'difference') return undefined;
  if (operation !== 'share' && operation !== 'ratio' && operation !== 'difference' && operation !== 'sum')
    return undefined;
  if (part.saidBy && part.people.length > 0) return undefined;
  // What has a name of its own is looked up, with what sources print of it.
  if (part.metrics.some(({ id }) => knowledge.metric(id)?.derived)) return undefined;
  const stated = [...new Set(statedNumbers(part))].map((value) => statedAs(value, context));
  const beside =
    stated.length === 1 && operation === 'difference' && ASKS_APART.test(part.text)
      ? countAsked(context)
      : undefined;
  const [first, second, ...more] = beside ? [...stated, beside] : stated;
  if (!first || !second || more.length > 0) return undefined;
  // "281 over 41,000 as a percentage, what share of last year's arrivals is that": the numbers are to be used.
  if (part.times.length > 1 && !DIVIDES.test(part.text)) return undefined;
  // A number that no source has may be multiplied or divided by, but says nothing of a count.
  const carried = [first, second].filter(({ figure }) => figure !== undefined);
  if (carried.length === 0 || (carried.length === 1 && !/^(?:share|ratio)$/.test(operation)))
    return undefined;
  const units = carried.map(({ figure }) => knowledge.metric(figure?.metric ?? '')?.unit.en.split(' ')[0]);
  // Pounds and people may be divided by each other, and nothing else.
  if (operation !== 'ratio' && new Set(units).size > 1) return undefined;
  const lines = [first, second].flatMap(({ figure }) =>
    figure ? [line(knowledge.metric(figure.metric), figure, context)] : [],
  );
  return answered([worked(operation, first, second, context), ...lines]);
}

/** "How far above the 2024 total is 38,726": the count at the one time that is named. */
function countAsked(context: Context): Stated | undefined {
  const { metrics, times } = context.part;
  const metric = context.knowledge.metric(metrics[0]?.id ?? '');
  if (!metric || metrics.length > 1 || times.length !== 1) return undefined;
  const figure = leadAt(metric, times[0], context);
  return figure && { value: amountOf(figure), figure };
}

/** The figure that carries a number: of a metric that the question names, else of the best standing. */
function statedAs(value: number, context: Context): Stated {
  const { part, knowledge } = context;
  const named = part.metrics.map(({ id }) => id);
  const all = knowledge.metrics().flatMap(({ id, kind }) => (kind === 'rate' ? [] : [id]));
  const ofNamed = figuresCarrying(value, named, context);
  const figures = ofNamed.length > 0 ? ofNamed : figuresCarrying(value, all, context);
  const [figure] = byStanding(newestOf(figures), knowledge);
  return { value, figure };
}

function worked(
  operation: 'share' | 'ratio' | 'difference' | 'sum',
  first: Stated,
  second: Stated,
  context: Context,
): string {
  const { words, query, used } = context;
  const [high, low] = first.value >= second.value ? [first, second] : [second, first];
  const number = (value: number, digits?: number) => formatNumber(value, query.language, digits);
  const [one, other] = [number(high.value), number(low.value)];
  const figures = [first, second].flatMap(({ figure }) => figure ?? []);
  const finish = (expression: string, value: number, said: string) => {
    used.derived.push({ expression, value, inputs: figures.map(({ id }) => id) });
    return `${said} ${marks(figures, context)}`;
  };
  switch (operation) {
    case 'share': {
      if (MORE_THAN.test(context.part.text))
        return apartInPercent(first, second, { number, finish, context });
      const percent = (low.value / high.value) * 100;
      const shown = number(percent, 2);
      const expression = `${other} ÷ ${one} = ${shown} %`;
      return finish(expression, percent, `${words.shareOf(shown, other, one)} (${expression})`);
    }
    case 'ratio': {
      const value = high.value / low.value;
      const expression = `${one} ÷ ${other} = ${number(value, 2)}`;
      return finish(expression, value, words.computed(expression));
    }
    case 'difference': {
      const value = high.value - low.value;
      const expression = `${one} − ${other} = ${number(value)}`;
      return finish(expression, value, words.computed(expression));
    }
    case 'sum': {
      const value = high.value + low.value;
      const expression = `${one} + ${other} = ${number(value)}`;
      return finish(expression, value, words.computed(expression));
    }
  }
}

/** "How much more is 766 than 541, in percent": by how much the one stands above or below the other. */
const MORE_THAN =
  /\b(?:more|higher|bigger|greater|larger|less|fewer|lower|smaller|increase|rise|rose|grew|growth|drop|fall|fell|cut|de plus|de moins|hausse|baisse)\b(?=[^?]*\b(?:than|from|que|de|on)\b)/i;
const LESS_THAN = /\b(?:less|fewer|lower|smaller|drop|fall|fell|cut|de moins|baisse)\b/i;

function apartInPercent(
  first: Stated,
  second: Stated,
  {
    number,
    finish,
    context,
  }: {
    number: (value: number, digits?: number) => string;
    finish: (expression: string, value: number, said: string) => string;
    context: Context;
  },
): string {
  const [high, low] = first.value >= second.value ? [first.value, second.value] : [second.value, first.value];
  const base = LESS_THAN.test(context.part.text) ? high : low;
  const value = ((high - low) / base) * 100;
  const expression = `(${number(high)} − ${number(low)}) ÷ ${number(base)} = ${number(value, 1)} %`;
  return finish(expression, value, context.words.computed(expression));
}
