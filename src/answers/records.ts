/** The highest and lowest of a count by day, month or year: records and ranks. */
import { addDays, isWholeYear } from '../knowledge/calendar.js';
import { metricSaid, usualCount } from '../knowledge/metric-names.js';
import type { Figure, Metric } from '../knowledge/schema.js';
import { wholeCount } from '../questions/metrics.js';
import type { Part } from '../questions/query.js';
import { onDay, type Time } from '../questions/time.js';
import { subtractGreater } from './calculated-lines.js';
import { answered, type Context, type PartAnswer } from './context.js';
import { figureLines } from './figure-lines.js';
import { checkNumber } from './number-check.js';
import { quotientAt } from './quotient.js';
import {
  allOf,
  daysOf,
  ENOUGH_COUNTS,
  HIGHEST,
  LENGTHS,
  type Length,
  LOWEST,
  type Period,
  QUARTERS,
  type Ranked,
  rankedCounts,
} from './record-counts.js';
import { notCounted, tooFew } from './record-gaps.js';
import { answerQuarter, namesQuarter } from './record-quarters.js';
import { leadOf } from './standing.js';
import { statedNumbers } from './stated-numbers.js';

const RANKS = [
  'second|2nd|deuxième',
  'third|3rd|troisième',
  'fourth|4th|quatrième',
  'fifth|5th|cinquième',
].map(
  (place) =>
    new RegExp(
      `(?<!\\w)(?:${place})(?:[- ](?:highest|busiest|biggest|largest|most|lowest|fewest|quietest|worst|best|top|place|day|year|month|plus|jour|année|mois)(?!\\w))|(?<!\\w)(?:comes?|came|ranks?|ranked|placed|finish\\p{L}*|arrive) (?:in )?(?:${place})(?!\\w)`,
      'iu',
    ),
);
const RUNNER_UP = /\brunner[- ]?up\b/i;
/** "Worst" is the most arrivals, but the fewest of what the scheme does. */
const WORST = /\b(?:worst|pire)\b/i;
const SHOWN = 3;

/** "Where does 2024 rank": the place of a stated time among the others. */
const PLACED =
  /\b(?:ranks?|ranked|ranking|(?<!\b(?:take|takes|taken|taking|took) )placed?|position|rangs?|class(?:é|ée|ement))\b/i;
/** "2025 was the record year": what a question says of a stated time. */
const CLAIMED =
  /\b(?:record|had the (?:most|highest|biggest)|was the (?:busiest|biggest|top)|highest ever|worst ever|busiest ever|most ever|all[- ]time high)\b/i;

