/** Checks a message: which of its numbers are claims about the subject, and what the sources say of each. */

import type { Claim } from '../../questions/claims/claim.js';
import type { DateClaim } from '../../questions/claims/date-claims.js';
import type { Stated } from '../../questions/claims/stated.js';
import { cleanQuestion } from '../../questions/clean.js';
import type { Language, Query } from '../../questions/query.js';
import type { Time } from '../../questions/time.js';
import type { Citation } from '../citations.js';
import { type Context, contextFor, type Desk } from '../context.js';
import { plainPart } from '../plain-part.js';
import { checkOne, type Unexplained } from './check-one.js';
import { judgeDate, statedDate } from './judge-date.js';
import type { Judged } from './judged.js';
import { reasonOf } from './reasons.js';
import type { Answering } from './shares.js';
import { goesOnWithThings } from './things.js';
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

/** The claims that are about the subject, each with its verdict. */
export function checkClaims(
  claims: readonly Claim[],
  dates: readonly DateClaim[],
  query: Omit<Query, 'parts'>,
  desk: Desk,
  answer: Answering,
): Check {
  const shared = contextFor(desk, { ...query, parts: [] }, plainPart({}));
  const isOfThings = claims.map((claim, index) => goesOnWithThings(claim, claims[index - 1], shared));
  const alone = claims.map((claim, index) =>
    isOfThings[index] ? undefined : checkOne(claim, { ...shared, part: claim.part }, answer, false),
  );
  const isAbout = alone.some((one) => one !== undefined);
  const judged: Unexplained[] = [];
  for (const [index, claim] of claims.entries()) {
    const again = isAbout && alone[index] === undefined && !isOfThings[index];
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
  const isOfSubject = judged.length > 0 || dates.some((claim) => judgeDate(claim, false, shared, answer));
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
