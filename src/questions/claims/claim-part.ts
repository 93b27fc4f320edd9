/** What a number is claimed of, read as if it were asked for. */

import type { IsoDate } from '../../knowledge/calendar.js';
import type { Lexicon } from '../../knowledge/lexicon.js';
import { metricNamed, namesOfMetric } from '../../knowledge/metric-names.js';
import type { Metric } from '../../knowledge/schema.js';
import { splitWords } from '../../knowledge/words.js';
import type { Circumstances } from '../circumstances.js';
import { cleanQuestion } from '../clean.js';
import { wholeCount } from '../metrics.js';
import { readPart } from '../part.js';
import type { AskedMetric, Language, Part } from '../query.js';
import type { Time } from '../time.js';
import { exchangeAsked } from './exchange.js';
import { namesMetric } from './numbers-claimed.js';
import { coresOf, type Span } from './pieces.js';
import { reworded } from './rewordings.js';
import type { Stated } from './stated.js';

type Place = {
  stated: Stated;
  piece: Span;
  text: string;
  language: Language;
  /** Where its sentence begins, and tokens of the claim before it. */
  from: number;
  told: readonly string[];
};

/** The part that the narrowest stretch naming a metric asks for; of the whole piece if none does. */
export function readOne(
  { stated, piece, text, language, from, told }: Place,
  circumstances: Circumstances,
): { part: Part; core: Span } {
  const exchange = stated.kind === 'times' ? exchangeAsked(text.slice(piece.start, piece.end)) : undefined;
  const speakers = speakersBefore(text.slice(from, stated.start), circumstances);
  if (exchange) {
    const asked = { text: exchange, asks: true, sentence: 0 };
    return { part: readPart(asked, [], circumstances), core: piece };
  }
  let last: { part: Part; core: Span } | undefined;
  let first: { part: Part; core: Span } | undefined;
  const beside = { lead: text.slice(from, stated.start), told, lexicon: circumstances.lexicon };
  // What something costs stands beside the price.
  const cores = coresOf(piece, stated, text).slice(0, stated.kind === 'money' ? 2 : undefined);
  const naming = cores.filter(({ start, end }) => namesMetric(text.slice(start, end), circumstances.lexicon));
  for (const core of [...cores.slice(0, 1), ...naming.filter((one) => one !== cores[0])]) {
    const before = text.slice(core.start, Math.min(stated.start, core.end));
    const after = text.slice(Math.min(stated.end, core.end), core.end);
    const asking = reworded(before, askingFor(stated, after, language), after, beside).replaceAll('?', ' ');
    const words = withYear(stated.kind === 'percent' ? asking.replace(SINCE_START, ' ') : asking);
    const asked = { text: cleanQuestion(words), asks: true, sentence: 0 };
    const plain = countedFirst(
      plainly(readPart(asked, [], circumstances), circumstances.lexicon),
      after,
      circumstances.lexicon,
    );
    const part = stated.kind === 'money' ? withPrice(plain, before, after, circumstances) : plain;
    last = { part: { ...part, people: [...new Set([...part.people, ...speakers])] }, core };
    first ??= last;
    if (part.metrics.some(({ strength }) => strength > 0)) return last;
  }
  return first ?? { part: readPart({ text: '', asks: true, sentence: 0 }, [], circumstances), core: piece };
}

