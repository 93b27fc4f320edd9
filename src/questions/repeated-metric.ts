/** A word that names two counts at once, where the clause holds one thing against another. */
import type { Lexicon } from '../knowledge/lexicon.js';
import type { Unit } from '../knowledge/meanings.js';
import { namesOfMetric } from '../knowledge/metric-names.js';
import { metricsAsked } from './metrics.js';
import type { AskedMetric } from './query.js';

/**
 * "Returns to France against all enforced returns": a word that is said twice may name two metrics, where the rest of
 * the clause names another one without the words of the first.
 */
export function withRepeated(
  asked: readonly AskedMetric[],
  units: readonly Unit[],
  narrowing: ReadonlySet<number>,
  lexicon: Lexicon,
): AskedMetric[] {
  const [best] = asked;
  if (!best) return [...asked];
  const said = new Set(units.map(({ token }) => token));
  const names = namesOfMetric(best.id, lexicon);
  const [longest] = names
    .filter(({ tokens }) => tokens.every((token) => said.has(token)))
    .sort((a, b) => b.tokens.length - a.tokens.length);
  // "The cost per return against Rwanda": said once, the price is meant of both.
  const isPrice = longest?.tokens.includes(PRICE) === true;
  if (!isPrice && asked.some(({ id, strength }) => id !== best.id && strength > 0)) return [...asked];
  const used = new Set(
    longest?.tokens
      .filter((token) => token !== PRICE || units.filter((unit) => unit.token === PRICE).length > 1)
      .map((token) => units.find((unit) => unit.token === token)),
  );
  const [other] = metricsAsked(
    units.filter((unit) => !used.has(unit)),
    narrowing,
    lexicon,
  );
  const isAlike = !isPrice || namesOfMetric(other?.id, lexicon).some(({ tokens }) => tokens.includes(PRICE));
  const isOther =
    isAlike && other !== undefined && other.strength > 0 && other.id !== best.id && longest !== undefined;
  return isOther ? [best, { ...other, restrictions: [], asides: [] }] : [...asked];
}

/** The token of what something costs. */
const PRICE = 'cost';
