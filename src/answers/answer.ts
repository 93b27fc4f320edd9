/** From a Query to an Answer: each part is answered from figures or in words, or said to be unknown. */
import type { Database } from 'better-sqlite3';
import { FigureReads } from '../knowledge/figure-reads.js';
import { dateTokens } from '../knowledge/index-words.js';
import type { Lexicon } from '../knowledge/lexicon.js';
import type { Knowledge } from '../knowledge/reads.js';
import type { Event, Figure, Metric, Quote, Statement } from '../knowledge/schema.js';
import { catalogueOf } from '../language/catalogue.js';
import type { AskedMetric, Part, Query } from '../questions/query.js';
import { answerByNumber, asksSourceOfNumber, saysOnlyNumbers } from './by-number.js';
import {
  answerAverage,
  answerChange,
  answerPair,
  answerShareOfNumber,
  answerSum,
  answerTimes,
} from './calculations.js';
import type { Citation } from './citations.js';
import { type Context, contextFor, type Derived, type Desk, type PartAnswer, unknown } from './context.js';
import { describedTime } from './described-moments.js';
import { answerDuration } from './duration.js';
import { figuresUsed } from './figures-used.js';
import { contentTokens } from './find.js';
import { answerNumbersApart, withNumbersAsMoments } from './numbers-apart.js';
import { answerPerHead, answerTargetOver } from './per-number.js';
import { plainPart } from './plain-part.js';
import { answerRecord, wrongRecord } from './records.js';
import { isCited, settle } from './settle.js';
import { answerSince } from './since.js';
import { countedNumbers, statedNumbers } from './stated-numbers.js';
import { Suggestions } from './suggest.js';
import { answerTargetPremise } from './target-premise.js';
import { answerInWords, asksForMost, nothingKnown } from './texts.js';
import { answerAllDiffering, answerDiffering, answerSeries, answerValue } from './values.js';
import { answerWhoIs } from './who-is.js';
import { labelWithin, nameOf } from './wording.js';

export type Answer = {
  language: 'en' | 'fr';
  status: 'answered' | 'unknown';
  /** What a person reads, the answer first; `[n]` are citations. */
  lines: string[];
  corrections: string[];
  missing: string[];
  figures: Figure[];
  /** Unit of each metric that a figure counts, in the answer's language. */
  units: ReadonlyMap<string, string>;
  quotes: Quote[];
  events: Event[];
  statements: Statement[];
  derived: Derived[];
  citations: readonly Citation[];
  /** Places that say the same as a citation and are not shown with it, numbered on from `citations`. */
  further: readonly Citation[];
  suggestions: readonly string[];
};

/** Answers from one knowledge base; holds its prepared statements. */
export class Answerer {
  readonly knowledge: Knowledge;
  readonly lexicon: Lexicon;
  readonly desk: Desk;
  readonly #suggestions: Suggestions;

  constructor(database: Database, knowledge: Knowledge, lexicon: Lexicon) {
    this.knowledge = knowledge;
    this.lexicon = lexicon;
    this.#suggestions = new Suggestions(this.knowledge);
    this.desk = {
      knowledge: this.knowledge,
      figures: new FigureReads(database),
      lexicon: this.lexicon,
    };
  }

  /** Three things that can be answered: subjects near to what was typed, then examples. */
  #suggest(query: Query): string[] {
    const words = catalogueOf(query.language);
    const typed = query.parts.flatMap((part) =>
      contentTokens(part)
        .filter((token) => !this.lexicon.isLight(token))
        .map((token) => part.surfaces[token] ?? ''),
    );
    const near = this.#suggestions.near(typed, query.language).map(words.figuresOn);
    return [...near, ...words.examples].slice(0, 3);
  }

  #unitsOf(figures: readonly Figure[], language: 'en' | 'fr'): Map<string, string> {
    return new Map(
      figures.map(({ metric }) => [metric, this.knowledge.metric(metric)?.unit[language] ?? '']),
    );
  }

  /** The answer to a query, in its language; the same query always gives the same answer. */
  answer(query: Query): Answer {
    const words = catalogueOf(query.language);
    const shared = contextFor(this.desk, query, plainPart({}));
    const { used, citations } = shared;
    const parts = query.parts.map((part) => answerPart({ ...shared, part }));
    const all = parts.length > 0 ? parts : [unknown(words.outOfDomain)];
    const isAnswered = all.some((part) => part.answered);
    const suggestions = isAnswered ? [] : this.#suggest(query);
    const { lines, citations: shown, further } = settle(linesOf(all), citations);
    const text = lines.join('\n');
    const figures = figuresUsed(used).filter((figure) => isCited(figure, [...shown, ...further]));
    return {
      language: query.language,
      status: isAnswered ? 'answered' : 'unknown',
      lines,
      corrections: [...new Set(all.flatMap((part) => part.corrections))],
      missing: [...new Set(all.flatMap((part) => part.missing))],
      figures,
      units: this.#unitsOf(figures, query.language),
      quotes: [...used.quotes].filter((quote) => text.includes(quote.text)),
      events: [...used.events].filter((event) => text.includes(event.text[query.language])),
      statements: [...used.statements].filter((one) => text.includes(one.text[query.language])),
      derived: used.derived.filter(({ expression }) => text.includes(expression)),
      citations: shown,
      further,
      suggestions,
    };
  }
}

