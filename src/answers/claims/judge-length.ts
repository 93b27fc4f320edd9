/** Holds a length of time or an age against the metrics that count such; of most nothing is known. */
import { daysBetween } from '../../knowledge/calendar.js';
import type { Metric } from '../../knowledge/schema.js';
import type { Claim } from '../../questions/claims/claim.js';
import type { Context } from '../context.js';
import { endOf } from '../standing.js';
import { judge } from './judge.js';
import { type Judged, NOTHING } from './judged.js';

/** The verdict; undefined where the words are not about the subject. */
export function judgeLength(
  claim: Claim,
  context: Context,
): (Judged & { claim: Claim; missing: string[] }) | undefined {
  const { part, subject, personal, tale, after } = claim;
  const unit = /^[\s-]?(?<unit>days?|jours?)(?!\p{L})/iu.test(after);
  const metric = context.knowledge.metric(part.metrics[0]?.id ?? '');
  if (personal || tale || (subject.own === 0 && part.unknown.length > 1)) return undefined;
  if (metric && unit && metric.unit.en === 'days')
    return { ...judgeDays(claim, metric, context), claim, missing: [] };
  const telling = new Set(part.tokens.filter((token) => token.startsWith('p-') || DONE.has(token))).size;
  // "The crossing took 90 minutes": of any ferry.
  const isOfTrip = part.tokens.every((token) => !DONE.has(token) || TRIPS.has(token));
  const isAbout =
    telling > 1 ||
    (telling > 0 && (isOfTrip ? subject.own : subject.score) > 0) ||
    (subject.own > 0 && subject.score > 1);
  return isAbout ? { ...NOTHING, claim, missing: [] } : undefined;
}

/** A stretch of days ends on a day; what is said of the weeks around it is meant of it. */
function judgeDays(claim: Claim, metric: Metric, context: Context): Judged {
  const judged = judge(claim, metric, context);
  const [time] = claim.part.times;
  if (!time || judged.verdict !== 'no-data') return judged;
  const part = { ...claim.part, times: [] };
  const undated = judge({ ...claim, part }, metric, { ...context, part });
  const [figure] = undated.figures;
  const isNear = figure !== undefined && Math.abs(daysBetween(endOf(figure), time.to)) <= NEAR_DAYS;
  return isNear ? undated : judged;
}

const NEAR_DAYS = 31;

/** Tokens of the lexicon for journeys, which anybody makes. */
const TRIPS: ReadonlySet<string> = new Set(['flight', 'crossing', 'come-back']);

/** Tokens of the lexicon for what is done with people here. */
const DONE: ReadonlySet<string> = new Set([
  'accept',
  'return-to-france',
  'returnee',
  'detain',
  'flight',
  'crossing',
  'come-back',
  'interview',
]);
