/** Answers a part from figures, by what is to be done with them. */

import { addMonths, endOfMonth } from '../knowledge/calendar.js';
import { namesOfMetric, usualCount } from '../knowledge/metric-names.js';
import { asksGrowth } from '../questions/operations.js';
import { surfaceOf } from '../questions/part-words.js';
import type { AskedMetric, Part } from '../questions/query.js';
import type { Time } from '../questions/time.js';
import { answerChange, answerTimes } from './changes.js';
import { type Context, type PartAnswer, unknown } from './context.js';
import { answerDiffering } from './differing.js';
import { mergeParts } from './merged-parts.js';
import { answerAverage } from './pace.js';
import { answerPair } from './pairs.js';
import { answerPartOfTotal } from './part-of-total.js';
import { answerShareOfNumber } from './share-of-number.js';
import { answerSince } from './since.js';
import { silentSpeakers } from './speaker-asked.js';
import { answerSpreadOver } from './spread-over.js';
import { answerSum } from './sums.js';
import { answerTargetMet, answerTargetOver, measuredFor } from './targets.js';
import { answerSeries, answerValue, isAfterCounts } from './values.js';
import { ONE_IN } from './wants-figures.js';
import { labelWithin, namesOf } from './wording.js';

/** Restrictions that no metric of the question meets. */
export function unmetOf(part: Part): string[] {
  const restrictions = part.metrics[0]?.restrictions ?? [];
  // "Reports don't agree on how many": that they differ is asked, and narrows nothing.
  const unmet =
    part.operation === 'differ' ? restrictions.filter((token) => token !== 'agree') : restrictions;
  // "2022 was the record year, so what was its total": which year is meant stands there.
  if (part.times.length === 0) return unmet;
  const firstOf = FIRST_OF.test(part.text);
  return unmet.filter((token) => token !== 'record' && token !== 'zero' && !(token === 'first' && firstOf));
}

/** "The first year on record, namely 2018": of the years, and not of those who came. */
const FIRST_OF =
  /\b(?:first|premi[eè]re?) (?:full |whole |calendar |ever )?(?:year|month|week|day|half|quarter|an|année|mois|jour|semaine|semestre|trimestre)\b/i;

/** The answer by the operation that the part asks for; unknown where a restriction is met by no figure. */
export function answerInFigures(context: Context): PartAnswer {
  const { part, words, knowledge, query } = context;
  const [first, second] = part.metrics;
  if (!first) return unknown(words.nothingAtAll);
  const strangers = part.people.filter((person) => knowledge.person(person)?.absent);
  const noneFrom = (people: readonly string[]) =>
    words.noFigureFrom(namesOf(people, context), labelWithin(knowledge.metric(first.id), context));
  if (strangers.length > 0) return unknown(noneFrom(strangers));
  const silent = silentSpeakers(context);
  if (silent.length > 0) {
    const known = answerValue(first, context);
    return unknown(noneFrom(silent), known.answered ? known.lines.slice(0, 1).map(words.nearest) : []);
  }
  const unmet = unmetOf(part);
  if (unmet.length > 0) {
    const named = unmet.map((token) => surfaceOf(token, part) ?? token).join(', ');
    const nearest = answerValue(first, context);
    return unknown(
      words.noBreakdown(named),
      nearest.answered ? nearest.lines.slice(0, 1).map(words.nearest) : [],
    );
  }
  const ends = monthsAtEnds(context);
  if (ends) return answerTimes(first, { ...context, part: { ...part, times: ends, between: true } });
  if (asksTotalOfEach(first.id, context)) {
    const known = answerValue(first, context);
    return unknown(
      words.noTotal(labelWithin(knowledge.metric(first.id), context)),
      known.lines.slice(0, 1).map(words.nearest),
    );
  }
  const overTime = answerTargetOver(first, context);
  if (overTime) return overTime;
  const met = answerTargetMet(first, context);
  if (met) return met;
  const since = answerSince(first, context);
  if (since) return since;
  const metric = knowledge.metric(first.id);
  const over =
    metric && !second && /^(?:average|ratio|value)$/.test(part.operation)
      ? answerSpreadOver(metric, context)
      : undefined;
  if (over) return over;
  switch (part.operation) {
    case 'change':
      return answerChange(first, context);
    case 'compare-times':
      return answerTimes(first, context);
    case 'series':
      return answerSeries(first, context);
    case 'differ':
      return answerDiffering(first, context);
    case 'average':
      if (part.times.length > 1 && knowledge.metric(first.id)?.kind === 'rate')
        return answerTimes(first, context);
      return answerAverage(measuredFor(first, context), context);
    case 'share': {
      const ofTotal = answerPartOfTotal(metric, second, context);
      if (ofTotal) return ofTotal;
      if (!second && part.numbers.length > 0 && !areWide(part.times))
        return answerShareOfNumber(first, ofWholeTime(context));
      if (!second && part.times.length > 1) return answerTimes(first, context);
      // "Of those let in, what share claimed asylum": the share is one of others, who came by boat.
      if (
        second &&
        isPercent(first.id, context) &&
        second.strength > 0 &&
        knowledge.metric(second.id)?.accumulates
      )
        return unknown(
          words.noBreakdown(labelWithin(knowledge.metric(second.id), context)),
          answerValue(first, context).lines.slice(0, 1).map(words.nearest),
        );
      // What is a percentage already is no share of anything else.
      if (second && isPercent(first.id, context)) return answerValue(first, context);
      return second || isPercent(first.id, context)
        ? pairOr(first, second, context)
        : shareOfUsual(first, context);
    }
    case 'ratio':
      if (!second && part.times.length > 1) return answerTimes(first, context);
      if (!second && ONE_IN.test(part.text) && knowledge.metric(first.id)?.accumulates)
        return shareOfUsual(first, context);
      return pairOr(first, second, context);
    case 'sum':
      if (!second && part.times.length > 1) return answerSum(first, context);
      return pairOr(first, second, context);
    case 'difference':
    case 'compare-metrics':
      return pairOr(first, second, context);
    case 'first':
    case 'duration':
    case 'value':
      // Several bodies count the same thing, each in its own way: their counts stand side by side.
      if (second && part.operation === 'value' && part.metrics.every(({ strength }) => strength > 0))
        return mergeParts(part.metrics.slice(0, 4).map((one) => answerValue(one, context)));
      return answerValue(first, { ...context, query });
  }
}

