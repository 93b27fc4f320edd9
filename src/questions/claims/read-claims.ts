/** Finds in a message each number that is claimed of something, and reads what it is claimed of. */

import type { Lexicon } from '../../knowledge/lexicon.js';
import { usualCount } from '../../knowledge/metric-names.js';
import { splitWords } from '../../knowledge/words.js';
import type { Circumstances } from '../circumstances.js';
import { speaksOfDoors } from '../doors.js';
import { languageOf } from '../language.js';
import type { AskedMetric, Language, Part } from '../query.js';
import type { Time } from '../time.js';
import { readOne, scopedSince, upToEnd } from './claim-part.js';
import { momentAfter, saidIn, sameMoment, withTimes } from './claim-times.js';
import { isElsewhere } from './elsewhere.js';
import { masked } from './masked.js';
import { counts } from './not-counted.js';
import { couldClaim, numbersOf } from './numbers-claimed.js';
import { piecesOf, type Span, sentencesIn } from './pieces.js';
import { relativeTime } from './relative-times.js';
import { withoutAsides, withoutRemark } from './remarks.js';
import { spanText } from './span-text.js';
import { type Stated, statedIn } from './stated.js';
import { isPersonal, type Subject, subjectOf } from './subject.js';

/** How the metric of a claim is known: named beside the number, by the claim before it, or only supposed. */
export type Naming = 'named' | 'carried' | 'supposed' | 'none';

export type Claim = {
  /** The words of the message that claim it, as typed, and where they stand. */
  span: string;
  place: Span;
  stated: Stated;
  /** What is claimed, read as if it were asked for. */
  part: Part;
  naming: Naming;
  /** How surely its clause and the message speak of the subject. */
  subject: Subject;
  /** True where it tells of the writer's own doings. */
  personal: boolean;
  /** Words of the clause that nobody here has heard of. */
  foreign: boolean;
  /** True where the clause or its sentence speaks of other things ("12 goals let in"). */
  elsewhere: boolean;
  /** True where the message tells numbers of the writer's own beside it. */
  tale: boolean;
  language: Language;
  /** What stands in its sentence before and after the number, as far as it may tell what the number is. */
  before: string;
  after: string;
};

/** So many numbers of a message are looked at; lists of more are no claims that a person could follow. */
const NUMBERS_LIMIT = 20;
/** So many characters beside a number are kept with its claim. */
const BESIDE = 60;
/** So many sentences after a number may tell where it was heard. */
const HEARD = 3;
/** Smaller counts are asides unless their clause names what they count. */
const SMALL = 10;

/** All numeric claims of a message, in order; never throws. Which of them are judged is for the answers to say. */
export function readClaims(raw: string, circumstances: Circumstances): Claim[] {
  const message = raw.toWellFormed();
  const text = masked(message);
  if (speaksOfDoors(text)) return [];
  const language = languageOf(text, circumstances.language ?? 'en');
  const whole = subjectOf(text);
  const claims: Claim[] = [];
  let looked = 0;
  let tale = false;
  let lead: Span | undefined;
  let last = Number.NaN;
  const sentences = sentencesIn(text);
  for (const [place, sentence] of sentences.entries()) {
    if (looked >= NUMBERS_LIMIT) break;
    const words = text.slice(sentence.start, sentence.end);
    const all = statedIn(words);
    const isOwn = all.length > 0 && isTale(words);
    if (all.length === 0 || !couldClaim(words, claims.length > 0, circumstances.lexicon)) {
      tale ||= isOwn;
      lead = sentence;
      continue;
    }
    const numbers = numbersOf(all, sentence, text, circumstances).slice(0, NUMBERS_LIMIT - looked);
    looked += numbers.length;
    const pieces = piecesOf(sentence, numbers, text);
    const ofSentence: Claim[] = [];
    const later = sentences.slice(place + 1, place + 1 + HEARD);
    let heard: Time[] | undefined;
    const said = () => (heard ??= saidAfter(later, text, circumstances));
    for (const [index, stated] of numbers.entries()) {
      const piece = pieces[index];
      if (!piece || !counts(stated, text)) continue;
      const read = readOne(
        { stated, piece, text, language, from: sentence.start, told: claims.at(-1)?.part.tokens ?? [] },
        circumstances,
      );
      const before = claims.flatMap((claim) => claim.part.times);
      const around = {
        core: read.core,
        sentence,
        lead,
        said,
        numbers,
        index,
        before,
        told: claims.at(-1)?.part,
      };
      const timed = upToEnd(withTimes(read.part, around, text, circumstances), circumstances.lexicon);
      const isNext =
        index > 0 ||
        (place === last + 1 && GOES_ON.test(text.slice(sentences[last]?.end ?? 0, stated.start)));
      const part = sameMoment(timed, isNext ? claims.at(-1)?.part : undefined);
      // "Oct 2025: 58 removals. Nov: 78."
      const dated = index === 0 && read.core.start > sentence.start ? timed : read.part;
      const carried =
        ofThem(
          claims.at(-1),
          part,
          text.slice(sentence.start, stated.start),
          text.slice(stated.end, sentence.end),
        ) ??
        (stated.high < SMALL ? undefined : carriedFrom(claims.at(-1), dated, read.core, text, before.at(-1)));
      const usual = supposed(part, circumstances.lexicon);
      const isOfWhole = carried !== undefined && OF_WHOM.test(text.slice(sentence.start, stated.start));
      const naming: Naming =
        part.metrics.some(({ strength }) => strength > 0) && !isOfWhole
          ? 'named'
          : carried
            ? 'carried'
            : usual
              ? 'supposed'
              : 'none';
      const metrics = naming === 'named' ? part.metrics : (carried ?? usual ?? []);
      const near = subjectOf(`${part.text} ${text.slice(read.core.start, read.core.end)}`);
      const { text: span, ...at } = spanText(
        message,
        read.core,
        stated,
        { ...part, metrics: [...metrics] },
        circumstances,
      );
      const remark = part.times.length > 0 ? text.slice(at.end, read.core.end) : '';
      const ofScope =
        naming === 'supposed' ? scopedSince({ ...part, metrics: [...metrics] }, circumstances.lexicon) : part;
      const known = withoutRemark(ofScope, remark, circumstances.lexicon);
      const claim: Claim = {
        span,
        place: at,
        stated,
        part: { ...known, metrics: metrics.map((metric) => withoutAsides(metric, known, part)) },
        naming,
        subject: { score: near.score + Math.min(whole.own, 1), own: near.own + whole.own },
        personal: isPersonal(text.slice(read.core.start, read.core.end)),
        foreign: known.unknown.length > 0,
        elsewhere:
          isElsewhere(text.slice(read.core.start, read.core.end), words) ||
          (naming === 'carried' && claims.at(-1)?.elsewhere === true),
        tale: false,
        language,
        before: text.slice(Math.max(sentence.start, stated.start - BESIDE), stated.start),
        after: text.slice(stated.end, Math.min(sentence.end, stated.end + BESIDE)),
      };
      claims.push(claim);
      ofSentence.push(claim);
    }
    if (ofSentence.length > 0) last = place;
    for (const [index, claim] of ofSentence.entries())
      claim.part = momentAfter(claim.part, ofSentence[index + 1]?.part, circumstances.lexicon);
    tale ||= isOwn && ofSentence.some(({ naming, personal }) => naming !== 'named' || personal);
    lead = numbers.length === 0 ? sentence : undefined;
  }
  return tale ? claims.map((claim) => ({ ...claim, tale })) : claims;
}

