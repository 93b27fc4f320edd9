/** Checks a message: which of its numbers are claims about the subject, and what the sources say of each. */
import type { DateClaim } from '../../questions/claims/date-claims.js';
import { type Claim, isSmall } from '../../questions/claims/read-claims.js';
import type { Stated } from '../../questions/claims/stated.js';
import { cleanQuestion } from '../../questions/clean.js';
import type { Language, Query } from '../../questions/query.js';
import type { Time } from '../../questions/time.js';
import type { Citation } from '../citations.js';
import { type Context, contextFor, type Desk } from '../context.js';
import { plainPart } from '../plain-part.js';
import {
  countsPeople,
  countsThings,
  goesAlong,
  isAboutSubject,
  isAnyFlight,
  isBarePrice,
  isOfGroup,
  isOfOneDay,
  isOfOthers,
  isSmallPrice,
  mayBeAbout,
  SUPPOSED,
  SURE,
  TELLING,
} from './about.js';
import { judge } from './judge.js';
import { judgeByKind } from './judge-by-kind.js';
import { judgeDate, statedDate } from './judge-date.js';
import { judgeLength } from './judge-length.js';
import { judgeRecordNumber } from './judge-record.js';
import { type Judged, NOTHING } from './judged.js';
import { otherReading } from './other-readings.js';
import { AIM, PACE, PROMISED, pacedMetrics, pacesOf } from './paces.js';
import { reasonOf } from './reasons.js';
import type { Answering } from './shares.js';
import { workedOut, wronglyWorkedOut } from './working.js';

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

/** The claims that are about the subject, each with its verdict. */
export function checkClaims(
  claims: readonly Claim[],
  dates: readonly DateClaim[],
  query: Omit<Query, 'parts'>,
  desk: Desk,
  answer: Answering,
): Check {
  const shared = contextFor(desk, { ...query, parts: [] }, plainPart({}));
  const alone = claims.map((claim) => checkOne(claim, { ...shared, part: claim.part }, answer, false));
  const isAbout = alone.some((one) => one !== undefined);
  const judged: Unexplained[] = [];
  for (const [index, claim] of claims.entries()) {
    const again = isAbout && alone[index] === undefined;
    const one = again ? checkOne(claim, { ...shared, part: claim.part }, answer, true) : alone[index];
    const found = one?.verdict === 'supported' ? one : (inWorking(claim, one, judged, shared) ?? one);
    if (found) judged.push(found);
  }
  const numbers = judged.map(({ claim, missing, ...rest }) => {
    const reason = reasonOf(rest, missing, { ...shared, part: plainPart({}) });
    const metric = claim.part.metrics[0]?.id;
    return {
      ...rest,
      at: claim.stated.start,
      span: claim.span,
      words: cleanQuestion(claim.span),
      stated: claim.stated,
      metric,
      reason,
    };
  });
  // "Agreed in July 2025, in force in August": the one date tells what the other is of.
  const isOfSubject =
    judged.length > 0 || dates.some((claim) => judgeDate(claim, false, shared, answer) !== undefined);
  const ofDates = dates.flatMap((claim) => {
    const [from, to] = [claim.at, claim.at + claim.span.length];
    // "1,305 on 3 September 2022, the record": the number is claimed, and of that day.
    if (judged.some(({ claim: one }) => isOfNumber(one, from, to, claim.time))) return [];
    const found = judgeDate(claim, isOfSubject, shared, answer);
    if (!found) return [];
    const reason = reasonOf(found, [], { ...shared, part: plainPart({}) });
    const stated = statedDate(claim.time);
    return {
      ...found,
      at: claim.at,
      span: claim.span,
      words: cleanQuestion(claim.span),
      stated,
      metric: undefined,
      reason,
    };
  });
  const checked = [...numbers, ...ofDates].sort((a, b) => a.at - b.at).map(({ at, ...claim }) => claim);
  const metrics = checked.flatMap(({ figures, older }) => [...figures, ...older]).map(({ metric }) => metric);
  return {
    language: query.language,
    claims: checked,
    citations: shared.citations.all(),
    units: new Map(metrics.map((id) => [id, desk.knowledge.metric(id)?.unit[query.language] ?? ''])),
  };
}

/** True where a date stands in the words of a claimed number, or close by and is its date. */
function isOfNumber({ place, part }: Claim, from: number, to: number, time: Time): boolean {
  if (place.start < to && from < place.end) return true;
  const isNear = from - place.end < NEAR && place.start - to < NEAR;
  return isNear && part.times.some((one) => one.from === time.from && one.to === time.to);
}

/** So many characters apart a number and its date stand. */
const NEAR = 10;

