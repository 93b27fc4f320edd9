/** Counts of one length, ranked: the days, weekends, weeks, months or years of which something is the highest or lowest. */
import { daysBetween, isWholeYear } from '../knowledge/calendar.js';
import type { Figure, Metric } from '../knowledge/schema.js';
import type { Context } from './context.js';
import { amountOf, leadOf } from './standing.js';

export const HIGHEST =
  /(?<!\w)(?:most|highest|deadliest|costliest|meurtri\p{L}*|record|records|busiest|worst|peak|biggest|largest|greatest|strongest|heaviest|fullest|top|best|max|maximum|plus (?:haut|élevé|grand|chargé|gros|de)|pire|meilleure?)(?![\p{L}])|(?<!\w)plus d['’]/iu;
export const LOWEST =
  /\b(?:fewest|lowest|least|quietest|calmest|slowest|weakest|leanest|thinnest|slackest|poorest|smallest|min|minimum|moins|plus (?:bas(?:se)?|faible|calme|creux))\b/i;

export type Period = { from: string; to: string };

/** A length that words name, in days, and what is one. */
export type Length = { pattern: RegExp; days: readonly number[]; fits: (period: Period) => boolean };

export const DAYS: Length = {
  pattern: /\b(?:days?|daily|24 hours|jour|journée)\b/i,
  days: [1],
  fits: () => true,
};
export const LENGTHS: readonly Length[] = [
  DAYS,
  { pattern: /\b(?:weekends?|week-ends?)\b/i, days: [2], fits: () => true },
  { pattern: /\b(?:weeks?|semaines?)\b/i, days: [7], fits: () => true },
  { pattern: /\b(?:months?|monthly|mois)\b/i, days: [28, 29, 30, 31], fits: isMonth },
  { pattern: /\b(?:years?|annual|yearly|année|annuel|an)\b/i, days: [365, 366], fits: isWholeYear },
];
/** Nothing here is counted by the quarter: it is added up from months. */
export const QUARTERS: Length = {
  pattern: /\b(?:quarters?|trimestres?)\b/i,
  days: [90, 91, 92],
  fits: () => false,
};

/** With fewer counts a highest one says nothing. */
export const ENOUGH_COUNTS = 3;

export type Ranked = { figures: Figure[]; amount: number; period: Period };

/** No bounds but the newest day that may be shown. */
export function allOf({ horizon }: Context): [string, string] {
  return ['0000-00-00', horizon];
}

/** The counts of one length between two days, the highest (or lowest) first, each with its figures. */
export function rankedCounts(
  metric: Metric,
  length: Length,
  [from, to]: readonly [string, string],
  lowest: boolean,
  { knowledge }: Context,
): Ranked[] {
  const found = length.days.flatMap((days) => knowledge.rankedFigures(metric.id, { days, from, to, lowest }));
  const counts = new Map<string, Figure[]>();
  for (const figure of found) {
    const { period } = figure;
    if (!period || !length.fits(period)) continue;
    const key = `${period.from} ${period.to}`;
    counts.set(key, [...(counts.get(key) ?? []), figure]);
  }
  return [...counts.values()]
    .flatMap((figures) => {
      const lead = leadOf(figures, knowledge);
      return lead?.period ? [{ figures, amount: amountOf(lead), period: lead.period }] : [];
    })
    .sort((a, b) => (lowest ? a.amount - b.amount : b.amount - a.amount));
}

/** So many days, the first and the last among them. */
export function daysOf({ from, to }: Period): number {
  return daysBetween(from, to) + 1;
}

function isMonth({ from, to }: Period): boolean {
  return from.slice(0, 7) === to.slice(0, 7) && from.endsWith('-01') && Number(to.slice(8)) >= 28;
}
