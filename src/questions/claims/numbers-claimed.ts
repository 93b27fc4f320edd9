/** The numbers of a sentence that may be claimed of something: without its dates and lengths of time. */
import type { Lexicon } from '../../knowledge/lexicon.js';
import { keptFor } from '../../knowledge/remembering.js';
import type { Circumstances } from '../circumstances.js';
import { cleanQuestion } from '../clean.js';
import { findTimes } from '../dates.js';
import { exchanged } from './exchange.js';
import { isTime, lasts } from './lengths.js';
import type { Span } from './pieces.js';
import type { Stated } from './stated.js';
import { subjectOf } from './subject.js';

/** Numbers of a sentence, without those of its dates. */
export function numbersOf(
  all: readonly Stated[],
  sentence: Span,
  text: string,
  circumstances: Circumstances,
): Stated[] {
  const inside = text.slice(sentence.start, sentence.end);
  const words = circumstances.lexicon.words(inside);
  const clock = { today: circumstances.today, reference: circumstances.newestKnown };
  const dated = findTimes(words, clock)
    .filter((time) => time.granularity !== 'span' || time.at.length > 1)
    .flatMap((time) => time.at.flatMap((at) => words[at] ?? []))
    // "2,000" is no year.
    .filter((word) => !/\d[,\u00a0\u202f ]\d{3}/.test(word.text));
  const named = circumstances.lexicon
    .units(words)
    .filter(({ kind, at }) => (kind === 'person' || kind === 'source') && at.length > 1)
    .flatMap(({ at }) => at.flatMap((one) => words[one] ?? []));
  const taken = [...dated, ...named];
  const lasting = exchanged(all, inside)
    .map((one) => ({ ...one, isTime: isTime(one, inside) }))
    .filter((one) => !one.isTime || lasts(one, inside));
  // "Nobody crossed for 28 days": how long it was is claimed.
  const isOfTime = lasting.some((one) => one.isTime);
  return lasting
    .filter((one) => !(isOfTime && one.high === 0))
    .filter((one) => !(one.manner === 'exact' && DENIED.test(inside.slice(0, one.start))))
    .filter((one) => one.isTime || !taken.some((word) => word.start < one.to && one.from < word.end))
    .map((one) => ({
      ...one,
      start: one.start + sentence.start,
      end: one.end + sentence.start,
      from: one.from + sentence.start,
      to: one.to + sentence.start,
    }));
}

/** Whether a sentence with a number holds a word of the subject or a year, or goes on with claims before it. */
export function couldClaim(sentence: string, goesOn: boolean, lexicon: Lexicon): boolean {
  return (
    goesOn || DATED.test(sentence) || subjectOf(sentence, lexicon).score > 0 || namesMetric(sentence, lexicon)
  );
}

const DATED = /\b20\d\d\b|\b(?:this|last) year\b|\bcette année\b|\bl'an dernier\b/i;

/** "281, not 94": what is denied is not claimed. */
const DENIED = /(?:\bnot|\bn'est pas|, pas|instead of|rather than|au lieu de|et non)\s$/i;

/** Tokens that names of metrics hold. */
const metricTokens = keptFor(
  ({ metrics }: Lexicon) => new Set(metrics.flatMap(({ names }) => names.flatMap(({ tokens }) => tokens))),
);

export function namesMetric(text: string, lexicon: Lexicon): boolean {
  const tokens = metricTokens(lexicon);
  return (
    IN_OR_OUT_ANYWHERE.test(text) || lexicon.tokens(cleanQuestion(text)).some((token) => tokens.has(token))
  );
}

const IN_OR_OUT_ANYWHERE = /\d\s(?:in|out)\b/i;
