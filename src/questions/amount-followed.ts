/** Follow-ups of a sum of money: "and in euros?", "the guaranteed bit of that", "for how long?", "per year?". */
import type { Lexicon } from '../knowledge/lexicon.js';
import { metricNamed } from '../knowledge/metric-names.js';
import { wholeCount } from './metrics.js';
import type { Part } from './query.js';

const SUM = /^(?:pounds|euros)$/;
const EUROS = /€|\beuros?\b/i;
const POUNDS = /£|\b(?:pounds?|quid|sterling|livres?)\b/i;
/** What is told with a sum: its years, and what of it is certain. */
const DETAIL =
  /(?<!\w)(?:guaranteed|unconditional|conditional|conditions?|certain|firm|fixed|base|strings|garanti\p{L}*|conditionn\p{L}*|sous conditions?|(?:for|over|across) (?:how (?:long|many years)|what (?:period|time|years?)|which years)|(?:per|a|each|every) (?:year|annum)|(?:sur|pendant|pour) combien (?:de temps|d['’]années?)|par an|what(?:['’]s| is) (?:it|that) for|for what|pour quoi)(?!\w)/iu;

/** The part as it follows from the sum asked about before; undefined where it asks for anything else. */
export function ofAmount(before: Part, part: Part, lexicon: Lexicon): Part | undefined {
  const [sum] = before.metrics;
  const unit = metricNamed(sum?.id, lexicon)?.metric.unit.en ?? '';
  const namesOther = part.metrics.length + part.people.length + part.times.length > 0;
  if (!sum || !SUM.test(unit) || namesOther || part.text.split(/\s+/u).length > WORDS) return undefined;
  const asked = {
    ...before,
    metrics: [wholeCount(sum.id)],
    text: part.text,
    focus: 'quantity' as const,
    operation: 'value' as const,
  };
  const wanted = EUROS.test(part.text) ? 'euros' : POUNDS.test(part.text) ? 'pounds' : unit;
  if (wanted === unit) return DETAIL.test(part.text) || EUROS.test(part.text) ? asked : undefined;
  const other = lexicon.metrics.find(
    ({ metric: { id, unit: own } }) =>
      own.en === wanted && (id.startsWith(`${sum.id}-`) || sum.id.startsWith(`${id}-`)),
  );
  return other && { ...asked, metrics: [wholeCount(other.metric.id)], tokens: [] };
}

const WORDS = 12;
