/** Finds in a message each date that is claimed of something that happened: "the first flight left on 18 September 2025". */
import { fold, splitWords } from '../../knowledge/words.js';
import type { Circumstances } from '../circumstances.js';
import { cleanQuestion } from '../clean.js';
import { findTimes } from '../dates.js';
import { readPart } from '../part.js';
import type { Part } from '../query.js';
import type { Time } from '../time.js';
import { chatterAfter, chatterBefore } from './chatter.js';
import { isElsewhere } from './elsewhere.js';
import { masked } from './masked.js';
import { numbersOf } from './numbers-claimed.js';
import { type Span, sentencesIn, trimmed } from './pieces.js';
import { statedIn } from './stated.js';
import { isPersonal, type Subject, subjectOf } from './subject.js';

export type DateClaim = {
  /** The words of the message that claim it, as typed, and where they begin. */
  span: string;
  at: number;
  /** The date that is claimed. */
  time: Time;
  /** What is said to have happened then, and the same read as if it were asked when. */
  told: string;
  part: Part;
  /** True where the words are those of something happening. */
  happened: boolean;
  /** True where its sentence tells of the writer's own doings. */
  isTale: boolean;
  /** What else its sentence says: whom it is about. */
  beside: string;
  /** Parts of the date that a name may hold ("the record of 2026"), and numbers that stand beside it. */
  dateTokens: ReadonlySet<string>;
  numbers: readonly string[];
  subject: Subject;
};

/** So many dates of a message are looked at. */
const DATES_LIMIT = 6;

/** So many of its sentences that tell of something on a day are read. */
const SENTENCES_LIMIT = 12;

/** All claims of dates in a message, in order; never throws. */
export function readDateClaims(raw: string, circumstances: Circumstances): DateClaim[] {
  const message = raw.toWellFormed();
  const text = masked(message);
  const whole = subjectOf(text, circumstances.lexicon);
  const claims: DateClaim[] = [];
  let looked = 0;
  for (const sentence of sentencesIn(text, circumstances.lexicon)) {
    const words = text.slice(sentence.start, sentence.end);
    if (!/\d|\p{L}{3}day|halloween|christmas|noël/iu.test(words)) continue;
    looked += 1;
    if (looked > SENTENCES_LIMIT) break;
    const dates = datesIn(sentence, text, circumstances);
    if (dates.length === 0) continue;
    const numbers = numbersOf(statedIn(words), sentence, text, circumstances);
    for (const clause of clausesOf(sentence, dates, text, circumstances)) {
      if (claims.length >= DATES_LIMIT) return claims;
      const [date, other] = dates.filter(({ span }) => isWithin(span, clause));
      const inside = numbers.filter(({ from, to }) => from < clause.end && to > clause.start);
      if (!date || other || inside.some(({ value, kind }) => kind !== 'count' || value < MARK)) continue;
      const isFirst = clause.start === sentence.start;
      const claim = readOne(message, clause, date, text, isFirst, circumstances);
      if (!claim) continue;
      // "The deal: 2 large pizzas, ends 30 September": where nothing of it is named, what leads up to it tells.
      const upTo = claim.subject.score > 0 ? claim.told : text.slice(sentence.start, clause.end);
      if (isElsewhere(upTo, words, circumstances.lexicon)) continue;
      const subject = { ...claim.subject, own: claim.subject.own + whole.own };
      const numbersTold = inside.map(({ value }) => String(value));
      claims.push({ ...claim, subject, numbers: numbersTold, beside: words, isTale: isPersonal(words) });
    }
  }
  return claims;
}

type Dated = { time: Time; span: Span };

const GOES_ON =
  /^\s(?:in|on|at|by|from|to|with|under|via|through|for|of|after|before|when|as|aboard|into|onto|without|and|or|dans|à|en|avec|sous|pour|de|du|des|par|lors|après|avant)(?!\p{L})/iu;

/** "They passed 30,000 on …": smaller numbers are claims of their own, not marks that were passed. */
const MARK = 10_000;

function readOne(
  message: string,
  clause: Span,
  { time, span }: Dated,
  text: string,
  isFirst: boolean,
  circumstances: Circumstances,
): Omit<DateClaim, 'numbers' | 'beside' | 'isTale'> | undefined {
  const lead = text.slice(clause.start, span.start);
  const start = clause.start + chatterBefore(lead);
  const before = text.slice(start, span.start).replace(LEADING_UP, ' ');
  const rest = text.slice(span.end, clause.end);
  // "Signed on 14 February, how romantic": what follows the date goes on with it, or is a remark.
  const isRemark = /\p{L}{3}/u.test(before) && !GOES_ON.test(rest);
  const after = isRemark ? '' : rest.slice(0, chatterAfter(rest));
  const told = `${before} ${after}`.replaceAll('?', ' ');
  if (!/\p{L}{2}/u.test(told) || isPersonal(told)) return undefined;
  if (isFirst ? ASKS.test(before) : ASKS_ALWAYS.test(before)) return undefined;
  const part = readPart(
    { text: cleanQuestion(`when ${told.replace(NOT_UNTIL, ' ')}`), asks: true, sentence: 0 },
    [],
    circumstances,
  );
  const end = Math.max(span.end, start);
  return {
    span: message.slice(start, /\p{L}{3}/u.test(before) ? end : span.end + after.length).trim(),
    at: start,
    time,
    told,
    part: { ...part, focus: 'when', times: [], moments: [] },
    happened: happens(told, circumstances),
    dateTokens: new Set(time.from.split('-').map((one) => String(Number(one)))),
    subject: subjectOf(told, circumstances.lexicon),
  };
}

