/** The answer to one part of a question: in figures, in words, or unknown. */

import { dateTokens } from '../knowledge/index-words.js';
import { namesOfMetric } from '../knowledge/metric-names.js';
import { surfaceOf } from '../questions/part-words.js';
import type { Part } from '../questions/query.js';
import { answerAboutScheme } from './about-scheme.js';
import { answerAsPrinted } from './as-printed.js';
import { answerAtRate } from './at-rate.js';
import {
  answerByNumber,
  asksClaimant,
  asksSourceOfBoth,
  asksSourceOfNumber,
  saysOnlyNumbers,
  toldWithNumber,
} from './by-number.js';
import { type Context, type PartAnswer, unknown } from './context.js';
import { answerDefinition } from './definition.js';
import { describedTime } from './described-moments.js';
import { answerAllDiffering } from './differing.js';
import { answerDuration } from './duration.js';
import { answerElapsed } from './elapsed.js';
import { answerByEvent } from './event-counts.js';
import { answerOrder } from './event-order.js';
import { answerFreshness } from './freshness.js';
import { answerFromSource } from './from-source.js';
import { answerInFigures, unmetOf } from './in-figures.js';
import { answerMilestone } from './milestones.js';
import { answerMonthsCompared } from './months-compared.js';
import { answerNumbersApart, withNumbersAsMoments } from './numbers-apart.js';
import { answerOfThatDay } from './of-that-day.js';
import { answerOfficeHolder } from './office-holder.js';
import { answerOwnNumbers } from './own-numbers.js';
import { answerPerHead } from './per-number.js';
import { answerProduct } from './products.js';
import { answerRange } from './ranges.js';
import { reasonsGiven } from './reasons-given.js';
import { answerRecord, wrongRecord } from './records.js';
import { answerSilent } from './silent.js';
import { answerSourceDate } from './source-date.js';
import { answerStillInOffice } from './still-in-office.js';
import { answerSwapped } from './swapped.js';
import { answerTargetPremise } from './target-premise.js';
import { answerAtPace } from './targets.js';
import { answerInWords, asksForMost, nothingKnown } from './texts.js';
import { answerUnheardOf } from './unheard-of.js';
import { supposes, wantsFigures } from './wants-figures.js';
import { contentTokens } from './weights.js';
import { answerWhoCounted } from './who-counted.js';
import { answerWhoIs } from './who-is.js';
import { answerWrongDetails } from './wrong-details.js';
import { answerWrongSpeaker } from './wrong-speaker.js';

/** "Of the 281, how many were over 65?": only a count of that group answers, not what is told of the whole. */
const SUBSET =
  /\b(?:of|out of|among|sur|parmi) (?:the|those|these|les|ces) \d[\d,. ]*\b[^?]{0,60}\b(?:how many|combien)\b|\b(?:how many|combien) (?:of|among|sur|parmi|de) (?:the|those|these|les|ces) \d/i;

/** How long something was to last could be said before ("was it extended till Christmas"). */
const UNTIL =
  /\b(?:extend\w*|prolong\w*|renew\w*|reconduit\w*)\b[^?]*\b(?:till?|until|to|through|up to|jusqu)/i;