function linesOf(parts: readonly PartAnswer[]): string[] {
  const lines = parts.flatMap((part) => [...part.corrections, ...part.lines]);
  return [...new Set(lines)];
}

/** "Of the 281, how many were over 65?": only a count of that group answers, not what is told of the whole. */
const SUBSET =
  /\b(?:of|out of|among|sur|parmi) (?:the|those|these|les|ces) \d[\d,. ]*\b[^?]{0,60}\b(?:how many|combien)\b|\b(?:how many|combien) (?:of|among|sur|parmi|de) (?:the|those|these|les|ces) \d/i;

function answerPart(asked: Context): PartAnswer {
  if (asked.part.impossible !== undefined) return unknown(asked.words.noSuchDay(asked.part.impossible));
  const time = wantsFigures(asked) ? describedTime(asked) : undefined;
  const timed = time ? { ...asked, part: { ...asked.part, times: [time] } } : asked;
  const context = withNumbersAsMoments(timed);
  const { part, words } = context;
  if (part.operation === 'differ' && part.metrics.length === 0 && contentTokens(part).length === 0) {
    const differing = answerAllDiffering(context);
    if (differing) return differing;
  }
  if (part.tokens.length === 0 && part.metrics.length === 0 && part.people.length === 0)
    return unknown(words.outOfDomain);
  const duration = part.operation === 'duration' ? answerDuration(context) : undefined;
  if (duration) return duration;
  const quoted =
    part.quoted.length > 0
      ? (answerInWords(context, { quotedOnly: 'verbatim' }) ??
        answerInWords(context, { quotedOnly: 'nearly' }))
      : undefined;
  if (quoted) return quoted;
  const who = answerWhoIs(context);
  if (who) {
    const more = answerInWords(context);
    return { ...who, lines: [...who.lines, ...(more?.lines ?? [])] };
  }
  const apart = answerNumbersApart(context);
  if (apart) return apart;
  const byNumber =
    saysOnlyNumbers(context) || asksSourceOfNumber(context) ? answerByNumber(context) : undefined;
  if (byNumber) return byNumber;
  const [money] = part.metrics;
  const perHead = money && part.numbers.length > 0 ? answerPerHead(money, context) : undefined;
  if (perHead) return perHead;
  const goal = part.numbers.length > 0 ? answerTargetPremise(context) : undefined;
  if (goal) return goal;
  const record = asksOnlyRecord(part) ? recordOf(context) : undefined;
  if (record) return record;
  const figures = wantsFigures(context) ? withRecord(answerInFigures(context), context) : undefined;
  const told = figures?.answered && ASKS_WHY_APART.test(part.text) ? whyApart(context) : [];
  if (figures && told.length > 0) return { ...figures, lines: [...figures.lines, ...told] };
  if (figures && (figures.answered || (unmetOf(part).length === 0 && /^(?:quantity|none)$/.test(part.focus))))
    return figures;
  if (SUBSET.test(part.text) && !figures?.answered) return figures ?? nothingKnown(context);
  // What is to be computed is not told in words.
  if (figures && part.operation === 'average') return figures;
  const mustHold = [...unmetOf(part), ...part.times.map((time) => dateTokens(time.to).year)];
  const inWords = answerInWords(
    context,
    figures && /^(?:quantity|none|yes-no)$/.test(part.focus)
      ? { strict: true, mustHold, statementsOnly: part.focus === 'quantity' && unmetOf(part).length > 0 }
      : {},
  );
  if (inWords) return inWords;
  if (asksForMost(part))
    return unknown(words.noBreakdown(part.asked.map((token) => part.surfaces[token] ?? token).join(', ')));
  // The source that a "why" takes for granted may be the wrong one.
  const elsewhere =
    part.focus === 'why' && part.sources.length > 0
      ? answerInWords({ ...context, part: { ...part, sources: [] } })
      : undefined;
  if (elsewhere) return elsewhere;
  if (figures) return figures;
  const first = part.metrics[0];
  const asFigures =
    first &&
    first.restrictions.length + first.asides.length === 0 &&
    !mixesUnits(context) &&
    !(part.saidBy && part.people.length > 0) &&
    part.focus !== 'why' &&
    part.focus !== 'who'
      ? answerInFigures(context)
      : undefined;
  return asFigures ?? nothingKnown(context);
}

