/** Finds in a message each number that is claimed of something, and reads what it is claimed of. */
import type { Lexicon, Unit } from '../../knowledge/lexicon.js';
import { splitWords } from '../../knowledge/words.js';
import type { Circumstances } from '../circumstances.js';
import { cleanQuestion } from '../clean.js';
import { findTimes } from '../dates.js';
import { speaksOfDoors } from '../doors.js';
import { languageOf } from '../language.js';
import { eventTimes } from '../moments.js';
import { readPart } from '../part.js';
import type { AskedMetric, Language, Part } from '../query.js';
import type { Time } from '../time.js';
import { masked } from './masked.js';
import { counts, isLengthOfTime } from './not-counted.js';
import { coresOf, piecesOf, type Span, sentencesIn } from './pieces.js';
import { type Stated, statedIn } from './stated.js';
import { isPersonal, type Subject, subjectOf } from './subject.js';

/** How the metric of a claim is known: named beside the number, by the claim before it, or only supposed. */
export type Naming = 'named' | 'carried' | 'supposed' | 'none';

export type Claim = {
  /** The words of the message that claim it, as typed. */
  span: string;
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
  /** True where the message tells numbers of the writer's own beside it. */
  tale: boolean;
  language: Language;
};

/** So many numbers of a message are looked at; lists of more are no claims that a person could follow. */
const NUMBERS_LIMIT = 20;
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
  for (const sentence of sentencesIn(text)) {
    if (looked >= NUMBERS_LIMIT) break;
    const words = text.slice(sentence.start, sentence.end);
    const all = statedIn(words);
    if (all.length > 0) tale ||= isTale(words);
    if (all.length === 0 || !couldClaim(words, claims.length > 0, circumstances.lexicon)) {
      lead = sentence;
      continue;
    }
    const numbers = numbersOf(all, sentence, text, circumstances).slice(0, NUMBERS_LIMIT - looked);
    looked += numbers.length;
    const pieces = piecesOf(sentence, numbers, text);
    const ofSentence: Claim[] = [];
    for (const [index, stated] of numbers.entries()) {
      const piece = pieces[index];
      if (!piece || !counts(stated, text)) continue;
      const read = readOne({ stated, piece, text, language }, circumstances);
      const timed = withTimes(
        read.part,
        [read.core, sentence, lead],
        text,
        { numbers, index },
        circumstances,
      );
      const part = sameMoment(timed, index > 0 ? ofSentence.at(-1)?.part : undefined);
      const carried =
        stated.high < SMALL ? undefined : carriedFrom(claims.at(-1), read.part, read.core, text);
      const usual = supposed(part, circumstances.lexicon);
      const naming: Naming = part.metrics.some(({ strength }) => strength > 0)
        ? 'named'
        : carried
          ? 'carried'
          : usual
            ? 'supposed'
            : 'none';
      const metrics = naming === 'named' ? part.metrics : (carried ?? usual ?? []);
      const near = subjectOf(`${part.text} ${text.slice(read.core.start, read.core.end)}`);
      const claim: Claim = {
        span: spanText(message, read.core, stated, part, circumstances),
        stated,
        part: { ...part, metrics: [...metrics] },
        naming,
        subject: { score: near.score + Math.min(whole.own, 1), own: near.own + whole.own },
        personal: isPersonal(text.slice(read.core.start, read.core.end)),
        foreign: part.unknown.length > 0,
        tale: false,
        language,
      };
      claims.push(claim);
      ofSentence.push(claim);
    }
    lead = numbers.length === 0 ? sentence : undefined;
  }
  return tale ? claims.map((claim) => ({ ...claim, tale })) : claims;
}

/** "My channel hit 1,117 subs": numbers of the writer's own, in words that are not the subject's. */
function isTale(sentence: string): boolean {
  return isPersonal(sentence) && subjectOf(sentence).score < 2;
}

/** True for a number that is too small to be a claim without a metric beside it. */
export function isSmall({ stated }: Claim): boolean {
  return stated.kind === 'count' && stated.high < SMALL;
}

/** Numbers of a sentence, without those of its dates. */
function numbersOf(
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
  return all
    .filter((one) => !isLengthOfTime(one, inside))
    .filter((one) => !dated.some((word) => word.start < one.to && one.from < word.end))
    .map((one) => ({
      ...one,
      start: one.start + sentence.start,
      end: one.end + sentence.start,
      from: one.from + sentence.start,
      to: one.to + sentence.start,
    }));
}

/** Whether a sentence with a number holds a word of the subject or a year, or goes on with claims before it. */
function couldClaim(sentence: string, goesOn: boolean, lexicon: Lexicon): boolean {
  return (
    goesOn || /\b20\d\d\b/.test(sentence) || subjectOf(sentence).score > 0 || namesMetric(sentence, lexicon)
  );
}

/** Tokens that names of metrics hold, worked out once for each lexicon. */
const metricTokens = new WeakMap<Lexicon, ReadonlySet<string>>();