/** The record that a question asks for, with the next in rank; undefined where it asks for none or too little is known. */
export function answerRecord(asked: Metric, context: Context): PartAnswer | undefined {
  const { part } = context;
  const perRecord = asked.quotient && onRecordDay(asked, context);
  if (perRecord) return perRecord;
  const people = BOATS_BESIDE.test(part.text) ? peopleFirst(asked, context) : undefined;
  if (people) return people;
  const metric = countedBy(asked, context);
  if (!metric || BESIDE_RECORD.test(part.text)) return undefined;
  const isBelow = asksWhetherEver(part) && FEWER.test(part.text);
  const lowest =
    isBelow || LOWEST.test(part.text) || (asked.accumulates !== undefined && WORST.test(part.text));
  const asksHighest = HIGHEST.test(part.text) || rankOf(part.text) !== undefined;
  const isPlaced = PLACED.test(part.text) || (part.focus === 'yes-no' && asksHighest && !lowest);
  const place = isPlaced ? placeOf(metric, context) : undefined;
  if (place) return place;
  const reaches = asksWhetherEver(part);
  if (!lowest && !asksHighest && !reaches) return undefined;
  // "50 a week they promised, did they ever send 50 in a month": the month is asked about.
  const stretch = reaches ? (IN_ONE.exec(part.text)?.[0] ?? part.text) : part.text;
  const length = LENGTHS.find(({ pattern }) => pattern.test(stretch));
  if (namesQuarter(stretch)) {
    const bounds = boundsOf(context);
    const quarter = answerQuarter(metric, { bounds, lowest, rank: rankOf(part.text) ?? 0 }, context);
    return quarter ?? notCounted(metric, QUARTERS, bounds, context);
  }
  if (!length) return undefined;
  const each = BOTH_LENGTHS.test(part.text) ? ofBothLengths(metric, lowest, context) : undefined;
  if (each) return each;
  const ends = lowest && HIGHEST.test(part.text) ? bothEnds(metric, length, context) : undefined;
  if (ends) return ends;
  const several = topOfEach(metric, length, lowest, context);
  if (several) return several;
  const beside = HELD_AGAINST.test(part.text)
    ? part.times.filter(({ granularity }) => granularity === 'day')
    : [];
  const bounds = beside.length > 0 ? allOf(context) : boundsOf(context);
  const ranked = rankedCounts(metric, length, bounds, lowest, context);
  // Nothing lies below none at all, however few counts are known.
  if (lowest && ranked[0]?.amount === 0 && length.days.length === 1)
    return answered(figureLines(metric, ranked[0].figures, context));
  if (ranked.length < ENOUGH_COUNTS)
    return notCounted(metric, length, bounds, context) ?? tooFew(metric, length, ranked, context);
  const begun = FIRST_COUNTED.test(part.text) ? firstAndTop(metric, ranked, context) : undefined;
  if (begun) return begun;
  if (beside.length > 0) return withDays(metric, ranked[0], beside, context);
  const first = rankOf(part.text) ?? 0;
  if (reaches) return againstNumber(metric, ranked, context);
  const order = [ranked[first], ...ranked.filter((_, index) => index !== first)].slice(0, SHOWN);
  return answered(
    order.flatMap((one, index) => [
      ...(one ? figureLines(metric, one.figures, context).slice(0, 1) : []),
      ...(one && index === 0 ? besideRecord(metric, one.period, context) : []),
    ]),
  );
}

/** "People per boat on the record day": of the day that had the most people, and not the most of any. */
function onRecordDay(asked: Metric, context: Context): PartAnswer | undefined {
  const { part, knowledge } = context;
  const counted = knowledge.metric(asked.quotient?.of ?? '');
  if (!counted || !ON_RECORD_DAY.test(part.text)) return undefined;
  const [day] = LENGTHS;
  const top = day && rankedCounts(counted, day, boundsOf(context), false, context)[0];
  const lines = top && quotientAt(asked, onDay(top.period.from), context);
  return lines && answered(lines);
}

const ON_RECORD_DAY =
  /(?<!\w)(?:on|for|of) (?:the|its|that) (?:\p{L}+ )?(?:record|busiest|biggest|highest|worst|peak)(?: (?:ever|single))? day(?!\w)|(?<!\w)jour (?:record|le plus chargé)(?!\w)/iu;

/** "The busiest day and how many boats": the day is that of the people, and the boats are those of that day. */
const BOATS_BESIDE =
  /\b(?:busiest|record|biggest|worst|peak)\b[^?]*\bhow many (?:small )?(?:boats|dinghies)(?: (?:was|were) (?:that|it|there))?\W*$/i;

function peopleFirst(asked: Metric, context: Context): PartAnswer | undefined {
  const { part, knowledge, lexicon } = context;
  const usual = usualCount(lexicon)?.metric.id;
  const people = knowledge.metric(usual ?? '');
  if (asked.unit.en !== 'boats' || !people) return undefined;
  const metrics = [people.id, asked.id].map(wholeCount);
  return answerRecord(people, {
    ...context,
    part: {
      ...part,
      metrics,
      operation: 'value',
      text: part.text.replace(/\bhow many (?:small )?(?:boats|dinghies)\b/i, 'boats'),
    },
  });
}

/** "In the week after the record day": of other days than the record's. */
const BESIDE_RECORD =
  /\b(?:days?|weeks?|months?|weekend|years?) (?:just |right |immediately )?(?:after|before|following|since|leading up to)\b[^?]*\b(?:record|busiest|peak|worst)\b/i;

/** "Did they ever send 50 in a month": one stretch of that length is enough. */
const EVER =
  /\b(?:ever|(?:one|single) (?:day|month|year)|never|once|at any (?:point|time|stage)|is there|was there|any|jamais|déjà|deja)\b/i;