const ASKS =
  /^\W*(?:when|was|is|were|did|do|does|has|have|will|who|what|why|how|where|quand|est-ce|qui|combien|if|unless|until)\b/i;
const ASKS_ALWAYS = /^\W*(?:when|how many|how much|who|why|quand|combien)\b/i;
/** "… on", "… back in": what leads up to the date. */
const LEADING_UP =
  /\s(?:(?:back|only|just|way back|again)\s)?(?:on|in|since|by|from|until|till|as of|le|en|au|depuis|dès|jusqu'en|jusqu'au)(?:\s(?:the|early|late|mid|about|around))*\s?$/i;
const NOT_UNTIL =
  /\b(?:didn'?t|did not|wasn'?t|was not|weren'?t|hasn'?t|hadn'?t|has not|had not)\b|\b(?:actually|only|until|even)\b/gi;

function datesIn(sentence: Span, text: string, circumstances: Circumstances): Dated[] {
  const words = splitWords(text.slice(sentence.start, sentence.end));
  const clock = { today: circumstances.today, reference: circumstances.newestKnown };
  return findTimes(words, clock).flatMap((time) => {
    // "Ended on 1 October" is no end of a month.
    const places = time.at
      .flatMap((at) => words[at] ?? [])
      .filter(({ folded }) => !happens(folded, circumstances));
    const isToCome =
      time.from > circumstances.today && !RUNS_TO.test(text.slice(sentence.start, sentence.end));
    if (places.length === 0 || time.granularity === 'span' || isToCome) return [];
    const start = sentence.start + Math.min(...places.map((word) => word.start));
    const end = sentence.start + Math.max(...places.map((word) => word.end));
    return [{ time, span: { start, end } }];
  });
}

/** "It runs to 1 March 2028": of what is to come only an end is told. */
const RUNS_TO =
  /(?<!\w)(?:extend(?:ed|s)?|extension|runs?|running|lasts?|until|till|til|expires?|ends?|ending|renewed|prolong\w*|jusqu)(?!\p{L})/iu;

const APART =
  /\s(?:and|but|while|whereas|then|n|so|because|et|mais|puis|alors que|tandis que)\s|[,;:](?=\s)|[()–—]|\s-\s/gi;

/** Stretches between joining words and commas; one that is only a date goes with its neighbour. */
function clausesOf(
  sentence: Span,
  dates: readonly Dated[],
  text: string,
  circumstances: Circumstances,
): Span[] {
  const inside = text.slice(sentence.start, sentence.end);
  const bounds = [...inside.matchAll(APART)]
    .map((match) => ({
      start: sentence.start + match.index,
      end: sentence.start + match.index + match[0].length,
    }))
    .filter((bound) => !dates.some(({ span }) => bound.start < span.end && span.start < bound.end))
    // "First return: 25 December".
    .filter(
      ({ start, end }) =>
        !(text[start] === ':' && dates.some(({ span }) => span.start - end <= 1 && span.start >= end)),
    );
  const starts = [sentence.start, ...bounds.map(({ end }) => end)];
  const ends = [...bounds.map(({ start }) => start), sentence.end];
  const clauses: Span[] = [];
  for (const [index, start] of starts.entries()) {
    const clause = { start, end: ends[index] ?? sentence.end };
    const last = clauses.at(-1);
    if (last && isOnlyDate(last, dates, text, circumstances))
      clauses[clauses.length - 1] = { ...clause, start: last.start };
    else clauses.push(clause);
  }
  return clauses.map((clause) => trimmed(clause, text));
}

function isOnlyDate(
  clause: Span,
  dates: readonly Dated[],
  text: string,
  circumstances: Circumstances,
): boolean {
  const date = dates.find(({ span }) => isWithin(span, clause));
  if (!date) return false;
  const rest = text.slice(clause.start, date.span.start) + text.slice(date.span.end, clause.end);
  return splitWords(rest).length <= 2 && !happens(rest, circumstances);
}

/** True where words tell of something that may happen on a day. */
function happens(words: string, { lexicon }: Circumstances): boolean {
  return lexicon.lists.has('happening', fold(words));
}

function isWithin(one: Span, other: Span): boolean {
  return one.start >= other.start && one.end <= other.end;
}