const ALL_OF_THEM =
  /\b(?:in total|total|altogether|overall|in all|all told|combined|so far|to date|all (?:of )?(?:the|those|these|them)|every (?:one|single)|au total|en tout|(?:tous|toutes) (?:les|ces))\b/i;
const OF_EACH =
  /\b(?:per|each|apiece|a (?:head|time|pop|go|flight|person|night|week|return)|for (?:one|a single|a)|one|single|par|chaque|chacune?|un seul|une seule)\b/i;

/** "What did all the flights cost": of what is known as an amount for each one, all of them together are not known. */
function asksTotalOfEach(id: string, { part, knowledge }: Context): boolean {
  const metric = knowledge.metric(id);
  const isOfEach = metric?.kind === 'measure' && /^(?:pounds|euros) a \p{L}+/u.test(metric.unit.en);
  return (
    isOfEach &&
    part.operation === 'value' &&
    part.numbers.length === 0 &&
    ALL_OF_THEM.test(part.text) &&
    !OF_EACH.test(part.text)
  );
}

const SETS_APART = /\b(?:gap|difference|diff|[ée]cart|diff[ée]rence)\b/i;

/** "How much did returns go up between May and June": the first month of the stretch and the last, where both are counted. */
function monthsAtEnds({ part, knowledge }: Context): [Time, Time] | undefined {
  const [time, ...others] = part.times;
  const metric = knowledge.metric(part.metrics[0]?.id ?? '');
  const counted = metric?.accumulates?.metric ?? (metric?.kind === 'period' ? metric.id : undefined);
  if (!time || others.length > 0 || counted === undefined) return undefined;
  const ends = endsOf(time, metric?.kind === 'period', part);
  const isCounted = ({ from, to }: Time) => knowledge.figuresWithPeriod(counted, null, from, to).length > 0;
  return ends?.every(isCounted) ? ends : undefined;
}

function endsOf(time: Time, isOfPeriods: boolean, part: Part): [Time, Time] | undefined {
  const isUpOrDown = UP_OR_DOWN.test(part.text);
  switch (time.granularity) {
    case 'year':
      return isUpOrDown && isOfPeriods && !part.scope ? yearAndBefore(time) : undefined;
    case 'month':
      return isUpOrDown && !OF_TOTAL.test(part.text) ? monthAndBefore(time) : undefined;
    case 'span':
      if (!asksGrowth(part.text) && !SETS_APART.test(part.text)) return undefined;
      return [
        { ...time, to: endOfMonthOf(time.from), cue: 'in', granularity: 'month' },
        { ...time, from: `${time.to.slice(0, 7)}-01`, cue: 'in', granularity: 'month' },
      ];
    default:
      return undefined;
  }
}

