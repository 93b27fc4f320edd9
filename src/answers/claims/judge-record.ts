/** Holds what is claimed to be a record against the counts: "2025 was the record year", "the busiest day ever was …". */
import { usualCount } from '../../knowledge/metric-names.js';
import type { Metric } from '../../knowledge/schema.js';
import type { Claim } from '../../questions/claims/claim.js';
import type { DateClaim } from '../../questions/claims/date-claims.js';
import type { Context } from '../context.js';
import { recordOf, recordSaid } from '../records.js';
import { byStanding } from '../standing.js';
import { judgeGroup } from './judge-group.js';
import { type Judged, NOTHING } from './judged.js';

/** A year or day is called a record by a noun of its own: that it "was the worst" may be an opinion. */
const RECORD =
  /\b(?:(?:record|highest|biggest|busiest|worst|lowest|quietest|peak)(?:[ -](?:ever|single|annual|all[ -]time))?[ -](?:year|day|month|total)|(?:year|day|month) on record|most (?:ever )?in (?:a|any|one) (?:single )?(?:year|day)|all[ -]time (?:high|record)|(?:année|jour(?:née)?|mois) (?:record|la plus|le plus))\b/i;

/** The verdict on a year or day that is said to be the record; undefined where that is not said. */
export function judgeRecord(claim: DateClaim, isAbout: boolean, context: Context): Judged | undefined {
  const { told, time, part, subject } = claim;
  if (!RECORD.test(told) || claim.numbers.length > 0) return undefined;
  const metric = countedIn(part.metrics[0]?.id, context);
  const isNamed = part.metrics.some(({ strength }) => strength > 0) || subject.score > 0;
  if (!metric || !(isNamed || isAbout)) return undefined;
  const top = recordOf(metric, time, told, { ...context, part });
  const [lead] = top;
  if (!lead?.period) return undefined;
  const isIt = lead.period.from === time.from && lead.period.to === time.to;
  const figures = byStanding(top, context.knowledge);
  return { ...NOTHING, verdict: isIt ? 'supported' : 'contradicted', figures };
}

/** The verdict on a number that is said to be the record and that no time dates. */
export function judgeRecordNumber(claim: Claim, context: Context): Judged | undefined {
  const { part, stated, personal, tale, foreign } = claim;
  const said = part.text;
  if (stated.kind !== 'count' || personal || tale || foreign || !RECORD.test(said)) return undefined;
  if (part.times.some(({ granularity }) => granularity !== 'year')) return undefined;
  const metric = countedIn(part.metrics[0]?.id, context);
  const top = metric ? recordSaid(metric, said, { ...context, part }) : [];
  return top.length > 0 ? judgeGroup(stated, top, context) : undefined;
}

/** What is named, else what is usually counted by the day and the year. */
function countedIn(id: string | undefined, { knowledge, lexicon }: Context): Metric | undefined {
  const named = id === undefined ? undefined : knowledge.metric(id);
  return named ?? usualCount(lexicon)?.metric;
}