/** "Philp: net 70": who said it stands before a colon. */
function speakersBefore(lead: string, { lexicon }: Circumstances): string[] {
  const said = /(?<who>[\p{L}][\p{L}'. -]{0,30}):\s[^:;.,]{0,30}$/u.exec(lead)?.groups?.who;
  if (said === undefined) return [];
  const people = lexicon.units(lexicon.words(said)).filter(({ kind }) => kind === 'person');
  return people.map(({ token }) => token.replace(/^p-/, ''));
}

/** A word that alone names the metric does not narrow it ("net, it's 69 more in than out"). */
function plainly(part: Part, lexicon: Lexicon): Part {
  const metrics = part.metrics.map((asked) => {
    const names = namesOfMetric(asked.id, lexicon);
    const own = new Set(names.flatMap(({ tokens }) => (tokens.length === 1 ? tokens : [])));
    return { ...asked, restrictions: asked.restrictions.filter((token) => !own.has(token)) };
  });
  return { ...scopedSince({ ...part, metrics }, lexicon), metrics };
}

/** What is counted since the day that a scope begins is of that scope ("193,543 since 2018"). */
export function scopedSince(part: Part, lexicon: Lexicon): Part {
  // "Since the counting began in 2018": the year is that of the scope.
  const from = lexicon.scopes.find(({ scope }) => scope.id === part.scope)?.scope.since;
  const times = part.times.filter(
    ({ from: start, cue, granularity }) => !(granularity === 'year' && cue === 'in' && start === from),
  );
  if (times.length < part.times.length) return { ...part, times };
  const since = part.times.find(({ cue }) => cue === 'since');
  const [counted] = metricsOf(part, lexicon);
  const first = firstDayOf(part, lexicon);
  const isAll = since !== undefined && first !== undefined && since.from <= first && first <= since.to;
  if (isAll) return { ...part, times: part.times.filter((time) => time !== since) };
  const begun =
    since &&
    counted?.kind === 'period' &&
    lexicon.scopes.find(({ scope }) => scope.since === since.from)?.scope.id;
  if (!begun || part.scope) return part;
  return { ...part, scope: begun, times: part.times.filter((time) => time !== since) };
}

/** "August 2025 to June 2026": a running total that is counted from the first day of a stretch is that of its end. */
export function upToEnd(part: Part, lexicon: Lexicon): Part {
  const first = firstDayOf(part, lexicon);
  const stretch = part.times.find(({ cue, granularity }) => cue === 'in' && granularity === 'span');
  if (!stretch || !first || stretch.from.slice(0, 7) > first.slice(0, 7) || first > stretch.to) return part;
  const upTo: Time = { ...stretch, from: stretch.to, cue: 'by', granularity: 'day' };
  return { ...part, times: part.times.map((time) => (time === stretch ? upTo : time)) };
}

/** The day that a running total of all is counted from, alone or as a share. */
function firstDayOf(part: Part, lexicon: Lexicon): IsoDate | undefined {
  const asked = metricsOf(part, lexicon);
  const total = part.tokens.includes('percent') ? asked.find(({ accumulates }) => accumulates) : asked[0];
  return total?.accumulates?.from;
}

function metricsOf(part: Part, lexicon: Lexicon): Metric[] {
  return part.metrics.flatMap(({ id }) => metricNamed(id, lexicon)?.metric ?? []);
}

/** "In 2025 … by the end of that year": the year is said twice. */
function withYear(text: string): string {
  const year = /\b20\d{2}\b/.exec(text)?.[0];
  return year
    ? text.replace(/\b(?:(?:that|the same)(?: same)? year|(?:cette|la même) année(?:-là)?)\b/gi, year)
    : text;
}

/** Shares are of all that came since the scheme began, whether that is said or not. */
const SINCE_START =
  /\bsince (?:it|this|the (?:scheme|deal|pilot|swap|treaty)) (?:started|began|launched|kicked off|came into force|came in)\b|\bdepuis (?:le début|qu'il existe|son lancement)\b/i;

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
  const first: AskedMetric | undefined = named ?? (meant && wholeCount(meant.metric.id));
  if (!first || first.id === part.metrics[0]?.id) return part;
  const others = part.metrics.filter(({ id }) => id !== first.id);
  return { ...part, metrics: [{ ...first, strength: Math.max(1, first.strength) }, ...others] };
}

/**
 * What an amount of money is paid for, where the clause names no metric of money by itself: "about 56 grand per
 * person sent back" is a cost, "150 quid a week" what somebody gets.
 */
function withPrice(part: Part, before: string, after: string, circumstances: Circumstances): Part {
  const { lexicon } = circumstances;
  const step = STEP.exec(after)?.groups?.step?.toLowerCase();
  const isPrice = ({ id, restrictions }: AskedMetric) => {
    const { unit } = metricNamed(id, lexicon)?.metric ?? {};
    const isOfStep = step === undefined || `${unit?.en} ${unit?.fr}`.includes(step);
    return restrictions.length === 0 && /pound|euro/.test(unit?.en ?? '') && isOfStep;
  };
  if (step === undefined && GIVEN_TO.test(before)) return { ...part, metrics: [] };
  if (part.metrics[0] && isPrice(part.metrics[0])) return part;
  const paidFor = after.replace(CURRENCY, ' ');
  const isAllowance = step !== undefined && CLAIMANTS.test(before + after) && RECEIVED.test(before + after);
  const askings = [
    ...(isAllowance ? [`${ALLOWANCE} ${step}`] : []),
    ...PRICES.map((noun) => `${before} ${noun} ${paidFor}`),
  ];
  for (const asking of askings) {
    const text = cleanQuestion(asking.replaceAll('?', ' '));
    const [first] = readPart({ text, asks: true, sentence: 0 }, [], circumstances).metrics;
    if (first && isPrice(first)) return { ...part, metrics: [first] };
  }
  return part;
}

/** "Deportees get 1,500 euros each": what they are given is no price. */
const GIVEN_TO =
  /(?<!\w)(?:deportees?|returnees?|migrants?|refugees?|seekers?|people|ppl)\s(?:\p{L}+\s){0,2}?(?:gets?|got|given|receives?|received|paid|handed|pockets?)\s*$/iu;

const PRICES = ['what cost', 'what payments'];
const ALLOWANCE = 'what asylum allowance';
const CLAIMANTS = /\b(?:asylum|seekers?|claimants?|refugees?|migrants?|demandeurs?)\b/i;
const RECEIVED =
  /(?<!\w)(?:gets?|getting|given|receives?|receiving|handed|paid|pocket|allowance|benefits?|touchent|reçoivent|perçoivent)(?!\p{L})/iu;
const STEP =
  /\b(?:a|per|each|every|par|chaque)\s(?<step>day|night|week|month|year|jour|nuit|semaine|mois|an)\b/i;
const CURRENCY = /^\s?(?:[£€$]|quid|pounds?|euros?|grand|mill?|livres?|sterling)(?!\p{L})/iu;

/** The words that ask for such a number in its place. */
function askingFor({ kind }: Stated, after: string, language: Language): string {
  switch (kind) {
    case 'percent':
      return language === 'fr' ? 'quel pourcentage' : 'what percentage';
    case 'times':
      return language === 'fr' ? 'combien de fois plus de' : 'how many times as many';
    case 'money':
      return 'how much';
    case 'date':
      return language === 'fr' ? 'quand' : 'when';
    case 'count':
      return language === 'fr' && !/^\s*(?:de|d')\b/.test(after) ? 'combien de' : 'how many';
  }
}
