/** Checks a message: which of its numbers are claims about the subject, and what the sources say of each. */
import type { Claim } from '../../questions/claims/read-claims.js';
import { isSmall } from '../../questions/claims/read-claims.js';
import type { Language, Part, Query } from '../../questions/query.js';
import type { Answer } from '../answer.js';
import { Citations } from '../citations.js';
import { type Context, contextFor, type Desk } from '../context.js';
import { plainPart } from '../plain-part.js';
import { judge, type Judged } from './judge.js';
import { holds } from './holds.js';

export type CheckedClaim = Judged & { claim: Claim; /** Words that no figure meets. */ missing: string[] };

export type Check = {
  language: Language;
  claims: CheckedClaim[];
  context: Context;
};

/** More than two shared words, or one of its own, make a clause one about the subject. */
const SURE = 2;
/** A number that no clause names a subject for is no claim if it is smaller. */
const TELLING = 10;

export type Answering = (query: Query) => Answer;

/** The claims that are about the subject, each with its verdict. */
export function checkClaims(
  claims: readonly Claim[],
  query: Omit<Query, 'parts'>,
  desk: Desk,
  answer: Answering,
): Check {
  const shared = contextFor(desk, { ...query, parts: [] }, plainPart({}));
  const checked = claims.flatMap((claim) => checkOne(claim, { ...shared, part: claim.part }, answer) ?? []);
  return { language: query.language, claims: checked, context: { ...shared, citations: new Citations(desk.knowledge) } };
}

function checkOne(claim: Claim, context: Context, answer: Answering): CheckedClaim | undefined {
  const { part, naming, subject, personal } = claim;
  const [first] = part.metrics;
  const strength = Math.max(0, (first?.strength ?? 0) - 1);
  const isSure = subject.score + Math.min(strength, 1) >= SURE;
  if (naming === 'none' || !first) return withoutMetric(claim);
  const missing = first.restrictions.map((token) => part.surfaces[token] ?? token);
  if (missing.length > 0) {
    const isAbout = isSure && (subject.own > 0 || first.id.includes('france')) && !personal;
    return isAbout ? { ...noData(claim), missing } : undefined;
  }
  const judged = judgeByKind(claim, context, answer);
  if (!judged) return undefined;
  if (claim.isLength && judged.verdict !== 'supported') return undefined;
  const isFound = judged.verdict !== 'contradicted' && judged.verdict !== 'no-data';
  if (naming === 'supposed' && !(isFound && claim.stated.value >= 100)) {
    return subject.own > 0 && judged.verdict === 'contradicted' && !claim.foreign ? { ...judged, claim, missing } : undefined;
  }
  if (isSure || naming === 'carried') return personal && judged.verdict === 'no-data' ? undefined : { ...judged, claim, missing };
  const isTelling = isFound && claim.stated.high >= TELLING && !claim.foreign && !personal && isStated(claim, judged);
  return isTelling && first.asides.length === 0 ? { ...judged, claim, missing } : undefined;
}

/** A clause that could speak of anything is one about the subject only if its very number is known. */
function isStated({ stated }: Claim, { figures, older, derived }: Judged): boolean {
  return (
    [...figures, ...older].some(({ value }) => value === stated.value) || (derived.length > 0 && stated.kind !== 'count')
  );
}

function judgeByKind(claim: Claim, context: Context, answer: Answering): Judged | undefined {
  const { stated, part } = claim;
  const [first] = part.metrics;
  const metric = first && context.knowledge.metric(first.id);
  if (!metric) return undefined;
  const { en: unit } = metric.unit;
  const isPercent = /percent/.test(unit);
  const isMoney = /pound|euro/.test(unit);
  switch (stated.kind) {
    case 'percent':
    case 'times':
      return isPercent && stated.kind === 'percent' ? judge(claim, metric, context) : judgeShare(claim, context, answer);
    case 'money':
      return isMoney ? judge(claim, metric, context) : NO_DATA;
    case 'count':
      return isPercent ? undefined : judge(claim, metric, context);
  }
}

/** Shares and multiples are computed as for a question, and the claim is held against what comes out. */
function judgeShare({ stated, part, language }: Claim, context: Context, answer: Answering): Judged {
  const operation = stated.kind === 'percent' ? 'share' : 'ratio';
  const asked: Part = { ...part, operation, numbers: [], focus: 'quantity' };
  const told = answer({ ...context.query, language, parts: [asked] });
  if (told.status !== 'answered' || told.derived.length === 0) return NO_DATA;
  const values = told.derived.map(({ expression, value }) => valueOf(expression, value, stated.kind));
  const fits = values.some((value) => holds(stated, value));
  return { verdict: fits ? 'supported' : 'contradicted', figures: told.figures, older: [], derived: told.derived };
}

/** A share is kept as the number that stands before its percent sign. */
function valueOf(expression: string, value: number, kind: Claim['stated']['kind']): number {
  if (kind !== 'percent') return value;
  const shown = /([\d\s.,\u00a0\u202f]+)\s?%\s*$/.exec(expression)?.[1];
  return shown === undefined ? value : Number(shown.replace(/[\s\u00a0\u202f]/g, '').replace(',', '.'));
}

/** A number of something that nothing here counts, said of the subject beyond doubt. */
function withoutMetric(claim: Claim): CheckedClaim | undefined {
  const { subject, personal, stated, isLength } = claim;
  if (subject.score < SURE || personal || isSmall(claim) || isLength) return undefined;
  const isTold = stated.kind !== 'count' || claim.part.tokens.length > 0;
  return isTold ? { ...noData(claim), missing: [] } : undefined;
}

const NO_DATA: Judged = { verdict: 'no-data', figures: [], older: [], derived: [] };

function noData(claim: Claim): Judged & { claim: Claim } {
  return { ...NO_DATA, claim };
}
