/** What a weekly target comes to, how long something takes at its pace, and whether it was met. */

import { daysBetween } from '../knowledge/calendar.js';
import { metricSaid, namesOfMetric } from '../knowledge/metric-names.js';
import type { Figure, Metric } from '../knowledge/schema.js';
import { formatNumber } from '../language/format.js';
import { wholeCount } from '../questions/metrics.js';
import type { AskedMetric } from '../questions/query.js';
import type { Time } from '../questions/time.js';
import { line, marks, note } from './calculated-lines.js';
import { answered, type Context, type PartAnswer } from './context.js';
import { leadAt } from './derived-metrics.js';
import { figureLines } from './figure-lines.js';
import { paceOfTotal } from './pace.js';
import { amountOf } from './standing.js';
import { statedNumbers } from './stated-numbers.js';
import { answerValue } from './values.js';

const WEEKS_IN_YEAR = 52;
const DAYS_IN_WEEK = 7;
const WEEKS_OF_YEAR = 365.25 / DAYS_IN_WEEK;

const HOW_LONG =
  /\b(?:how long|how many (?:weeks|years|months)|combien de (?:temps|semaines|années|mois))\b.*\b(?:to|take|takes|taken|need|needs|until|before|faudrait|faut|prendrait|mettrait)\b/i;

/** "Did they hit it", "versus what they managed": the target is held against what was counted. */
const MET =
  /\b(?:hit|hits|hitting|meet|met|meets|meeting|reach\w*|achiev\w*|manag\w*|deliver\w*|actual\w*|reality|really|in fact|close to|anywhere near|short of|kept? to|keep to|stuck to|fulfil\w*|versus|vs|compared|atteint\w*|atteindre|tenu|respecté\w*|réalité)\b/i;

/** "What was it expected to reach": the target itself is asked for. */
const AIMED = /\b(?:expected|supposed|planned|meant|hoped|intended|aim\w*|prévu\w*|attendu\w*)\b/i;

const GOAL = /\b(?:target\w*|goals?|promis\w*|pledg\w*|quota|objectif\w*|cap|limit|reported|said)\b/i;

function isOfMonth({ part }: Context): boolean {
  const [time, ...more] = part.times;
  return time?.granularity === 'month' && time.cue === 'in' && more.length === 0 && part.numbers.length === 0;
}

/** A weekly target over a year, a number of weeks or a stretch of days: computed, as no source gives it. */
export function answerTargetOver(asked: AskedMetric, context: Context): PartAnswer | undefined {
  const target = weeklyTarget(asked, context);
  const weeks = weeksAsked(context) ?? weeksSupposed(asked, context);
  if (!target || weeks === undefined || context.part.operation === 'average') return undefined;
  const value = amountOf(target) * weeks;
  const number = (amount: number, digits?: number) => formatNumber(amount, context.query.language, digits);
  const expression = `${number(amountOf(target))} × ${number(weeks, 1)} = ${number(value, 0)}`;
  note(expression, value, [target], context);
  const total = totalOfTarget(asked, context);
  const last = context.part.times.at(-1);
  const reached = total && last && leadAt(total, last, context);
  return answered([
    `${context.words.computed(expression)} ${marks([target], context)}`,
    ...(total && reached ? [line(total, reached, context)] : []),
  ]);
}

/** "How long would 41,472 take at 50 a week": a stated or counted number by the target; undefined if not asked. */
export function answerAtPace(context: Context): PartAnswer | undefined {
  const { part, knowledge, query, words } = context;
  const [asked] = part.metrics;
  const target = asked && HOW_LONG.test(part.text) ? weeklyTarget(asked, context) : undefined;
  if (!target) return undefined;
  const stated = statedNumbers(part).find((number) => number !== amountOf(target));
  const others = part.metrics.slice(1).flatMap(({ id }) => knowledge.metric(id) ?? []);
  const counted = others.find(({ kind }) => kind === 'period' || kind === 'running-total');
  const figure = stated === undefined && counted ? leadAt(counted, part.times[0], context) : undefined;
  const amount = stated ?? (figure && amountOf(figure));
  if (amount === undefined || amountOf(target) === 0) return undefined;
  const weeks = amount / amountOf(target);
  const number = (value: number, digits?: number) => formatNumber(value, query.language, digits);
  const expression = `${number(amount)} ÷ ${number(amountOf(target))} = ${number(weeks, 1)}`;
  const used = figure ? [target, figure] : [target];
  note(expression, weeks, used, context);
  const said = words.weeksAndYears(number(weeks, 1), number(weeks / WEEKS_OF_YEAR, 1));
  return answered([
    `${said} ${words.computed(expression)} ${marks(used, context)}`,
    ...(counted && figure ? [line(counted, figure, context)] : []),
    line(knowledge.metric(target.metric), target, context),
  ]);
}

