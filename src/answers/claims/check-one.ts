/** Judges one number of a message, where it is claimed of the subject. */

import { type Claim, isSmall } from '../../questions/claims/claim.js';
import { surfaceOf } from '../../questions/part-words.js';
import type { Context } from '../context.js';
import {
  countsPeople,
  goesAlong,
  isAboutSubject,
  isAnyFlight,
  isBarePrice,
  isOfOneDay,
  isOfOthers,
  isSmallPrice,
  mayBeAbout,
  SUPPOSED,
  SURE,
  TELLING,
} from './about.js';
import { isAmongDone, isMissed, isOfGroup } from './groups.js';
import { judge } from './judge.js';
import { judgeByKind } from './judge-by-kind.js';
import { judgeLength } from './judge-length.js';
import { judgeRecordNumber } from './judge-record.js';
import { judgeTold } from './judge-told.js';
import { type Judged, NOTHING } from './judged.js';
import { otherReading } from './other-readings.js';
import { AIM, PACE, PROMISED, pacedMetrics, pacesOf } from './paces.js';
import type { Answering } from './shares.js';
import { countsThings } from './things.js';

/** A judged claim, its reason not yet told. */
export type Unexplained = Judged & { claim: Claim /** Words that no figure meets. */; missing: string[] };

/** `accompanied`: something else in the message is a claim about the subject. */
export function checkOne(
  claim: Claim,
  context: Context,
  answer: Answering,
  accompanied: boolean,
): Unexplained | undefined {
  const { part, naming, subject, personal } = claim;
  const [first] = part.metrics;
  if (claim.elsewhere) return undefined;
  const told = judgeTold(claim, context, answer);
  if (told) return { ...told, claim, missing: [] };
  if (claim.stated.isTime) return judgeLength(claim, context);
  const isSure = isAboutSubject(claim);
  const record = judgeRecordNumber(claim, context);
  if (record && claim.stated.value >= SUPPOSED && countsPeople(claim, context))
    return { ...record, claim, missing: [] };
  if (naming === 'none' && isOfGroup(claim)) return { ...noData(claim), missing: [] };
  if (naming === 'none' || !first) return knownPace(claim, context, accompanied) ?? withoutMetric(claim);
  const knownAim = naming === 'supposed' ? knownPace(claim, context, accompanied) : undefined;
  if (knownAim) return knownAim;
  const missing = first.restrictions.map((token) => surfaceOf(token, part) ?? token);
  if (isOfOthers(claim) || (missing.length > 0 && countsThings(claim, context) && !isOfGroup(claim)))
    return undefined;
  if (missing.length > 0) {
    if (isSmallPrice(claim)) return undefined;
    const isNarrowed = first.restrictions.some((token) => part.narrowing.includes(token));
    const isGroupAlone = first.restrictions.every((token) => part.narrowing.includes(token));
    const isTelling = !isSmall(claim) || (isGroupAlone && subject.score > 0 && !claim.foreign && !claim.tale);
    const mayBeGroup = isNarrowed && claim.stated.kind !== 'money' && isTelling && !claim.foreign;
    if (isOfGroup(claim) || (naming === 'carried' && !personal)) return { ...noData(claim), missing };
    // "Three small boats in the harbour": of boats and people in general only known words tell.
    const isOfScheme = first.id.includes('france') || (subject.own > 0 && !claim.foreign);
    const isAbout = (isSure || mayBeGroup) && isOfScheme && !personal;
    return isAbout ? { ...noData(claim), missing } : undefined;
  }
  const paced = pacedMetrics(claim, context);
  const judged = paced
    ? bestOf(paced.map((metric) => judge(claim, metric, context)))
    : judgeEither(claim, context, answer);
  if (!judged) return undefined;
  if (isAmongDone(claim, judged))
    return (isSure || !claim.foreign) && !personal ? { ...noData(claim), missing } : undefined;
  const isFound = isKnown(judged);
  if (judged.verdict === 'no-data' && !isMissed(claim)) return undefined;
  const isDayCount = isOfOneDay(claim);
  if (naming === 'supposed' && !((isFound || accompanied || isDayCount) && claim.stated.value >= SUPPOSED))
    return undefined;
  if (!isFound && isBarePrice(claim)) return undefined;
  if (judged.verdict === 'no-data' && claim.stated.kind === 'percent' && isOfGroup(claim))
    return { ...judged, claim, missing };
  const isKnownPace = paced !== undefined && judged.verdict === 'supported' && !claim.foreign && !personal;
  if (naming === 'supposed' && !accompanied && !countsPeople(claim, context)) return undefined;
  if (!isFound && isAnyFlight(claim, context)) return undefined;
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
  // "68% of voters in Kent back the deal": what people think of it.
  const { tokens } = claim.part;
  const isPolled = stated.kind === 'percent' && tokens.includes('poll') && tokens.includes('scheme');
  if (!(subject.score >= SURE || isPolled) || !isMissed(claim) || personal || isSmall(claim))
    return undefined;
  if (stated.kind === 'percent' && claim.part.tokens.length < 2) return undefined;
  const isTold = stated.kind !== 'count' || claim.part.tokens.length > 0;
  return isTold ? { ...noData(claim), missing: [] } : undefined;
}

function noData(claim: Claim): Judged & { claim: Claim } {
  return { ...NOTHING, claim };
}
