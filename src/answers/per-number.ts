/** Computations with a number that the question brings along: so many in a hundred, a sum for so many people. */
import { namesOfMetric } from '../knowledge/metric-names.js';
import { numberOf } from '../knowledge/number-units.js';
import type { Figure } from '../knowledge/schema.js';
import { formatNumber } from '../language/format.js';
import type { AskedMetric } from '../questions/query.js';
import { answered, type Context, type PartAnswer } from './context.js';
import { leadAt } from './derived-metrics.js';
import { amountOf } from './standing.js';
import { labelOf, placeOf, valueText, whenText } from './wording.js';

const PER =
  /\b(?:for every|for each|per|out of(?: every)?|in every|pour(?: chaque)?|sur)\s+(\d{1,3},\d{3}|\d{1,5}|hundred|a hundred|cent|mille|thousand)\b/i;
const WORDS: Readonly<Record<string, number>> = {
  hundred: 100,
  'a hundred': 100,
  cent: 100,
  thousand: 1_000,
  mille: 1_000,
};

/** The number in "for every 100" and where it stands; undefined if the question brings none along. */
function perNumber(text: string): { per: number; index: number } | undefined {
  const match = PER.exec(text);
  const per = match?.[1] ? (WORDS[match[1].toLowerCase()] ?? Number(match[1].replace(',', ''))) : 0;
  return match && per >= 2 ? { per, index: match.index } : undefined;
}

/** Without that number, which stands for no figure. */
export function withoutPerNumber(context: Context): Context {
  const found = context.part.operation === 'ratio' ? perNumber(context.part.text) : undefined;
  if (!found) return context;
  const numbers = context.part.numbers.filter((number) => number !== found.per);
  return { ...context, part: { ...context.part, numbers } };
}

/** "For every 100 let in, how many go": the line with the other count for so many of the first; else none. */
export function perNumberLine(pair: readonly [Figure, Figure], context: Context): string | undefined {
  const { part, words, query, citations } = context;
  const match = perNumber(part.text);
  if (!match) return undefined;
  const { per } = match;
  const [base, other] = baseFirst(pair, match.index, context);
  const value = (amountOf(other) / amountOf(base)) * per;
  const number = (amount: number, digits?: number) => formatNumber(amount, query.language, digits);
  const expression = `${number(amountOf(other))} ÷ ${number(amountOf(base))} × ${number(per)} = ${number(value, 1)}`;
  context.used.derived.push({ expression, value, inputs: [other.id, base.id] });
  return `${words.computed(expression)} ${citations.mark(placeOf(other), placeOf(base))}`;
}

/** Two figures, first the one that is named next after the number ("deaths per 1,000 arrivals"), else the one named first. */
function baseFirst(
  pair: readonly [Figure, Figure],
  from: number,
  { part, lexicon }: Context,
): readonly [Figure, Figure] {
  const { units, words } = lexicon.read(part.text);
  const places = pair.map(({ metric }) => {
    const names = namesOfMetric(metric, lexicon);
    const tokens = new Set(names.flatMap((name) => (name.tokens.length === 1 ? name.tokens : [])));
    const starts = units
      .filter(({ token }) => tokens.has(token))
      .map(({ at }) => words[at[0] ?? 0]?.start ?? 0);
    const after = starts.find((start) => start >= from);
    // What is named before the number comes after all that is named behind it.
    return after ?? (starts[0] === undefined ? Number.POSITIVE_INFINITY : starts[0] + part.text.length);
  });
  const [one = 0, other = 0] = places;
  return other < one ? [pair[1], pair[0]] : pair;
}

/** "It cost 700 million and four people went, so what is that each": a sum that its source gives for so many people. */
export function answerPerHead(asked: AskedMetric, context: Context): PartAnswer | undefined {
  const { part, knowledge, words, query, citations } = context;
  const metric = knowledge.metric(asked.id);
  if (metric?.kind !== 'measure' || !/^(?:pounds|euros)$/.test(metric.unit.en) || !PER_HEAD.test(part.text))
    return undefined;
  const sum = leadAt(metric, part.times[0], context);
  const note = sum?.note?.en.toLowerCase().split(/[^\p{L}\d]+/u) ?? [];
  const heads = note
    .map((word) => numberOf(word))
    .find((number) => number !== undefined && part.numbers.includes(number));
  if (!sum || heads === undefined) return undefined;
  const value = amountOf(sum) / heads;
  const number = (amount: number) => formatNumber(amount, query.language);
  const expression = `${number(amountOf(sum))} ÷ ${number(heads)} = ${number(value)}`;
  context.used.figures.add(sum);
  context.used.derived.push({ expression, value, inputs: [sum.id] });
  const mark = citations.mark(placeOf(sum));
  return answered([
    `${words.computed(expression)} ${mark}`,
    `${words.figure(labelOf(metric, context), valueText(sum, context), whenText(sum, context))} ${mark}`,
    ...(sum.note ? [sum.note[query.language]] : []),
  ]);
}

const PER_HEAD =
  /\b(?:per|a) (?:person|head|migrant|returnee)\b|\beach\b|\bapiece\b|\bpar (?:personne|tête)\b|\bchacun/i;
