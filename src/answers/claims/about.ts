/** Whether a claim is about the subject at all. */
import type { Claim } from '../../questions/claims/claim.js';
import { subjectOf } from '../../questions/claims/subject.js';
import type { Context } from '../context.js';
import type { Judged } from './judged.js';

/** More than two shared words, or one of its own, make a clause one about the subject. */
export const SURE = 2;
/** A number that no clause names a subject for is no claim if it is smaller. */
export const TELLING = 10;
/** Where only a date stands beside a number, it is a claim if it is this large and sources have it. */
export const SUPPOSED = 100;

/** True where the clause names the subject beyond doubt: by its own words, or by several that it shares. */
export function isAboutSubject({ subject, part, naming, stated }: Claim): boolean {
  const isOfTwo = stated.kind === 'percent' || stated.kind === 'times';
  const held = isOfTwo ? part.metrics : part.metrics.slice(0, 1);
  const strength = held.reduce((sum, metric) => sum + metric.strength, 0);
  const isPlain = part.metrics.every(({ asides }) => asides.length === 0);
  const isSaid = part.tokens.some((token) => token.startsWith('p-'));
  return subject.score >= SURE || (naming === 'named' && strength + Number(isSaid) >= SURE && isPlain);
}

/** "Germany had 230,000 asylum claims": what another country counts. */
export function isOfOthers({ part }: Claim): boolean {
  return OTHER_COUNTRY.test(part.text) && !OURS.test(part.text);
}