const IN_ONE =
  /\b(?:in|on|within|over) (?:a|one|any|the same|the course of a)(?: single| given| whole| calendar)? (?:day|month|year)\b|\b(?:a|any|one)(?: single)? (?:day|month|year) (?:with|of|when|where|that|they|on which|in which)\b|\b(?:en|dans) un (?:seul )?(?:jour|mois|an)\b/i;

/** "It never once went past 1,000 in a day": told, and to be held against what is known. */
const NEVER = /\b(?:never|not once|jamais)\b/i;

function asksWhetherEver(part: Part): boolean {
  return (
    (part.focus === 'yes-no' || (part.focus === 'none' && NEVER.test(part.text))) &&
    statedNumbers(part).length > 0 &&
    part.people.length === 0 &&
    EVER.test(part.text) &&
    IN_ONE.test(part.text)
  );
}

/** "A month with fewer than 10": the lowest count is enough. */
const FEWER = /\b(?:fewer|less|under|below|moins)\b/i;

/** The highest count (or the lowest, for a number that was not reached), held against the number that the question states. */
function againstNumber(metric: Metric, ranked: readonly Ranked[], context: Context): PartAnswer | undefined {
  const [top, ...others] = ranked.slice(0, SHOWN);
  if (!top) return undefined;
  const [line, ...more] = [top, ...others].flatMap(({ figures }) =>
    figureLines(metric, figures, context).slice(0, 1),
  );
  return answered([line ?? '', ...checkNumber(top.figures, context), ...more]);
}

/** The other count that the question asks for, of the same stretch. */
function besideRecord(metric: Metric, { from, to }: Period, context: Context): string[] {
  const { part, knowledge } = context;
  const other = part.operation === 'value' ? knowledge.metric(part.metrics[1]?.id ?? '') : undefined;
  if (!other || other.kind !== metric.kind || part.metrics[1]?.strength === 0) return [];
  const figures = knowledge.figuresWithPeriod(other.id, null, from, to);
  return figures.length > 0 ? figureLines(other, figures, context).slice(0, 1) : [];
}

/** "The highest total for a year and for a day". */
const BOTH_LENGTHS =
  /\b(?:days?|jour|journée)\b[^?]*\b(?:and|et)\b[^?]*\b(?:years?|an|année)\b|\b(?:years?|an|année)\b[^?]*\b(?:and|et)\b[^?]*\b(?:days?|jour|journée)\b/i;

function ofBothLengths(metric: Metric, lowest: boolean, context: Context): PartAnswer | undefined {
  const meant = LENGTHS.filter(({ pattern }) => pattern.test(context.part.text));
  const ranked = meant.map((length) => rankedCounts(metric, length, boundsOf(context), lowest, context));
  if (meant.length < 2 || ranked.some((list) => list.length < ENOUGH_COUNTS)) return undefined;
  return answered(
    ranked.flatMap(([top]) => (top ? figureLines(metric, top.figures, context).slice(0, 1) : [])),
  );
}

/** "First year they counted against the record year": where counting began, and the first in rank. */
const FIRST_COUNTED =
  /\b(?:first|1st) (?:(?:full|whole|counted|recorded|ever|known|official) )*year\b|\bpremi[èe]re année\b/i;

function firstAndTop(metric: Metric, ranked: readonly Ranked[], context: Context): PartAnswer | undefined {
  const [first] = [...ranked].sort((a, b) => a.period.from.localeCompare(b.period.from));
  const [top] = ranked;
  if (!first || !top || first === top) return undefined;
  const [one, other] = [first, top].map(({ figures }) => leadOf(figures, context.knowledge));
  return answered([
    ...[first, top].flatMap(({ figures }) => figureLines(metric, figures, context).slice(0, 1)),
    ...(one && other ? [subtractGreater(one, other, context)] : []),
  ]);
}

/** "Which had the most and which the fewest": the first in rank from either end. */
function bothEnds(metric: Metric, length: Length, context: Context): PartAnswer | undefined {
  const bounds = boundsOf(context);
  const ranked = [false, true].map((low) => rankedCounts(metric, length, bounds, low, context));
  if (ranked.some((list) => list.length < ENOUGH_COUNTS)) return undefined;
  return answered(
    ranked.flatMap(([top]) => (top ? figureLines(metric, top.figures, context).slice(0, 1) : [])),
  );
}