function namesMetric(text: string, lexicon: Lexicon): boolean {
  let known = metricTokens.get(lexicon);
  if (!known) {
    known = new Set(lexicon.metrics.flatMap(({ names }) => names.flatMap(({ tokens }) => tokens)));
    metricTokens.set(lexicon, known);
  }
  const tokens = known;
  return (
    IN_OR_OUT_ANYWHERE.test(text) || lexicon.tokens(cleanQuestion(text)).some((token) => tokens.has(token))
  );
}

const IN_OR_OUT_ANYWHERE = /\d\s(?:in|out)\b/i;

type Place = { stated: Stated; piece: Span; text: string; language: Language };

/** The part that the narrowest stretch naming a metric asks for; of the whole piece if none does. */
function readOne(
  { stated, piece, text, language }: Place,
  circumstances: Circumstances,
): { part: Part; core: Span } {
  let last: { part: Part; core: Span } | undefined;
  let first: { part: Part; core: Span } | undefined;
  // What something costs stands beside the price.
  const cores = coresOf(piece, stated, text).slice(0, stated.kind === 'money' ? 2 : undefined);
  const naming = cores.filter(({ start, end }) => namesMetric(text.slice(start, end), circumstances.lexicon));
  for (const core of naming.length > 0 ? naming : cores.slice(0, 1)) {
    const before = text.slice(core.start, Math.min(stated.start, core.end));
    const after = text.slice(Math.min(stated.end, core.end), core.end);
    const counted = after.replace(IN_OR_OUT, (word) => (/in/i.test(word) ? ' let in' : ' sent back'));
    const filled = counted.replace(A_BOAT, ' people per boat');
    const asking = `${before} ${askingFor(stated, after, language)} ${filled}`.replaceAll('?', ' ');
    const words = withYear(stated.kind === 'percent' ? asking.replace(SINCE_START, ' ') : asking);
    const asked = { text: cleanQuestion(words), asks: true, sentence: 0 };
    const part = countedFirst(
      plainly(readPart(asked, [], circumstances), circumstances.lexicon),
      after,
      circumstances.lexicon,
    );
    last = { part, core };
    first ??= last;
    if (part.metrics.some(({ strength }) => strength > 0)) return last;
  }
  return first ?? { part: readPart({ text: '', asks: true, sentence: 0 }, [], circumstances), core: piece };
}

/**
 * A word that alone names the metric does not narrow it ("net, it's 69 more in than out"), and what is counted
 * since the day that a scope begins is of that scope.
 */
function plainly(part: Part, lexicon: Lexicon): Part {
  const metrics = part.metrics.map((asked) => {
    const names = lexicon.metrics.find(({ metric }) => metric.id === asked.id)?.names ?? [];
    const own = new Set(names.flatMap(({ tokens }) => (tokens.length === 1 ? tokens : [])));
    return { ...asked, restrictions: asked.restrictions.filter((token) => !own.has(token)) };
  });
  const since = part.times.find(({ cue }) => cue === 'since');
  const counted = lexicon.metrics.find(({ metric }) => metric.id === part.metrics[0]?.id)?.metric;
  const begun =
    since &&
    counted?.kind === 'period' &&
    lexicon.scopes.find(({ scope }) => scope.since === since.from)?.scope.id;
  if (!begun || part.scope) return { ...part, metrics };
  return { ...part, metrics, scope: begun, times: part.times.filter((time) => time !== since) };
}

/** "In 2025 … by the end of that year": the year is said twice. */
function withYear(text: string): string {
  const year = /\b20\d{2}\b/.exec(text)?.[0];
  return year
    ? text.replace(/\b(?:(?:that|the same)(?: same)? year|(?:cette|la même) année(?:-là)?)\b/giu, year)
    : text;
}

