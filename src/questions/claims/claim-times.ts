/** The time that a claim is made of, where its own words name none. */
import type { Lexicon } from '../../knowledge/lexicon.js';
import type { Circumstances } from '../circumstances.js';
import { findTimes } from '../dates.js';
import { eventTimes } from '../moments.js';
import type { Part } from '../query.js';
import type { Time } from '../time.js';
import type { Span } from './pieces.js';
import type { Stated } from './stated.js';

/** A claim without a time takes that of the words before the first number, or a day after the last one. */
export function withTimes(
  part: Part,
  [core, sentence, lead]: readonly [Span, Span, Span | undefined],
  text: string,
  { numbers, index }: { numbers: readonly Stated[]; index: number },
  circumstances: Circumstances,
): Part {
  if (part.times.length > 0 || part.wantsNewest) return part;
  const first = numbers[0]?.start ?? sentence.start;
  const leading = text.slice(sentence.start, Math.min(first, core.start));
  const dated = timesIn(leading, circumstances);
  const before = dated.length > 0 ? dated : momentsIn(leading, circumstances.lexicon);
  const isStated = (time: Time) => !time.yearGuessed && time.granularity !== 'year';
  const after = timesIn(text.slice(core.end, sentence.end), circumstances).filter(
    (time) => isStated(time) || time.granularity === 'day',
  );
  const earlier = lead ? timesIn(text.slice(lead.start, lead.end), circumstances).filter(isStated) : [];
  const alone = numbers.slice(index + 1).length <= 1;
  const times = before.length > 0 ? before : after.length === 1 && alone ? after : earlier;
  return times.length === 1 ? { ...part, times: times.map((time) => ({ ...time, at: [] })) } : part;
}

/** "281 returned and 350 accepted by then": what the same sentence counts beside it is of the same moment. */
export function sameMoment(part: Part, before: Part | undefined): Part {
  const isDay = before?.times.length === 1 && before.times[0]?.granularity !== 'year';
  if (!before || !isDay || part.times.length > 0 || part.wantsNewest) return part;
  const [one, other] = [before.metrics[0]?.id, part.metrics[0]?.id];
  return one === other ? part : { ...part, times: before.times.map((time) => ({ ...time, at: [] })) };
}

/** "LBC interview: 350 in, 281 out": what happened then names the moment. */
function momentsIn(text: string, lexicon: Lexicon): Time[] {
  return /\p{L}/u.test(text) ? eventTimes(lexicon.read(text), new Set(), lexicon).times : [];
}

function timesIn(text: string, circumstances: Circumstances): Time[] {
  if (!/\p{L}|\d/u.test(text)) return [];
  const clock = { today: circumstances.today, reference: circumstances.newestKnown };
  return findTimes(circumstances.lexicon.words(text), clock);
}