/** The place that a question asks for, counted from 0; undefined where it names none. */
function rankOf(text: string): number | undefined {
  if (RUNNER_UP.test(text)) return 1;
  const place = RANKS.findIndex((pattern) => pattern.test(text));
  return place < 0 ? undefined : place + 1;
}

/** "The busiest day of 2026 and that of 2025", "the record day and the busiest of 2025": the first in rank of each. */
function topOfEach(
  metric: Metric,
  length: Length,
  lowest: boolean,
  context: Context,
): PartAnswer | undefined {
  const { times, text } = context.part;
  const [only] = times;
  if (!only || times.some(({ granularity }) => granularity !== 'year') || length.fits === isWholeYear)
    return undefined;
  const twice = [...text.matchAll(new RegExp(HIGHEST.source, 'giu'))].length > 1;
  const bounds = times.map(({ from, to }): [string, string] => [from, to]);
  if (bounds.length === 1 && !twice) return undefined;
  const all = bounds.length === 1 ? [allOf(context), ...bounds] : bounds;
  const tops = all.flatMap((bound) => rankedCounts(metric, length, bound, lowest, context)[0] ?? []);
  const leads = tops.flatMap(({ figures }) => leadOf(figures, context.knowledge) ?? []);
  const [one, other] = leads;
  if (tops.length < all.length || !one || !other || one.id === other.id) return undefined;
  const lines = tops.flatMap(({ figures }) => figureLines(metric, figures, context).slice(0, 1));
  return answered([...lines, ...(leads.length === 2 ? [subtractGreater(one, other, context)] : [])]);
}

/** "The busiest day ever against 11 November 2021": the record, and the count of each day it is held against. */
function withDays(
  metric: Metric,
  top: Ranked | undefined,
  days: readonly Time[],
  context: Context,
): PartAnswer | undefined {
  const { knowledge } = context;
  const counts = days.map(({ from }) => knowledge.figuresWithPeriod(metric.id, null, from, from));
  if (!top || counts.some((figures) => figures.length === 0)) return undefined;
  return answered(
    [top.figures, ...counts].flatMap((figures) => figureLines(metric, figures, context).slice(0, 1)),
  );
}

const HELD_AGAINST = /\b(?:vs|versus|against|than|compared?|and|contre|que|et)\b/i;

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
  return ranked[rankOf(said) ?? 0]?.figures ?? [];
}

/** The highest count of the length that `said` names ("the busiest day"); none where it names none. */
export function recordSaid(asked: Metric, said: string, context: Context): Figure[] {
  const metric = countedBy(asked, context);
  const length = LENGTHS.find(({ pattern }) => pattern.test(said));
  if (!metric || !length || !(HIGHEST.test(said) || LOWEST.test(said))) return [];
  const bounds = boundsOf(context);
  return rankedCounts(metric, length, bounds, LOWEST.test(said), context)[rankOf(said) ?? 0]?.figures ?? [];
}

/** A total is highest on its last day: the counts that it adds up are ranked. */
function countedBy(asked: Metric, { part, knowledge, lexicon }: Context): Metric | undefined {
  if (asked.kind === 'period') return asked;
  if (/^(?:rate|target)$/.test(asked.kind) && !asked.quotient) {
    // "The quietest week for arrivals" asks for a week, and for no pace of so many a week.
    const named = metricSaid(
      part.tokens,
      lexicon,
      ({ kind, usual, accumulates }) => accumulates !== undefined || (kind === 'period' && usual === true),
    )?.metric;
    const counted = named?.accumulates?.metric ?? named?.id;
    return counted === undefined ? undefined : knowledge.metric(counted);
  }
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

function boundsOf({ part, horizon, knowledge }: Context): [string, string] {
  const [time] = part.times;
  // "Under Labour", "since the deal": what the words count from bounds the ranking as well.
  if (!time) return [knowledge.scopes().find(({ id }) => id === part.scope)?.since ?? '0000-00-00', horizon];
  if (time.cue === 'since') return [time.from, horizon];
  if (time.cue === 'after') return [addDays(time.to, 1), horizon];
  if (time.cue === 'by' && time.granularity === 'day') return ['0000-00-00', time.to];
  return [time.from, time.to < horizon ? time.to : horizon];
}