/** Shares are of all that came since the scheme began, whether that is said or not. */
const SINCE_START =
  /\bsince (?:it|this|the (?:scheme|deal|pilot|swap|treaty)) (?:started|began|launched|kicked off|came into force|came in)\b|\bdepuis (?:le début|qu'il existe|son lancement)\b/iu;

/** "62 people a boat", "65 to a dinghy". */
const A_BOAT =
  /^\s?(?:people|persons|migrants|ppl|passengers)?\s?(?:to )?(?:a|each|every)\s(?:small )?(?:boat|dinghy)\b/i;

/** "75 out, 51 in": the directions of the scheme. */
const IN_OR_OUT = /^\s(?:in|out)(?=\s*(?:$|[,;.!]|(?:by|as|so far|since|under|until|and|vs|versus)\b))/i;

/** The metric whose unit stands beside the number leads ("a 42 page report on returns"), where its other words do too. */
function countedFirst(part: Part, after: string, lexicon: Lexicon): Part {
  const noun = splitWords(after.slice(0, 40))[0]?.stem;
  const counted = lexicon.metrics.filter(({ metric: { unit } }) =>
    [unit.en, unit.fr].some(
      (one) => !/^(?:people|personnes|percent|pounds|euros)/.test(one) && splitWords(one)[0]?.stem === noun,
    ),
  );
  const named = part.metrics.find(({ id }) => counted.some(({ metric }) => metric.id === id));
  const tokens = new Set(part.tokens);
  const meant = counted.find(({ names }) =>
    names.some((name) => name.tokens.some((token) => /^p-/.test(token) && tokens.has(token))),
  );
  const first: AskedMetric | undefined =
    named ?? (meant && { id: meant.metric.id, restrictions: [], asides: [], strength: 1 });
  if (!first || first.id === part.metrics[0]?.id) return part;
  const others = part.metrics.filter(({ id }) => id !== first.id);
  return { ...part, metrics: [{ ...first, strength: Math.max(1, first.strength) }, ...others] };
}

/** The words that ask for such a number in its place. */
function askingFor({ kind }: Stated, after: string, language: Language): string {
  switch (kind) {
    case 'percent':
      return language === 'fr' ? 'quel pourcentage' : 'what percentage';
    case 'times':
      return language === 'fr' ? 'combien de fois plus de' : 'how many times as many';
    case 'money':
      return 'how much';
    case 'count':
      return language === 'fr' && !/^\s*(?:de|d')\b/.test(after) ? 'combien de' : 'how many';
  }
}

/** A claim without a time takes that of the words before the first number, or a day after the last one. */
function withTimes(
  part: Part,
  [core, sentence, lead]: readonly [Span, Span, Span | undefined],
  text: string,
  { numbers, index }: { numbers: readonly Stated[]; index: number },
  circumstances: Circumstances,
): Part {
  if (part.times.length > 0 || part.wantsNewest) return part;
  const first = numbers[0]?.start ?? sentence.start;
  const leading = text.slice(sentence.start, Math.min(first, core.start));
  const dated = timesIn(leading, circumstances);
  const before = dated.length > 0 ? dated : momentsIn(leading, circumstances.lexicon);
  const isStated = (time: Time) => !time.yearGuessed && time.granularity !== 'year';
  const after = timesIn(text.slice(core.end, sentence.end), circumstances).filter(
    (time) => isStated(time) || time.granularity === 'day',
  );
  const earlier = lead ? timesIn(text.slice(lead.start, lead.end), circumstances).filter(isStated) : [];
  const alone = numbers.slice(index + 1).length <= 1;
  const times = before.length > 0 ? before : after.length === 1 && alone ? after : earlier;
  return times.length === 1 ? { ...part, times: times.map((time) => ({ ...time, at: [] })) } : part;
}

/** "281 returned and 350 accepted by then": what the same sentence counts beside it is of the same moment. */
function sameMoment(part: Part, before: Part | undefined): Part {
  const isDay = before?.times.length === 1 && before.times[0]?.granularity !== 'year';
  if (!before || !isDay || part.times.length > 0 || part.wantsNewest) return part;
  const [one, other] = [before.metrics[0]?.id, part.metrics[0]?.id];
  return one === other ? part : { ...part, times: before.times.map((time) => ({ ...time, at: [] })) };
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

/** "36,816 crossings in 2024 and 41,472 in 2025": the second number counts what the first one does. */
function carriedFrom(
  before: Claim | undefined,
  part: Part,
  core: Span,
  text: string,
): readonly AskedMetric[] | undefined {
  if (
    !before ||
    /^(?:none|supposed)$/.test(before.naming) ||
    part.unknown.length > 0 ||
    part.times.length === 0
  )
    return undefined;
  if (part.metrics.length > 0 || splitWords(text.slice(core.start, core.end)).length > 8) return undefined;
  return before.part.metrics.map((metric) => ({ ...metric, restrictions: [], asides: [] }));
}

/** "503 in one day in November": the metric that is usually counted by the day and the year may be meant. */
function supposed(part: Part, lexicon: Lexicon): readonly AskedMetric[] | undefined {
  const usual = lexicon.metrics.find(({ metric }) => metric.kind === 'period' && metric.usual);
  if (!usual || part.times.length === 0 || part.metrics.length > 0) return undefined;
  return [{ id: usual.metric.id, restrictions: [], asides: [], strength: 0 }];
}

/** The words from the first to the last that say what is claimed: number, metric, restrictions, time. */
function spanText(
  message: string,
  core: Span,
  stated: Stated,
  part: Part,
  { lexicon, today, newestKnown }: Circumstances,
): string {
  const inside = message.slice(core.start, core.end);
  const words = lexicon.words(inside);
  const timed = new Set(findTimes(words, { today, reference: newestKnown }).flatMap(({ at }) => at));
  const restricting = new Set(part.metrics.flatMap(({ restrictions }) => restrictions));
  const placeOf = (unit: Unit) => unit.at.flatMap((at) => words[at] ?? []);
  const telling = lexicon
    .units(words)
    .filter((unit) => (unit.kind === 'term' && !unit.light) || restricting.has(unit.token))
    .filter((unit) => unit.kind !== 'person');
  const places = [...telling.flatMap(placeOf), ...[...timed].flatMap((at) => words[at] ?? [])];
  const specific = telling.filter((unit) => !unit.generic).flatMap(placeOf);
  const starts = specific.map((word) => core.start + word.start);
  const ends = places.map((word) => core.start + word.end);
  const start = Math.min(stated.start, ...starts);
  const end = Math.min(core.end, Math.max(stated.end, ...ends));
  return message.slice(start, Math.max(end, stated.end)).trim();
}
