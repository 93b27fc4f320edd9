/** Checks a message: which of its numbers are claims about the subject, and what the sources say of each. */
import type { Figure, Metric } from '../../knowledge/schema.js';
import { formatNumber } from '../../language/format.js';
import { type Claim, isSmall } from '../../questions/claims/read-claims.js';
import type { Stated } from '../../questions/claims/stated.js';
import { cleanQuestion } from '../../questions/clean.js';
import type { Language, Part, Query } from '../../questions/query.js';
import type { Answer } from '../answer.js';
import type { Citation } from '../citations.js';
import { type Context, contextFor, type Derived, type Desk } from '../context.js';
import { leadAt } from '../derived-metrics.js';
import { plainPart } from '../plain-part.js';
import { amountOf } from '../standing.js';
import { holds } from './holds.js';
import { type Judged, judge } from './judge.js';
import { reasonOf } from './reasons.js';

export type CheckedClaim = Judged & {
  /** The words of the message that claim it, as typed, and without markup, links and mentions. */
  span: string;
  words: string;
  /** The number as it is claimed, and the metric that it is claimed of, where one is known. */
  stated: Stated;
  metric: string | undefined;
  /** Why, in a sentence with marks of `citations`. */
  reason: string;
};

export type Check = {
  language: Language;
  claims: CheckedClaim[];
  citations: readonly Citation[];
  /** Unit of each metric that a figure counts. */
  units: ReadonlyMap<string, string>;
};

type Unexplained = Judged & { claim: Claim /** Words that no figure meets. */; missing: string[] };

/** More than two shared words, or one of its own, make a clause one about the subject. */
const SURE = 2;
/** A number that no clause names a subject for is no claim if it is smaller. */
const TELLING = 10;
/** Where only a date stands beside a number, it is a claim if it is this large and sources have it. */
const SUPPOSED = 100;

/** A number without a currency is no amount of money if it is smaller. */
const MONEY = 10_000;

export type Answering = (query: Query) => Answer;

/** The claims that are about the subject, each with its verdict. */
export function checkClaims(
  claims: readonly Claim[],
  query: Omit<Query, 'parts'>,
  desk: Desk,
  answer: Answering,
): Check {
  const shared = contextFor(desk, { ...query, parts: [] }, plainPart({}));
  const alone = claims.map((claim) => checkOne(claim, { ...shared, part: claim.part }, answer, false));
  const isAbout = alone.some((one) => one !== undefined);
  const judged = claims.flatMap((claim, index) => {
    const again = isAbout && alone[index] === undefined;
    return (again ? checkOne(claim, { ...shared, part: claim.part }, answer, true) : alone[index]) ?? [];
  });
  const checked = judged.map(({ claim, missing, ...rest }) => {
    const reason = reasonOf(rest, missing, { ...shared, part: plainPart({}) });
    const metric = claim.part.metrics[0]?.id;
    return {
      ...rest,
      span: claim.span,
      words: cleanQuestion(claim.span),
      stated: claim.stated,
      metric,
      reason,
    };
  });
  const metrics = checked.flatMap(({ figures, older }) => [...figures, ...older]).map(({ metric }) => metric);
  return {
    language: query.language,
    claims: checked,
    citations: shared.citations.all(),
    units: new Map(metrics.map((id) => [id, desk.knowledge.metric(id)?.unit[query.language] ?? ''])),
  };
}

