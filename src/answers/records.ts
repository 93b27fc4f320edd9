/** The highest and lowest of a count by day, month or year: records and ranks. */
import { addDays, daysBetween } from '../knowledge/calendar.js';
import type { Figure, Metric } from '../knowledge/schema.js';
import type { Part } from '../questions/query.js';
import { answered, type Context, type PartAnswer } from './context.js';
import { figureLines } from './figure-lines.js';
import { amountOf, leadOf } from './standing.js';

const HIGHEST =
  /\b(?:most|highest|record|records|busiest|worst|peak|biggest|largest|top|best|plus (?:haut|élevé|grand|de)|pire)(?![\p{L}])|\bplus d['’]/iu;
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

/** "Where does 2024 rank": the place of a stated time among the others. */
const PLACED = /\b(?:ranks?|ranked|ranking|placed?|position|rangs?|class(?:é|ée|ement))\b/iu;
/** "2025 was the record year": what a question says of a stated time. */
const CLAIMED = /\b(?:record|highest ever|worst ever|busiest ever|most ever|all[- ]time high)\b/iu;

type Ranked = { figures: Figure[]; amount: number; period: Period };

/** The record that a question asks for, with the next in rank; undefined where it asks for none or too little is known. */
export function answerRecord(asked: Metric, context: Context): PartAnswer | undefined {
  const { part } = context;
  const metric = countedBy(asked, context);
  const lowest = LOWEST.test(part.text);
  if (!metric) return undefined;
  const place = PLACED.test(part.text) ? placeOf(metric, context) : undefined;
  if (place) return place;
  if (!(lowest || HIGHEST.test(part.text))) return undefined;
  const length = LENGTHS.find(({ pattern }) => pattern.test(part.text));
  if (!length) return undefined;
  const ranked = rankedCounts(metric, length, boundsOf(part, context.horizon), lowest, context);
  if (ranked.length < ENOUGH_COUNTS) return undefined;
  const first = rankIn(part.text);
  const order = [ranked[first], ...ranked.filter((_, index) => index !== first)].slice(0, SHOWN);
  return answered(order.flatMap((one) => (one ? figureLines(metric, one.figures, context).slice(0, 1) : [])));
}

/** Puts right a question that takes a stated time for the record: the line of the one that is. */
export function wrongRecord(asked: Metric, context: Context): string | undefined {
  const { part, words } = context;
  const [time] = part.times;
  const metric = countedBy(asked, context);
  const length = time && LENGTHS.find(({ fits, days }) => days.includes(daysOf(time)) && fits(time));
  if (!metric || !time || part.times.length > 1 || !length || !CLAIMED.test(part.text)) return undefined;
  const [top] = rankedCounts(metric, length, allOf(context), false, context);
  if (!top || (top.period.from === time.from && top.period.to === time.to)) return undefined;
  return `${words.recordIs} ${figureLines(metric, top.figures, context)[0] ?? ''}`;
}

/** The highest count of days, months or years as long as `time`, or the one of the rank that `said` names. */
export function recordOf(asked: Metric, time: Period, said: string, context: Context): Figure[] {
  const metric = countedBy(asked, context);
  const length = LENGTHS.find(({ fits, days }) => days.includes(daysOf(time)) && fits(time));
  if (!metric || !length) return [];
  const ranked = rankedCounts(metric, length, allOf(context), LOWEST.test(said), context);
  return ranked[rankIn(said)]?.figures ?? [];
}

/** The highest count of the length that `said` names ("the busiest day"); none where it names none. */
export function recordSaid(asked: Metric, said: string, context: Context): Figure[] {
  const metric = countedBy(asked, context);
  const length = LENGTHS.find(({ pattern }) => pattern.test(said));
  if (!metric || !length || !(HIGHEST.test(said) || LOWEST.test(said))) return [];
  const bounds = boundsOf(context.part, context.horizon);
  return rankedCounts(metric, length, bounds, LOWEST.test(said), context)[rankIn(said)]?.figures ?? [];
}

/** Nought for the first, one for the second. */
function rankIn(said: string): number {
  const rank = RANK.exec(said)?.groups;
  return rank?.second ? 1 : rank?.third ? 2 : 0;
}

/** A total is highest on its last day: the counts that it adds up are ranked. */
function countedBy(asked: Metric, { knowledge }: Context): Metric | undefined {
  if (asked.kind === 'period') return asked;
  return asked.accumulates && knowledge.metric(asked.accumulates.metric);
}

function placeOf(metric: Metric, context: Context): PartAnswer | undefined {
  const [time] = context.part.times;
  const length = time && LENGTHS.find(({ fits, days }) => days.includes(daysOf(time)) && fits(time));
  if (!time || !length) return undefined;
  const ranked = rankedCounts(metric, length, allOf(context), false, context);
  const index = ranked.findIndex(({ period }) => period.from === time.from && period.to === time.to);
  if (index < 0 || ranked.length < ENOUGH_COUNTS) return undefined;
  const lines = ranked
    .slice(0, index + 1)
    .flatMap(({ figures }) => figureLines(metric, figures, context).slice(0, 1));
  return answered([context.words.rankIs(index + 1, ranked.length), ...lines.reverse()]);
}

function allOf({ horizon }: Context): [string, string] {
  return ['0000-00-00', horizon];
}

function rankedCounts(
  metric: Metric,
  length: (typeof LENGTHS)[number],
  [from, to]: [string, string],
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

function daysOf({ from, to }: Period): number {
  return daysBetween(from, to) + 1;
}

function boundsOf(part: Part, horizon: string): [string, string] {
  const [time] = part.times;
  if (!time) return ['0000-00-00', horizon];
  if (time.cue === 'since') return [time.from, horizon];
  if (time.cue === 'after') return [addDays(time.to, 1), horizon];
  if (time.cue === 'by' && time.granularity === 'day') return ['0000-00-00', time.to];
  return [time.from, time.to < horizon ? time.to : horizon];
}

function isMonth({ from, to }: Period): boolean {
  return from.slice(0, 7) === to.slice(0, 7) && from.endsWith('-01') && Number(to.slice(8)) >= 28;
}

function isYear({ from, to }: Period): boolean {
  return from.slice(0, 4) === to.slice(0, 4) && from.endsWith('-01-01') && to.endsWith('-12-31');
}
