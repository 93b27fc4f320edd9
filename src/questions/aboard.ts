/** How many people were on one flight: a count of its own, whatever the flight did with them. */
import type { Lexicon } from '../knowledge/lexicon.js';
import type { Unit } from '../knowledge/meanings.js';
import { isOfOneFlight } from '../knowledge/metric-names.js';
import { wholeCount } from './metrics.js';
import type { AskedMetric } from './query.js';
import type { Time } from './time.js';

const FLIGHT = String.raw`(?:flight|plane|jet|charter(?! (?:fare|cost|price))|aircraft|aeroplane|avion|vol)(?![\p{L}])`;
const ONE_FLIGHT = new RegExp(String.raw`(?<![\p{L}])${FLIGHT}`, 'iu');
/** "How many flights", "what did the flight cost": not who was on it. */
const OTHERWISE =
  /(?<!\w)(?:(?:how many|number of|combien de|combien d['’]|nombre de|nombre d['’]) (?:\p{L}+ ){0,2}?(?:flights?|planes?|jets?|charters?|vols?|avions?)|(?:each|every|per|a|chaque|par) (?:single )?(?:flight|plane|vol|avion)|costs?|price|fare|how much|how long|guards?|escorts?|officers?|crew|coût|prix|cancelled|canceled|booked|bumped|taken off|annulés?)(?!\w)/iu;
/** "A fortnight after the first flight": it only says when. */
const SAYS_WHEN = new RegExp(
  String.raw`(?<!\w)(?:after|before|since|until|following|when|once|by|avant|après|depuis|quand)(?!\w)[^,?]{0,40}(?<![\p{L}])${FLIGHT}`,
  'iu',
);
const COUNTS_PEOPLE =
  /\b(?:how many|number of|headcount|head count|combien|nombre de|passengers|tally|count|\d+ (?:people|persons|ppl|migrants|asylum seekers|passengers|were|personnes|on|aboard))\b|\b(?:return|remove|deport|fly|flew|sent?|take|took|carry|carried) (?:back )?\d+\b/i;
/** "Did they return 42 on one flight": of any, without a day. */
const ON_ONE =
  /\b(?:on|in|aboard|dans|sur) (?:any |just )?(?:one|a single|the same|any one|un seul|un même) (?:single )?(?:removal |return |deportation )?(?:flight|plane|vol|avion)\b/i;
/** Who is counted by any of these are those aboard; other groups narrow them. */
const ANYONE =
  /^(?:person|return-to-france|flight|france|uk|scheme|time|small-boat|seat|arrival|accept|charter|jet|seat)$/;

/**
 * The count of the people on one flight, where one flight is named beside one day ("how many were on the plane on
 * 30 October"); what else narrows them stays a restriction. Undefined for anything else that is asked of flights.
 */
export function peopleAboard(
  text: string,
  asked: readonly AskedMetric[],
  { times, asking, lexicon }: { times: readonly Time[]; asking: readonly Unit[]; lexicon: Lexicon },
): AskedMetric | undefined {
  const [time, ...more] = times;
  const isOfDay = time?.granularity === 'day' && time.cue !== 'since';
  if (more.length > 0 || !(time ? isOfDay : ON_ONE.test(text))) return undefined;
  if (!ONE_FLIGHT.test(text) || OTHERWISE.test(text) || SAYS_WHEN.test(text) || !COUNTS_PEOPLE.test(text))
    return undefined;
  if (asked.some(({ id, strength }) => strength > 1 && id !== asked[0]?.id)) return undefined;
  const aboard = lexicon.metrics.find(({ metric }) => isOfOneFlight(metric));
  if (!aboard) return undefined;
  const restrictions = asking
    .filter(
      (unit) =>
        /^(?:term|word)$/.test(unit.kind) &&
        !unit.generic &&
        !unit.light &&
        !ANYONE.test(unit.token) &&
        !aboard.implied.has(unit.token),
    )
    .map(({ token }) => token);
  return { ...wholeCount(aboard.metric.id), restrictions };
}
