/** Holds an age, or how many were on a flight, against the event that the words are of: its text tells the number. */
import { numbersIn } from '../../knowledge/numbers.js';
import type { Event } from '../../knowledge/schema.js';
import type { Claim } from '../../questions/claims/claim.js';
import type { Context } from '../context.js';
import { eventsMeant } from './events-meant.js';
import { type Judged, NOTHING } from './judged.js';
import type { Answering } from './shares.js';

type Told = 'age' | 'aboard' | 'pages';

/** The verdict by an event's own words; undefined where no such event is meant or none of them tells the number. */
export function judgeTold(claim: Claim, context: Context, answer: Answering): Judged | undefined {
  const told = toldIn(claim);
  if (told === undefined || claim.elsewhere || (claim.foreign && claim.subject.own === 0)) return undefined;
  const { events, rest } = eventsOf(claim, context, answer);
  const telling = events.flatMap((event) => {
    const values = valuesIn(event.text.en, told);
    return values.length > 0 ? [{ event, isSo: values.includes(claim.stated.value) }] : [];
  });
  const best = telling.find(({ isSo }) => isSo) ?? telling[0];
  // "The first flight out of Gatwick": another flight of that day.
  if (!best || (told === 'aboard' && !best.isSo && rest > 0)) return undefined;
  return { ...NOTHING, verdict: best.isSo ? 'supported' : 'contradicted', events: [best.event] };
}

/** What the number is said of, where that is of a kind which events tell. */
function toldIn({ stated, before, after, part }: Claim): Told | undefined {
  if (stated.kind !== 'count' || stated.manner !== 'exact') return undefined;
  if (PAGES.test(after)) return 'pages';
  if (part.times.length === 0) return undefined;
  const isAge =
    stated.value >= YOUNGEST &&
    stated.value <= OLDEST &&
    (OLD.test(after) || (WHO_WAS.test(before) && ENDS.test(after)));
  if (isAge) return 'age';
  return part.tokens.includes('flight') && !stated.isTime ? 'aboard' : undefined;
}

const PAGES = /^[\s-](?:\p{L}+\s)?pages?(?!\w)/iu;
const YOUNGEST = 12;
const OLDEST = 99;
const OLD = /^[\s-]?(?:years?|yrs?|y)[\s./-]*(?:old|o)\b|^\sans\b/i;
/** "The man who won in court on 16 September was 25". */
const WHO_WAS =
  /(?<!\w)(?:man|bloke|lad|guy|chap|woman|migrant|eritrean|iranian|afghan|\p{L}+(?:ian|ean|ese|ish)|who|homme)(?!\w).*(?<!\w)(?:was|is|aged|avait)\s(?:only |just )?$/iu;
const ENDS = /^\s*(?:$|[,.;!?)]|and\b|n\b|so\b|at the time)/i;

/**
 * The events that the words name, else the one that a question in these words is answered with, if it was then;
 * `rest`: how many telling words are not known of them.
 */
function eventsOf(claim: Claim, context: Context, answer: Answering): { events: Event[]; rest: number } {
  const { part, span } = claim;
  const [time] = part.times;
  const isThen = ({ date }: Event) =>
    part.times.length === 0 || part.times.some(({ from, to }) => date >= from && date <= to);
  const meant = eventsMeant(
    {
      told: part.tokens.some((token) => /^(?:flight|page)$/.test(token))
        ? span.replace(/\d+/g, ' ')
        : part.text,
      beside: part.text,
      happened: true,
      dateTokens: new Set(time?.from.split('-').map((one) => String(Number(one)))),
      numbers: [],
    },
    claim.subject.own > 0 || claim.subject.score > 1 || !PAGES.test(claim.after),
    context,
  );
  const named = meant.events.filter(isThen);
  if (named.length > 0) return { events: named, rest: meant.rest.length };
  if (part.times.length === 0) return { events: [], rest: 0 };
  const tokens =
    OLD.test(claim.after) || part.tokens.includes('flight') ? part.tokens : [...part.tokens, 'old'];
  const asked = { ...part, tokens, metrics: [], numbers: [], focus: 'what' as const };
  const { lines, events } = answer({ ...context.query, parts: [asked] });
  const told = events.filter(
    (event) => isThen(event) && lines[0]?.includes(event.text[context.query.language]),
  );
  return { events: told, rest: 0 };
}

/** Every number of that kind in a text: "a 25-year-old man" tells an age, "took an Indian national" one person. */
function valuesIn(text: string, told: Told): number[] {
  if (told === 'age')
    return [...text.matchAll(/(?<age>\d{1,2})-year-old|\baged (?<aged>\d{1,2})\b/g)].map(({ groups }) =>
      Number(groups?.age ?? groups?.aged),
    );
  if (told === 'pages')
    return [...text.matchAll(/(?<pages>\d+)[\s-]pages?\b/g)].map((match) => Number(match[1]));
  const counted = numbersIn(text).filter(({ end }) => PEOPLE.test(text.slice(end)));
  return [...counted.map(({ value }) => value), ...(ONE.test(text) ? [1] : [])];
}

const PEOPLE = /^\s(?:\p{L}+\s)?(?:people|persons?|m[ae]n|wom[ae]n|migrants?|nationals?|passengers?)(?!\w)/iu;
const ONE =
  /(?<!\w)(?:took|carr(?:ied|ying)|with) an? (?:\p{L}+ )?(?:national|man|woman|person|migrant)(?!\w)/iu;
