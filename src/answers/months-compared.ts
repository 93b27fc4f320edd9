/** In which months one count was above another, or fell or rose from the month before. */

import type { Figure, Metric } from '../knowledge/schema.js';
import { formatMonth, formatNumber } from '../language/format.js';
import { asksGrowth } from '../questions/operations.js';
import { surfaceOf } from '../questions/part-words.js';
import type { Context, PartAnswer } from './context.js';
import { type Held, inEachMonth, monthsOf, monthsTold, startOf, told } from './month-counts.js';
import { FAR, furthestApart, GAP, LEVEL, monthsLevel, NEAR, overtakenIn } from './months-apart.js';
import { totalOf } from './pace.js';
import { amountOf } from './standing.js';
import { countedNumbers, statedNumbers } from './stated-numbers.js';

const MONTHS =
  /(?<!\w)(?:how many|which|what|any|a|single|each|every|combien de|quels?|un seul|chaque) months?(?!\w)|(?<!\w)how many of the (?:\p{L}+ |\d+ )?months(?!\w)|^\W*(?:list )?(?:the )?months (?:where|when|in which|that)(?!\w)|(?<!\w)(?:how many|which|what|any|combien de|quels?|un|un seul|aucun|chaque) mois(?!\w)|(?<!\w)from (?:one|a) month to the (?:next|other)(?!\w)|(?<!\w)month (?:on|to|by|after) month(?!\w)|(?<!\w)d['’]un mois (?:à|sur) l['’]autre(?!\w)/iu;
const MORE =
  /\b(?:more|exceed\w*|outnumber\w*|outstrip\w*|ahead|higher|above|beat|overtook|led|lead|bigger|greater|plus)\b/i;
const LESS = /\b(?:fewer|less|lower|below|behind|under|moins)\b/i;
const FELL =
  /\b(?:fall|falls|fell|fallen|drop|drops|dropped|decline\w*|decrease\w*|(?:go|goes|went|gone|come|came) down|shrank|shrink|baiss\w+|diminu\w+)\b/i;
const ROSE =
  /\b(?:rise|rises|rose|risen|increase\w*|grow|grew|climb\w*|jump\w*|(?:go|goes|went|gone) up|augment\w+)\b/i;

/** "Returns overtook acceptances": when the one total came to stand above the other. */
const OVERTAKES =
  /\b(?:overt(?:ake|akes|ook|aken|aking)|pass\w*|pull\w* ahead|(?:get|got|go|goes|went|move\w*) (?:ahead|in front)|(?:catch|caught) up|dépass\w+)\b/i;
const AT_WHICH = /\b(?:when|what (?:point|date|stage|time)|which month|quand|quel mois)\b/i;
/** The months for which it holds, with both counts of each; undefined where no such thing is asked or counted. */
export function answerMonthsCompared(context: Context): PartAnswer | undefined {
  const { part, knowledge } = context;
  const isOvertaking = AT_WHICH.test(part.text) && OVERTAKES.test(part.text);
  const isGap = FAR.test(part.text) || NEAR.test(part.text);
  if (
    !(
      MONTHS_WITH.test(part.text) ||
      MONTHS.test(part.text) ||
      isOvertaking ||
      (isGap && /\b(?:when|monthly|month|mois|quand)\b/i.test(part.text))
    ) ||
    part.people.length > 0 ||
    part.metrics.some((one) => one.restrictions.some((token) => !shapes(token, context)))
  )
    return undefined;
  const [first, second] = part.metrics.flatMap(({ id }) => knowledge.metric(id) ?? []);
  const pair = first && pairOf(first, second, context);
  if (pair && isOvertaking) return overtakenIn(pair, context);
  if (pair && isGap && GAP.test(part.text)) return furthestApart(pair, context);
  if (pair && LEVEL.test(part.text)) return monthsLevel(pair, context);
  if (pair && (MORE.test(part.text) || LESS.test(part.text))) {
    const [over, under] = LESS.test(part.text) && !MORE.test(part.text) ? [pair[1], pair[0]] : pair;
    return monthsAbove(monthsOf(over, context), monthsOf(under, context), context);
  }
  const beyond = first && monthsBeyond(first, context);
  if (beyond) return beyond;
  if (!first?.accumulates || !asksGrowth(part.text)) return undefined;
  const fell = FELL.test(part.text);
  if (fell === ROSE.test(part.text)) return undefined;
  const months = monthsOf(first, context);
  const steps = months.slice(1).flatMap((now, index): Held[] => {
    const before = months[index];
    return before ? [{ month: now, one: before, other: now }] : [];
  });
  const moved = steps.filter(({ one, other }) =>
    fell ? amountOf(other) < amountOf(one) : amountOf(other) > amountOf(one),
  );
  return told(moved, steps, ' → ', context);
}

