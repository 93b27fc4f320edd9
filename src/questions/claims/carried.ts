/** What a number counts where its own clause does not name it: what the claim before it counts, or some of those. */
import type { Lexicon } from '../../knowledge/lexicon.js';
import { usualCount } from '../../knowledge/metric-names.js';
import { splitWords } from '../../knowledge/words.js';
import type { AskedMetric, Part } from '../query.js';
import type { Time } from '../time.js';
import type { Claim } from './claim.js';
import { relativeTime } from './relative-times.js';

/** "1,087 sent back, of whom 300 are in Calais", "of the 1,117 let in, 600 live in London". */
const OF_WHOM =
  /(?:\bof (?:whom|which|them|those)|\bdont),?\s(?:(?:about|only|just|some|over|nearly|around) )?$|^\W*(?:out )?of (?:the|those|all (?:the|those)) [\d.,k]+\b[^,]*,?\s(?:(?:about|only|just|some|over|nearly|around) )?$/i;
const SOME_OF_THEM = /^\s?(?:of (?:them|those|these)|of whom|d'entre (?:eux|elles))(?!\p{L})/iu;
const OF_THEM =
  /^\s?(?:of (?:them|those|these|the (?:people|ones|total))|of whom|d'entre (?:eux|elles)|were|are|étaient|sont)(?!\p{L})/iu;

/** True where a number is said to be of those counted just before it. */
export function isOfWhole(lead: string): boolean {
  return OF_WHOM.test(lead);
}

/** "A third of them were kids": a group among those that the claim before counts; `isPart`: the words say so. */
export function ofThem(
  before: Claim | undefined,
  part: Part,
  after: string,
  isPart: boolean,
): readonly AskedMetric[] | undefined {
  if (!before || !/^(?:named|carried)$/.test(before.naming)) return undefined;
  if (!isPart && !OF_THEM.test(after)) return undefined;
  const named = [...new Set([...part.narrowing, ...part.unknown.map((word) => word.toLowerCase())])];
  // "6,200 of them spoke French": whatever is said of some of them.
  const group = named.length > 0 || !(isPart || SOME_OF_THEM.test(after)) ? named : [...new Set(part.tokens)];
  if (group.length === 0) return undefined;
  return before.part.metrics.slice(0, 1).map((metric) => ({ ...metric, restrictions: group, asides: [] }));
}

/** "36,816 crossings in 2024 and 41,472 in 2025": the second number counts what the first one does. */
export function carriedFrom(
  before: Claim | undefined,
  part: Part,
  words: string,
  last: Time | undefined,
): readonly AskedMetric[] | undefined {
  if (
    !before ||
    /^(?:none|supposed)$/.test(before.naming) ||
    part.unknown.length > 0 ||
    (part.times.length === 0 && !relativeTime(words, last))
  )
    return undefined;
  if (part.metrics.length > 0 || splitWords(words).length > 8) return undefined;
  return before.part.metrics.map((metric) => ({ ...metric, restrictions: [], asides: [] }));
}

/** "503 in one day in November": the metric that is usually counted by the day and the year may be meant. */
export function supposed(part: Part, lexicon: Lexicon): readonly AskedMetric[] | undefined {
  const usual = usualCount(lexicon);
  if (!usual || part.times.length === 0 || part.metrics.length > 0) return undefined;
  return [{ id: usual.metric.id, restrictions: [], asides: [], strength: 0 }];
}