/** `accompanied`: something else in the message is a claim about the subject. */
function checkOne(
  claim: Claim,
  context: Context,
  answer: Answering,
  accompanied: boolean,
): Unexplained | undefined {
  const { part, naming, subject, personal } = claim;
  const [first] = part.metrics;
  const isSure = isAboutSubject(claim);
  if (naming === 'none' || !first) return knownPace(claim, context, accompanied) ?? withoutMetric(claim);
  const missing = first.restrictions.map((token) => part.surfaces[token] ?? token);
  if (missing.length > 0) {
    const isOfGroup = first.restrictions.some((token) => part.narrowing.includes(token));
    const isGroupAlone = first.restrictions.every((token) => part.narrowing.includes(token));
    const isTelling = !isSmall(claim) || (isGroupAlone && subject.score > 0 && !claim.foreign && !claim.tale);
    const mayBeGroup = isOfGroup && claim.stated.kind !== 'money' && isTelling;
    const isAbout = (isSure || mayBeGroup) && (subject.own > 0 || first.id.includes('france')) && !personal;
    return isAbout ? { ...noData(claim), missing } : undefined;
  }
  const paced = pacedMetrics(claim, context);
  const judged = paced
    ? bestOf(paced.map((metric) => judge(claim, metric, context)))
    : judgeByKind(claim, context, answer);
  if (!judged) return undefined;
  const isFound = judged.verdict !== 'contradicted' && judged.verdict !== 'no-data';
  if (naming === 'supposed' && !((isFound || accompanied) && claim.stated.value >= SUPPOSED))
    return undefined;
  const isKnownPace = paced !== undefined && judged.verdict === 'supported' && !claim.foreign && !personal;
  if (isSure || isKnownPace || naming === 'carried')
    return personal && judged.verdict === 'no-data' ? undefined : { ...judged, claim, missing };
  return (accompanied && goesAlong(claim, judged)) || mayBeAbout(claim, judged, context)
    ? { ...judged, claim, missing }
    : undefined;
}

/** Beside a claim about the subject, a clause that could speak of anything is about it as well. */
function goesAlong({ part, foreign, personal, stated, naming }: Claim, { verdict }: Judged): boolean {
  if (foreign || personal || (part.metrics[0]?.asides.length ?? 0) > 0 || verdict === 'no-data') return false;
  if (naming === 'supposed') return part.times.length > 0 && stated.kind === 'count';
  return verdict === 'supported' || stated.value >= (verdict === 'contradicted' ? SUPPOSED : TELLING);
}

/** "They promised 50 a week": a pace that a target or a rate has, where nothing says what else it is of. */
function knownPace(claim: Claim, context: Context, accompanied: boolean): Unexplained | undefined {
  const { part, stated, foreign, personal, tale } = claim;
  const pace = PACE.exec(part.text)?.groups?.pace?.toLowerCase();
  if (pace === undefined || (foreign && !accompanied) || personal || tale || stated.kind !== 'count')
    return undefined;
  if (stated.high < TELLING || !(accompanied || AIM.test(part.text))) return undefined;
  const judged = pacesOf(pace, context)
    .map((metric) => judge(claim, metric, context))
    .find(({ verdict }) => verdict === 'supported');
  return judged && { ...judged, claim, missing: [] };
}

/** Rates and targets that are counted by the day, week, month or year. */
function pacesOf(pace: string, { knowledge }: Context): Metric[] {
  return knowledge
    .metrics()
    .filter(({ kind }) => kind === 'rate' || kind === 'target')
    .filter(({ unit }) => `${unit.en} ${unit.fr}`.toLowerCase().includes(pace));
}

/** "2,600 returns a year" is a pace, which a total does not answer: the rates and targets that are counted so. */
function pacedMetrics({ part, stated }: Claim, context: Context): Metric[] | undefined {
  const { knowledge, lexicon } = context;
  const metric = knowledge.metric(part.metrics[0]?.id ?? '');
  const pace = PACE.exec(part.text)?.groups?.pace?.toLowerCase();
  if (!metric || pace === undefined || stated.kind !== 'count') return undefined;
  if (metric.kind === 'rate' || metric.kind === 'target') {
    const isAim = AIM.test(part.text);
    const alike = pacesOf(pace, context).filter(
      ({ id, unit }) => id !== metric.id && unit.en === metric.unit.en,
    );
    return isAim ? undefined : [metric, ...alike];
  }
  const counted = new Set(lexicon.tokens(metric.names.en[1] ?? ''));
  return pacesOf(pace, context).filter((other) =>
    lexicon.tokens(other.unit.en).some((token) => counted.has(token)),
  );
}

const PACE =
  /\b(?:a|per|each|every|par|chaque)\s(?:single\s)?(?<pace>day|week|month|year|jour|semaine|mois|an|année)\b(?!\s(?:ago|later|after|earlier|on))/iu;

const AIM =
  /\b(?:targets?|aim\w*|goals?|promis\w+|pledg\w+|plann?\w*|supposed|objectif|promi\w+|pr\u00e9vu\w*)\b/iu;

