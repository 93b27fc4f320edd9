/** What a clause says before it is settled what it asks: its words, its times, its start and its units. */
import type { IsoDate } from '../knowledge/calendar.js';
import type { Lexicon } from '../knowledge/lexicon.js';
import type { Reading, Unit } from '../knowledge/meanings.js';
import { remembering } from '../knowledge/remembering.js';
import { splitWords, type Word } from '../knowledge/words.js';
import { insideAsking } from './asking-words.js';
import type { Circumstances } from './circumstances.js';
import type { Clause } from './clauses.js';
import { findTimes } from './dates.js';
import { sinceScope } from './moments.js';
import { openingStretches, SCHEME_START } from './opening-stretch.js';
import { focusOf, wantsYearToDate } from './operations.js';
import { ordinalDays } from './ordinal-days.js';
import {
  insidePhrase,
  nearTo,
  ofRunningYear,
  relativeToAnchor,
  restated,
  settleYears,
  withoutWider,
} from './part-times.js';
import type { Focus } from './query.js';
import { readingOf } from './reading-of.js';
import { narrowingPlaces } from './restrictions.js';
import type { Time } from './time.js';

export type Heard = {
  clause: Clause;
  /** The other clauses of the question. */
  around: readonly Clause[];
  circumstances: Circumstances;
  words: readonly Word[];
  /** The clause with its misspelt words mended. */
  mended: string;
  /** What the asking word wants, by the whole clause. */
  focus: Focus;
  /** The times that it names, by date. */
  dated: readonly Time[];
  /** Places of the words that say them, and the start from which is counted. */
  taken: ReadonlySet<number>;
  reading: Reading;
  /** Places of the words that belong to what is asked. */
  inside: ReadonlySet<number>;
  /** "Since when": the start itself is asked for. */
  asksStart: boolean;
  /** The scope by its start ("since the deal"). */
  scope: string | undefined;
  /** Places where a word narrows what is counted. */
  narrowing: ReadonlySet<number>;
  /** Units that say neither time nor start, and something. */
  free: readonly Unit[];
};

