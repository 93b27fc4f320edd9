/** Two things asked of one time: how many people came, and in how many boats. */
import type { Lexicon } from '../knowledge/lexicon.js';
import type { Unit } from '../knowledge/meanings.js';
import { usualCount } from '../knowledge/metric-names.js';
import { wholeCount } from './metrics.js';
import { boatsMetric } from './part-metrics.js';
import type { AskedMetric } from './query.js';

const AND = String.raw`(?:\s*[,&+/]\s*|\s+)(?:(?:and|plus|et|as well as|along with|ainsi que)\s+)?`;
const COUNTED = `(?:also |the |their |its |in |on |how many |(?:the )?number of |combien de |(?:le )?nombre de |de |les )*`;
const PEOPLE = `(?:people|persons|ppl|arrivals?|migrants|passengers|heads|souls|numbers?|dates?|day|count|personnes|arrivées|gens|date|nombre)`;
const BOATS = String.raw`(?:boats|dinghies|vessels|bateaux|embarcations|canots)(?!\w)(?!\s+(?:people|ppl|arrivals|crossings|migrants|stopped|turned|seized|sunk|sank))`;
const BOTH = new RegExp(
  `(?<![\\p{L}])(?:${PEOPLE}(?!\\w)(?!\\s+of(?!\\w))(?:\\s+\\p{L}+){0,2}?${AND}${COUNTED}${BOATS}|${BOATS}${AND}${COUNTED}${PEOPLE}(?![\\p{L}]))`,
  'iu',
);
/** A sign or a word that puts two things side by side; without one "people boats" is one thing. */
const JOINED = /[,&+/]|\b(?:and|plus|et|as well as|along with|ainsi que)\b/i;

/**
 * "Arrivals and boats since the election", "number, date, boats": the count of people and that of boats, for the
 * same time. Empty unless the clause lists both, or where it counts something else.
 */
export function peopleAndBoats(
  text: string,
  counted: readonly AskedMetric[],
  asking: readonly Unit[],
  lexicon: Lexicon,
): AskedMetric[] {
  const match = BOTH.exec(text)?.[0];
  if (match === undefined || !JOINED.test(match)) return [];
  const usual = usualCount(lexicon)?.metric.id;
  const [first] = counted;
  const boats = boatsMetric(counted, asking, lexicon);
  if (!first || !usual || !boats || (first.id !== usual && first.id !== boats.id)) return [];
  return [{ ...wholeCount(usual), restrictions: boats.restrictions }, boats];
}
