/** The quarter of a year with the highest or lowest count, added up from the months of one source. */
import type { Figure, Metric } from '../knowledge/schema.js';
import { answered, type Context, type PartAnswer } from './context.js';
import { allMonthsOf, startOf } from './month-counts.js';
import { totalOf } from './pace.js';
import { sumOf } from './standing.js';
import { sumLines } from './working.js';

const QUARTER = /\b(?:quarters?|three[- ]month (?:period|stretch|spell)|trimestres?)\b/i;
/** "A quarter of those returned" is a share. */
const SHARE = /\b(?:a|one|three|un) quarters?\b(?= (?:of|des?|du)\b)/i;
const MONTHS_IN_QUARTER = 3;
const SHOWN = 3;

/** Whether a quarter of the year is what the words rank. */
export function namesQuarter(text: string): boolean {
  return QUARTER.test(text) && !SHARE.test(text);
}

/** Quarters whose three months are all counted, the one of the rank that is asked for first; undefined where too few are. */
export function answerQuarter(
  metric: Metric,
  { bounds: [from, to], lowest, rank }: { bounds: readonly [string, string]; lowest: boolean; rank: number },
  context: Context,
): PartAnswer | undefined {
  const total = totalOf(metric, context);
  if (!total) return undefined;
  const quarters = new Map<string, Figure[]>();
  for (const month of allMonthsOf(total, context)) {
    const start = startOf(month);
    if (start < from || start > to) continue;
    const quarter = `${start.slice(0, 4)} ${Math.ceil(Number(start.slice(5, 7)) / MONTHS_IN_QUARTER)}`;
    quarters.set(quarter, [...(quarters.get(quarter) ?? []), month]);
  }
  const ranked = [...quarters.values()]
    .filter((months) => months.length === MONTHS_IN_QUARTER)
    .sort((a, b) => (lowest ? sumOf(a) - sumOf(b) : sumOf(b) - sumOf(a)));
  const first = ranked[rank];
  if (ranked.length < 2 || !first) return undefined;
  const order = [first, ...ranked.filter((months) => months !== first)].slice(0, SHOWN);
  return answered(
    order.flatMap((months, index) => sumLines(total, months, context).slice(0, index === 0 ? 2 : 1)),
  );
}
