/** How far apart two counts were month by month: furthest, nearest, level, and when the one overtook the other. */
import type { Metric } from '../knowledge/schema.js';
import { formatMonth, formatNumber } from '../language/format.js';
import { line, subtractGreater } from './calculated-lines.js';
import { answered, type Context, type PartAnswer } from './context.js';
import { type Held, inEachMonth, monthsOf, monthsOfBoth, monthsTold, startOf, told } from './month-counts.js';
import { amountOf } from './standing.js';

/** How far apart the two were in single months, and where they met. */
export const FAR =
  /\b(?:biggest|largest|widest|greatest|most (?:un|im)(?:even|equal|balanced)\w*|furthest|plus grand)\b/i;
export const NEAR =
  /\b(?:smallest|narrowest|closest|nearest|least|most even|most balanced|plus petit|plus proche)\b/i;
export const GAP =
  /\b(?:gap|difference|discrepancy|imbalance|apart|surplus|deficit|one (?:for|to) one|balanced?|even|écart|différence)\b/i;
export const LEVEL =
  /\b(?:equal\w*|level|the same|match\w*|cancel\w*|exactly one (?:for|to) one|égal\w*|égaux)\b/i;

/** The month in which the two were furthest apart, or nearest to each other, with both counts. */
export function furthestApart(
  [first, second]: readonly [Metric, Metric],
  context: Context,
): PartAnswer | undefined {
  const { query, used } = context;
  const both = monthsOfBoth([first, second], context);
  const apart = ({ one, other }: Held) => Math.abs(amountOf(one) - amountOf(other));
  const isNear = NEAR.test(context.part.text);
  const [top] = [...both].sort((a, b) => (isNear ? apart(a) - apart(b) : apart(b) - apart(a)));
  if (!top || both.length < 2) return undefined;
  const tops = both.filter((held) => apart(held) === apart(top));
  for (const { one, other } of tops) for (const figure of [one, other]) used.figures.add(figure);
  return answered([
    ...tops.map(
      ({ month, one, other }) =>
        `${formatMonth(startOf(month), query.language)}: ${subtractGreater(one, other, context)}`,
    ),
    ...tops.flatMap(({ one, other }) => [line(first, one, context), line(second, other, context)]),
  ]);
}

/** The months in which as many went the one way as the other, those without anybody apart. */
export function monthsLevel(pair: readonly [Metric, Metric], context: Context): PartAnswer | undefined {
  const both = monthsOfBoth(pair, context);
  const level = both.filter(({ one, other }) => amountOf(one) === amountOf(other));
  return told(level, both, ' = ', context);
}

/** The months by the end of which the first total had come to stand above the second. */
export function overtakenIn(
  [first, second]: readonly [Metric, Metric],
  context: Context,
): PartAnswer | undefined {
  const { part, query } = context;
  const both = inEachMonth(monthsOf(first, context), monthsOf(second, context));
  let [one, other] = [0, 0];
  const totals = both.map((held) => {
    one += amountOf(held.one);
    other += amountOf(held.other);
    return { month: startOf(held.month), one, other };
  });
  // Named second and passive ("were returns overtaken by acceptances"), it is the second that overtakes.
  const isPassive = /\bovertaken by\b/i.test(part.text);
  const leads = ({ one: a, other: b }: { one: number; other: number }) => (isPassive ? b > a : a > b);
  const crossed = totals.filter((total, index) => {
    const before = totals[index - 1];
    return leads(total) && before !== undefined && before.one + before.other > 0 && !leads(before);
  });
  if (totals.length < 2) return undefined;
  const number = (value: number) => formatNumber(value, query.language);
  const items = crossed.map(
    (total) =>
      `${formatMonth(total.month, query.language)} (${number(isPassive ? total.other : total.one)} > ${number(isPassive ? total.one : total.other)})`,
  );
  const figures = both.flatMap((held) => [held.one, held.other]);
  return monthsTold(items, totals.length, figures, context);
}
