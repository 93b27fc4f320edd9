/** From the words of a question to a Query. Nothing here knows a figure; the lexicon is passed in. */
import { daysBetween, type IsoDate } from '../knowledge/calendar.js';
import { type Lexicon, personToken, type Reading, type Unit } from '../knowledge/lexicon.js';
import { fold, splitWords, type Word } from '../knowledge/words.js';
import { askingOffset, type Clause, clausesOf, quotedPhrases } from './clauses.js';
import { cleanQuestion } from './clean.js';
import { countOf, findTimes, shift, type Time } from './dates.js';
import { languageOf } from './language.js';
import { metricsAsked } from './metrics.js';
import { eventTimes, sinceScope } from './moments.js';
import {
  asksChange,
  asReported,
  focusOf,
  operationOf,
  premiseOf,
  saysSomething,
  spanOf,
  wantsNewest,
} from './operations.js';
import type { AskedMetric, Focus, Language, Operation, Part, Query } from './query.js';
import { narrowingPlaces } from './restrictions.js';

export type Circumstances = {
  lexicon: Lexicon;
  today: IsoDate;
  /** Date of the newest figure that is known: dates without a year are read as not later than it. */
  newestKnown: IsoDate;
  notAfter?: IsoDate | undefined;
  /** The question before, if this may be a follow-up. */
  previous?: Query | undefined;
  /** Language where the words do not tell. */
  language?: Language;
};