/** The first kind of answer that fits: by a number, a record, in figures, in words; else what is missing is said. */
export function answerPart(asked: Context): PartAnswer {
  if (asked.part.impossible !== undefined) return unknown(asked.words.noSuchDay(asked.part.impossible));
  const time = wantsFigures(asked) ? describedTime(asked) : undefined;
  const timed = time ? { ...asked, part: { ...asked.part, times: [time] } } : asked;
  const context = withNumbersAsMoments(timed);
  const { part, words } = context;
  // What is to come on a day is in no source, whatever else they say of the place.
  if (
    (part.metrics.length === 0 || !wantsFigures(context)) &&
    part.times.some(({ granularity, from }) => granularity === 'day' && from > context.query.today) &&
    !UNTIL.test(part.text)
  )
    return unknown(words.nothingAtAll);
  const differs = part.operation === 'differ' && part.times.length === 0;
  if (differs && part.metrics.length === 0 && part.people.length === 0 && contentTokens(part).length === 0) {
    const differing = answerByNumber(context) ?? answerAllDiffering(context);
    if (differing) return differing;
  }
  const months = answerMonthsCompared(context);
  if (months) return months;
  const atRate = answerAtRate(context);
  if (atRate) return atRate;
  const duration =
    part.operation === 'duration' ? (answerDuration(context) ?? answerElapsed(context)) : undefined;
  if (duration) return duration;
  const itself = answerFreshness(context) ?? answerAboutScheme(context) ?? answerDefinition(context);
  if (itself) return itself;
  if (
    part.tokens.length === 0 &&
    part.metrics.length + part.people.length + part.times.length + part.quoted.length === 0
  )
    return unknown(words.outOfDomain);
  const quoted = part.quoted.length > 0 ? answerQuoted(context) : undefined;
  if (quoted) return quoted;
  const asPrinted = answerAsPrinted(context);
  if (asPrinted) return asPrinted;
  const order = answerOrder(context);
  if (order) return order;
  const holder = answerOfficeHolder(context);
  if (holder) return holder;
  const holds = answerStillInOffice(context) ?? answerSilent(context);
  if (holds) return holds;
  const who = answerWhoIs(context);
  if (who && !who.answered) return who;
  if (who) {
    const people = part.tokens.filter((token) => token.startsWith('p-'));
    const more = answerInWords({ ...context, part: { ...part, tokens: people } });
    return { ...who, lines: [...who.lines, ...(more?.lines ?? [])] };
  }
  const published = answerSourceDate(context);
  if (published) return published;
  const printed = answerFromSource(context);
  if (printed) return printed;
  const putRight = answerWrongDetails(context);
  if (putRight) return putRight;
  const speaker = answerWrongSpeaker(context);
  if (speaker) return speaker;
  const milestone = answerMilestone(context);
  if (milestone) return milestone;
  const own = answerOwnNumbers(context);
  if (own) return own;
  const range = answerRange(context);
  if (range) return range;
  const apart = answerNumbersApart(context);
  if (apart) return apart;
  const asksByNumber =
    saysOnlyNumbers(context) ||
    ((asksSourceOfNumber(context) || asksSourceOfBoth(context)) && !toldWithNumber(context)) ||
    asksClaimant(context);
  const byNumber = asksByNumber ? answerByNumber(context) : undefined;
  if (byNumber) return byNumber;
  const counted = answerWhoCounted(context);
  if (counted) return counted;
  const [money] = part.metrics;
  const perHead = money && part.numbers.length > 0 ? answerPerHead(money, context) : undefined;
  if (perHead) return perHead;
  const computed = answerProduct(context) ?? answerAtPace(context) ?? answerSwapped(context);
  if (computed) return computed;
  const goal = part.numbers.length > 0 ? answerTargetPremise(context) : undefined;
  if (goal) return goal;
  const record = asksOnlyRecord(part) ? recordOf(context) : undefined;
  if (record) return record;
  const ofThatDay = answerOfThatDay(context);
  if (ofThatDay) return ofThatDay;
  const figures = wantsFigures(context) ? withRecord(answerInFigures(context), context) : undefined;
  const asksApart = part.operation === 'differ' || ASKS_WHY_APART.test(part.text);
  const told = !figures?.answered ? [] : asksApart ? whyApart(context) : reasonsGiven(figures, context);
  if (figures && told.length > 0) return { ...figures, lines: [...figures.lines, ...told] };
  const happened = figures && !figures.answered ? answerByEvent(context) : undefined;
  if (happened) return happened;
  if (figures && (figures.answered || (unmetOf(part).length === 0 && /^(?:quantity|none)$/.test(part.focus))))
    return figures;
  if (SUBSET.test(part.text) && !figures?.answered) return figures ?? nothingKnown(context);
  // What is to be computed is not told in words.
  if (figures && part.operation === 'average') return figures;
  const mustHold = [...unmetOf(part), ...part.times.map((time) => dateTokens(time.to).year)];
  const asksGroup = asksForAny(part);
  const inWords = answerInWords(
    asksGroup ? { ...context, part: { ...part, focus: 'quantity' } } : context,
    figures && /^(?:quantity|none|yes-no)$/.test(part.focus)
      ? {
          strict: true,
          mustHold,
          statementsOnly: (asksGroup || countsPeople(context)) && unmetOf(part).length > 0,
          // What somebody is known to have said is found by any of its words.
          byKeywords: part.saidBy && part.people.length > 0,
        }
      : isToCome(context)
        ? { mustHold: part.times.map((time) => dateTokens(time.to).year) }
        : {},
  );
  if (inWords) return inWords;
  if (asksForMost(part))
    return unknown(words.noBreakdown(part.asked.map((token) => surfaceOf(token, part) ?? token).join(', ')));
  // The source that a "why" takes for granted may be the wrong one.
  const elsewhere =
    part.sources.length > 0 && (part.focus === 'why' || (part.saidBy && part.people.length > 0))
      ? answerInWords({ ...context, part: { ...part, sources: [] } })
      : undefined;
  if (elsewhere) return elsewhere;
  const unheardOf = answerUnheardOf(context);
  if (unheardOf) return unheardOf;
  if (figures) return figures;
  const first = part.metrics[0];
  const asFigures =
    first &&
    first.restrictions.length + first.asides.length === 0 &&
    !mixesUnits(context) &&
    !supposes(part) &&
    part.operation !== 'duration' &&
    !(part.saidBy && part.people.length > 0) &&
    part.focus !== 'why' &&
    part.focus !== 'who'
      ? answerInFigures(context)
      : undefined;
  return asFigures ?? nothingKnown(context);
}