/** What is claimed is supported if it is so of one of them. */
function bestOf(judged: readonly Judged[]): Judged {
  return judged.find(({ verdict }) => verdict === 'supported') ?? judged[0] ?? NO_DATA;
}

/** True where the clause names the subject beyond doubt: by its own words, or by several that it shares. */
function isAboutSubject({ subject, part, naming }: Claim): boolean {
  const strength = part.metrics.reduce((sum, metric) => sum + metric.strength, 0);
  const isPlain = part.metrics.every(({ asides }) => asides.length === 0);
  return subject.score >= SURE || (naming === 'named' && strength >= SURE && isPlain);
}

/**
 * A clause that could speak of anything ("51 let in so far") is about the subject if nothing in it is foreign to
 * it, and if its very number is known or it is dated. That sources have another number is not enough where its
 * only word is that somebody came.
 */
function mayBeAbout(claim: Claim, judged: Judged, { knowledge }: Context): boolean {
  const { part, stated, foreign, personal, tale, subject } = claim;
  const [first] = part.metrics;
  if (foreign || personal || (first?.asides.length ?? 0) > 0) return false;
  const isDated = part.times.length > 0;
  const isOfPeople = isDated && part.tokens.includes('person');
  if (tale && !isDated) return false;
  if (stated.high < TELLING && !isOfPeople && !(isDated && judged.verdict === 'supported')) return false;
  const isRate = first !== undefined && knowledge.metric(first.id)?.kind === 'rate';
  const isMany = stated.kind === 'count' && (stated.value >= SUPPOSED || isRate);
  const isReturned = part.tokens.includes('return-to-france');
  switch (judged.verdict) {
    case 'supported':
    case 'outdated':
    case 'disputed':
      return isDated || (isStated(claim, judged) && (subject.score > 0 || judged.derived.length > 0));
    case 'contradicted':
      return (
        (isDated && part.tokens.some((token) => DIRECTED.has(token))) ||
        (isMany && subject.score > 0 && (isDated || isReturned || OF_SCHEME.test(part.text)))
      );
    case 'no-data':
      return isMany && isDated && claim.naming === 'named' && COUNTED.test(part.text);
  }
}

/** Tokens of the lexicon for what is done here and hardly elsewhere. */
const DIRECTED: ReadonlySet<string> = new Set(['accept', 'return-to-france', 'crossing', 'small-boat']);

/** What a claim of any number may be about, besides being returned. */
const OF_SCHEME = /\b(?:scheme|deal|pilot|swap|treaty|agreement|pact|accord|dispositif|traité)\b/iu;

