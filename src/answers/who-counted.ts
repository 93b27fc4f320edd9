/** "Who counted 87 deaths", "who put the net inflow at 69": a number with the name of what it counts, and whose it is. */
import { namesOfMetric } from '../knowledge/metric-names.js';
import type { Figure } from '../knowledge/schema.js';
import { answered, type Context, type PartAnswer } from './context.js';
import { endOf } from './standing.js';
import { figuresCarrying, statedNumbers } from './stated-numbers.js';
import { contentTokens } from './weights.js';
import { linesWithTexts } from './with-texts.js';

const COUNTS =
  /(?<!\w)(?:who|whos|who['’]s|whose|which (?:\p{L}+ )?(?:paper|newspaper|outlet|source|site|group|charity|body|agency)|qui|quel(?:le)?s? (?:\p{L}+ )?(?:source|journal|média|association|ong)) (?:\p{L}+ ){0,3}?(?:says?|said|behind|puts?|gave|gives|counts?|counted|prints?|printed|came up with|reckons?|reckoned|estimates?|estimated|reports?|reported|has|had|claims?|claimed|number is|dit|compte|compté|donne|donné|parle|annonce|annoncé|chiffre|avance)(?!\w)[^?]*\d/iu;
/** "That £56,000 figure, who said it and when". */
const WHOSE_IT_IS =
  /\d.*\b(?:who (?:said|says|gave|wrote|came up with|published|claimed) (?:it|that|so|this)|whose (?:figure|number|claim) (?:is|was)|qui (?:l['’]a dit|dit ça|a dit ça|l['’]a donné))\b/i;
const SHOWN = 3;

/** The figures that carry the number and count what the words name, each with its text; undefined if there are none. */
export function answerWhoCounted(context: Context): PartAnswer | undefined {
  const { part, knowledge, lexicon } = context;
  const [number, ...more] = statedNumbers(part);
  if (number === undefined || more.length > 0 || !/^(?:source|who|when)$/.test(part.focus)) return undefined;
  const asks = part.focus === 'when' ? WHOSE_IT_IS : COUNTS;
  if (part.people.length + part.sources.length > 0 || !(asks.test(part.text) || WHOSE_IT_IS.test(part.text)))
    return undefined;
  const words = contentTokens(part).filter((token) => !/^\d/.test(token) && !lexicon.isLight(token));
  if (words.every((word) => word === 'person')) return undefined;
  // "13 flights": where the word behind the number is what some of them are counted in, those.
  const unit = /\d[\d.,]*\s+(?<unit>\p{L}{4,})/u.exec(part.text)?.groups?.unit ?? '';
  const inUnit = knowledge.metrics().filter((metric) => metric.unit.en === unit || metric.unit.fr === unit);
  const named = knowledge.metrics().filter(({ id }) => {
    const names = new Set(namesOfMetric(id, lexicon).flatMap(({ tokens }) => tokens));
    return words.every((word) => names.has(word));
  });
  const carried = inUnit.filter(({ id }) => figuresCarrying(number, [id], context).length > 0);
  const carrying = (carried.length > 0 && unit !== 'people' ? carried : named)
    .flatMap(({ id }) => figuresCarrying(number, [id], context))
    .filter((figure) => isOfTimes(figure, context));
  const plain = { ...context, part: { ...part, focus: 'quantity' as const, saidBy: true } };
  const lines = linesWithTexts(carrying, SHOWN, plain);
  return lines.length > 0 ? answered([...new Set(lines)]) : undefined;
}

function isOfTimes(figure: Figure, { part }: Context): boolean {
  return part.times.every((time) => time.from <= endOf(figure) && endOf(figure) <= time.to);
}