/** "The forecast for 2028": what is told of other years says nothing of a year to come. */
function isToCome({ part, query }: Context): boolean {
  // "Why was it extended into 2027": that it was is taken for granted, and may be denied.
  if (UNTIL.test(part.text) || part.tokens.includes('extend')) return false;
  return part.times.length > 0 && part.times.every(({ from }) => from > query.today);
}

/** Whose the quoted words are, or nearly theirs; the paper that is named with them may only have passed them on. */
function answerQuoted(context: Context): PartAnswer | undefined {
  const { part } = context;
  const anywhere = part.sources.length > 0 ? { ...context, part: { ...part, sources: [] } } : undefined;
  return (
    answerInWords(context, { quotedOnly: 'verbatim' }) ??
    (anywhere && answerInWords(anywhere, { quotedOnly: 'verbatim' })) ??
    answerInWords(context, { quotedOnly: 'nearly' })
  );
}

/** "Any kids sent back?": whether there were some of a group is told by who counts them. */
function asksForAny(part: Part): boolean {
  return (
    /^(?:none|yes-no)$/.test(part.focus) &&
    /\b(?:any|some|des|d['’]autres)\b/i.test(part.text) &&
    unmetOf(part).some((token) => part.narrowing.includes(token))
  );
}

/** True where a number of people is asked for, which no single happening tells. */
function countsPeople({ part, knowledge }: Context): boolean {
  const unit = knowledge.metric(part.metrics[0]?.id ?? '')?.unit.en;
  const asksCount = part.focus === 'quantity' || (part.focus === 'none' && !part.saidBy);
  return asksCount && unit === 'people' && part.operation !== 'duration';
}

/** "What does one flight cost": words that fit two counts of different units, and so mean neither. */
function mixesUnits({ part, knowledge }: Context): boolean {
  const units = new Set(part.metrics.map(({ id }) => knowledge.metric(id)?.unit.en));
  return part.operation === 'compare-metrics' && units.size > 1;
}

/** True where nothing narrows the count whose record may be asked for. */
function asksOnlyRecord(part: Part): boolean {
  const [first] = part.metrics;
  const narrowing = first?.restrictions.filter(
    (token) => !/^(?:record|rank|year-total|single-day|singl|three-days)$/.test(token),
  );
  return first !== undefined && first.strength > 0 && narrowing?.length === 0 && part.people.length === 0;
}

function recordOf(context: Context): PartAnswer | undefined {
  const metric = context.knowledge.metric(context.part.metrics[0]?.id ?? '');
  return metric && answerRecord(metric, context);
}

const ASKS_WHY_APART = /\b(?:differ\w*|diff|disagree\w*|conflict\w*|divergen\w*|diff[ée]ren\w*)/i;

/** What is known of why counts of one thing differ, below the counts themselves. */
function whyApart(context: Context): string[] {
  if (context.part.metrics.length !== 1 || context.part.operation === 'change') return [];
  const { part, lexicon } = context;
  // Only the name of what is counted is looked for: how the question goes about it says nothing of the reason.
  const names = namesOfMetric(part.metrics[0]?.id, lexicon);
  const named = new Set(names.flatMap(({ tokens }) => tokens));
  for (const name of part.tokens.filter((token) => named.has(token) && token !== 'discrepancy')) {
    const mustHold = [name, 'discrepancy'];
    const asked: Part = {
      ...part,
      tokens: mustHold,
      focus: 'why',
      operation: 'value',
      saidBy: false,
      people: [],
    };
    const words = answerInWords(
      { ...context, part: asked },
      { strict: true, mustHold, statementsOnly: true, byKeywords: true },
    );
    if (words?.answered) return words.lines.slice(0, 2);
  }
  return [];
}

/** Said first where the question takes the time that it names for the record, and another is. */
function withRecord(figures: PartAnswer, context: Context): PartAnswer {
  const metric = context.knowledge.metric(context.part.metrics[0]?.id ?? '');
  const correction = figures.answered && metric ? wrongRecord(metric, context) : undefined;
  return correction ? { ...figures, corrections: [...figures.corrections, correction] } : figures;
}
