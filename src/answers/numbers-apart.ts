/** Questions that hold numbers against each other ("75 or 94, which is it") or use one as a moment. */
import { addDays } from '../knowledge/calendar.js';
import type { Figure } from '../knowledge/schema.js';
import type { Part } from '../questions/query.js';
import { onDay, type Time } from '../questions/time.js';
import { answered, type Context, type PartAnswer } from './context.js';
import { asksWhose, figureLines, groupByDate, saidWhere } from './figure-lines.js';
import { amountOf, endOf } from './standing.js';
import { figuresCarrying, TELLING } from './stated-numbers.js';

/** Counts whose dates lie this near to each other are taken for the same one. */
const NEAR_DAYS = 5;
const SHOWN = 4;

/** Each stated number that a figure here carries, newest figure first. */
function statedFigures(context: Context): Map<number, Figure[]> {
  const { part, knowledge } = context;
  const named = part.metrics.map(({ id }) => id);
  const metrics = named.length > 0 ? named : knowledge.metrics().map(({ id }) => id);
  const found = new Map<number, Figure[]>();
  for (const value of part.numbers.filter((number) => number >= TELLING)) {
    const carrying = figuresCarrying(value, metrics, context);
    // "Since the deal": what is counted since some day comes before what is counted from January.
    const since = part.scope ? carrying.filter(({ scope }) => scope) : [];
    const meant = since.length > 0 ? since : carrying;
    if (meant.length > 0) found.set(value, meant);
  }
  return found;
}

/** "41,472 or 41,474". */
const ONE_OR_OTHER = /\b\d[\d,.]*k? (?:or|ou) (?:is it |was it |about |around )?\d/i;

/** True where the question asks which number holds, or which text gives which. */
function setsApart(part: Part): boolean {
  if (/^(?:share|ratio|difference|sum|change)$/.test(part.operation)) return false;
  const asksWhich =
    part.operation === 'differ' ||
    (part.numbers.length > 1 && ONE_OR_OTHER.test(part.text)) ||
    (part.numbers.length > 1 && /^(?:source|who|what|none|why)$/.test(part.focus));
  const ofOne = part.metrics.filter(({ strength }) => strength > 0).length < 2;
  return asksWhich && ofOne && part.people.length === 0 && part.numbers.some((number) => number >= TELLING);
}

/**
 * Every stated number with its date and its sources, one below the other; where only one is stated, the other
 * counts of those days as well. Undefined if the question does not set numbers apart.
 */
export function answerNumbersApart(context: Context): PartAnswer | undefined {
  const { part, knowledge } = context;
  if (!setsApart(part)) return undefined;
  const stated = statedFigures(context);
  const [first] = stated.values();
  const metric = first?.[0] && knowledge.metric(first[0].metric);
  // Of two numbers only one is on record.
  const only = metric && stated.size === 1 && ONE_OR_OTHER.test(part.text) ? first?.[0] : undefined;
  if (only && metric && part.operation !== 'differ')
    return answered(
      figureLines(metric, context.knowledge.figuresAt(metric.id, only.scope ?? null, endOf(only)), context),
    );
  if (!metric || (stated.size < 2 && part.operation !== 'differ')) return undefined;
  const ofMetric = [...stated.values()].flat().filter((figure) => figure.metric === metric.id);
  const alone = new Set(ofMetric.map((figure) => figure.value)).size < 2;
  const around = alone ? ofMetric.flatMap((figure) => countedAbout(figure, context)) : [];
  const all = [...new Map([...ofMetric, ...around].map((one) => [one.id, one])).values()];
  if (new Set(all.map((figure) => figure.value)).size < 2) return undefined;
  const groups = groupByDate(all).slice(-SHOWN);
  // Whose each number is: no value stands below another's texts.
  if (asksWhose(part))
    return answered(groups.flatMap(byValue).flatMap((group) => figureLines(metric, group, context)));
  const asSource = { ...context, part: { ...part, focus: 'source' as const } };
  return answered(
    groups.flatMap((group) => [...figureLines(metric, group, context), ...saidWhere(group, asSource)]),
  );
}

function byValue(figures: readonly Figure[]): Figure[][] {
  const values = [...new Set(figures.map((figure) => amountOf(figure)))];
  return values.map((value) => figures.filter((figure) => amountOf(figure) === value));
}

/** Other figures of the same count up to nearly the same day. */
function countedAbout(figure: Figure, context: Context): Figure[] {
  const end = endOf(figure);
  return context.knowledge
    .figuresBetween(figure.metric, figure.scope ?? null, addDays(end, -NEAR_DAYS), addDays(end, NEAR_DAYS))
    .filter((other) => endOf(other) <= context.horizon && other.period?.from === figure.period?.from);
}

const BOUNDS =
  /\b(?:between|from|since|after|entre|de|depuis|après)\b.*\b(?:and|to|until|till|up to|by|et|à|jusqu['’]à)\b/i;

/** "Between Halloween and that 94 figure": a number of the count stands for the day on which it was true. */
export function withNumbersAsMoments(context: Context): Context {
  const { part } = context;
  const [asked] = part.metrics;
  if (!asked || part.focus !== 'quantity' || !BOUNDS.test(part.text) || part.times.length > 1) return context;
  if (/^(?:share|ratio|sum)$/.test(part.operation)) return context;
  const moments = [...statedFigures(context).values()].flatMap(([figure]): Time[] => {
    if (!figure?.asOf || figure.metric !== asked.id) return [];
    const { asOf } = figure;
    return [onDay(asOf)];
  });
  const times = [...part.times, ...moments].sort((a, b) => a.to.localeCompare(b.to));
  if (moments.length === 0 || times.length !== 2) return context;
  return { ...context, part: { ...part, times, between: true, operation: 'change' } };
}