/** The pace that was reached, and below it the target that the question holds it against; undefined if it doesn't. */
export function answerTargetMet(asked: AskedMetric, context: Context): PartAnswer | undefined {
  const { part, knowledge } = context;
  const target = weeklyTarget(asked, context);
  const isHeld = MET.test(part.text) && !AIMED.test(part.text);
  // "Returns a week in June 2026": of a month in which some were counted, and no goal.
  const isCounted = isOfMonth(context) && !AIMED.test(part.text) && !GOAL.test(part.text);
  const total = target && (isHeld || isCounted) ? totalOfTarget(asked, context) : undefined;
  if (!target || !total) return undefined;
  const pace = paceOfTotal(total, 'week', context);
  if (!pace) return undefined;
  const metric = knowledge.metric(asked.id);
  const printed = measuredLike(target, context);
  const reported = printed && answerValue(printed, { ...context, part: { ...part, numbers: [] } });
  return answered([
    ...pace,
    ...(metric ? figureLines(metric, [target], context).slice(0, 1) : []),
    ...(reported?.answered ? reported.lines.slice(0, 1) : []),
  ]);
}

/** What was reached on average is no target: the measured count of the same unit, where there is one. */
export function measuredFor(asked: AskedMetric, { knowledge }: Context): AskedMetric {
  const target = knowledge.metric(asked.id);
  if (target?.kind !== 'target') return asked;
  const measured = knowledge
    .metrics()
    .find(({ kind, unit }) => kind !== 'target' && unit.en === target.unit.en);
  return measured ? { ...asked, id: measured.id } : asked;
}

function measuredLike(target: Figure, context: Context): AskedMetric | undefined {
  const asked = wholeCount(target.metric);
  const measured = measuredFor(asked, context);
  return measured.id === target.metric ? undefined : measured;
}

function weeklyTarget(asked: AskedMetric, context: Context): Figure | undefined {
  const metric = context.knowledge.metric(asked.id);
  if (metric?.kind !== 'target' || !/\bweek\b/.test(metric.unit.en)) return undefined;
  return leadAt(metric, undefined, context);
}

/** The running total whose name the target's own name holds: returns, for the weekly returns target. */
function totalOfTarget(asked: AskedMetric, { lexicon, knowledge }: Context): Metric | undefined {
  const [own] = namesOfMetric(asked.id, lexicon);
  const total = metricSaid(own?.tokens ?? [], lexicon, ({ accumulates }) => accumulates !== undefined);
  return total && knowledge.metric(total.metric.id);
}

function weeksAsked({ part }: Context): number | undefined {
  const counted = /\b(\d{1,3}) (?:weeks|semaines)\b/i.exec(part.text)?.[1];
  if (counted) return Number(counted);
  const [from, to] = part.times;
  if (from && to && part.between && areDays(from, to)) return weeksOf(from, to);
  const wholeYear =
    part.tokens.includes('year-total') ||
    /\b(?:for|in|over|across|during|pendant|sur|en|par) (?:a |an |the |one |un |une )?(?:whole |full |entire |single )?(?:year|twelve months|12 months|an|année)\b/i.test(
      part.text,
    );
  return wholeYear ? WEEKS_IN_YEAR : undefined;
}

/** "If they had kept to 50 a week, how many by the end of June": from the first day of the count on. */
function weeksSupposed(asked: AskedMetric, context: Context): number | undefined {
  const { part } = context;
  const [until, ...more] = part.times;
  const from = totalOfTarget(asked, context)?.accumulates?.from;
  if (!until || more.length > 0 || until.cue !== 'by' || from === undefined || until.to <= from)
    return undefined;
  return SUPPOSED.test(part.text) ? (daysBetween(from, until.to) + 1) / DAYS_IN_WEEK : undefined;
}

const SUPPOSED = /\b(?:if|had (?:they|it|we|the)|would have|suppos\w*|si)\b/i;

function areDays(from: Time, to: Time): boolean {
  return from.granularity === 'day' && to.granularity !== 'year' && from.from < to.to;
}

function weeksOf(from: Time, to: Time): number {
  return (daysBetween(from.from, to.to) + 1) / DAYS_IN_WEEK;
}
