/** The highest and lowest of a count by day, month or year: records and ranks. */
import type { Figure, Metric } from '../knowledge/schema.js';
import type { Part } from '../questions/query.js';
import { answered, type Context, type PartAnswer } from './context.js';
import { amountOf, leadOf } from './standing.js';
import { figureLines } from './values.js';

const HIGHEST =
  /\b(?:most|highest|record|records|busiest|worst|peak|biggest|largest|top|plus (?:haut|élevé|grand)|pire)\b/iu;
const LOWEST = /\b(?:fewest|lowest|least|quietest|smallest|moins)\b/iu;
const RANK = /\b(?:(?<second>second|2nd|deuxième|runner)|(?<third>third|3rd|troisième))\b/iu;
type Period = { from: string; to: string };

const LENGTHS: readonly { pattern: RegExp; days: readonly number[]; fits: (period: Period) => boolean }[] = [
  { pattern: /\b(?:days?|daily|24 hours|jour|journée)\b/iu, days: [1], fits: () => true },
  { pattern: /\b(?:months?|monthly|mois)\b/iu, days: [28, 29, 30, 31], fits: isMonth },
  { pattern: /\b(?:years?|annual|yearly|année|annuel|an)\b/iu, days: [365, 366], fits: isYear },
];
/** With fewer counts a highest one says nothing. */
const ENOUGH_COUNTS = 3;
const SHOWN = 3;

/** The record that a question asks for, with the next in rank; undefined where it asks for none or too little is known. */
export function answerRecord(metric: Metric, context: Context): PartAnswer | undefined {
  const { part, knowledge, horizon } = context;
  const lowest = LOWEST.test(part.text);
  if (metric.kind !== 'period' || !(lowest || HIGHEST.test(part.text))) return undefined;
  const length = LENGTHS.find(({ pattern }) => pattern.test(part.text));
  if (!length) return undefined;
  const [from, to] = boundsOf(part, horizon);
  const found = length.days.flatMap((days) => knowledge.rankedFigures(metric.id, { days, from, to, lowest }));
  const counts = new Map<string, Figure[]>();
  for (const figure of found) {
    const { period } = figure;
    if (!period || !length.fits(period)) continue;
    const key = `${period.from} ${period.to}`;
    counts.set(key, [...(counts.get(key) ?? []), figure]);
  }
  const ranked = [...counts.values()]
    .flatMap((figures) => {
      const lead = leadOf(figures, knowledge);
      return lead ? [{ figures, amount: amountOf(lead) }] : [];
    })
    .sort((a, b) => (lowest ? a.amount - b.amount : b.amount - a.amount));
  if (ranked.length < ENOUGH_COUNTS) return undefined;
  const rank = RANK.exec(part.text)?.groups;
  const first = rank?.second ? 1 : rank?.third ? 2 : 0;
  const order = [ranked[first], ...ranked.filter((_, index) => index !== first)].slice(0, SHOWN);
  return answered(order.flatMap((one) => (one ? figureLines(metric, one.figures, context).slice(0, 1) : [])));
}

function boundsOf(part: Part, horizon: string): [string, string] {
  const [time] = part.times;
  if (!time) return ['0000-00-00', horizon];
  return [time.from, time.to < horizon ? time.to : horizon];
}

function isMonth({ from, to }: Period): boolean {
  return from.slice(0, 7) === to.slice(0, 7) && from.endsWith('-01') && Number(to.slice(8)) >= 28;
}

function isYear({ from, to }: Period): boolean {
  return from.slice(0, 4) === to.slice(0, 4) && from.endsWith('-01-01') && to.endsWith('-12-31');
}
