/** Cuts a message into sentences, and a sentence into one piece for each number that it states. */
import type { Lexicon } from '../../knowledge/lexicon.js';
import { chatterAfter, chatterBefore } from './chatter.js';
import { subjectOf } from './subject.js';

export type Span = { start: number; end: number };

const SENTENCE_END = /(?<=[!?…])["'”’»)]*\s+|(?<=[^\s.]{2}|\d|["'”’»)%])\.(?=\s|$)|\n+|\.{2,}|…/gu;

/** "How many came in 2018? 299": what is asked without a number is told by the sentence after it. */
const ASKS = /(?:^|[\s:,])(?:how (?:many|much)|what(?:'?s| is| was| percentage)|combien)(?!\p{L}).*\?\s*$/iu;
/** "56 grand a head. That's what each return cost": the number comes before what it is of. */
const TELLS_OF =
  /^\s*(?:so |and )?(?:that'?s|that is|that was|c'est)\s(?:(?:just|only|roughly|about)\s)?(?:what|how (?:many|much)|the (?:number|cost|price|amount|share|count|total)|ce que|le (?:nombre|coût|prix|total))(?!\p{L})/iu;
/** An answer to a question is short. */
const ANSWER_LIMIT = 80;

/** Sentences of which one names what the other counts, as one. */
function joined(spans: readonly Span[], text: string, lexicon: Lexicon): Span[] {
  const whole: Span[] = [];
  for (const span of spans) {
    const before = whole.at(-1);
    const words = text.slice(span.start, span.end);
    const lead = before ? text.slice(before.start, span.start) : '';
    const answers =
      /\d/.test(words) &&
      !/\?\s*$/.test(words) &&
      words.length <= ANSWER_LIMIT &&
      ASKS.test(lead) &&
      !isNumbered(lead);
    const isOf =
      TELLS_OF.test(words) && isNumbered(lead) && !isNumbered(words) && subjectOf(lead, lexicon).score === 0;
    if (before && (answers || isOf)) whole[whole.length - 1] = { start: before.start, end: span.end };
    else whole.push(span);
  }
  return whole;
}

/** True where digits stand beside those of dates. */
function isNumbered(words: string): boolean {
  return /\d/.test(words.replace(DATES, ' '));
}

const DATES =
  /\b(?:\d{1,2}(?:st|nd|rd|th)?(?:\sof)?\s(?=jan|feb|f[ée]v|mar|apr|avr|ma[iy]|ju[nil]|aug|ao[uû]|sep|oct|nov|dec|d[ée]c)|20\d\d\b)/gi;

/** The sentences of a text as places in it, in order. */
export function sentencesIn(text: string, lexicon: Lexicon): Span[] {
  const spans: Span[] = [];
  let start = 0;
  for (const match of text.matchAll(SENTENCE_END)) {
    spans.push({ start, end: match.index });
    start = match.index + match[0].length;
  }
  spans.push({ start, end: text.length });
  return joined(spans, text, lexicon)
    .flatMap((span) => shortened(span, text))
    .map((span) => trimmed(span, text))
    .filter(({ start, end }) => end > start);
}

/** A sentence of more characters is none that a person claims something in; reading it whole would hold others up. */
const SENTENCE_LIMIT = 400;

/** The pieces of an endless sentence, parted between words. */
function shortened({ start, end }: Span, text: string): Span[] {
  if (end - start <= SENTENCE_LIMIT) return [{ start, end }];
  const space = text.lastIndexOf(' ', start + SENTENCE_LIMIT);
  const cut = space > start ? space : start + SENTENCE_LIMIT;
  return [{ start, end: cut }, ...shortened({ start: cut, end }, text)];
}

const JOINED =
  /\s(?:and|but|while|whereas|then|plus|versus|vs\.?|n|et|mais|puis|contre|tandis que|alors que)\s|\s?[&/]\s?/gi;
/** "281 of 41,000": of a date ("the first half of 2026") such a word is a part. */
const OF =
  /\s(?:out of|of|sur)(?=\s(?:(?:the|about|some|only|just|around|roughly|nearly|over|les|environ|plus de)\s)*[£€$]?$)/gi;
/** "803 turned up on 20 December in 13 boats". */
const ABOARD = /\s(?:on|in|aboard|dans)(?=\s(?:(?:only|just|about|around)\s)?$)/gi;
const APART = /[,;:](?=\s)|[()–—]|\s-\s/gu;

/** One piece for each number, bounded by what stands between them: a joining word, else a comma. */
export function piecesOf(sentence: Span, numbers: readonly Span[], text: string): Span[] {
  const bounds = [sentence.start];
  for (const [index, number] of numbers.entries()) {
    const next = numbers[index + 1];
    if (!next) break;
    bounds.push(boundBetween(number.end, next.start, text));
  }
  bounds.push(sentence.end);
  return numbers.map((_, index) =>
    trimmed({ start: bounds[index] ?? 0, end: bounds[index + 1] ?? sentence.end }, text),
  );
}

function boundBetween(from: number, to: number, text: string): number {
  const between = text.slice(from, to);
  const joins = [...between.matchAll(JOINED)].at(-1);
  const joined = joins ?? [...between.matchAll(OF)].at(-1);
  if (joined) return from + joined.index;
  const [apart] = between.matchAll(APART);
  if (apart) return from + apart.index + apart[0].length;
  // "350 in 281 out".
  if (/^\s?in\s$/i.test(between) && /^\S+\sout\b/i.test(text.slice(to, to + 20))) return to;
  const [aboard] = between.matchAll(ABOARD);
  return aboard ? from + aboard.index : to;
}

/**
 * What of a piece may hold the claim, the narrowest first: the stretch around the number without what joins on,
 * that stretch, then with what stands after or before it, at last the whole piece.
 */
export function coresOf(piece: Span, number: Span, text: string): Span[] {
  const before = [...text.slice(piece.start, number.start).matchAll(APART)].map(
    (match) => piece.start + match.index + match[0].length,
  );
  const after = [...text.slice(number.end, piece.end).matchAll(APART)]
    .filter((match) => !DATED.test(text.slice(number.end + match.index + match[0].length, piece.end)))
    .map((match) => number.end + match.index);
  const first = before.at(-1) ?? piece.start;
  const start = first + chatterBefore(text.slice(first, number.start));
  const end = after[0] ?? piece.end;
  const chatter = chatterAfter(text.slice(number.end, end));
  const cut = chatter === undefined ? end : number.end + chatter;
  const cores = [
    { start, end: cut },
    { start, end },
    { start, end: after[1] ?? piece.end },
    { start: before.at(-2) ?? piece.start, end },
    piece,
  ];
  return cores
    .map((core) => trimmed(core, text))
    .filter(
      (core, index, all) =>
        all.findIndex((one) => one.start === core.start && one.end === core.end) === index,
    );
}

/** "1,305 people, on 3 September 2022": the date goes with what stands before the comma. */
const DATED =
  /^\s*(?:(?:on|by|in|as of|as at|at|up to|during|since|au|en|le|fin|depuis|jusqu'au)\s(?:(?:the|end|end of|mid|early|late|fin|le)\s)?)(?:\d{1,2}(?:st|nd|rd|th|er)?[\s/.-]|\d{4}(?!\S*\d)|(?:jan|feb|f[ée]v|mar|apr|avr|may|mai|jun|jui|jul|aug|ao[uû]|sep|oct|nov|dec|d[ée]c)\p{L}*\.?\s(?:of\s)?\d)/iu;

/** Without the spaces and marks at both ends. */
export function trimmed({ start, end }: Span, text: string): Span {
  const inside = text.slice(start, end);
  const lead = /^[\s,;:.()\-–—"“”«»]*(?:(?:and|but|n|et|mais|then|plus)\s+)?/i.exec(inside)?.[0].length ?? 0;
  const tail = /[\s,;:(\-–—"“”«»]*$/u.exec(inside.slice(lead))?.[0].length ?? 0;
  return { start: start + lead, end: Math.max(start + lead, end - tail) };
}