/** It leans on the question before. */
export const LEANING =
  /^\W*(?:and|but|so|what about|how about|wat about|same|also|then|ok|okay|et|mais|qu'en est|et pour|pareil|or|plus|since when|until when|who said (?:that|it|so)|says? who|why|why so|source|says)\b|^\W*(?:(?:in|on|aboard|across|over|dans|sur) (?:how many|combien d)|how many boats(?: (?:is|was|were) (?:that|it|this|there))?(?: then)?\W*$|combien de bateaux\W*$)/i;

const SCHEME =
  '(?:scheme|pilot|deal|treaty|agreement|policy|pact|swap|dispositif|accord|projet pilote|traité)';
/** "How many crossed while the scheme ran": all that time is meant. */
const LIFETIME = new RegExp(
  `\\b(?:while|whilst|as long as|for as long as|the whole time) (?:the |this |it |that )?(?:${SCHEME} )?(?:ran|runs|was running|has been running|lasted|was (?:in force|live|on|going|up and running|in operation|operating|active|running)|operated)\\b|\\b(?:during|throughout|over|across|in) (?:the )?(?:whole |entire |full )?(?:life|lifetime|lifespan|course|duration|run|span) of (?:the |this )?${SCHEME}\\b|\\b(?:during|throughout|for the whole of|over the whole of) (?:the |this )?(?:whole |entire |full )?${SCHEME}(?=\\W*$)|\\b(?:in|over|during) the ${SCHEME}['’]s (?:whole |entire )?(?:life|lifetime|lifespan|duration|run)\\b|\\b(?:pendant|durant) (?:toute la durée (?:du |de l['’]|de la )?|tout (?:le |l['’])?|le |l['’])${SCHEME}(?=\\W*$)`,
  'i',
);

/** "For July 2026 the newest figure that was out by then". */
const BY_THEN = /\bby (?:then|that (?:time|point|date))\b|\bà (?:cette date|ce moment)\b/i;
const ASKS_START =
  /\b(?:since (?:when|what|which)|from (?:when|(?:what|which) (?:year|date|month|day|point))|depuis (?:quand|quel)|à partir de (?:quand|quel))/i;
/** Reads the words, the times and the units of a clause. */
export function hear(clause: Clause, around: readonly Clause[], circumstances: Circumstances): Heard {
  const { lexicon } = circumstances;
  const words = lexicon.words(clause.text);
  const mended = mendedText(clause.text, words);
  const focus = focusOf(mended);
  const stated = statedTimes(clause, around, words, circumstances);
  const toDate = wantsYearToDate(mended) || BY_THEN.test(mended);
  const asked = stated.filter((time) => !tellsToday(time, words, circumstances.today));
  const dated = ofRunningYear(restated(asked, clause.text, words)).map(
    (time): Time =>
      toDate && /^(?:in|on)$/.test(time.cue) && time.granularity !== 'year' ? { ...time, cue: 'by' } : time,
  );
  const taken = new Set(stated.flatMap((time) => time.at));
  const reading = readingOf(words, taken, lexicon);
  const inside = insideAsking(clause.text, reading);
  const asksStart = focus === 'when' && ASKS_START.test(mended);
  const began = asksStart
    ? undefined
    : sinceScope(reading, taken, lexicon, toldUnits(clause, around, lexicon));
  for (const index of began?.at ?? []) taken.add(index);
  const lifetime = stated.length === 0 ? LIFETIME.exec(clause.text) : null;
  for (const [index, { start, end }] of words.entries())
    if (lifetime && start >= lifetime.index && end <= lifetime.index + lifetime[0].length) taken.add(index);
  const free = reading.units.filter(
    (unit) => unit.kind !== 'neutral' && !unit.at.some((at) => taken.has(at)),
  );
  const scope =
    (began && (startingOn(stated, lexicon) ?? began.id)) ??
    (lifetime ? SCHEME_START : undefined) ??
    (asksStart || stated.length > 0 ? undefined : sharedScope(clause, around, circumstances));
  const narrowing = narrowingPlaces(reading, taken);
  const read = { words, mended, focus, dated, taken, reading, inside, asksStart, scope, narrowing, free };
  return { clause, around, circumstances, ...read };
}

/** The times that the words of the clause state, those of a talk by the time that was told before. */
function statedTimes(
  clause: Clause,
  around: readonly Clause[],
  words: readonly Word[],
  { lexicon, today, newestKnown, previous }: Circumstances,
): Time[] {
  const clock = { today, reference: newestKnown };
  const read = settleYears(relativeToAnchor(findTimes(words, clock), clause.text), clause.text).filter(
    (time) => !insidePhrase(time, words, lexicon),
  );
  const before = previous?.parts.at(-1)?.times.at(-1);
  const found =
    before && LEANING.test(clause.text) ? read.map((time) => nearTo(before, time, clause.text, today)) : read;
  const days = ordinalDays(words, found, [
    ...(previous?.parts.at(-1)?.times ?? []),
    ...around.flatMap(({ text }) => findTimes(lexicon.words(text), clock)),
    ...found,
  ]);
  return [...withoutWider(found, days), ...days, ...openingStretches(words, found, lexicon)];
}

const NOW_IS = /^(?:its?|it s|were in|now|est|sommes)$/;

/** "Ok it's November 2026, what's the last known tally": when it is asked, and not what for. */
function tellsToday(time: Time, words: readonly Word[], today: IsoDate): boolean {
  const first = Math.min(...time.at);
  const [one = '', two = ''] = [words[first - 1]?.folded, words[first - 2]?.folded];
  const before = /^(?:is|s|in|already|nearly|almost|en)$/.test(one) ? two : one;
  return time.from <= today && today <= time.to && NOW_IS.test(before) && !/^(?:what|which)/.test(two);
}

/** Typed words whose folded form is kept. */
const TYPED = 20_000;

/** What a word was before it was mended. */
const foldedAlone = remembering(TYPED, (typed: string) => splitWords(typed)[0]?.folded);

/** The clause with its misspelt words mended. */
function mendedText(text: string, words: readonly Word[]): string {
  let mended = '';
  let end = 0;
  for (const word of words) {
    const isAsTyped = foldedAlone(word.text) === word.folded;
    mended += text.slice(end, word.start) + (isAsTyped ? word.text : word.folded);
    end = word.end;
  }
  return mended + text.slice(end);
}

/** "How many people and how many boats since Labour got in": the start that the next question of the sentence gives. */
function sharedScope(
  clause: Clause,
  around: readonly Clause[],
  { lexicon }: Circumstances,
): string | undefined {
  const next = around.find(({ sentence, asks }) => asks && sentence === clause.sentence);
  const isBare = clause.text.split(/\s+/).length <= BARE && next !== undefined;
  return isBare ? sinceScope(lexicon.read(next.text), new Set(), lexicon)?.id : undefined;
}

/** So many words name what is counted and nothing else: "how many people". */
const BARE = 5;

const PRONOUN = /\b(?:he|she|they|ils?|elles?)\b/i;

/** The units of the sentence before: whom a pronoun may mean. */
function toldUnits(clause: Clause, around: readonly Clause[], lexicon: Lexicon): readonly Unit[] {
  const before = PRONOUN.test(clause.text)
    ? around.find(({ sentence }) => sentence === clause.sentence - 1)
    : undefined;
  return before ? lexicon.read(before.text).units : [];
}

/** "Since the deal kicked in on 6 August": of the starts that the words may mean, the one of that day. */
function startingOn(stated: readonly Time[], lexicon: Lexicon): string | undefined {
  return lexicon.scopes.find(({ scope: { since } }) =>
    stated.some(
      (time) =>
        since !== undefined &&
        time.from === time.to &&
        (time.from === since || (time.yearGuessed && time.from.slice(4) === since.slice(4))),
    ),
  )?.scope.id;
}