/** "The first month with over 100 returns", "how many months had more than 100". */
const MONTHS_WITH =
  /(?:\b(?:first|last|how many|which|what|any|list(?: of)?|all(?: the)?|the|combien de|quels?) |^\W*)months? (?:with|over|above|under|below|past|topping|exceeding|to (?:top|pass|see|have)|had|have|has|saw|having|that had|that saw|were there|were|avec|ont eu)\b|\bmonthly .{2,40}\b(?:top|topped|pass|passed|exceed\w*|go over|went over|go past|hit|reach\w*|break|broke)\b/i;
const BEYOND =
  /\b(?:more than|over|above|past|top(?:s|ped|ping)?|exceed\w*|pass(?:ed|es)?|hit|reach\w*|break|broke|at least|fewer than|less than|under|below|plus de|moins de)\b/i;

/** The months whose own count lies above the one number that is stated, or below it. */
function monthsBeyond(asked: Metric, context: Context): PartAnswer | undefined {
  const { part, query } = context;
  const total = totalOf(asked, context);
  // "The month with 3 acceptances": that very number, however small.
  const isExact = !BEYOND.test(part.text);
  const [number, ...more] = isExact ? countedNumbers(part) : statedNumbers(part);
  if (!total || number === undefined || more.length > 0) return undefined;
  if (!MONTHS_WITH.test(part.text)) return undefined;
  const months = monthsOf(total, context);
  const isBelow = LESS.test(part.text);
  const orEqual = /\b(?:at least|hit|reach\w*)\b/i.test(part.text);
  const held = months.filter((figure) => {
    const amount = amountOf(figure);
    if (isExact) return amount === number;
    return isBelow ? amount < number : orEqual ? amount >= number : amount > number;
  });
  if (months.length < 2 || (isExact && held.length === 0)) return undefined;
  const items = held.map(
    (figure) =>
      `${formatMonth(startOf(figure), query.language)} (${formatNumber(amountOf(figure), query.language)})`,
  );
  return monthsTold(items, months.length, months, context);
}

/** "A single month", "the widest gap": words that say which month, and restrict no count. */
function shapes(token: string, { part }: Context): boolean {
  const said = surfaceOf(token, part) ?? token;
  return /^(?:singl\w*|alone)$/i.test(said) || [FAR, NEAR, GAP, LEVEL].some((pattern) => pattern.test(said));
}

/** The two counts that are held against each other: two that are named, or those that a difference is made of. */
function pairOf(first: Metric, second: Metric | undefined, context: Context): [Metric, Metric] | undefined {
  const { knowledge } = context;
  const [of, and] = [first.derived?.of, first.derived?.and].map((id) => id && knowledge.metric(id));
  if (of && and) return [of, and];
  const [one, other] = [first, second].map((metric) => metric && totalOf(metric, context));
  return one?.accumulates && other?.accumulates && one !== other ? [one, other] : undefined;
}

function monthsAbove(
  over: readonly Figure[],
  under: readonly Figure[],
  context: Context,
): PartAnswer | undefined {
  const both = inEachMonth(over, under);
  const above = both.filter(({ one, other }) => amountOf(one) > amountOf(other));
  return told(above, both, ' > ', context);
}
