/** A count spread over something that is no time: arrivals a boat, returns a flight. */
import type { Metric } from '../knowledge/schema.js';
import { wholeCount } from '../questions/metrics.js';
import { answered, type Context, type PartAnswer, unknown } from './context.js';
import { figuresOfPair } from './derived-metrics.js';
import { quotientLines } from './quotient.js';
import { amountOf, endOf, isRounded } from './standing.js';
import { answerValue } from './values.js';
import { labelOf, labelWithin } from './wording.js';

const TIMES =
  'days?|weeks?|months?|years?|annum|wk|yr|hours?|fortnight|quarter|jours?|semaines?|mois|an|année';
const OVER = new RegExp(
  `(?<!\\w)(?:per|each|every|apiece in|(?:in|on|aboard|to) (?:an?|each|every|one|the average)(?: (?:average|typical|single|small))*|par|chaque|dans (?:un|une|chaque)|à bord d['’]une?) (?!(?:${TIMES})(?!\\w))(?<noun>\\p{L}{3,})`,
  'giu',
);
/** After these words a noun is what is spread over, whatever else the question asks. */
const PLAINLY = /^(?:per|each|every|par|chaque)\b/i;

/** So many people for each boat, flight and so on; undefined where the question spreads over nothing of the kind. */
export function answerSpreadOver(metric: Metric, context: Context): PartAnswer | undefined {
  const { part, knowledge, words } = context;
  const [time] = part.times;
  // What is an amount for each one already is not spread again.
  if (!/^(?:running-total|period)$/.test(metric.kind) || metric.derived) return undefined;
  const averages = part.operation === 'average';
  for (const { 0: said, groups } of part.text.matchAll(OVER)) {
    if (!averages && !PLAINLY.test(said)) continue;
    const noun = groups?.noun ?? '';
    const thing = countOfThings(noun, metric, context);
    const quotient = thing && knowledge.metrics().find((one) => one.quotient?.by === thing.id);
    if (quotient?.quotient?.of === metric.id) return answerValue(wholeCount(quotient.id), context);
    const pair = thing && figuresOfPair(metric, thing, time, context);
    if (thing && pair && endOf(pair[0]) === endOf(pair[1]) && !pair.some(isRounded) && amountOf(pair[1]) > 0)
      return answered(
        quotientLines([metric, thing], pair, [dividedLabel(metric, thing, context), ''], context),
      );
    if (averages && (thing || PLAINLY.test(said))) {
      const known = answerValue(wholeCount(metric.id), context);
      return unknown(words.noBreakdown(noun), known.lines.slice(0, 1).map(words.nearest));
    }
  }
  return undefined;
}

/** The count of the things that a noun names: "boat", "dinghy", "plane". */
function countOfThings(noun: string, metric: Metric, { knowledge, lexicon }: Context): Metric | undefined {
  const named = lexicon.tokens(noun).join(' ');
  return knowledge
    .metrics()
    .find(
      ({ id, unit, kind }) =>
        id !== metric.id &&
        /^(?:running-total|period)$/.test(kind) &&
        unit.en !== metric.unit.en &&
        lexicon.tokens(unit.en).join(' ') === named,
    );
}

function dividedLabel(of: Metric, by: Metric, context: Context): string {
  return `${labelOf(of, context)} ÷ ${labelWithin(by, context)}`;
}
