/** Judges the date that a message claims of something that happened: the event is found as for a question. */
import { daysBetween } from '../../knowledge/calendar.js';
import type { Event } from '../../knowledge/schema.js';
import { formatDate } from '../../language/format.js';
import type { DateClaim } from '../../questions/claims/date-claims.js';
import type { Stated } from '../../questions/claims/stated.js';
import type { Time } from '../../questions/time.js';
import type { Context } from '../context.js';
import { eventsMeant } from './events-meant.js';
import { judgeRecord } from './judge-record.js';
import { type Judged, NOTHING } from './judged.js';
import type { Answering } from './shares.js';

/** So much of what is told has to stand in what is known of the event, where it was on that day. */
const MET = 0.6;
/** An event of which the day is only inferred may have been so many days before or after. */
const VAGUE_DAYS = 31;
/** With fewer words nothing is told. */
const WORDS = 2;

/**
 * The verdict on a claimed date; undefined where it is of nothing that is known here. `isAbout`: something else in
 * the message is a claim about the subject.
 */
export function judgeDate(
  claim: DateClaim,
  isAbout: boolean,
  context: Context,
  answer: Answering,
): Judged | undefined {
  const record = judgeRecord(claim, isAbout, context);
  if (record) return record;
  if (NOBODY.test(claim.told)) return undefined;
  const judged =
    judgeNamed(claim, isAbout, context) ?? (claim.happened ? judgeAsked(claim, context, answer) : undefined);
  // A day without its year, and what tells of the writer's own, contradict nothing by themselves.
  const isVague = (claim.time.yearGuessed && claim.subject.own === 0) || claim.isTale;
  return judged?.verdict === 'contradicted' && isVague ? undefined : judged;
}

/** Held against the events that the words name; of several with one name any may be meant. */
function judgeNamed(claim: DateClaim, isAbout: boolean, context: Context): Judged | undefined {
  const isOfSubject = isAbout || claim.subject.score > 0;
  const judged = bestNamed(claim, isOfSubject, context);
  if (judged || isOfSubject || claim.time.from !== claim.time.to) return judged;
  // "They extended it to 1 October 2026": what happened and its very day tell what it is.
  const assumed = bestNamed(claim, true, context, 0);
  return assumed?.verdict === 'supported' ? assumed : undefined;
}

/** `spare`: so many telling words may be unknown of an event that was on that very day. */
function bestNamed(claim: DateClaim, isAbout: boolean, context: Context, spare = 1): Judged | undefined {
  const { events, rest } = eventsMeant(claim, isAbout, context);
  const judged = events.flatMap((event) => {
    const verdict = happenedIn(event, claim.time);
    return verdict ? [{ verdict, event }] : [];
  });
  const [best] = ORDER.flatMap((verdict) => judged.filter((one) => one.verdict === verdict));
  if (!best || rest.length > (best.verdict === 'supported' ? spare : 0)) return undefined;
  return { ...NOTHING, verdict: best.verdict, events: [best.event] };
}

/** What did not happen is no event. */
const NOBODY =
  /\b(?:nobody|no one|noone|none|never|nothing|no (?:boats?|people|flights?|crossings?|arrivals?|returns?)|not (?:a|one|any)|personne|aucun\w*|jamais)\b/i;

const ORDER: readonly Judged['verdict'][] = ['supported', 'disputed', 'outdated', 'contradicted'];

/** Held against the event that a question about it would be answered with. */
function judgeAsked(claim: DateClaim, context: Context, answer: Answering): Judged | undefined {
  const { part, time } = claim;
  if (claim.numbers.length > 0 || part.unknown.length > 0 || part.tokens.length < WORDS) return undefined;
  const told = answer({ ...context.query, parts: [part] });
  const [first = ''] = told.lines;
  const event = told.events.find(({ text }) => first.includes(text[context.query.language]));
  if (told.status === 'unknown' || !event) return undefined;
  const verdict = happenedIn(event, time);
  if (verdict === undefined || !isMeant(claim, event, verdict === 'supported' ? MET : 1, context))
    return undefined;
  return { ...NOTHING, verdict, events: [event] };
}

/** The claimed date as what is stated, in digits: 20250918. */
export function statedDate({ from, to }: Time): Stated {
  const digits = (day: string) => Number(day.replaceAll('-', ''));
  const place = { start: 0, end: 0, from: 0, to: 0 };
  return {
    kind: 'date',
    manner: 'exact',
    value: digits(from),
    high: digits(to),
    currency: undefined,
    short: false,
    isTime: false,
    ...place,
  };
}

/** Whether the event is the one that is told of: by its name, or by so large a share of the words. */
function isMeant({ part, subject }: DateClaim, event: Event, share: number, { lexicon }: Context): boolean {
  const told = new Set(part.tokens);
  const names = lexicon.events.find((one) => one.event.id === event.id)?.names ?? [];
  const isNamed = names.some(
    ({ tokens, generic }) =>
      tokens.length + generic.length >= WORDS && [...tokens, ...generic].every((token) => told.has(token)),
  );
  if (isNamed) return true;
  if (subject.score < WORDS && part.people.length === 0) return false;
  const known = new Set(
    [event.text.en, event.text.fr, ...event.names.en, ...event.names.fr, ...event.keywords].flatMap((text) =>
      lexicon.tokens(text),
    ),
  );
  const met = part.tokens.filter((token) => known.has(token)).length;
  return met >= WORDS && met >= share * part.tokens.length;
}

/** An event of which only the month is known may have been on any day of it. */
function happenedIn(event: Event, time: Time): Judged['verdict'] | undefined {
  const { date, precision, dateKnown, alsoDated, plannedFor, text } = event;
  const { from, to, cue } = time;
  if (cue === 'after' || (cue === 'since' && precision !== 'year')) return undefined;
  const length = precision === 'year' ? 4 : precision === 'month' ? 7 : 10;
  const isWithin = (day: string) => day >= from.slice(0, day.length) && day <= to.slice(0, day.length);
  if (isWithin(date.slice(0, length))) return length < 10 && from === to ? undefined : 'supported';
  if (alsoDated.some(isWithin)) return 'disputed';
  if (plannedFor.some(isWithin)) return 'outdated';
  // "Extended to 1 October": the date that the event set.
  if (from === to && cue !== 'on' && text.en.includes(` to ${formatDate(from, 'en')}`)) return 'supported';
  const isVague = precision === 'about' || dateKnown === 'inferred';
  const isNear = daysBetween(date, from) <= VAGUE_DAYS && daysBetween(to, date) <= VAGUE_DAYS;
  return isVague && isNear ? undefined : 'contradicted';
}
