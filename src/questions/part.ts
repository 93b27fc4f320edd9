/** Reads one asking clause as a Part: metric, operation, times, people, restrictions. */
import type { Lexicon } from '../knowledge/lexicon.js';
import type { Unit } from '../knowledge/meanings.js';
import { splitWords, type Word } from '../knowledge/words.js';
import { askedNoun, insideAsking, within, withoutDenied } from './asking-words.js';
import { givesNumbers } from './attribution.js';
import { chooseOperation, isSaidToDiffer } from './chosen-operation.js';
import type { Circumstances } from './circumstances.js';
import { askingOffset, type Clause, quotedPhrases } from './clauses.js';
import { findTimes } from './dates.js';
import { describedMoment, tellsMoment } from './described.js';
import { groupsOf } from './groups-asked.js';
import { impossibleDate } from './impossible-dates.js';
import { metricsAsked } from './metrics.js';
import { eventTimes, sinceScope } from './moments.js';
import {
  asReported,
  focusOf,
  operationOf,
  premiseOf,
  saysSomething,
  spanOf,
  wantsNewest,
  wantsYearToDate,
} from './operations.js';
import { ordinalDays } from './ordinal-days.js';
import {
  asksBothTotals,
  asksPair,
  boatsMetric,
  bothTotals,
  countOfComers,
  countOfDay,
  countOfPeopleAboard,
  countOfRecord,
  countOfScope,
  countOfYears,
  countsBoats,
  countsOfEach,
  fromAsking,
  isOnlyTimed,
  isSpread,
  leavesMetric,
  metricsInside,
  withoutSteps,
} from './part-metrics.js';
import {
  bindsTwo,
  distinct,
  insidePhrase,
  nearTo,
  ofRunningYear,
  relativeToAnchor,
  restated,
  settleYears,
  timesAround,
  withLater,
  withoutWider,
  withSameDay,
  withThisYear,
  withYearBefore,
} from './part-times.js';
import { contextTokens, namesOf, surface } from './part-words.js';
import type { Part } from './query.js';
import { readingOf } from './reading-of.js';
import { narrowingPlaces } from './restrictions.js';
import { leadingSceneEnd, sceneTokens } from './scene.js';
import { asksSides } from './sides.js';
import type { Time } from './time.js';
import { unresolvedSince } from './unresolved-since.js';

