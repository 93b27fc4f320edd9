/** Reads one asking clause as a Part: metric, operation, times, people, restrictions. */
import type { Unit } from '../knowledge/meanings.js';
import { metricNamed } from '../knowledge/metric-names.js';
import { askedNoun, within, withoutDenied } from './asking-words.js';
import { givesNumbers, speaksOn, usesNumber, wouldDo } from './attribution.js';
import { peopleAndBoats } from './boats-beside.js';
import { chooseOperation, isSaidToDiffer } from './chosen-operation.js';
import type { Circumstances } from './circumstances.js';
import { type Counted, countedIn, momentsIn } from './clause-counts.js';
import { type Heard, hear, LEANING } from './clause-heard.js';
import { askedTimes, OF_THAT_DAY } from './clause-times.js';
import { askingOffset, type Clause, quotedPhrases, toldEnd } from './clauses.js';
import { impossibleDate } from './impossible-dates.js';
import { asReported, focusOf, premiseOf, saysSomething, spanOf, wantsNewest } from './operations.js';
import {
  countOfComers,
  countOfDay,
  countOfPeopleAboard,
  countOfRecord,
  countOfScope,
  countOfYears,
  countsOfEach,
  isSpread,
  withoutSteps,
} from './part-metrics.js';
import { contextTokens, namesOf, surface } from './part-words.js';
import type { AskedMetric, Focus, Operation, Part } from './query.js';
import { foreignTokens } from './restrictions.js';
import { sceneTokens } from './scene.js';
import { asksSides } from './sides.js';
import type { Time } from './time.js';

/** "Where to?", "who exactly?", "et où ?": nothing but the asking. */
const BARE_ASKING =
  /^\W*(?:(?:and|so|but|ok|et|mais)\s+)?(?:where|when|who|how|why|où|quand|qui|comment|pourquoi)(?:\s+(?:to|from|exactly|for|was (?:it|that)|is (?:it|that)|précisément))?\W*$/i;

/** So many numbers of a clause are looked up; nobody asks about more at once. */
const NUMBERS = 12;

/** The town is asked for, and names nothing. */
const WHICH_TOWN = /^\W*(?:(?:in|at|near|off|from|to|dans|à) )?(?:which|what|quelle) (?:city|town|ville)\b/i;
/** "Name one thing she would change", "they name the weapons": no name is asked for. */
const TO_NAME = /\bnames? (?:the|it|them|this|that|these|those|one|two|three|a|any|some)\b/i;

