/** Whether an entry is evidence for what is asked: its counts, its names, its source. */
import type { Entry } from '../knowledge/entries.js';
import type { Context } from './context.js';
import { type Found, meets } from './fit.js';
import { GENERIC, isUnheard, totalWeight, weigh } from './weights.js';

/** Somebody's words or position, which may have been given to the wrong person. */
export function saysWords(found: Found | undefined): boolean {
  if (!found || found.coverage < 0.75) return false;
  return (
    found.entry.kind === 'quote' ||
    (found.entry.kind === 'statement' && found.entry.body.heldBy !== undefined)
  );
}

/** Slang and asides lower the share that an entry holds; two rare words in one entry are evidence enough. */
export function isTelling(found: Found, context: Context): boolean {
  const held = weigh(context.part.tokens, context).filter(
    ({ token, weight }) => weight >= 0.3 && meets(found, token),
  );
  const weight = totalWeight(held);
  const unheard = context.part.tokens.filter((token) => isUnheard(token, context));
  return held.length >= 2 && weight >= 1.1 && found.coverage >= 0.4 && unheard.length < held.length;
}

/** What is asked of a thing: an entry that does not speak of it is no answer, however well the rest fits. */
export const ATTRIBUTES = new Set([
  'name',
  'nationality',
  'cost',
  'death',
  'children',
  'women',
  'page',
  'airline',
  'airport',
  'poll',
]);

export function textOf({ entry }: Found): string {
  if (entry.kind === 'quote') return entry.body.text;
  return entry.kind === 'event' || entry.kind === 'statement' ? entry.body.text.en : '';
}

/** "How many" is answered only by an entry that counts, and that holds every word which any entry holds not. */
export function counts(found: Found, context: Context): boolean {
  const { part } = context;
  // Asked first, for it is the cheapest to ask.
  if (!part.tokens.every((token) => found.tokens.has(token) || !isUnheard(token, context))) return false;
  const text = textOf(found);
  const undated = text.replace(
    /\b(?:\d{1,2} )?\p{Lu}\p{L}+ 20\d{2}\b|\b(?:19|20)\d{2}\b|\b[Tt]ext 00\d\b/gu,
    ' ',
  );
  if (countsAnotherYear(text, context)) return false;
  const asksShare = /\b(?:percent|per cent|percentage|share|proportion|fraction|pourcentage)\b/i.test(
    part.text,
  );
  if (asksShare && !/%|\bper ?cent\b|\bhalf\b/i.test(text)) return false;
  const isNotKnown = isNotKnownStatement(found);
  const ofGroup =
    (part.metrics[0]?.restrictions.length ?? 0) > 0 &&
    !/\bhow many (?:more )?(?:years?|yrs|months?|weeks?|days?|hours?|times|pounds|euros)\b|\bhow long\b|\bcombien (?:de |d['’])(?:temps|jours|semaines|mois|heures|ann[ée]es|ans|fois)\b/i.test(
      part.text,
    );
  if ((ofGroup || asksPeople(part.text)) && !COUNTS_PEOPLE.test(undated) && !isNotKnown) return false;
  if (!isNotKnown && !countsAsked(undated, context)) return false;
  return (
    isNotKnown ||
    /\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|handful|several|a few|fewer)\b/i.test(
      undated,
    )
  );
}

const COUNTED_NOUN =
  /(?<!\w)(?:how many|number of|combien d[e'’]|nombre d[e'’])\s*(?:the |other |more |of the |les )?(?<noun>\p{L}+)/iu;
/** "After how many months": a number of months, and not of pages. */
const STEP = /^(?:hour|day|week|month|year)(?=s?$)/i;
const NUMBERED =
  /(?:(?<![\p{L}\d])\d[\d,.]*|(?<!\w)(?:no|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|sixteen|twenty|thirty|several|few|handful|dozens?|hundreds?|thousands?|most|many|all|only|first|second|third|none|nobody|another|half))(?!\w)(?:[\s-]+[\p{L}'’-]+){0,5}/giu;

/** "How many judges ruled": a number must stand before that very noun. */
function countsAsked(text: string, { part, lexicon }: Context): boolean {
  const noun = COUNTED_NOUN.exec(part.text)?.groups?.noun;
  const step = STEP.exec(noun ?? '')?.[0].toLowerCase();
  if (step !== undefined)
    return [...text.matchAll(NUMBERED)].some(([near]) => near.toLowerCase().includes(step));
  if (/^temps$/i.test(noun ?? '')) return true;
  const [token] = noun === undefined ? [] : lexicon.tokens(noun);
  if (token === undefined || GENERIC.has(token) || !part.tokens.includes(token)) return true;
  return [...text.matchAll(NUMBERED)].some(([near]) => lexicon.tokens(near).includes(token));
}

const asksPeople = (text: string) =>
  /(?<!\w)(?:how many|number of) (?:(?:other|more|of (?:them|those|these|the)) )*(?:people|persons|ppl|migrants|men|were|was|have|had|has|are|did|do|got|get|\p{L}+ed)(?!\w)/iu.test(
    text,
  );

/** "Two migrants", "503 people": a number of people, and not of days or pages. */
const COUNTS_PEOPLE =
  /(?:\d|(?<!\w)(?:no|nobody|none|one|two|three|four|five|six|seven|eight|nine|ten|several|few|handful|hundreds|thousands|dozens?|most|many|all))(?!\w)[\d,.]*(?:\s+[\p{L}-]+){0,3}?\s+(?:people|persons?|migrants?|m[ae]n|wom[ae]n|child(?:ren)?|seekers?|returnees?|returns|acceptances|arrivals|claims?|appeals?|cases?|claimants?|applicants?|applications?|famil(?:y|ies)|removals|others|victims?|lives|experts?|judges?)(?!\w)|(?<!\w)(?:of (?:them|those|these)|nobody|no ?one|none)(?!\w)/iu;

function isNotKnownStatement({ entry }: Found): boolean {
  return entry.kind === 'statement' && entry.body.kind === 'not-known';
}

/** What an entry counts in one year says nothing of the year that is asked for. */
function countsAnotherYear(text: string, { part }: Context): boolean {
  const asked = part.times
    .filter(({ granularity }) => granularity === 'year')
    .map(({ to }) => to.slice(0, 4));
  if (asked.length === 0) return false;
  return [...text.matchAll(/\b20\d{2}\b/g)].some(([year]) => !asked.includes(year));
}

/** True for what stands in one of the sources, or is passed on from one of their publishers; no sources: any. */
export function isFrom(entry: Entry, sources: readonly string[], { knowledge }: Context): boolean {
  if (sources.length === 0 || entry.kind === 'source') return true;
  const origin = 'origin' in entry.body ? entry.body.origin?.publisher : undefined;
  if (origin !== undefined && sources.some((id) => knowledge.source(id)?.publisher === origin)) return true;
  const also = entry.kind === 'event' || entry.kind === 'statement' ? (entry.body.also ?? []) : [];
  return [entry.body, ...also].some((place) => sources.includes(place.source));
}