/** "823 returned. And 4,000 let in": said of the same moment. */
const GOES_ON = /^[^\p{L}\p{N}]*(?:and|plus|with|while|whereas|et)\s/iu;

/** When the numbers before them were said: what the first of these sentences without a number tells of it. */
function saidAfter(sentences: readonly Span[], text: string, circumstances: Circumstances): Time[] {
  for (const { start, end } of sentences) {
    const words = text.slice(start, end);
    const times = saidIn(words, circumstances);
    if (times.length > 0 && numbersOf(statedIn(words), { start, end }, text, circumstances).length === 0)
      return times;
  }
  return [];
}

/** "My channel hit 1,117 subs": numbers of the writer's own, in words that are not the subject's. */
function isTale(sentence: string): boolean {
  return isPersonal(sentence) && subjectOf(sentence).score < 2;
}

/** True for a number that is too small to be a claim without a metric beside it. */
export function isSmall({ stated }: Claim): boolean {
  return stated.kind === 'count' && stated.high < SMALL;
}

/** "A third of them were kids": a group among those that the claim before counts. */
function ofThem(
  before: Claim | undefined,
  part: Part,
  lead: string,
  after: string,
): readonly AskedMetric[] | undefined {
  const isAfterWhole = OF_WHOM.test(lead);
  if (!before || !/^(?:named|carried)$/.test(before.naming)) return undefined;
  if (!isAfterWhole && !OF_THEM.test(after)) return undefined;
  const named = [...new Set([...part.narrowing, ...part.unknown.map((word) => word.toLowerCase())])];
  // "6,200 of them spoke French": whatever is said of some of them.
  const group =
    named.length > 0 || !(isAfterWhole || SOME_OF_THEM.test(after)) ? named : [...new Set(part.tokens)];
  if (group.length === 0) return undefined;
  return before.part.metrics.slice(0, 1).map((metric) => ({ ...metric, restrictions: group, asides: [] }));
}

/** "1,087 sent back, of whom 300 are in Calais", "of the 1,117 let in, 600 live in London". */
const OF_WHOM =
  /(?:\bof (?:whom|which|them|those)|\bdont),?\s(?:(?:about|only|just|some|over|nearly|around) )?$|^\W*(?:out )?of (?:the|those|all (?:the|those)) [\d.,k]+\b[^,]*,\s(?:(?:about|only|just|some|over|nearly|around) )?$/iu;
const SOME_OF_THEM = /^\s?(?:of (?:them|those|these)|of whom|d'entre (?:eux|elles))(?!\p{L})/iu;
const OF_THEM =
  /^\s?(?:of (?:them|those|these|the (?:people|ones|total))|of whom|d'entre (?:eux|elles)|were|are|étaient|sont)(?!\p{L})/iu;

/** "36,816 crossings in 2024 and 41,472 in 2025": the second number counts what the first one does. */
function carriedFrom(
  before: Claim | undefined,
  part: Part,
  core: Span,
  text: string,
  last: Time | undefined,
): readonly AskedMetric[] | undefined {
  const words = text.slice(core.start, core.end);
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
function supposed(part: Part, lexicon: Lexicon): readonly AskedMetric[] | undefined {
  const usual = usualCount(lexicon);
  if (!usual || part.times.length === 0 || part.metrics.length > 0) return undefined;
  return [{ id: usual.metric.id, restrictions: [], asides: [], strength: 0 }];
}