/** What the numbers before a claim give for it; where they do not give it, only if nothing else is known. */
function inWorking(
  claim: Claim,
  one: Unexplained | undefined,
  before: readonly Unexplained[],
  context: Context,
): Unexplained | undefined {
  // Beside dated numbers, an undated difference is theirs and not that of the newest ones.
  const isDated = claim.part.times.length > 0 || before.at(-1)?.claim.part.times.length === 0;
  const isSettled =
    one !== undefined && one.verdict !== 'no-data' && (isDated || claim.stated.kind !== 'count');
  const worked =
    workedOut(claim, before, context) ?? (isSettled ? undefined : wronglyWorkedOut(claim, before, context));
  return worked && { ...worked, missing: [] };
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
  if (claim.stated.isTime) return judgeLength(claim, context);
  const isSure = isAboutSubject(claim);
  const record = judgeRecordNumber(claim, context);
  if (record && claim.stated.value >= SUPPOSED && countsPeople(claim, context))
    return { ...record, claim, missing: [] };
  if (naming === 'none' || !first) return knownPace(claim, context, accompanied) ?? withoutMetric(claim);
  const knownAim = naming === 'supposed' ? knownPace(claim, context, accompanied) : undefined;
  if (knownAim) return knownAim;
  const missing = first.restrictions.map((token) => part.surfaces[token] ?? token);
  if (isOfOthers(claim) || (missing.length > 0 && countsThings(claim, context) && !isOfGroup(claim)))
    return undefined;
  if (missing.length > 0) {
    if (isSmallPrice(claim)) return undefined;
    const isNarrowed = first.restrictions.some((token) => part.narrowing.includes(token));
    const isGroupAlone = first.restrictions.every((token) => part.narrowing.includes(token));
    const isTelling = !isSmall(claim) || (isGroupAlone && subject.score > 0 && !claim.foreign && !claim.tale);
    const mayBeGroup = isNarrowed && claim.stated.kind !== 'money' && isTelling;
    if (isOfGroup(claim)) return { ...noData(claim), missing };
    const isAbout = (isSure || mayBeGroup) && (subject.own > 0 || first.id.includes('france')) && !personal;
    return isAbout ? { ...noData(claim), missing } : undefined;
  }
  const paced = pacedMetrics(claim, context);
  const judged = paced
    ? bestOf(paced.map((metric) => judge(claim, metric, context)))
    : judgeEither(claim, context, answer);
  if (!judged) return undefined;
  const isFound = isKnown(judged);
  const isDayCount = isOfOneDay(claim);
  if (naming === 'supposed' && !((isFound || accompanied || isDayCount) && claim.stated.value >= SUPPOSED))
    return undefined;
  if (!isFound && isBarePrice(claim)) return undefined;
  if (judged.verdict === 'no-data' && claim.stated.kind === 'percent' && isOfGroup(claim))
    return { ...judged, claim, missing };
  const isKnownPace = paced !== undefined && judged.verdict === 'supported' && !claim.foreign && !personal;
  if (naming === 'supposed' && !accompanied && !countsPeople(claim, context)) return undefined;
  if (!isFound && isAnyFlight(claim)) return undefined;
  if (personal && !isFound && subject.own === 0) return undefined;
  if (isSure || isKnownPace || isDayCount || naming === 'carried')
    return personal && judged.verdict === 'no-data' ? undefined : { ...judged, claim, missing };
  return (accompanied && goesAlong(claim, judged)) || mayBeAbout(claim, judged, context)
    ? { ...judged, claim, missing }
    : undefined;
}

/** "They promised 50 a week": a pace that a target or a rate has, where nothing says what else it is of. */
function knownPace(claim: Claim, context: Context, accompanied: boolean): Unexplained | undefined {
  const { part, stated, foreign, personal, tale } = claim;
  const pace = PACE.exec(part.text)?.groups?.pace?.toLowerCase();
  if (pace === undefined || (foreign && !accompanied) || personal || tale || stated.kind !== 'count')
    return undefined;
  if (stated.high < TELLING || !(accompanied || AIM.test(part.text))) return undefined;
  const isPromised = PROMISED.test(part.text);
  const judged = pacesOf(pace, context)
    .filter(({ kind }) => !isPromised || kind === 'target')
    .map((metric) => judge(claim, metric, context))
    .sort((a, b) => Number(b.verdict === 'supported') - Number(a.verdict === 'supported'))
    .find(
      ({ verdict }) => verdict === 'supported' || (accompanied && isPromised && verdict === 'contradicted'),
    );
  return judged && { ...judged, claim, missing: [] };
}

/** Held against what its words count, and against what else they may count where that is not so. */
function judgeEither(claim: Claim, context: Context, answer: Answering): Judged | undefined {
  const judged = judgeByKind(claim, context, answer);
  if (!judged || isKnown(judged)) return judged;
  const other = otherReading(claim, context);
  const otherwise = other && judgeByKind(other, { ...context, part: other.part }, answer);
  return otherwise && isKnown(otherwise) ? otherwise : judged;
}

function isKnown({ verdict }: Judged): boolean {
  return verdict !== 'contradicted' && verdict !== 'no-data';
}

/** What is claimed is supported if it is so of one of them. */
function bestOf(judged: readonly Judged[]): Judged {
  return judged.find(({ verdict }) => verdict === 'supported') ?? judged[0] ?? NOTHING;
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

function noData(claim: Claim): Judged & { claim: Claim } {
  return { ...NOTHING, claim };
}
