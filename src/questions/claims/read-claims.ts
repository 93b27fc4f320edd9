/** Finds in a message each number that is claimed of something, and reads what it is claimed of. */

import type { Circumstances } from '../circumstances.js';
import { speaksOfDoors } from '../doors.js';
import { languageOf } from '../language.js';
import type { Time } from '../time.js';
import { carriedFrom, isOfWhole, ofThem, supposed } from './carried.js';
import { type Claim, type Naming, SMALL } from './claim.js';
import { readOne, scopedSince, upToEnd } from './claim-part.js';
import { momentAfter, saidIn, sameMoment, withTimes } from './claim-times.js';
import { isElsewhere } from './elsewhere.js';
import { masked } from './masked.js';
import { counts } from './not-counted.js';
import { couldClaim, numbersOf } from './numbers-claimed.js';
import { wholesFirst } from './part-of-whole.js';
import { piecesOf, type Span, sentencesIn } from './pieces.js';
import { withoutAsides, withoutRemark } from './remarks.js';
import { spanText } from './span-text.js';
import { statedIn } from './stated.js';
import { isPersonal, subjectOf } from './subject.js';

/** So many numbers of a message are looked at; lists of more are no claims that a person could follow. */
const NUMBERS_LIMIT = 20;
/** So many characters beside a number are kept with its claim. */
const BESIDE = 60;
/** So many sentences after a number may tell where it was heard. */
const HEARD = 3;

/** All numeric claims of a message, in order; never throws. Which of them are judged is for the answers to say. */
export function readClaims(raw: string, circumstances: Circumstances): Claim[] {
  const message = raw.toWellFormed();
  const text = masked(message);
  if (speaksOfDoors(text)) return [];
  const language = languageOf(text, circumstances.language ?? 'en');
  const whole = subjectOf(text, circumstances.lexicon);
  const claims: Claim[] = [];
  let looked = 0;
  let tale = false;
  let lead: Span | undefined;
  let last = Number.NaN;
  const sentences = sentencesIn(text, circumstances.lexicon);
  for (const [place, sentence] of sentences.entries()) {
    if (looked >= NUMBERS_LIMIT) break;
    const words = text.slice(sentence.start, sentence.end);
    const all = statedIn(words);
    const isOwn = all.length > 0 && isTale(words, circumstances.lexicon);
    if (all.length === 0 || !couldClaim(words, claims.length > 0, circumstances.lexicon)) {
      tale ||= isOwn;
      lead = sentence;
      continue;
    }
    const numbers = numbersOf(all, sentence, text, circumstances).slice(0, NUMBERS_LIMIT - looked);
    looked += numbers.length;
    const { order, pieces, texts } = wholesFirst(numbers, piecesOf(sentence, numbers, text), text);
    const ofSentence: Claim[] = [];
    const later = sentences.slice(place + 1, place + 1 + HEARD);
    let heard: Time[] | undefined;
    const said = () => (heard ??= saidAfter(later, text, circumstances));
    for (const index of order) {
      const [stated, piece] = [numbers[index], pieces[index]];
      if (!stated || !piece || !counts(stated, text)) continue;
      const own = texts.get(index) ?? text;
      const read = readOne(
        { stated, piece, text: own, language, from: sentence.start, told: claims.at(-1)?.part.tokens ?? [] },
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
      // When something was done to a part says nothing of when the whole was counted.
      const isWhole = texts.has(index - 1);
      const dating = isWhole ? read.part : withTimes(read.part, around, own, circumstances);
      const timed = upToEnd(dating, circumstances.lexicon);
      const isNext =
        ofSentence.length > 0 ||
        (place === last + 1 && GOES_ON.test(text.slice(sentences[last]?.end ?? 0, stated.start)));
      const part = sameMoment(timed, isNext ? claims.at(-1)?.part : undefined);
      // "Oct 2025: 58 removals. Nov: 78."
      const dated = index === 0 && read.core.start > sentence.start ? timed : read.part;
      const isPart = texts.has(index) || isOfWhole(text.slice(sentence.start, stated.start));
      const words = own.slice(read.core.start, read.core.end);
      const carried =
        ofThem(claims.at(-1), part, own.slice(stated.end, sentence.end), isPart) ??
        (stated.high < SMALL ? undefined : carriedFrom(claims.at(-1), dated, words, before.at(-1)));
      const usual = supposed(part, circumstances.lexicon);
      const [first] = part.metrics;
      // "300 of them are back in Calais": some of those told, whatever else its words could name.
      const isSome = carried !== undefined && isPart && (first?.restrictions.length ?? 1) > 0;
      const naming: Naming =
        part.metrics.some(({ strength }) => strength > 0) && !isSome
          ? 'named'
          : carried
            ? 'carried'
            : usual
              ? 'supposed'
              : 'none';
      const metrics = naming === 'named' ? part.metrics : (carried ?? usual ?? []);
      const near = subjectOf(`${part.text} ${words}`, circumstances.lexicon);
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
        personal: isPersonal(words),
        foreign: known.unknown.length > 0,
        elsewhere:
          isElsewhere(words, text.slice(sentence.start, sentence.end), circumstances.lexicon) ||
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
function isTale(sentence: string, lexicon: Circumstances['lexicon']): boolean {
  return isPersonal(sentence) && subjectOf(sentence, lexicon).score < 2;
}
