/** The time that a claim is made of, where its own words name none. */

import type { Lexicon } from '../../knowledge/lexicon.js';
import { metricNamed } from '../../knowledge/metric-names.js';
import type { Circumstances } from '../circumstances.js';
import { findTimes } from '../dates.js';
import { eventTimes } from '../moments.js';
import type { Part } from '../query.js';
import type { Time } from '../time.js';
import type { Span } from './pieces.js';
import { IN_THAT_TIME, relativeTime } from './relative-times.js';
import type { Stated } from './stated.js';

/** Where a claim stands among what may date it. */
export type Place = {
  core: Span;
  sentence: Span;
  /** The sentence before, where it states no number. */
  lead: Span | undefined;
  /** When the numbers were said, as a later sentence tells. */
  said: () => readonly Time[];
  /** The numbers of the sentence, and which of them is claimed. */
  numbers: readonly Stated[];
  index: number;
  /** Times of the claims before it in the message, and what the last of them claims. */
  before: readonly Time[];
  told: Part | undefined;
};

/**
 * A claim without a time takes the one that it refers to ("that month"), else that of the words before the first
 * number, after the last one, of the sentence before, or of the one after that says where it was heard.
 */
export function withTimes(part: Part, place: Place, text: string, circumstances: Circumstances): Part {
  const { core, sentence, lead, said, numbers, index, told } = place;
  if (told && part.times.length === 0 && IN_THAT_TIME.test(text.slice(core.start, core.end)))
    return { ...part, times: told.times.map((time) => ({ ...time, at: [] })), between: told.between };
  const meant = relativeTime(text.slice(core.start, core.end), place.before.at(-1));
  if (meant && part.times.every(({ yearGuessed }) => yearGuessed)) return { ...part, times: [meant] };
  if (part.times.length > 0 || part.wantsNewest) return part;
  const first = numbers[0]?.start ?? sentence.start;
  const leading = text.slice(sentence.start, Math.min(first, core.start));
  const dated = timesIn(leading, circumstances);
  const before = dated.length > 0 ? dated : momentsIn(leading, circumstances.lexicon);
  const isStated = (time: Time) => !time.yearGuessed && time.granularity !== 'year';
  const last = numbers.at(-1)?.end ?? sentence.end;
  const trailing = text.slice(Math.max(core.end, last), sentence.end);
  const datedAfter = timesIn(trailing, circumstances).filter(
    (time) => isStated(time) || time.granularity === 'day',
  );
  const after = datedAfter.length > 0 ? datedAfter : saidIn(trailing, circumstances);
  const earlier = lead ? timesIn(text.slice(lead.start, lead.end), circumstances).filter(isStated) : [];
  const alone = numbers.slice(index + 1).length <= 1;
  const ofSentence = before.length > 0 ? before : after.length === 1 && alone ? after : earlier;
  const toldWhen = () => saidIn(text.slice(sentence.start, first), circumstances);
  const heard = () => (toldWhen().length > 0 ? toldWhen() : said());
  const times = ofSentence.length > 0 ? ofSentence : heard();
  return times.length === 1 ? { ...part, times: times.map((time) => ({ ...time, at: [] })) } : part;
}

/** "Source: home sec on lbc jan 2026", "that was what she told LBC": when the numbers beside it were said. */
export function saidIn(words: string, circumstances: Circumstances): Time[] {
  if (!SAYS_WHERE.test(words)) return [];
  const dated = timesIn(words, circumstances).filter((time) => !time.yearGuessed);
  const moments = momentsIn(words, circumstances.lexicon);
  return (moments.length > 0 ? moments : dated.filter(({ granularity }) => granularity !== 'year')).slice(
    0,
    1,
  );
}

const SAYS_WHERE =
  /(?<!\w)(?:sources?|said|says|told|tells|admitted|as of|at the time|according|that was|this was|those were|back (?:in|then|on)|figures?|numbers?|selon|a dit|l'a dit|disait|d'après|c'était|chiffres?)(?![\p{L}])/iu;

/** "281 returned and 350 accepted by then": what the same sentence counts beside it is of the same moment. */
export function sameMoment(part: Part, before: Part | undefined): Part {
  const isDay = before?.times.length === 1 && before.times[0]?.granularity !== 'year';
  if (!before || !isDay || part.times.length > 0 || part.wantsNewest) return part;
  const [one, other] = [before.metrics[0]?.id, part.metrics[0]?.id];
  return one === other ? part : { ...part, times: before.times.map((time) => ({ ...time, at: [] })) };
}

/** "350 in, 281 out on the LBC numbers": the first total is of the moment of the other one. */
export function momentAfter(part: Part, after: Part | undefined, lexicon: Lexicon): Part {
  const [time] = after?.times ?? [];
  if (!time || after?.times.length !== 1 || time.granularity !== 'day') return part;
  if (part.times.length > 0 || part.wantsNewest) return part;
  const isTotal = (one: Part) => metricNamed(one.metrics[0]?.id, lexicon)?.metric.kind === 'running-total';
  const isOther = part.metrics[0]?.id !== after.metrics[0]?.id;
  return isOther && isTotal(part) && isTotal(after) ? { ...part, times: [{ ...time, at: [] }] } : part;
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
