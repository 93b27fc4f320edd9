/** Moments told by what happened then, in words that no event bears as its name: "when he was put on a plane again". */

import type { Lexicon } from '../knowledge/lexicon.js';
import { metricNamed } from '../knowledge/metric-names.js';
import type { AskedMetric, Described } from './query.js';
import { COUNT_PATTERN, countOf } from './time.js';

/** Where the description stands in the clause, by character offsets. */
type Place = { start: number; end: number };

const DESCRIBED = new RegExp(
  `(?<![\\p{L}'’])(?:(?<count>the|${COUNT_PATTERN}) (?<step>days?|weeks?|fortnights?|months?|jours?|semaines?|mois)(?: or so)? )?(?<side>before|after|when|by the time|at the time|on the day(?: that)?|the day|the moment|once|lorsqu(?:e|')|quand|après|avant)\\s+(?<phrase>(?:[^,?;:]|,(?=\\d)){8,90})`,
  'iu',
);
/** From here on the question goes on. */
const GOES_ON = /\s+(?:how many|how much|what (?:was|were|had)|combien|had (?:removals|returns|arrivals))\b/i;

/** The first such description in `text`, or undefined. */
export function describedMoment(text: string): { described: Described; place: Place } | undefined {
  const match = DESCRIBED.exec(text);
  const { count, step, side, phrase } = match?.groups ?? {};
  if (!match || !side || !phrase) return undefined;
  const ends = GOES_ON.exec(phrase)?.index ?? phrase.length;
  const start = match.index;
  const end = start + match[0].length - (phrase.length - ends);
  // "How many landed the day he came back" is of that day, "had landed by the day" of all until then.
  const ofThatDay =
    /^(?:on )?the day/i.test(side) &&
    !count &&
    !/\b(?:had|total|count|stood|so far|by|until|since)\b/i.test(text.slice(0, start));
  const isBefore = /^(?:before|avant)$/i.test(side);
  return {
    described: {
      phrase: phrase.slice(0, ends),
      offset: count ? (isBefore ? -1 : 1) * countOf(count.toLowerCase()) : 0,
      step: step ?? 'day',
      cue: isBefore && !count ? 'before' : ofThatDay ? 'on' : 'by',
    },
    place: { start, end },
  };
}

/** False where the words only say what the metric counts anyway ("came back after being sent to France"). */
export function tellsMoment(phrase: string, asked: readonly AskedMetric[], lexicon: Lexicon): boolean {
  const metric = metricNamed(asked[0]?.id, lexicon);
  if (!metric) return true;
  const named = new Set(metric.names.flatMap(({ tokens, generic }) => [...tokens, ...generic]));
  const told = lexicon.read(phrase).units.filter(({ kind, generic }) => kind !== 'neutral' && !generic);
  return told.some(({ token }) => !metric.implied.has(token) && !named.has(token));
}
