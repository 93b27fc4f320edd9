/** The counts of single months that a total adds up, of one metric or of two beside each other. */
import type { IsoDate } from '../knowledge/calendar.js';
import type { Figure, Metric } from '../knowledge/schema.js';
import { formatMonth, formatNumber } from '../language/format.js';
import { answered, type Context, type PartAnswer } from './context.js';
import { marksOf } from './marks.js';
import { amountOf, byStanding } from './standing.js';

/** Two counts, and the month that they are told of. */
export type Held = { month: Figure; one: Figure; other: Figure };

/** The counts of single months by the best source that a total adds up, inside the time asked for. */
export function monthsOf(total: Metric, { part, knowledge, horizon }: Context): Figure[] {
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

/** The counts of all its single months, whatever time the question names. */
export function allMonthsOf(total: Metric, context: Context): Figure[] {
  return monthsOf(total, { ...context, part: { ...context.part, times: [] } });
}

export function startOf({ period }: Figure): IsoDate {
  return period?.from ?? '';
}

export function inEachMonth(first: readonly Figure[], second: readonly Figure[]): Held[] {
  return first.flatMap((one): Held[] => {
    const other = second.find((figure) => startOf(figure) === startOf(one));
    return other ? [{ month: one, one, other }] : [];
  });
}

/** How many of all the months it holds for, and which, with both counts of each. */
export function told(
  held: readonly Held[],
  all: readonly Held[],
  sign: string,
  context: Context,
): PartAnswer | undefined {
  if (all.length < 2) return undefined;
  const { query } = context;
  const number = (figure: Figure) => formatNumber(amountOf(figure), query.language);
  const items = held.map(
    ({ month, one, other }) =>
      `${formatMonth(startOf(month), query.language)} (${number(one)}${sign}${number(other)})`,
  );
  const figures = [...new Set(all.flatMap(({ one, other }) => [one, other]))];
  return monthsTold(items, all.length, figures, context);
}

/** In how many of so many months it holds, and in which (`items`), with the figures that tell it. */
export function monthsTold(
  items: readonly string[],
  of: number,
  figures: readonly Figure[],
  context: Context,
): PartAnswer {
  const { words, used } = context;
  for (const figure of figures) used.figures.add(figure);
  const expression = words.monthsHeld(items.length, of, items.join(', '));
  used.derived.push({ expression, value: items.length, inputs: figures.map(({ id }) => id) });
  return answered([`${expression} ${marksOf(figures, context)}`]);
}

/** Two counts month by month, without the months in which nobody went either way. */
export function monthsOfBoth([first, second]: readonly [Metric, Metric], context: Context): Held[] {
  return inEachMonth(monthsOf(first, context), monthsOf(second, context)).filter(
    ({ one, other }) => amountOf(one) + amountOf(other) > 0,
  );
}