/** "What does one flight cost": words that fit two counts of different units, and so mean neither. */
function mixesUnits({ part, knowledge }: Context): boolean {
  const units = new Set(part.metrics.map(({ id }) => knowledge.metric(id)?.unit.en));
  return part.operation === 'compare-metrics' && units.size > 1;
}

const NOBODY = /\b(?:nobody|no ?one|none|zero|not a single|aucun|personne n)\b/i;

/** True where nothing narrows the count whose record may be asked for. */
function asksOnlyRecord(part: Part): boolean {
  const [first] = part.metrics;
  const narrowing = first?.restrictions.filter(
    (token) => !/^(?:record|rank|year-total|single-day|singl)$/.test(token),
  );
  return first !== undefined && first.strength > 0 && narrowing?.length === 0 && part.people.length === 0;
}

function recordOf(context: Context): PartAnswer | undefined {
  const metric = context.knowledge.metric(context.part.metrics[0]?.id ?? '');
  return metric && answerRecord(metric, context);
}

const ASKS_WHY_APART = /\b(?:differ\w*|diff|disagree\w*|conflict\w*|divergen\w*|diff[ée]ren\w*)/iu;

/** What is known of why counts of one thing differ, below the counts themselves. */
function whyApart(context: Context): string[] {
  if (context.part.metrics.length !== 1 || context.part.operation === 'change') return [];
  const words = answerInWords(context, { strict: true, mustHold: ['discrepancy'], statementsOnly: true });
  return words?.answered ? words.lines.slice(0, 2) : [];
}

/** Said first where the question takes the time that it names for the record, and another is. */
function withRecord(figures: PartAnswer, context: Context): PartAnswer {
  const metric = context.knowledge.metric(context.part.metrics[0]?.id ?? '');
  const correction = figures.answered && metric ? wrongRecord(metric, context) : undefined;
  return correction ? { ...figures, corrections: [...figures.corrections, correction] } : figures;
}

/** Words are asked for, whatever they count. */
const WORDED = /\b(?:wordings?|worded|verbatim|formulations?|mot pour mot)\b/i;

/** "Which two labels did they stick on it": words or reasons, however many of them. */
const ASKS_WORDS =
  /\b(?:which|what|quels?|quelles?) (?:\p{L}+ ){0,2}?(?:labels?|nicknames?|phrases?|adjectives?|expressions?|reasons?|arguments?|criticisms?|objections?|raisons|arguments|critiques|adjectifs)\b/iu;

/** "Which was bigger, returns or acceptances". */
const WHICH_OF_TWO = /\b(?:which|lequel|laquelle|lesquels|lesquelles)\b.* (?:or|ou) /i;