/** The number counts them itself: "517 arrivals on Christmas Day". */
const COUNTED =
  /\bhow many (?:small boat |channel )?(?:arrivals|crossings|returns|removals|deportations)\b|\bcombien d(?:e |')(?:arrivées|traversées|renvois|retours|expulsions)(?!\p{L})/iu;

/** True where a source has the very number. */
function isStated({ stated }: Claim, { figures, older, derived }: Judged): boolean {
  return (
    [...figures, ...older].some(({ value }) => value === stated.value) ||
    (derived.length > 0 && stated.kind !== 'count')
  );
}

function judgeByKind(claim: Claim, context: Context, answer: Answering): Judged | undefined {
  const { stated, part } = claim;
  const [first] = part.metrics;
  const named = first && context.knowledge.metric(first.id);
  const metric = named && inCurrency(named, stated.currency, context);
  if (!metric) return undefined;
  const { en: unit } = metric.unit;
  const isPercent = /percent/.test(unit);
  const isMoney = /pound|euro/.test(unit);
  switch (stated.kind) {
    case 'percent':
    case 'times':
      return isPercent && stated.kind === 'percent'
        ? judge(claim, metric, context)
        : judgeShare(claim, context, answer);
    case 'money':
      return isMoney ? judge(claim, metric, context) : NO_DATA;
    case 'count':
      return isPercent || (isMoney && stated.value < MONEY) ? undefined : judge(claim, metric, context);
  }
}

/** The metric of the same name that is counted in the currency which the claim names, where there is one. */
function inCurrency(metric: Metric, currency: string | undefined, { knowledge, lexicon }: Context): Metric {
  if (currency === undefined || metric.unit.en.includes(currency)) return metric;
  const named = new Set(lexicon.tokens(metric.names.en[0] ?? ''));
  const same = knowledge.metrics().find((other) => {
    const unit = new Set(lexicon.tokens(other.unit.en));
    const tokens = lexicon.tokens(other.names.en[0] ?? '').filter((token) => !unit.has(token));
    return other.unit.en.includes(currency) && tokens.length > 0 && tokens.every((token) => named.has(token));
  });
  return same ?? metric;
}

/** Shares and multiples are computed as for a question, and the claim is held against what comes out. */
function judgeShare({ stated, part, language }: Claim, context: Context, answer: Answering): Judged {
  const operation = stated.kind === 'percent' ? 'share' : 'ratio';
  const asked: Part = { ...part, operation, numbers: [], focus: 'quantity' };
  const ofTwoTimes = stated.kind === 'percent' ? shareOfTwoTimes(asked, context) : undefined;
  const told = ofTwoTimes ?? answer({ ...context.query, language, parts: [asked] });
  const found = told.derived.filter(({ expression }) => /[÷%]/.test(expression));
  const first = found.find((one) => holds(stated, amountIn(one, stated.kind))) ?? found[0];
  if (!first) return NO_DATA;
  const value = amountIn(first, stated.kind);
  const inputs = told.figures.filter(({ id }) => first.inputs.includes(id));
  const shown = stated.kind === 'percent' && !first.expression.includes('%');
  const expression = shown ? `${first.expression}, ${formatNumber(value, language, 1)} %` : first.expression;
  return {
    verdict: holds(stated, value) ? 'supported' : 'contradicted',
    figures: inputs,
    older: [],
    derived: [{ ...first, expression }],
  };
}

/** "5 % of the 2025 arrivals had been returned by the interview": the year is that of the count, the day that of the total. */
function shareOfTwoTimes(part: Part, context: Context): Pick<Answer, 'derived' | 'figures'> | undefined {
  const [year, day] = [...part.times].sort(
    (a, b) => Number(b.granularity === 'year') - Number(a.granularity === 'year'),
  );
  const metrics = part.metrics.flatMap(({ id }) => context.knowledge.metric(id) ?? []);
  const total = metrics.find(({ kind }) => kind === 'running-total');
  const count = metrics.find(({ kind }) => kind === 'period');
  if (part.times.length !== 2 || !year || !day || !total || !count) return undefined;
  if (year.granularity !== 'year' || day.granularity === 'year') return undefined;
  const one = leadAt(total, day, { ...context, part });
  const whole = leadAt(count, year, { ...context, part });
  if (!one || !whole) return undefined;
  const { language } = context.query;
  const value = (100 * amountOf(one)) / amountOf(whole);
  const number = (figure: Figure) => formatNumber(amountOf(figure), language);
  const expression = `${number(one)} ÷ ${number(whole)} = ${formatNumber(value, language, 2)} %`;
  return { derived: [{ expression, value, inputs: [one.id, whole.id] }], figures: [one, whole] };
}

/** Of a share the number before its percent sign; "more in than out" in percent is what a ratio has above one. */
function amountIn({ expression, value }: Derived, kind: Claim['stated']['kind']): number {
  if (kind !== 'percent') return value;
  const shown = /([\d.,]+)[\s\u00a0\u202f]?%/.exec(expression)?.[1];
  return shown === undefined ? 100 * Math.abs(value - 1) : Number(shown.replace(',', '.'));
}

/** A number of something that nothing here counts, said of the subject beyond doubt. */
function withoutMetric(claim: Claim): Unexplained | undefined {
  const { subject, personal, stated } = claim;
  if (subject.score < SURE || personal || isSmall(claim)) return undefined;
  if (stated.kind === 'money' && stated.value < 1_000) return undefined;
  if (stated.kind === 'percent' && claim.part.tokens.length < 2) return undefined;
  const isTold = stated.kind !== 'count' || claim.part.tokens.length > 0;
  return isTold ? { ...noData(claim), missing: [] } : undefined;
}

const NO_DATA: Judged = { verdict: 'no-data', figures: [], older: [], derived: [] };

function noData(claim: Claim): Judged & { claim: Claim } {
  return { ...NO_DATA, claim };
}