/** "Did crossings fall in 2025": held against 2024; "have deaths gone up since 2024": the newest year against that. */
function yearAndBefore(year: Time): [Time, Time] | undefined {
  if (!/^(?:in|since)$/.test(year.cue)) return undefined;
  const step = year.cue === 'since' ? 1 : -1;
  const other = String(Number(year.from.slice(0, 4)) + step);
  const beside: Time = { ...year, from: `${other}-01-01`, to: `${other}-12-31`, cue: 'in' };
  const own: Time = { ...year, cue: 'in' };
  return step > 0 ? [own, beside] : [beside, own];
}

/** "Did returns go up or down in February": held against January. */
function monthAndBefore(month: Time): [Time, Time] {
  const from = addMonths(month.from, -1);
  return [
    { ...month, from, to: endOfMonthOf(from), cue: 'in' },
    { ...month, cue: 'in' },
  ];
}

/** By how much a total grew in a month is what that month added. */
const OF_TOTAL = /\b(?:running |cumulative )?totals?\b|\bcumul/i;
/** A month that is said to have risen or fallen did so from the one before. */
const UP_OR_DOWN =
  /(?<!\w)(?:up or down|down or up|rise or fall|fall or rise|(?:increase|go up|grow|rise) or (?:decrease|decline|drop|fall|shrink|go down)|(?:did|have|has) .{2,40}(?<!\w)(?:rise|fall|drop|grow|increase|decrease|decline|dip|jump|surge|slump|shrink|double|triple|treble|halve|go up|go down|gone up|gone down|come down|come up|risen|fallen|dropped|grown|doubled|tripled|trebled|halved)(?!\w)|month[- ]on[- ]month|on the month|(?:hausse|augment\p{L}*) ou (?:en )?(?:baisse|diminu\p{L}*))/iu;

/** Two years or months: a percentage beside them is what the one is above the other. */
function areWide(times: readonly Time[]): boolean {
  return times.length > 1 && times.every(({ granularity }) => granularity !== 'day');
}

/** "Going by the LBC numbers, what percentage of 2025's arrivals is 281": the moment says whose number it is. */
function ofWholeTime(context: Context): Context {
  const { part } = context;
  const wide = part.times.filter(({ granularity }) => granularity !== 'day');
  return part.times.length > 1 && wide.length > 0
    ? { ...context, part: { ...part, times: wide.slice(0, 1) } }
    : context;
}

function endOfMonthOf(date: string): string {
  return endOfMonth(Number(date.slice(0, 4)), Number(date.slice(5, 7)));
}

function pairOr(first: AskedMetric, second: AskedMetric | undefined, context: Context): PartAnswer {
  if (!second || isDerived(first.id, context)) return answerValue(first, context);
  // "Returns and acceptances in July": after the newest counts of both, neither is held against the other.
  const [time, ...others] = context.part.times;
  const pair = [first, second];
  return others.length === 0 && pair.every(({ id }) => isAfterCounts(id, time, context))
    ? mergeParts(pair.map((asked) => answerValue(asked, context)))
    : answerPair(pair, context);
}

/** "What percentage were returned": of those who came, the usual count; what is only named in passing has no share. */
function shareOfUsual(asked: AskedMetric, context: Context): PartAnswer {
  const { part, words, knowledge, lexicon } = context;
  const usual = usualCount(lexicon)?.metric;
  const names = namesOfMetric(asked.id, lexicon);
  const isAll = asked.restrictions.length + asked.asides.length + part.unknown.length === 0;
  const isAsked = isAll && names.some(({ tokens }) => tokens.some((token) => part.tokens.includes(token)));
  if (isAsked && usual && usual.id !== asked.id && knowledge.metric(asked.id)?.accumulates)
    return answerPair([asked, { id: usual.id, restrictions: [], asides: [], strength: 0 }], context);
  return unknown(words.nothingAtAll);
}

function isPercent(metric: string, { knowledge }: Context): boolean {
  return /percent|%/.test(knowledge.metric(metric)?.unit.en ?? '');
}

function isDerived(metric: string, context: Context): boolean {
  return context.knowledge.metric(metric)?.derived !== undefined;
}
