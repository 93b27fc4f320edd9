/** In which months one count was above another, or fell or rose from the month before. */
import type { IsoDate } from '../knowledge/calendar.js';
import type { Figure, Metric } from '../knowledge/schema.js';
import { formatMonth, formatNumber } from '../language/format.js';
import { asksGrowth } from '../questions/operations.js';
import { answered, type Context, type PartAnswer } from './context.js';
import { marksOf } from './marks.js';
import { amountOf, byStanding } from './standing.js';

const MONTHS =
  /\b(?:how many|which|what|any|a|single|each|every|combien de|quels?|un seul|chaque) months?\b|\b(?:how many|which|what|any|combien de|quels?|un|un seul|aucun|chaque) mois\b|\bfrom (?:one|a) month to the (?:next|other)\b|\bmonth (?:on|to|by|after) month\b|\bd['’]un mois (?:à|sur) l['’]autre\b/iu;
const MORE =
  /\b(?:more|exceed\w*|outnumber\w*|outstrip\w*|ahead|higher|above|beat|overtook|led|lead|bigger|greater|plus)\b/iu;
const LESS = /\b(?:fewer|less|lower|below|behind|under|moins)\b/iu;
const FELL =
  /\b(?:fall|falls|fell|fallen|drop|drops|dropped|decline\w*|decrease\w*|(?:go|goes|went|gone|come|came) down|shrank|shrink|baiss\w+|diminu\w+)\b/iu;
const ROSE =
  /\b(?:rise|rises|rose|risen|increase\w*|grow|grew|climb\w*|jump\w*|(?:go|goes|went|gone) up|augment\w+)\b/iu;

/** The months for which it holds, with both counts of each; undefined where no such thing is asked or counted. */
export function answerMonthsCompared(context: Context): PartAnswer | undefined {
  const { part, knowledge } = context;
  if (
    !MONTHS.test(part.text) ||
    part.people.length > 0 ||
    part.metrics.some((one) => one.restrictions.length > 0)
  )
    return undefined;
  const [first, second] = part.metrics.flatMap(({ id }) => knowledge.metric(id) ?? []);
  const pair = first && pairOf(first, second, context);
  if (pair && (MORE.test(part.text) || LESS.test(part.text))) {
    const [over, under] = LESS.test(part.text) && !MORE.test(part.text) ? [pair[1], pair[0]] : pair;
    return monthsAbove(monthsOf(over, context), monthsOf(under, context), context);
  }
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

/** Two counts, and the month that they are told of. */
type Held = { month: Figure; one: Figure; other: Figure };

/** The two counts that are held against each other: two that are named, or those that a difference is made of. */
function pairOf(
  first: Metric,
  second: Metric | undefined,
  { knowledge }: Context,
): [Metric, Metric] | undefined {
  const [of, and] = [first.derived?.of, first.derived?.and].map((id) => id && knowledge.metric(id));
  if (of && and) return [of, and];
  return first.accumulates && second?.accumulates ? [first, second] : undefined;
}

/** The counts of single months by the best source that a total adds up, inside the time asked for. */
function monthsOf(total: Metric, { part, knowledge, horizon }: Context): Figure[] {
  const counted = total.accumulates?.metric;
  const [time] = part.times;
  if (counted === undefined) return [];
  const all = knowledge.figuresBetween(
    counted,
    null,
    time?.from ?? '0000-00-00',
    time && time.to < horizon ? time.to : horizon,
  );
  const best = byStanding(all, knowledge)[0]?.source;
  return all
    .filter(({ source, period }) => source === best && period?.from.slice(0, 7) === period?.to.slice(0, 7))
    .sort((a, b) => startOf(a).localeCompare(startOf(b)));
}

function startOf({ period }: Figure): IsoDate {
  return period?.from ?? '';
}

function monthsAbove(
  over: readonly Figure[],
  under: readonly Figure[],
  context: Context,
): PartAnswer | undefined {
  const both = over.flatMap((one): Held[] => {
    const other = under.find((figure) => startOf(figure) === startOf(one));
    return other ? [{ month: one, one, other }] : [];
  });
  const above = both.filter(({ one, other }) => amountOf(one) > amountOf(other));
  return told(above, both, ' > ', context);
}

function told(
  held: readonly Held[],
  all: readonly Held[],
  sign: string,
  context: Context,
): PartAnswer | undefined {
  if (all.length < 2) return undefined;
  const { words, query, used } = context;
  const number = (figure: Figure) => formatNumber(amountOf(figure), query.language);
  const items = held.map(
    ({ month, one, other }) =>
      `${formatMonth(startOf(month), query.language)} (${number(one)}${sign}${number(other)})`,
  );
  const figures = [...new Set(all.flatMap(({ one, other }) => [one, other]))];
  for (const figure of figures) used.figures.add(figure);
  const expression = words.monthsHeld(held.length, all.length, items.join(', '));
  used.derived.push({ expression, value: held.length, inputs: figures.map(({ id }) => id) });
  return answered([`${expression} ${marksOf(figures, context)}`]);
}