const LEANING =
  /^\W*(?:and|but|so|what about|how about|wat about|same|also|then|ok|okay|et|mais|qu'en est|et pour|pareil|or|plus|since when|until when|who said (?:that|it|so)|says? who|why|why so|source|says)\b/iu;

/** "Where to?", "who exactly?", "et où ?": nothing but the asking. */
const BARE_ASKING =
  /^\W*(?:(?:and|so|but|ok|et|mais)\s+)?(?:where|when|who|how|why|où|quand|qui|comment|pourquoi)(?:\s+(?:to|from|exactly|for|was (?:it|that)|is (?:it|that)|précisément))?\W*$/iu;

/** So many numbers of a clause are looked up; nobody asks about more at once. */
const NUMBERS = 12;

/** "Name one thing she would change", "they name the weapons": no name is asked for. */
const TO_NAME = /\bnames? (?:the|it|them|this|that|these|those|one|two|three|a|any|some)\b/iu;

/** "… and his age": how old somebody is. */
const SOMEBODYS_AGE =
  /\b(?:his|her|whose|the (?:man|guy|bloke|lad|woman)['’]?s|son) (?:age|âge)\b|\b(?:what|which) age (?:was|is) (?:he|she|the)\b/iu;

/** "Where's that from": its source, not its birthplace. */
const COMES_FROM =
  /\bwhere(?:['’]?s|s| is| are| does| do| did| was)? (?:that|this|it|these|those|they|the (?:\p{L}+ )?(?:number|figure|claim|total)s?)(?: come| came)? from\b/iu;

/** "For July 2026 the newest figure that was out by then". */
const BY_THEN = /\bby (?:then|that (?:time|point|date))\b|\bà (?:cette date|ce moment)\b/iu;
/** One thing is held against another. */
const COMPARES = /\b(?:vs|versus|against|compare[ds]?|alongside|next to|contre|compar\w+)\b/iu;

/** "Five days before Christmas there was a surge, how many that day": what that day added. */
const OF_THAT_DAY =
  /(?<!\b(?:by|until|till|up to|since|before|after|as of|as at) )\b(?:that (?:very |same |one )?day|on the day itself|ce jour[- ]là)\b/iu;

const ASKS_START = /\b(?:since (?:when|what|which)|depuis (?:quand|quel))/iu;
const NO_MOMENTS: ReturnType<typeof eventTimes> = { times: [], at: new Set() };

/** The clause with its misspelt words mended. */
function mendedText(text: string, words: readonly Word[]): string {
  let mended = '';
  let end = 0;
  for (const word of words) {
    const asTyped = splitWords(word.text)[0]?.folded;
    mended += text.slice(end, word.start) + (asTyped === word.folded ? word.text : word.folded);
    end = word.end;
  }
  return mended + text.slice(end);
}

export function readPart(clause: Clause, around: readonly Clause[], circumstances: Circumstances): Part {
  const { lexicon } = circumstances;
  const words = lexicon.words(clause.text);
  const mended = mendedText(clause.text, words);
  const focusOfAll = focusOf(mended);
  const asksDuration = operationOf(mended) === 'duration';
  const clock = { today: circumstances.today, reference: circumstances.newestKnown };
  const read = settleYears(relativeToAnchor(findTimes(words, clock), clause.text), clause.text).filter(
    (time) => !insidePhrase(time, words, lexicon),
  );
  const before = circumstances.previous?.parts.at(-1)?.times.at(-1);
  const found = before && LEANING.test(clause.text) ? read.map((time) => nearTo(before, time)) : read;
  const days = ordinalDays(words, found, [
    ...(circumstances.previous?.parts.at(-1)?.times ?? []),
    ...around.flatMap(({ text }) => findTimes(lexicon.words(text), clock)),
    ...found,
  ]);
  const stated = [...withoutWider(found, days), ...days];
  const toDate = wantsYearToDate(mended) || BY_THEN.test(mended);
  const dated = ofRunningYear(restated(stated, clause.text, words)).map(
    (time): Time =>
      toDate && /^(?:in|on)$/.test(time.cue) && time.granularity !== 'year' ? { ...time, cue: 'by' } : time,
  );
  const taken = new Set(stated.flatMap((time) => time.at));
  const reading = readingOf(words, taken, lexicon);
  const inside = insideAsking(clause.text, reading);
  // "Since when": the start itself is asked for.
  const asksStart = focusOfAll === 'when' && ASKS_START.test(mended);
  const began = asksStart
    ? undefined
    : sinceScope(reading, taken, lexicon, toldUnits(clause, around, lexicon));
  const scope = began && { ...began, id: startingOn(stated, lexicon) ?? began.id };
  for (const index of scope?.at ?? []) taken.add(index);
  const free = reading.units.filter(
    (unit) => unit.kind !== 'neutral' && !unit.at.some((at) => taken.has(at)),
  );

  const anywhere = asksStart ? NO_MOMENTS : eventTimes(reading, taken, lexicon);
  const moments =
    asksStart || asksDuration || leavesMetric(anywhere, free, lexicon)
      ? anywhere
      : eventTimes(reading, new Set([...taken, ...fromAsking(clause.text, reading)]), lexicon);
  const withoutMoments = free.filter((unit) => !unit.at.some((at) => moments.at.has(at)));
  const narrowing = narrowingPlaces(reading, taken);
  const outsideMoments = withoutDenied(withoutMoments, reading);
  const askedWithoutMoments = describedMoment(clause.text)
    ? metricsAsked(within(outsideMoments, inside), narrowing, lexicon)
    : metricsInside(outsideMoments, { inside, narrowing, lexicon, pair: false });
  const restTells = within(withoutMoments, inside).some((unit) => !unit.generic && unit.kind !== 'number');
  // "How many were on the first flight": with nothing before it, the moment's name is what is asked about.
  const leansOnOthers = circumstances.previous !== undefined || around.length > 0;
  const usesMoments =
    moments.times.length > 0 &&
    (askedWithoutMoments.length > 0 ||
      (leansOnOthers && !restTells && isOnlyTimed(focusOfAll, dated.length, free, lexicon)));
  const named = usesMoments
    ? askedWithoutMoments
    : metricsInside(withoutDenied(free, reading), {
        inside,
        narrowing,
        lexicon,
        pair: asksPair(clause.text),
        compares: COMPARES.test(clause.text),
      });
  const description = usesMoments ? undefined : describedMoment(clause.text);
  // "When she went on the radio in January 2026": a month or a year in it only helps to find the moment.
  const described =
    description &&
    dated.every((time) => isWide(time) && time.at.every((at) => isIn(description.place, words[at])))
      ? description
      : undefined;
  const outsideDescribed = described
    ? free.filter((unit) => !unit.at.some((at) => isIn(described.place, words[at])))
    : free;
  const apart =
    described && tellsMoment(described.described.phrase, named, lexicon)
      ? metricsAsked(outsideDescribed, narrowing, lexicon)
      : [];
  const told = apart.length > 0 ? outsideDescribed : free;
  const namedApart = apart.length > 0 ? apart : named;
  const boats = countsBoats(mended) ? boatsMetric(namedApart, within(told, inside), lexicon) : undefined;
  const groups = groupsOf(clause.text, mended, {
    metric: namedApart[0],
    hasBoats: boats !== undefined,
    unresolved: unresolvedSince(reading, new Set([...taken, ...moments.at])),
    lexicon,
  });
  const metrics = asksBothTotals(mended, namedApart, dated, free, lexicon)
    ? bothTotals(lexicon)
    : boats
      ? [boats]
      : namedApart.map((metric) => ({
          ...metric,
          restrictions: [...groups.narrowing, ...metric.restrictions],
        }));

  // "When he came back, was he removed again": the moment begins the time that is asked about, and is not it.
  const onlyBegins =
    /^(?:yes-no|when)$/.test(focusOfAll) &&
    [...moments.at].every((at) => (words[at]?.end ?? 0) <= leadingSceneEnd(clause.text));
  let times = usesMoments
    ? [...withoutWider(dated, moments.times), ...(onlyBegins ? [] : moments.times)]
    : dated;
  const outside =
    times.length === 0 && focusOfAll !== 'when' ? timesAround(clause, around, circumstances) : undefined;
  if (outside) times = outside.times;
  const since = lexicon.scopes.find((one) => one.scope.id === scope?.id)?.scope.since;
  // The day from which is counted is no day that the count is asked for.
  times = times.filter(
    (time) =>
      since === undefined ||
      time.granularity === 'year' ||
      // "Since it took effect on 6 August": the day again, with the year left out.
      (!(time.yearGuessed && isSameAsStart(time, since)) && (time.from > since || time.to < since)),
  );
  times = distinct(withYearBefore(withSameDay(withLater(times, mended), mended), mended)).map(
    // What is counted since a day is counted up to a time, not within it.
    (time): Time =>
      scope && time.cue === 'in' && time.granularity !== 'year' ? { ...time, cue: 'by' } : time,
  );

  const isCounted = lexicon.metrics.some(
    ({ metric }) => metric.kind === 'period' && metric.id === metrics[0]?.id,
  );
  if (isCounted) times = withThisYear(times, mended);
  if (OF_THAT_DAY.test(mended))
    times = times.map((time) =>
      time.cue === 'by' && time.granularity === 'day' ? { ...time, cue: 'on' } : time,
    );

  // A clause that only names a moment leaves its subject to the question before.
  const onlyTimed = usesMoments && askedWithoutMoments.length === 0 && /^(?:quantity|none)$/.test(focusOfAll);
  const asking = withoutDenied(within(onlyTimed ? withoutMoments : free, inside), reading);
  const focus = focusOf(mended.slice(askingOffset(mended) ?? 0) || mended);
  const between = times.length >= 2 && (bindsTwo(clause.text) || outside?.between === true);
  const chosen = chooseOperation(mended, {
    metrics: metrics.length,
    named: metrics.filter(({ strength }) => strength > 0).length,
    times,
    between,
  });
  const spreads = metrics.some(isSpread);
  const operation =
    chosen === 'value' && spreads
      ? 'average'
      : chosen === 'value' && isSaidToDiffer(clause, around)
        ? 'differ'
        : chosen;
  // "Did June fall from May": the month that is compared with is no beginning.
  if (operation === 'compare-times')
    times = times.map((time) =>
      time.cue === 'since' && time.granularity === 'month' ? { ...time, cue: 'in' } : time,
    );
  const each = operation === 'value' ? countsOfEach(metrics, free, lexicon) : [];
  const counted =
    each.length > 0
      ? each
      : metrics.length > 0
        ? operation === 'average'
          ? metrics.map(withoutSteps)
          : metrics
        : [
            ...countOfYears(asking, times, operation, lexicon),
            ...(focus === 'quantity' && OF_THAT_DAY.test(mended) ? countOfDay(asking, times, lexicon) : []),
            ...countOfRecord(asking, mended, lexicon),
            ...countOfScope(asking, scope?.id, focus, lexicon),
            ...countOfPeopleAboard(
              clause.text,
              asking,
              around.map(({ text }) => text),
              lexicon,
            ),
            ...(focus === 'quantity' ? countOfComers(asking, reading, lexicon) : []),
          ].slice(0, 1);
  return {
    text: clause.text,
    // "Total abject failure": a total that nothing counts is somebody's word.
    focus:
      focus === 'quantity' && operation === 'differ' && counted.length === 0 && named.length === 0
        ? 'who'
        : focus,
    operation,
    metrics: counted,
    scope: scope?.id,
    times,
    between,
    impossible: impossibleDate(words),
    moments: moments.times,
    described: apart.length > 0 ? described?.described : undefined,
    numbers: [...new Set([...asking, ...free])]
      .filter((unit) => unit.kind === 'number')
      .slice(0, NUMBERS)
      .map((unit) => Number(unit.token)),
    premise: premiseOf(mended),
    // "One day before he came back" is when, and no length of what is counted.
    span: spanOf(new Set((usesMoments ? withoutMoments : free).map((unit) => unit.token))),
    wantsNewest: wantsNewest(mended),
    asReported: asReported(mended),
    quoted: quotedPhrases(clause.text),
    people:
      usesMoments && operation !== 'duration'
        ? namesOf(within(withoutMoments, inside), withoutMoments, 'person')
        : namesOf(asking, free, 'person'),
    saidBy: saysSomething(mended) || givesNumbers(reading, taken),
    sources: namesOf(told, told, 'source'),
    tokens: asking
      .filter((unit) => unit.kind !== 'number' || Number(unit.token) >= 10)
      .filter((unit) => focus !== 'source' || unit.token !== 'newspaper')
      .filter((unit) => unit.token !== 'name' || !TO_NAME.test(clause.text))
      .filter((unit) => unit.token !== 'children' || !SOMEBODYS_AGE.test(clause.text))
      .filter((unit) => unit.token !== 'nationality' || !COMES_FROM.test(clause.text))
      .map((unit) => unit.token),
    narrowing: asking.filter((unit) => unit.narrows).map((unit) => unit.token),
    scene: sceneTokens(clause.text, reading, asking, focus),
    lead: free
      .filter((unit) => !unit.at.some((index) => inside.has(index)) && unit.kind !== 'number')
      .map((unit) => unit.token),
    context: contextTokens(free, inside, around, lexicon),
    unknown: asking.filter((unit) => !unit.known && !unit.light).map((unit) => surface(unit, reading)),
    asked: askedNoun(clause.text, reading, taken),
    surfaces: {
      ...Object.fromEntries(free.map((unit) => [unit.token, surface(unit, reading)])),
      ...groups.surfaces,
    },
    sides: [clause, ...around].some((one) => asksSides(one.text)),
    leans: LEANING.test(clause.text) || BARE_ASKING.test(clause.text),
  };
}

const PRONOUN = /\b(?:he|she|they|ils?|elles?)\b/iu;

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

/** The day or the month of a start, said without its year. */
function isSameAsStart({ from, to, granularity }: Time, since: string): boolean {
  if (granularity === 'month') return from.slice(4, 7) === since.slice(4, 7);
  return from === to && to.slice(4) === since.slice(4);
}

function isWide({ granularity }: Time): boolean {
  return /^(?:month|year|season|part)$/.test(granularity);
}

function isIn(place: { start: number; end: number }, word: Word | undefined): boolean {
  return word !== undefined && word.start >= place.start && word.end <= place.end;
}