const OTHER_COUNTRY =
  /(?<!(?<!\w)(?:from|of|via|to|in|than|through) )(?<!\w)(?:germany|italy|spain|greece|belgium|netherlands|ireland|poland|hungary|austria|sweden|denmark|portugal|malta|cyprus|turkey|america|usa|australia|canada|japan|lampedusa|l'allemagne|allemagne|l'italie|italie|l'espagne|espagne|grèce|belgique|pologne)(?!\p{L})|(?<!\w)(?:in|to|reached|landed in) (?:germany|italy|spain|greece|lampedusa|the canaries|malta|the us|america)(?!\w)/iu;
const OURS =
  /\b(?:uk|britain|england|france|french|channel|manche|small boats?|returned|sent back|scheme|deal|treaty|pilot|royaume-uni|dispositif)\b/i;

/** "The flight is 94 quid return": an amount that nothing says the subject costs. */
export function isBarePrice({ part, stated, subject }: Claim): boolean {
  return stated.kind === 'money' && subject.score === 0 && !PRICED.test(part.text);
}

/** "The flight on 3 May had 200 people on it": of any flight, where nothing says that it returned them. */
export function isAnyFlight({ part, span, stated, before, after }: Claim, { lexicon }: Context): boolean {
  if (!part.tokens.includes('flight') || part.tokens.includes('record')) return false;
  if (TOOK_BACK.test(`${before}${stated.value}${after}`)) return false;
  return subjectOf(span.replace(/\breturn flights?\b/gi, ' '), lexicon).score === 0;
}

/** "Took 80 people back". */
const TOOK_BACK =
  /\b(?:took|flew|carried|brought|returned|removed|sent)\b[^,.;]{0,15}\d\s?(?:people|ppl|men|migrants|of them)? back\b/i;

/** "60 quid and no boat": so little money is what something else costs, unless it is said what is paid for. */
export function isSmallPrice({ part, stated }: Claim): boolean {
  return stated.kind === 'money' && stated.value < 1_000 && !PRICED.test(part.text);
}

const PRICED =
  /(?<!\w)(?:costs?|price|per|each|pa(?:y|ys|id|ying|yments?)|spen[dt]\w*|fund\w*|bills?|coûte|prix|par|payé)(?!\p{L})/iu;

/** Tokens of the lexicon for a day or a few. */
const SHORT_SPANS: ReadonlySet<string> = new Set(['single-day', 'three-days', 'weekend']);

/** "2,400 in a single day on 31 May": nothing but a count of one dated day, or of a record year ("64 thousand"). */
export function isOfOneDay({ part, stated, personal, tale, foreign }: Claim): boolean {
  if (stated.kind !== 'count' || personal || tale || foreign) return false;
  const hasOnly = (allowed: (token: string) => boolean) =>
    part.tokens.some(allowed) && part.tokens.every((token) => allowed(token) || token === 'person');
  const isDated = (granularities: RegExp) =>
    part.times.some(({ granularity, yearGuessed }) => granularities.test(granularity) && !yearGuessed);
  const isRecordYear = hasOnly((token) => token === 'record') && isDated(/^year$/) && stated.value >= THRONG;
  return (hasOnly((token) => SHORT_SPANS.has(token)) && isDated(/^(?:day|span)$/)) || isRecordYear;
}

/** False where the word after a bare number is something else that it counts ("30,000 steps", "300 covers"). */
export function countsPeople({ after, subject }: Claim, { lexicon }: Context): boolean {
  const noun = /^\s?([\p{L}'-]+)/u.exec(after)?.[1] ?? '';
  const [unit] = lexicon.read(noun).units;
  const isTelling = unit && (unit.kind === 'term' || unit.kind === 'word') && !unit.generic && !unit.light;
  return subject.score > 0 || !isTelling || SHORT_SPANS.has(unit.token) || BARE.has(unit.token);
}

/** Tokens of the lexicon that a bare count is told with. */
const BARE: ReadonlySet<string> = new Set([
  'person',
  'milestone',
  'record',
  'rank',
  'year-total',
  'weekly',
  'arrival',
  'crossing',
  'small-boat',
  // "193,543 detected since 2018", as the official series has it.
  'biometrics',
  'grow',
]);

/** Beside a claim about the subject, a clause that could speak of anything is about it as well. */
export function goesAlong({ part, foreign, personal, stated, naming }: Claim, { verdict }: Judged): boolean {
  if (foreign || personal || (part.metrics[0]?.asides.length ?? 0) > 0 || verdict === 'no-data') return false;
  if (naming === 'supposed') return part.times.length > 0 && stated.kind === 'count';
  return verdict === 'supported' || stated.value >= (verdict === 'contradicted' ? SUPPOSED : TELLING);
}

/**
 * A clause that could speak of anything ("51 let in so far") is about the subject if nothing in it is foreign to
 * it, and if its very number is known or it is dated. That sources have another number is not enough where its
 * only word is that somebody came, unless so many come in a year or a day nowhere else.
 */
export function mayBeAbout(claim: Claim, judged: Judged, { knowledge }: Context): boolean {
  const { part, stated, foreign, personal, tale, subject } = claim;
  const [first] = part.metrics;
  if (foreign || personal || (first?.asides.length ?? 0) > 0) return false;
  const isDated = part.times.length > 0 || part.scope !== undefined;
  const isKnown = KNOWN.has(judged.verdict);
  const isDirected =
    claim.naming === 'named' &&
    (part.tokens.some((token) => DIRECTED.has(token)) || CAME_BACK.test(claim.after));
  const isStanding = isDirected && (part.wantsNewest || saysSoFar(claim));
  const isOfPeople = isDated && part.tokens.includes('person');
  if (tale && !isDated && !isStanding) return false;
  if (stated.high === 0 && !isKnown) return isDated && isDirected;
  const isSmallCount =
    isStanding && isKnown && judged.figures.some(({ value }) => (value ?? TELLING) < TELLING);
  if (
    stated.high < TELLING &&
    !isOfPeople &&
    !isSmallCount &&
    !(isDated && isKnown && judged.verdict !== 'outdated')
  )
    return false;
  const isRate = first !== undefined && knowledge.metric(first.id)?.kind === 'rate';
  const isMany = stated.kind === 'count' && (stated.value >= SUPPOSED || isRate);
  const isReturned = part.tokens.includes('return-to-france');
  if (isKnown && isDistinct(claim, judged)) return true;
  if (isKnown)
    return (
      isDated || (isStated(claim, judged) && (subject.score > 0 || isStanding || judged.derived.length > 0))
    );
  if (judged.verdict === 'contradicted')
    return (
      (isDated && (isDirected || (isMany && stated.value >= THRONG && claim.naming === 'named'))) ||
      (isMany && subject.score > 0 && (isDated || isReturned || OF_SCHEME.test(part.text)))
    );
  return isMany && isDated && claim.naming === 'named' && (isReturned || COUNTED.test(part.text));
}

const KNOWN: ReadonlySet<string> = new Set(['supported', 'outdated', 'disputed']);

/** So many come nowhere else that anybody here would tell of ("60,000 came in 2024"). */
const THRONG = 1_000;

/** "9,142 have come over": so exact a number that a source has for the very thing is no chance. */
function isDistinct({ stated }: Claim, { figures, older }: Judged): boolean {
  const isExact = stated.kind === 'count' && stated.value >= THRONG && stated.value % 100 !== 0;
  return isExact && [...figures, ...older].some(({ value }) => value === stated.value);
}

/** "So far", "to date": said of the newest count, and of one that is no longer the newest. */
export function saysSoFar({ before, after, part }: Claim): boolean {
  return SO_FAR.test(`${before} ${after}`) || SO_FAR.test(part.text);
}

const SO_FAR =
  /(?<!\p{L})(?:this year|cette année|year so far|so far|to date|up to now|up till now|already|as it stands|right now|jusqu'ici|jusqu'à présent|à ce jour|déjà|pour l'instant|pour le moment)(?!\p{L})/iu;

/** Tokens of the lexicon for what is done here and hardly elsewhere. */
const DIRECTED: ReadonlySet<string> = new Set([
  'accept',
  'return-to-france',
  'crossing',
  'small-boat',
  'more-in-than-out',
]);

/** "12 re-entered", "two have come back". */
const CAME_BACK =
  /^\s(?:of them |people |men )?(?:have |had |has |already ){0,2}(?:re-?enter|c[ao]me back|snuck back|sneaked back)/i;

/** What a claim of any number may be about, besides being returned. */
const OF_SCHEME = /\b(?:scheme|deal|pilot|swap|treaty|agreement|pact|accord|dispositif|traité)\b/i;

/** The number counts them itself: "517 arrivals on Christmas Day". */
const COUNTED =
  /(?<!\w)how many (?:small boat |channel )?(?:arrivals|crossings|returns|removals|deportations)(?!\w)|(?<!\w)combien d(?:e |')(?:arrivées|traversées|renvois|retours|expulsions)(?!\p{L})/iu;

/** True where a source has the very number. */
function isStated({ stated }: Claim, { figures, older, derived }: Judged): boolean {
  return (
    [...figures, ...older].some(({ value }) => value === stated.value) ||
    (derived.length > 0 && stated.kind !== 'count')
  );
}
