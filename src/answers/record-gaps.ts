/** What is said where no record can be told: nothing is counted so, or too little of it. */
import type { Metric } from '../knowledge/schema.js';
import { answered, type Context, type PartAnswer, unknown } from './context.js';
import { figureLines } from './figure-lines.js';
import { askedTime } from './gap-text.js';
import {
  DAYS,
  ENOUGH_COUNTS,
  HIGHEST,
  LENGTHS,
  type Length,
  LOWEST,
  type Ranked,
  rankedCounts,
} from './record-counts.js';
import { labelWithin } from './wording.js';

const DAYS_IN_YEAR = 365;

/** "The worst week of 2026": of what nothing here counts by the week, none comes first; the busiest day is near it. */
export function notCounted(
  metric: Metric,
  { pattern, days }: Length,
  bounds: readonly [string, string],
  context: Context,
): PartAnswer | undefined {
  const said = pattern.exec(context.part.text)?.[0];
  const isOfParts = days.every((count) => count > 1 && count < DAYS_IN_YEAR);
  if (said !== undefined && days[0] === 1 && isRankedBy(said, context.part.text))
    return busiestOfMonth(metric, said, bounds, context);
  if (said === undefined || !isOfParts || !isRankedBy(said, context.part.text)) return undefined;
  const tops = LENGTHS.map((length) => rankedCounts(metric, length, bounds, false, context));
  const top = tops.find((list) => list.length >= ENOUGH_COUNTS)?.[0];
  if (!top) return undefined;
  const near = figureLines(metric, top.figures, context).slice(0, 1).map(context.words.nearest);
  return unknown(context.words.noBreakdown(said), near);
}

/**
 * "The busiest day of December": of a month too few days are counted to say, unless the busiest of the whole year lies
 * in it.
 */
function busiestOfMonth(
  metric: Metric,
  said: string,
  bounds: readonly [string, string],
  context: Context,
): PartAnswer | undefined {
  const { part, words } = context;
  const [month, ...more] = part.times;
  if (month?.granularity !== 'month' || month.cue !== 'in' || more.length > 0) return undefined;
  const [inside] = rankedCounts(metric, DAYS, bounds, false, context);
  const year = month.from.slice(0, 4);
  const [ofYear] = rankedCounts(metric, DAYS, [`${year}-01-01`, `${year}-12-31`], false, context);
  const lines = inside ? figureLines(metric, inside.figures, context).slice(0, 1) : [];
  if (inside && ofYear && inside.period.from === ofYear.period.from && !LOWEST.test(part.text))
    return answered(lines);
  const what = words.noFigureFor(labelWithin(metric, context), `${said}, ${askedTime(month, context)}`);
  return unknown(what, lines.map(words.nearest));
}

/** "The year with the most deaths", where two years are known: neither is said to come first. */
export function tooFew(
  metric: Metric,
  { pattern }: Length,
  ranked: readonly Ranked[],
  context: Context,
): PartAnswer | undefined {
  const { part, words } = context;
  const said = pattern.exec(part.text)?.[0];
  if (said === undefined || part.times.length > 0 || !isRankedBy(said, part.text)) return undefined;
  const known = ranked.flatMap(({ figures }) => figureLines(metric, figures, context).slice(0, 1));
  return unknown(words.tooFewToRank, known.map(words.nearest));
}

/** "The worst week", "which week had the most": the superlative is the week's, and not that of "the top target a week". */
function isRankedBy(length: string, text: string): boolean {
  const superlative = `(?:${HIGHEST.source}|${LOWEST.source})`;
  return new RegExp(
    `${superlative}(?: \\p{L}+)? ${length}|(?<!\\w)(?:which|what|quelle?) (?:\\p{L}+ )?${length}|(?<!\\w)${length} (?:with|that had|which had|avec|la plus|le plus|record)`,
    'iu',
  ).test(text);
}
