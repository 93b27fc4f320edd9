/** What else the words of a claim may count: "51 arrived", "18,000 in" may be said of either way in. */
import type { Claim } from '../../questions/claims/claim.js';
import type { AskedMetric } from '../../questions/query.js';
import type { Context } from '../context.js';

/** Tokens of the lexicon that tell by which way people came. */
const BY_BOAT: ReadonlySet<string> = new Set(['small-boat', 'crossing', 'boat-people']);
const ACCEPTED = 'accept';
const ARRIVED = 'arrival';
/** "350 in": said without a verb. */
const BARE_IN = /^\s?(?:people |ppl )?in(?!\p{L})/iu;

/** The claim read of the other way in, where its words leave open which one is meant. */
export function otherReading(claim: Claim, { lexicon }: Context): Claim | undefined {
  const { part, after, stated } = claim;
  const [first] = part.metrics;
  if (!first || stated.kind !== 'count' || part.tokens.some((token) => BY_BOAT.has(token))) return undefined;
  const named = (token: string) =>
    lexicon.metrics.find(
      ({ metric, names }) =>
        metric.id !== first.id && names.some(({ tokens }) => tokens.length === 1 && tokens[0] === token),
    )?.metric;
  const isArrived = part.tokens.includes(ARRIVED);
  const isBare = BARE_IN.test(after);
  const other = isArrived ? named(ACCEPTED) : isBare ? named(ARRIVED) : undefined;
  if (!other) return undefined;
  const metric: AskedMetric = { ...first, id: other.id, restrictions: [] };
  return { ...claim, part: { ...part, metrics: [metric] } };
}