/** "… and his age": how old somebody is. */
const SOMEBODYS_AGE =
  /\b(?:his|her|whose|the (?:man|guy|bloke|lad|woman)['’]?s|son) (?:age|âge)\b|\b(?:what|which) age (?:was|is) (?:he|she|the)\b/i;

/** "What did the Guardian have for returns": the number that it prints. */
const HAVE_FOR =
  /(?<!\w)(?:have|had|has|got|gives?|gave|puts?|print(?:s|ed)?|carr(?:y|ies|ied)|list(?:s|ed)?|quote[sd]?|donn\p{L}+) (?:.{0,40} )?(?:for|at|as|under|pour)(?!\w)/iu;

/** "Where's that from": its source, not its birthplace. */
const COMES_FROM =
  /(?<!\w)where(?:['’]?s|s| is| are| does| do| did| was)? (?:that|this|it|these|those|they|the (?:\p{L}+ )?(?:number|figure|claim|total)s?)(?: come| came)? from(?!\w)/iu;

/** People and boats are set side by side, whatever else would be done with one of them. */
const PUTS_BESIDE = /^(?:value|sum|series|compare-metrics)$/;

/** "What did 20 December bring?": a day brings those who arrive on it. */
const DAY_BROUGHT =
  /\b(?:what|wat|how much|how many) (?:did|does|has|had)\b.{3,90}\b(?:bring|brought|see|seen|yield|add|look like)\W*$/i;

/** Reads what a clause asks: which count, what is done with it, of when, by whom, and what narrows it. */
export function readPart(clause: Clause, around: readonly Clause[], circumstances: Circumstances): Part {
  const { lexicon } = circumstances;
  const heard = hear(clause, around, circumstances);
  const { words, mended, taken, reading, inside, scope, free } = heard;
  const moments = momentsIn(heard);
  const counts = countedIn(heard, moments);
  const { times: asked, between } = askedTimes(heard, moments, counts);
  const spoken = speaksOn(reading, taken);
  const wanted = focusOf(mended.slice(askingOffset(mended) ?? 0) || mended);
  // "Norris on whether crossings fall": words are wanted, whatever they count.
  const focus = spoken && /^(?:quantity|none)$/.test(wanted) ? 'what' : wanted;
  const chosen = operationFor(heard, counts, asked, between);
  // A clause that only names a moment leaves its subject to the question before.
  const onlyTimed = moments.used && moments.metrics.length === 0 && /^(?:quantity|none)$/.test(heard.focus);
  const asking = withoutDenied(within(onlyTimed ? moments.outside : free, inside), reading);
  // "Did June fall from May": the month that is compared with is no beginning.
  const times = asked.map(
    (time): Time =>
      chosen === 'compare-times' && time.cue === 'since' && time.granularity === 'month'
        ? { ...time, cue: 'in' }
        : time,
  );
  const told = toldTerms(heard);
  const both =
    PUTS_BESIDE.test(chosen) && times.length < 2
      ? peopleAndBoats(mended, counts.metrics, asking, lexicon)
      : [];
  const operation = both.length > 0 ? 'value' : chosen;
  const counted = both.length > 0 ? both : countedMetrics(heard, counts, { asking, times, operation, focus });
  const quoted = quotedIn(clause, around);
  const people =
    moments.used && operation !== 'duration'
      ? namesOf(within(moments.outside, inside), moments.outside, 'person')
      : namesOf(asking, free, 'person');
  const sources = namesOf(counts.told, counts.told, 'source');
  return {
    text: clause.text,
    // "Total abject failure": a total that nothing counts is somebody's word.
    focus:
      focus === 'quantity' && operation === 'differ' && counted.length === 0 && !counts.isNamed
        ? 'who'
        : focus === 'what' && sources.length > 0 && counts.isNamed && HAVE_FOR.test(mended)
          ? 'quantity'
          : focus,
    operation,
    metrics: counted,
    scope,
    times,
    between,
    impossible: impossibleDate(words),
    moments: [...moments.times],
    described: counts.described,
    numbers: [...new Set([...asking, ...free])]
      .filter((unit) => unit.kind === 'number')
      .slice(0, NUMBERS)
      .map((unit) => Number(unit.token)),
    premise: premiseOf(mended),
    // "One day before he came back" is when, and no length of what is counted.
    span: spanOf(new Set((moments.used ? moments.outside : free).map((unit) => unit.token))),
    wantsNewest: wantsNewest(mended),
    asReported: asReported(mended),
    quoted,
    people,
    saidBy:
      saysSomething(mended, lexicon) ||
      givesNumbers(reading, taken) ||
      usesNumber(reading, mended) ||
      spoken ||
      // "“Last minute attempts”: was that Cooper's?"
      (quoted.length > 0 && people.length > 0 && WAS_THEIRS.test(clause.text)) ||
      (focus === 'quantity' && wouldDo(reading)),
    sources,
    tokens: asking
      .filter((unit) => unit.kind !== 'number' || Number(unit.token) >= 10)
      .filter((unit) => focus !== 'source' || unit.token !== 'newspaper')
      .filter((unit) => unit.token !== 'destination' || (focus !== 'where' && !WHICH_TOWN.test(clause.text)))
      .filter((unit) => unit.token !== 'name' || !TO_NAME.test(clause.text))
      .filter((unit) => unit.token !== 'children' || !SOMEBODYS_AGE.test(clause.text))
      .filter((unit) => unit.token !== 'nationality' || !COMES_FROM.test(clause.text))
      .map((unit) => unit.token)
      .concat(told),
    narrowing: asking.filter((unit) => unit.narrows).map((unit) => unit.token),
    foreign: foreignTokens(reading, asking, taken),
    scene: [...sceneTokens(clause.text, reading, asking, focus), ...told],
    lead: free
      .filter((unit) => !unit.at.some((index) => inside.has(index)) && unit.kind !== 'number')
      .map((unit) => unit.token),
    context: contextTokens(free, inside, around, lexicon),
    unknown: asking.filter((unit) => !unit.known && !unit.light).map((unit) => surface(unit, reading)),
    asked: askedNoun(clause.text, reading, taken),
    surfaces: {
      ...Object.fromEntries(free.map((unit) => [unit.token, surface(unit, reading)])),
      ...counts.groups.surfaces,
    },
    sides: [clause, ...around].some((one) => asksSides(one.text)),
    leans: LEANING.test(clause.text) || BARE_ASKING.test(clause.text),
  };
}

const POINTS_BACK = /\b(?:that|this|it|bring|get in|apply|qualify|eligible)\b/i;

/** Of what is told before a question that points back to it, what the data know; it restricts nothing. */
function toldTerms({ clause, free, inside, reading }: Heard): string[] {
  const end = toldEnd(clause.text);
  if (end === 0 || !POINTS_BACK.test(clause.text.slice(end))) return [];
  const asked = new Set(
    free.filter(({ at }) => at.some((index) => inside.has(index))).map(({ token }) => token),
  );
  return free
    .filter(
      ({ kind, generic, narrows, token, at }) =>
        kind === 'term' &&
        !generic &&
        !narrows &&
        !asked.has(token) &&
        (reading.words[at[0] ?? 0]?.start ?? end) < end &&
        !at.some((index) => inside.has(index)),
    )
    .map(({ token }) => token);
}

/** What is done with the figures. */
function operationFor(
  { clause, around, circumstances, mended }: Heard,
  { metrics }: Counted,
  times: readonly Time[],
  between: boolean,
): Operation {
  const chosen = chooseOperation(mended, {
    metrics: metrics.length,
    named: metrics.filter(({ strength }) => strength > 0).length,
    kind: metricNamed(metrics[0]?.id, circumstances.lexicon)?.metric.kind,
    times,
    between,
  });
  // The quotient is the count itself.
  const isQuotient = metricNamed(metrics[0]?.id, circumstances.lexicon)?.metric.quotient !== undefined;
  if (chosen !== 'value') return chosen === 'ratio' && isQuotient ? 'value' : chosen;
  if (metrics.some(isSpread)) return 'average';
  return isSaidToDiffer(clause, around) ? 'differ' : 'value';
}

type Asked = { asking: readonly Unit[]; times: readonly Time[]; operation: Operation; focus: Focus };

/** The metrics that words name, or else the one that the asking leaves no doubt of. */
function countedMetrics(
  { clause, around, circumstances, mended, reading, scope, free }: Heard,
  { metrics }: Counted,
  { asking, times, operation, focus }: Asked,
): AskedMetric[] {
  const { lexicon } = circumstances;
  const each = operation === 'value' ? countsOfEach(metrics, free, lexicon) : [];
  if (each.length > 0) return each;
  if (metrics.length > 0) return operation === 'average' ? metrics.map(withoutSteps) : [...metrics];
  return [
    ...countOfYears(asking, times, operation, { text: mended, lexicon }),
    ...((focus === 'quantity' && (OF_THAT_DAY.test(mended) || COUNT_OF.test(mended))) ||
    DAY_BROUGHT.test(mended)
      ? countOfDay(asking, times, lexicon)
      : []),
    ...countOfRecord(asking, mended, lexicon),
    ...countOfScope(asking, scope, focus, lexicon),
    ...countOfPeopleAboard(
      clause.text,
      asking,
      around.map(({ text }) => text),
      lexicon,
    ),
    ...(focus === 'quantity' ? countOfComers(asking, reading, times.length > 0, lexicon) : []),
  ].slice(0, 1);
}

/** "What was the count on 22 October": nothing but the arrivals is counted by the day. */
const COUNT_OF = /\b(?:count|tally|headcount|décompte) (?:on|du)\b/i;

const WHOSE_THAT =
  /(?<!\w)(?:who|whos|whose|qui)(?!\w).{0,30}(?<!\w)(?:said|says|told|wrote|words|line|quote|a dit|a écrit)(?!\w).{0,20}(?<!\w)(?:that|this|it|those|ça|cela)(?!\w)|(?<!\w)whose (?:words|line|quote) (?:is|are|was|were)(?!\w)|(?<!\w)whose (?:is|are|was|were) (?:it|they|that|those|this)(?!\w)|(?<!\w)who(?:['’]s| is| was| are) (?:it|that|they|this) (?:from|by)(?!\w)|^\W*(?:the )?names? of (?:the|that) \p{L}+|(?<!\w)what (?:it was|was it|is it|it is) about(?!\w)|(?<!\w)qui a (?:dit|écrit) (?:ça|cela)(?!\w)/iu;
/** One name or another, and nothing else. */
const ONE_OF_TWO =
  /^\W*(?:was (?:it|that) |is (?:it|that) )?\p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}’'-]+)? (?:or|ou) \p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}’'-]+)?\W*$/u;

/** "Was it Mahmood?" */
const WAS_IT =
  /^\W*(?:(?:so|and|but) )?(?:was|is|were) (?:it|that|this|those|they)(?: \p{L}[\p{L}’'-]*){1,3}\W*$/iu;

/** "… - was that Cooper's?" */
const WAS_THEIRS = /(?<!\w)(?:was|is|were) (?:it|that|this|those|they)(?: \p{L}[\p{L}’'-]*){1,3}\W*$/iu;

/** So many words stand alone for somebody's. */
const QUOTED_WORDS = 4;

/** What the clause quotes; "Wasting their time and money. Who said that?" quotes the sentence before. */
function quotedIn(clause: Clause, around: readonly Clause[]): string[] {
  const here = quotedPhrases(clause.text);
  const before = around.find(({ sentence }) => sentence === clause.sentence - 1)?.text ?? '';
  // "“This is one person” - Kendall or Cooper?"
  if (here.length === 0 && (ONE_OF_TWO.test(clause.text) || WAS_IT.test(clause.text)))
    return quotedPhrases(before);
  if (here.length > 0 || !WHOSE_THAT.test(clause.text)) return here;
  const marked = quotedPhrases(before);
  if (marked.length > 0) return marked;
  return before.split(/\s+/).length >= QUOTED_WORDS ? [before] : [];
}
