/** "What does net inflow mean", "what counts as a return": what a metric counts, and what it does not. */
import { namesOfMetric } from '../knowledge/metric-names.js';
import { cardWordsOf } from '../language/card-words.js';
import { wholeCount } from '../questions/metrics.js';
import { answered, type Context, type PartAnswer } from './context.js';
import { answerValue } from './values.js';
import { contentTokens } from './weights.js';

const ASKS_MEANING =
  /(?<!\w)(?:what (?:does|do|did|would) .{2,60} mean(?!\w)|what(?:['’]?s| is| are)? (?:meant|understood) by|what (?:counts?|is counted|qualifies) (?:as|in|under)|definition of|define(?!\w)|how (?:is|are|do (?:you|they)) .{2,60} (?:defined|counted|measured|worked out|calculated)|what (?:is|are) .{2,60} defined as|que (?:veut dire|signifie)|qu['’]entend-on par|définition (?:de|des|du)|comment (?:est|sont) .{2,60} (?:compté|défini|calculé)\p{L}*)/iu;

/** The definition of the one metric that is named, with its newest figure; undefined where no meaning is asked for. */
export function answerDefinition(context: Context): PartAnswer | undefined {
  const { part, knowledge, lexicon, query } = context;
  const [asked, ...others] = part.metrics.filter(({ strength }) => strength > 0);
  if (!asked || others.length + asked.restrictions.length > 0) return undefined;
  if (part.people.length + part.times.length + part.numbers.length > 0 || !ASKS_MEANING.test(part.text))
    return undefined;
  const metric = knowledge.metric(asked.id);
  if (!metric) return undefined;
  // "What counts as a red day for crossings": of another thing than those who cross.
  const own = new Set(
    namesOfMetric(metric.id, lexicon).flatMap(({ tokens, generic }) => [...tokens, ...generic]),
  );
  if (contentTokens(part).some((token) => !own.has(token) && !lexicon.isLight(token))) return undefined;
  const words = cardWordsOf(query.language);
  const newest = answerValue(wholeCount(metric.id), context).lines;
  return answered([
    words.counted(metric.definition[query.language]),
    words.notCounted(metric.excludes[query.language]),
    ...newest.slice(0, 1),
  ]);
}