/** True where a number is asked for, or something only numbers can tell. */
function wantsFigures({ part, knowledge }: Context): boolean {
  const [first] = part.metrics;
  if (!first || first.strength === 0) return false;
  if (part.tokens.includes('what-happens') && part.focus === 'what') return false;
  if (part.saidBy && WORDED.test(part.text)) return false;
  if (ASKS_WORDS.test(part.text)) return false;
  // How long something takes is no count.
  if (/\b(?:how long|combien de temps)\b/i.test(part.text) && /^(?:value|duration)$/.test(part.operation))
    return false;
  if (part.focus !== 'quantity' && (part.tokens.includes('record') || part.tokens.includes('rank')))
    return false;
  if (
    part.saidBy &&
    part.people.length > 0 &&
    /^(?:what|who|why|how)$/.test(part.focus) &&
    part.numbers.length === 0
  )
    return false;
  // "Why was nobody let in?" is held against the figures as well.
  if (NOBODY.test(part.text) && part.people.length === 0 && /^(?:how|why)$/.test(part.focus)) return true;
  // A premise with a number ("how were a thousand people returned by …") is held against the figures.
  if (
    statedNumbers(part).length > 0 &&
    first.restrictions.length === 0 &&
    /^(?:how|why|yes-no|what)$/.test(part.focus)
  )
    return true;
  if (part.operation === 'compare-metrics') {
    return (
      /^(?:quantity|none)$/.test(part.focus) ||
      (part.focus === 'source' && part.numbers.length > 0) ||
      (part.focus === 'yes-no' && part.premise !== undefined) ||
      (part.focus === 'what' && part.premise !== undefined && WHICH_OF_TWO.test(part.text))
    );
  }
  if (part.operation !== 'value') {
    if (part.focus === 'why' || part.focus === 'how')
      return /^(?:compare-times|difference)$/.test(part.operation);
    const single = part.metrics.length < 2 && part.times.length < 2 && part.numbers.length === 0;
    // An amount for each one carries its "per" in its own name.
    if (part.operation === 'ratio' && single)
      return part.focus === 'quantity' && isAmount(knowledge.metric(first.id));
    if (part.metrics.length >= 2 && /^(?:difference|ratio|share)$/.test(part.operation)) return true;
    return (
      part.focus !== 'who' && (part.focus !== 'when' || /^(?:compare-times|change)$/.test(part.operation))
    );
  }
  if (part.focus === 'quantity' || (part.focus === 'none' && part.times.length > 0)) return true;
  // Words that no metric explains are no asides where no number is asked for.
  if (first.asides.length > 0) return false;
  if (part.focus === 'none' || (part.wantsNewest && part.focus !== 'yes-no')) return true;
  if (part.focus === 'source' || part.focus === 'yes-no')
    return countedNumbers(part).length > 0 || (part.focus === 'source' && (part.wantsNewest || part.leans));
  return (
    part.focus === 'what' &&
    (part.times.length > 0 || part.span !== undefined || isAmount(knowledge.metric(first.id))) &&
    first.restrictions.length === 0
  );
}

/** "What did a return cost" asks for the number. */
function isAmount(metric: Metric | undefined): boolean {
  return metric?.kind === 'measure';
}

/** Restrictions that no metric of the question meets. */
function unmetOf(part: Part): string[] {
  return part.metrics[0]?.restrictions ?? [];
}

function answerInFigures(context: Context): PartAnswer {
  const { part, words, knowledge, query } = context;
  const [first, second] = part.metrics;
  if (!first) return unknown(words.nothingAtAll);
  const strangers = part.people.filter((person) => knowledge.person(person)?.absent);
  if (strangers.length > 0) {
    const label = labelWithin(knowledge.metric(first.id), context);
    return unknown(words.noFigureFrom(strangers.map((person) => nameOf(person, context)).join(', '), label));
  }
  const unmet = unmetOf(part);
  if (unmet.length > 0) {
    const named = unmet.map((token) => part.surfaces[token] ?? token).join(', ');
    const nearest = answerValue(first, context);
    return unknown(
      words.noBreakdown(named),
      nearest.answered ? nearest.lines.slice(0, 1).map(words.nearest) : [],
    );
  }
  const overTime = answerTargetOver(first, context);
  if (overTime) return overTime;
  const since = answerSince(first, context);
  if (since) return since;
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
      return answerAverage(measuredFor(first, context), context);
    case 'share':
      if (!second && part.times.length > 1) return answerTimes(first, context);
      if (!second && part.numbers.length > 0) return answerShareOfNumber(first, context);
      return pairOr(first, second, context);
    case 'ratio':
      if (!second && part.times.length > 1) return answerTimes(first, context);
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
      return answerValue(first, { ...context, query });
  }
}

/** What was reached on average is no target: the measured count of the same unit, where there is one. */
function measuredFor(asked: AskedMetric, { knowledge }: Context): AskedMetric {
  const target = knowledge.metric(asked.id);
  if (target?.kind !== 'target') return asked;
  const measured = knowledge
    .metrics()
    .find(({ kind, unit }) => kind !== 'target' && unit.en === target.unit.en);
  return measured ? { ...asked, id: measured.id } : asked;
}

function pairOr(first: AskedMetric, second: AskedMetric | undefined, context: Context): PartAnswer {
  return second && !isDerived(first.id, context)
    ? answerPair([first, second], context)
    : answerValue(first, context);
}

function isDerived(metric: string, context: Context): boolean {
  return context.knowledge.metric(metric)?.derived !== undefined;
}