/** So many asking clauses are read; people who paste more get the first ones answered. */
const PARTS_LIMIT = 4;
const LEANING =
  /^\W*(?:and|but|so|what about|how about|wat about|same|also|then|ok|okay|et|mais|qu'en est|et pour|pareil|or|plus|since when|until when|who said (?:that|it|so)|says? who|why|why so|source|says)\b/iu;

/** Reads a question (any text) as a Query; never throws. */
export function understand(raw: string, circumstances: Circumstances): Query {
  const text = cleanQuestion(raw);
  const language = languageOf(text, circumstances.previous?.language ?? circumstances.language ?? 'en');
  const clauses = clausesOf(text);
  const asking = clauses.filter((clause) => clause.asks).slice(0, PARTS_LIMIT);
  const parts: Part[] = [];
  for (const clause of asking) {
    const around = clauses.filter((other) => other !== clause);
    const alone = readPart(clause, around, circumstances);
    const sibling = clause.sentence === asking[parts.length - 1]?.sentence ? parts.at(-1) : undefined;
    const part = sibling ? withLeadOf(sibling, alone) : alone;
    const told = clauses.find((other) => !other.asks && other.sentence === clause.sentence - 1);
    const before =
      parts.at(-1) ??
      (told ? unrestricted(readPart(told, [], circumstances)) : circumstances.previous?.parts.at(-1));
    parts.push(before ? leanOn(before, part, parts.length > 0 || told !== undefined) : part);
  }
  return {
    language,
    parts: parts.some(hasSubstance) ? parts.filter(hasSubstance) : parts.slice(0, 1),
    today: circumstances.today,
    notAfter: circumstances.notAfter,
  };
}

/** No entry holds this token: boats themselves are counted nowhere. */
const COUNTED_BOATS = 'boats-counted';

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

/** Questions of one sentence share what leads up to the first: its people, its source, its subject. */
function withLeadOf(sibling: Part, part: Part): Part {
  return {
    ...part,
    lead: [...sibling.lead, ...part.lead],
    people: part.people.length > 0 ? part.people : sibling.people,
    sources: part.sources.length > 0 ? part.sources : sibling.sources,
  };
}

/** What is only told around a question never restricts it. */
function unrestricted(part: Part): Part {
  return { ...part, metrics: part.metrics.map((metric) => ({ ...metric, restrictions: [] })), unknown: [] };
}

function readPart(clause: Clause, around: readonly Clause[], circumstances: Circumstances): Part {
  const { lexicon } = circumstances;
  const words = lexicon.words(clause.text);
  const mended = mendedText(clause.text, words);
  const clock = { today: circumstances.today, reference: circumstances.newestKnown };
  const dated = settleYears(relativeToAnchor(findTimes(words, clock), clause.text)).filter(
    (time) => !insidePhrase(time, words, lexicon),
  );
  const taken = new Set(dated.flatMap((time) => time.at));
  const reading = withDirections({ words, units: lexicon.units(words, taken) });
  const inside = insideAsking(clause.text, reading);
  const scope = sinceScope(reading, taken, lexicon);
  for (const index of scope?.at ?? []) taken.add(index);
  const free = reading.units.filter(
    (unit) => unit.kind !== 'neutral' && !unit.at.some((at) => taken.has(at)),
  );

  const anywhere = eventTimes(reading, taken, lexicon, clause.text);
  const moments = leavesMetric(anywhere, free, lexicon)
    ? anywhere
    : eventTimes(reading, new Set([...taken, ...fromAsking(clause.text, reading)]), lexicon, clause.text);
  const withoutMoments = free.filter((unit) => !unit.at.some((at) => moments.at.has(at)));
  const narrowing = narrowingPlaces(reading, taken);
  const askedWithoutMoments = metricsAsked(
    withoutDenied(within(withoutMoments, inside), reading),
    narrowing,
    lexicon,
  );
  const restTells = within(withoutMoments, inside).some((unit) => !unit.generic && unit.kind !== 'number');
  const usesMoments =
    moments.times.length > 0 &&
    (askedWithoutMoments.length > 0 ||
      (!restTells && isOnlyTimed(focusOf(mended), dated.length, free, lexicon)));
  const named = usesMoments
    ? askedWithoutMoments
    : metricsInside(withoutDenied(free, reading), {
        inside,
        narrowing,
        lexicon,
        pair: asksPair(clause.text),
      });
  const metrics = countsBoats(clause.text)
    ? named.map((metric) => ({ ...metric, restrictions: [COUNTED_BOATS, ...metric.restrictions] }))
    : named;

  let times = usesMoments ? [...dated, ...moments.times] : dated;
  if (times.length === 0 && focusOf(mended) !== 'when') times = timesAround(clause, around, circumstances);
  times = distinct(withLater(times, mended));

  const asking = withoutDenied(within(usesMoments ? withoutMoments : free, inside), reading);
  const focus = focusOf(mended.slice(askingOffset(mended) ?? 0) || mended);
  const between = times.length >= 2 && bindsTwo(clause.text);
  const operation = chooseOperation(mended, { metrics: metrics.length, times, between });
  const counted = metrics.length > 0 ? metrics : countOfYears(asking, times, operation, lexicon);
  return {
    text: clause.text,
    focus,
    operation,
    metrics: counted,
    scope: scope?.id,
    times,
    between,
    moments: moments.times,
    numbers: [...new Set([...asking, ...free])]
      .filter((unit) => unit.kind === 'number')
      .map((unit) => Number(unit.token)),
    premise: premiseOf(mended),
    span: spanOf(new Set(free.map((unit) => unit.token))),
    wantsNewest: wantsNewest(mended),
    asReported: asReported(mended),
    quoted: quotedPhrases(clause.text),
    people:
      usesMoments && operation !== 'duration'
        ? namesOf(within(withoutMoments, inside), withoutMoments, 'person')
        : namesOf(asking, free, 'person'),
    saidBy: saysSomething(mended),
    sources: namesOf(free, free, 'source'),
    tokens: asking
      .filter((unit) => unit.kind !== 'number' || Number(unit.token) >= 10)
      .map((unit) => unit.token),
    lead: free
      .filter((unit) => !unit.at.some((index) => inside.has(index)) && unit.kind !== 'number')
      .map((unit) => unit.token),
    context: contextTokens(free, inside, around, lexicon),
    unknown: asking.filter((unit) => !unit.known).map((unit) => surface(unit, reading)),
    asked: askedNoun(clause.text, reading, taken),
    surfaces: {
      ...Object.fromEntries(free.map((unit) => [unit.token, surface(unit, reading)])),
      [COUNTED_BOATS]: 'boats',
    },
    leans: LEANING.test(clause.text),
  };
}

/** "And by the LBC interview?": a clause that only names a moment, for a question that stands before. */
function isOnlyTimed(focus: Focus, dates: number, free: readonly Unit[], lexicon: Lexicon): boolean {
  if (metricsAsked(free, new Set(), lexicon).length > 0) return false;
  return focus === 'quantity' || (focus === 'none' && dates > 0);
}

/** False where the words that name a moment are the only ones that name a metric. */
function leavesMetric(
  moments: { at: ReadonlySet<number> },
  free: readonly Unit[],
  lexicon: Lexicon,
): boolean {
  if (moments.at.size === 0) return true;
  const rest = free.filter((unit) => !unit.at.some((index) => moments.at.has(index)));
  return (
    metricsAsked(rest, new Set(), lexicon).length > 0 || metricsAsked(free, new Set(), lexicon).length === 0
  );
}

/** Indexes of the words from the asking word on. */
function fromAsking(text: string, reading: Reading): number[] {
  const offset = askingOffset(text) ?? 0;
  return reading.words.flatMap((word, index) => (word.start >= offset ? [index] : []));
}

/** "in" and "out" as directions of the scheme ("75 out and 51 in", "more in than out"). */
function withDirections(reading: Reading): Reading {
  const words = reading.words;
  const directional = (index: number) => {
    const next = words[index + 1]?.folded;
    const before = words[index - 1]?.folded ?? '';
    if (/^(?:find|figure|work|turn|sort|carry|point|rule|make|check|set|back)/.test(before)) return false;
    return (
      next === undefined || /^(?:than|vs|versus|and|or|minus|per|for|as|to|but|under|compared)$/.test(next)
    );
  };
  const line = words.map((word) => word.folded).join(' ');
  const together =
    /\b(?:in (?:and|or|vs|versus|minus|than) out|out (?:and|or|vs|versus|minus|than) in)\b/.test(line);
  const both =
    together ||
    ['in', 'out'].every((word) => words.some((other, index) => other.folded === word && directional(index)));
  const afterCount = (index: number) =>
    /^\d|^(?:many|more|people|went|going|were|are|got)$/.test(words[index - 1]?.folded ?? '');
  const units = reading.units.map((unit): Unit => {
    const index = unit.at[0] ?? 0;
    const word = words[index]?.folded;
    if (unit.kind !== 'neutral' || (word !== 'in' && word !== 'out')) return unit;
    if (!(together || directional(index)) || !(both || afterCount(index))) return unit;
    return { ...unit, kind: 'term', token: word === 'in' ? 'accept' : 'return-to-france', generic: false };
  });
  return { words, units };
}

/** Word indexes that belong to the asking: not the chatter before the asking word or after a late comma. */
function insideAsking(text: string, reading: Reading): ReadonlySet<number> {
  const everything = new Set(reading.words.keys());
  const offset = askingOffset(text);
  if (offset === undefined) return everything;
  const segments = segmentsOf(text);
  const inside = new Set<number>();
  let asked = false;
  for (const segment of segments) {
    const holdsAsking = offset >= segment.start && offset < segment.end;
    const lead = text.slice(segment.start, offset);
    const from = holdsAsking && !isShortLead(lead) && wordCount(lead) > 6 ? offset : segment.start;
    const trails =
      asked && (segment.bound || continuesAsking(segment.text) || isShortAndKnown(segment, reading));
    const belongs = holdsAsking || trails || (!asked && isShortLead(segment.text));
    asked ||= holdsAsking;
    if (!belongs) continue;
    for (const [index, word] of reading.words.entries()) {
      if (word.start >= from && word.start < segment.end) inside.add(index);
    }
  }
  const tells = reading.units.some(
    (unit) =>
      /^(?:term|person|source|number)$/.test(unit.kind) &&
      !unit.generic &&
      unit.at.some((index) => inside.has(index)),
  );
  return tells ? inside : everything;
}

/** The pieces between commas, brackets and colons; `bound` after a colon, which announces what follows. */
function segmentsOf(text: string): { text: string; start: number; end: number; bound: boolean }[] {
  const segments: { text: string; start: number; end: number; bound: boolean }[] = [];
  let start = 0;
  let bound = false;
  for (const match of text.matchAll(/,(?!\d{3})\s*|\(|\)|;\s*|:\s+/g)) {
    segments.push({ text: text.slice(start, match.index), start, end: match.index, bound });
    start = match.index + match[0].length;
    bound ||= /[:;]/.test(match[0]);
  }
  segments.push({ text: text.slice(start), start, end: text.length, bound });
  return segments.filter((segment) => /[\p{L}\p{N}]/u.test(segment.text));
}

/** "In Dundee", "of the 57 let in by November": a short phrase that the question hangs on. */
function isShortLead(text: string): boolean {
  const words = fold(text).split(/\s+/).filter(Boolean);
  if (words.length === 0) return true;
  return (
    words.length <= 12 &&
    !/^as (?!of|at)/.test(words.join(' ')) &&
    /^(?:when|if|once|quand|si|lorsque|in|of|among|amongst|for|from|at|on|by|as|under|between|to|out|since|before|after|during|sur|en|parmi|dans|de|du|des|pour|d|a|au|entre|depuis|avant|apres|selon|according|per)$/.test(
      words[0] ?? '',
    )
  );
}

/** "…, full name": a few words that are all understood still belong to the question. */
function isShortAndKnown(segment: { start: number; end: number }, reading: Reading): boolean {
  const units = reading.units.filter((unit) =>
    unit.at.some((index) => {
      const word = reading.words[index];
      return word !== undefined && word.start >= segment.start && word.start < segment.end;
    }),
  );
  return units.length <= 4 && units.every((unit) => unit.known);
}

function wordCount(text: string): number {
  return text.split(/\s+/).filter(Boolean).length;
}

function continuesAsking(text: string): boolean {
  return /^\s*(?:in|of|among|for|from|at|on|by|as|under|aged|between|to|since|before|after|during|who|that|which|and|or|with|when|whose|versus|vs|compared|not|sur|en|parmi|dans|de|du|des|pour|qui|et|ou|entre|depuis|avant|apres|the (?:one|man|second|first|iranian)|[\d])/i.test(
    text,
  );
}

/** "How many boats" counts boats: no metric here counts people by that name. */
function countsBoats(text: string): boolean {
  return /\b(?:how many|number of|combien de|nombre de) (?:\w+ ){0,2}?(?:boats|dinghies|vessels|bateaux|embarcations|canots)\b(?! (?:people|ppl|arrivals|crossings|migrants))/i.test(
    text,
  );
}

/** Metrics of the asking words, else those named around them, which then carry only the asking words' restrictions. */
function metricsInside(
  free: readonly Unit[],
  clause: { inside: ReadonlySet<number>; narrowing: ReadonlySet<number>; lexicon: Lexicon; pair: boolean },
): AskedMetric[] {
  const { inside, narrowing, lexicon, pair } = clause;
  const asked = metricsAsked(within(free, inside), narrowing, lexicon);
  if (asked.length > 1 || (asked.length === 1 && !pair)) return asked;
  const tokens = new Set(within(free, inside).map((unit) => unit.token));
  const around = metricsAsked(free, narrowing, lexicon).map((metric) => ({
    ...metric,
    restrictions: metric.restrictions.filter((token) => tokens.has(token)),
  }));
  return around.length > asked.length ? around : asked;
}

/** Whether the clause sets two counts against each other, so that both must be found. */
function asksPair(text: string): boolean {
  return /^(?:share|ratio|difference)$/.test(operationOf(text));
}

/** "Admissions, not removals": what the question sets aside is not asked for. */
function withoutDenied(units: readonly Unit[], reading: Reading): Unit[] {
  const kept = units.filter((unit) => {
    const before = reading.words[(unit.at[0] ?? 0) - 1]?.folded ?? '';
    return unit.kind !== 'term' || !/^(?:not|pas|than)$/.test(before) || before === 'than';
  });
  return kept.some((unit) => unit.kind === 'term') ? kept : [...units];
}

function within(units: readonly Unit[], inside: ReadonlySet<number>): Unit[] {
  return units.filter((unit) => unit.at.some((index) => inside.has(index)));
}

/** "Last year", said by somebody at a stated date, is the year before that date. */
function relativeToAnchor(times: Time[], text: string): Time[] {
  if (
    !/\b(?:saying|said|says|say|seen from|from the point of view|writing|meant?|referring|someone in|back in|speaking)\b/i.test(
      text,
    )
  ) {
    return times;
  }
  const line = fold(text);
  if (!/last year|l'an dernier|l'annee derniere/.test(line)) return times;
  const relative = times.find((time) => time.granularity === 'year');
  const anchor = times.find((time) => time !== relative);
  if (!relative || !anchor) return times;
  const year = Number(anchor.to.slice(0, 4)) - 1;
  return [{ ...relative, from: `${year}-01-01`, to: `${year}-12-31` }];
}

/** A year given once in a question goes for its other dates as well ("between 7 September and 9 November 2025"). */
function settleYears(times: Time[]): Time[] {
  const given = times.find((time) => !time.yearGuessed && time.granularity !== 'year');
  if (!given) return times;
  return times.map((time) => {
    if (!time.yearGuessed) return time;
    const shift = (date: IsoDate) => `${given.to.slice(0, 4)}${date.slice(4)}`;
    const moved = { ...time, from: shift(time.from), to: shift(time.to), yearGuessed: false };
    return moved.from <= moved.to ? moved : time;
  });
}

/** "Did 2025 to 9 November beat the whole of 2024?": the one metric that is counted by the year is meant. */
function countOfYears(
  asking: readonly Unit[],
  times: readonly Time[],
  operation: Operation,
  lexicon: Lexicon,
): AskedMetric[] {
  const byYear = lexicon.metrics.filter(({ metric }) => metric.kind === 'period');
  const [only] = byYear;
  const tells = asking.some(
    (unit) =>
      !unit.generic &&
      unit.kind !== 'number' &&
      !/^(?:milestone|year-total|record|three-days|single-day|grow)$/.test(unit.token),
  );
  const compares = times.length >= 2 && times.some((time) => time.granularity === 'year');
  const averages = operation === 'average' && times.length > 0;
  if (!only || byYear.length > 1 || tells || !(compares || averages)) return [];
  return [{ id: only.metric.id, restrictions: [], asides: [], strength: 1 }];
}

/** "At the end of October and again ten days later": the second time follows from the first. */
function withLater(times: readonly Time[], text: string): Time[] {
  const last = times.at(-1);
  const match =
    /\b(?<count>\d+|a|two|three|four|five|six|seven|ten|twelve) (?<step>days?|weeks?|fortnights?|months?|years?) (?:later|after that|afterwards)\b/i.exec(
      text,
    );
  if (!last || !match?.groups) return [...times];
  const words: Record<string, number> = { seven: 7, ten: 10, twelve: 12 };
  const count = words[match.groups.count ?? ''] ?? countOf(match.groups.count);
  const moved = (date: IsoDate) => shift(date, count, match.groups?.step ?? 'day');
  return [
    ...times,
    { ...last, from: moved(last.to), to: moved(last.to), cue: 'by', granularity: 'day', at: [10_000] },
  ];
}

/** In order of the text, each stretch of time once ("armistice day (11 nov)" is one day). */
function distinct(times: readonly Time[]): Time[] {
  const sorted = [...times].sort((a, b) => (a.at[0] ?? 0) - (b.at[0] ?? 0));
  const finer = (year: Time) =>
    sorted.some(
      (time) =>
        /^(?:by|before)$/.test(time.cue) &&
        time.granularity !== 'year' &&
        time.from >= year.from &&
        time.to <= year.to,
    );
  return sorted.filter(
    (time, index) =>
      !(time.granularity === 'year' && finer(time)) &&
      sorted.findIndex((other) => other.from === time.from && other.to === time.to) === index,
  );
}

/** "The 1951 convention" is a name, not a date. */
function insidePhrase(time: Time, words: readonly Word[], lexicon: Lexicon): boolean {
  if (time.granularity !== 'year') return false;
  return lexicon
    .units(words)
    .some((unit) => unit.kind === 'term' && unit.at.length > 1 && unit.at.some((index) => holdsYear(index)));

  function holdsYear(index: number): boolean {
    return time.at.includes(index) && /^\d/.test(words[index]?.folded ?? '');
  }
}

function bindsTwo(text: string): boolean {
  return /\b(?:between|from|entre|depuis|de|du|since|after)\b[\s\S]*\b(?:and|to|until|till|up to|et|a|au|jusqu|by|before)\b/.test(
    fold(text),
  );
}

function chooseOperation(
  text: string,
  found: { metrics: number; times: readonly Time[]; between: boolean },
): Operation {
  const wordsAsk = operationOf(text);
  const bothAsked =
    wordsAsk === 'differ' && /\b(?:both|two|the 2) (?:\w+ )?(?:numbers|figures|nos|values)\b/i.test(text);
  const byWords = bothAsked && (found.metrics >= 2 || found.times.length >= 2) ? 'value' : wordsAsk;
  if (found.times.length >= 2 && found.metrics <= 1 && !KEPT.has(byWords)) {
    const isChange = found.between || asksChange(text);
    const touching = found.times.every((time, index) => {
      const next = found.times[index + 1];
      return !next || daysBetween(time.to, next.from) <= 1;
    });
    if (isChange && !(touching && !asksChange(text))) return 'change';
    return 'compare-times';
  }
  if (found.metrics >= 2 && byWords === 'value') return 'compare-metrics';
  return byWords;
}

/** Operations that two times do not turn into a change between them. */
const KEPT: ReadonlySet<Operation> = new Set(['share', 'ratio', 'differ', 'sum', 'average', 'duration']);

function timesAround(clause: Clause, around: readonly Clause[], circumstances: Circumstances): Time[] {
  const clock = { today: circumstances.today, reference: circumstances.newestKnown };
  const near = around.filter((other) => Math.abs(other.sentence - clause.sentence) <= 1);
  for (const other of near) {
    const reading = circumstances.lexicon.read(other.text);
    const stated = relativeToAnchor(findTimes(reading.words, clock), other.text).filter(
      (time) => !time.yearGuessed && /\d{4}|\bago\b|\blast\b|yesterday/i.test(other.text),
    );
    if (stated.length > 0) return stated.map((time) => ({ ...time, at: [] }));
  }
  return [];
}

function contextTokens(
  free: readonly Unit[],
  inside: ReadonlySet<number>,
  around: readonly Clause[],
  lexicon: Lexicon,
): string[] {
  const outside = free
    .filter((unit) => !unit.at.some((index) => inside.has(index)))
    .map((unit) => unit.token);
  const others = around.flatMap((clause) => lexicon.tokens(clause.text)).slice(0, 60);
  return [...new Set([...outside, ...others])];
}

function namesOf(first: readonly Unit[], all: readonly Unit[], kind: 'person' | 'source'): string[] {
  const named = first.filter((unit) => unit.kind === kind);
  const units = named.length > 0 ? named : all.filter((unit) => unit.kind === kind);
  const ids = units.flatMap((unit) => unit.token.split('_').map((token) => token.slice(2)));
  return [...new Set(kind === 'source' ? ids.map((id) => id.toUpperCase()) : ids)];
}

function surface(unit: Unit, reading: Reading): string {
  return unit.at.map((index) => reading.words[index]?.text ?? '').join(' ');
}

/** The noun after "which", "what" or "what is the": what the answer has to hold. */
function askedNoun(text: string, reading: Reading, taken: ReadonlySet<number>): string[] {
  const words = reading.words;
  const start = words.findIndex((word) =>
    /^(?:what|whats|wat|wot|which|wich|quel|quelle|quels|quelles)$/.test(word.folded),
  );
  if (start < 0 || fold(text).includes('what about')) return [];
  for (let index = start + 1; index < Math.min(words.length, start + 5); index++) {
    const unit = reading.units.find((other) => other.at[0] === index);
    if (!unit) continue;
    if (unit.kind === 'neutral') {
      if (
        /^(?:did|do|does|has|have|had|would|could|can|will|i|you|we|they|he|she|it|if|happen|make)$/.test(
          words[index]?.folded ?? '',
        )
      )
        return [];
      continue;
    }
    if ((unit.kind !== 'word' && unit.kind !== 'term') || unit.generic) return [];
    return taken.has(index) ? [] : [unit.token];
  }
  return [];
}

/** What a part leaves out is taken from the one before, where it plainly leans on it. */
function leanOn(before: Part, asked: Part, sameQuestion: boolean): Part {
  const part = withPronoun(before, withShiftedTime(before, asked));
  const content = part.tokens.filter((token) => !GENERIC_TOKENS.has(token) && !/^(?:p-|s-|\d)/.test(token));
  const bare = content.length === 0 && part.unknown.length === 0;
  if (!part.leans && !bare && !sameQuestion) return part;
  const lacksMetric = part.metrics.length === 0;
  if (
    lacksMetric &&
    bare &&
    (part.times.length > 0 || part.leans || part.people.length > 0 || sameQuestion || pointsBack(part.text))
  ) {
    return {
      ...before,
      text: part.text,
      focus: part.focus === 'none' || part.focus === 'what' ? before.focus : part.focus,
      operation:
        part.operation !== 'value'
          ? part.operation
          : isOfTimes(before.operation)
            ? 'value'
            : before.operation,
      between: part.between,
      times: part.times.length > 0 ? part.times : before.times,
      people: part.people.length > 0 ? part.people : before.people,
      saidBy: part.saidBy || before.saidBy,
      sources: part.sources.length > 0 ? part.sources : before.sources,
      quoted: part.quoted.length > 0 ? part.quoted : before.quoted,
      numbers: part.numbers.length > 0 ? part.numbers : before.numbers,
      wantsNewest: part.wantsNewest,
      leans: true,
    };
  }
  const [wanted] = part.metrics;
  const [other] = before.metrics;
  if (
    wanted &&
    other &&
    wanted.id !== other.id &&
    part.metrics.length === 1 &&
    /^(?:share|ratio|difference)$/.test(part.operation)
  ) {
    return { ...part, metrics: [wanted, { ...other, restrictions: [] }], scope: part.scope ?? before.scope };
  }
  if (!lacksMetric && part.times.length === 0 && !part.wantsNewest && before.metrics.length > 0) {
    const change =
      before.times.length > 1 && (before.between || before.operation === 'change') && asksChange(part.text);
    return {
      ...part,
      times: before.times,
      between: before.between,
      operation: change ? 'change' : part.operation,
      span: part.span ?? before.span,
    };
  }
  if (lacksMetric) return { ...part, context: [...before.tokens, ...part.context] };
  return part;
}

function pointsBack(text: string): boolean {
  return /\b(?:it|that|they|them|he|she|him|her|there|this|those|then|ça|cela|lui|elle|ils|elles|y|en)\b/i.test(
    text,
  );
}

function isOfTimes(operation: Operation): boolean {
  return operation === 'change' || operation === 'compare-times';
}

/** "The year after", "ten days later": moved from the time of the question before. */
function withShiftedTime(before: Part, part: Part): Part {
  const time = before.times.at(-1);
  const line = fold(part.text);
  const match =
    /\b(?:(?<count>\d+|a|an|one|two|three|four|five|six|ten|seven|un|une|deux|trois|dix) )?(?:the |that |l')?(?:following |next )?(?<step>year|month|week|fortnight|day|an|annee|mois|semaine|jour)s? (?<side>after|later|before|earlier|apres|plus tard|avant|suivante?|precedente?)\b/.exec(
      line,
    ) ?? /\b(?<side>following|next|previous) (?<step>year|month|week|day)\b/.exec(line);
  if (!time || part.times.length > 0 || !match?.groups) return part;
  const words: Record<string, number> = { seven: 7, ten: 10, dix: 10 };
  const count = words[match.groups.count ?? ''] ?? countOf(match.groups.count ?? 'a');
  const sign = /before|earlier|avant|precedent|previous/.test(match.groups.side ?? '') ? -1 : 1;
  const step = match.groups.step === 'annee' ? 'year' : (match.groups.step ?? 'day');
  const moved = (date: IsoDate) => shift(date, sign * count, step);
  const metrics = part.metrics.length > 0 ? part.metrics : before.metrics;
  return {
    ...part,
    metrics,
    times: [{ ...time, from: moved(time.from), to: moved(time.to), at: [] }],
    tokens: [],
  };
}

/** "And when did they send him away?": the person of the question before. */
function withPronoun(before: Part, part: Part): Part {
  const speaksOf = /\b(?:he|him|his|she|her|hers|they|them|lui|elle|il|son|sa)\b/i.test(part.text);
  if (!speaksOf || part.people.length > 0 || before.people.length === 0) return part;
  return { ...part, people: before.people, tokens: [...before.people.map(personToken), ...part.tokens] };
}

const GENERIC_TOKENS = new Set(['person', 'scheme', 'france', 'uk', 'year-total', 'percent']);

function hasSubstance(part: Part): boolean {
  return part.tokens.length > 0 || part.metrics.length > 0 || part.times.length > 0;
}
