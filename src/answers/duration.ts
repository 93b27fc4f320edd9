/** How long lies between two events that a question names. */
import { daysBetween } from '../knowledge/calendar.js';
import { personToken } from '../knowledge/entry-tokens.js';
import type { Event } from '../knowledge/schema.js';
import { findTimes } from '../questions/dates.js';
import type { Time } from '../questions/time.js';
import { answered, type Context, type PartAnswer } from './context.js';
import { ENOUGH } from './enough.js';
import { eventsCalled } from './event-of.js';
import { findEntries } from './find.js';
import { eventText } from './wording.js';

/** How people set two events apart; the groups hold what is said of each. */
const TWO_EVENTS: readonly RegExp[] = [
  /\b(?:between|entre)\b (?<first>.+?) \b(?:and|et)\b (?<second>.+)/i,
  /\b(?:from|de|depuis)\b (?<first>.+?) \b(?:to|until|till|til|up to|jusqu'à|jusqu'au|à)\b (?<second>.+)/i,
  /\b(?:after|following)\b (?<first>.+? (?:was|were|had been) \S+(?: \S+){0,3}?)(?:,| \b(?:did|was|were|had|has|is|until|before)\b) (?<second>.+)/i,
  /\b(?:after|following|après)\b (?<first>.+?)(?:,| \b(?:did|was|were|had|has|would|until|before|that|est|a|ont|sont)\b) (?<second>.+)/i,
  /(?<second>.+?) \b(?:after|following|since|après|depuis)\b (?<first>.+)/i,
  /(?<first>.+?) \b(?:before|until|till|til|avant|jusqu'à)\b (?<second>.+)/i,
];
const SETS_APART =
  /\b(?:between|after|before|until|till|til|since|later|from|entre|après|avant|depuis|jusqu)\b/i;
const PRONOUN = /\b(?:he|his|him|she|her|they|their|il|elle|son|sa|ses|lui)\b/i;
const ASKING_DURATION =
  /^.*?\b(?:how many (?:days|weeks|months)|how long|(?:number of )?(?:days|weeks|months)(?= (?:between|from|passed|elapsed))|combien de (?:jours|semaines|mois|temps))\b(?: (?:was it|is it|did it take|passed|went by|elapsed|lay|lie))*/i;
const IN_DAYS =
  /,?\s*\b(?:in|en) (?:days|weeks|months|jours|semaines|mois)(?: (?:if (?:you|u) can|please|pls|plz|svp))?\W*$/i;

/** The days between two dated events, or undefined if the question does not name two. */
export function answerDuration(context: Context): PartAnswer | undefined {
  const dated = betweenDates(context);
  if (dated) return dated;
  const events = twoEvents(context);
  const [first, second] = events;
  if (!first || !second) return undefined;
  const days = daysBetween(first.date, second.date);
  if (days <= 0) return undefined;
  const { words, used } = context;
  const lines = events.map((event) => eventText(event, context));
  const expression = words.days(days);
  used.derived.push({ expression, value: days, inputs: [first.id, second.id] });
  const rough = [first, second].some((event) => event.precision !== 'day');
  return answered([`${rough ? words.about(expression) : expression}.`, ...lines]);
}

/** The days between two dates that the question itself gives; undefined where it gives no two. */
function betweenDates(context: Context): PartAnswer | undefined {
  const { part, words, knowledge, used } = context;
  const [one, other, ...more] = part.times.filter((time) => !part.moments.includes(time));
  if (!one || !other || more.length > 0 || [one, other].some(({ granularity }) => granularity !== 'day'))
    return undefined;
  const [from, to] = one.from <= other.from ? [one.from, other.from] : [other.from, one.from];
  const days = daysBetween(from, to);
  const events = [from, to].flatMap((date) => knowledge.events().find((event) => event.date === date) ?? []);
  // Days on which something is counted are no days in between, unless both are somebody's.
  if (days <= 0 || (part.metrics.length > 0 && !(part.people.length > 0 && events.length === 2)))
    return undefined;
  // Two dates alone may be anybody's: something must have happened here on one of them.
  if (part.tokens.length === 0 && events.length === 0) return undefined;
  used.derived.push({ expression: words.days(days), value: days, inputs: events.map(({ id }) => id) });
  return answered([`${words.days(days)}.`, ...events.map((event) => eventText(event, context))]);
}

/** The events that the two halves of the question speak of. */
function eventsSetApart(context: Context): Event[] {
  const asked = context.part.text.replace(ASKING_DURATION, '').replace(IN_DAYS, '').trim();
  for (const pattern of TWO_EVENTS) {
    const { first, second } = pattern.exec(asked)?.groups ?? {};
    if (!first || !second) continue;
    for (const [one, other] of BOTH_WAYS) {
      if ((!one && PRONOUN.test(first)) || (!other && PRONOUN.test(second))) continue;
      const pair = inOrder(
        (bounds) => eventOf(first, context, one, bounds),
        (bounds) => eventOf(second, context, other, bounds),
      );
      if (pair) return pair;
    }
  }
  return [];
}

type Bounds = { after?: string; before?: string };
type Find = (bounds?: Bounds) => Event | undefined;

/** The event of the first half and one after it; else that of the second and one before it. */
function inOrder(first: Find, second: Find): [Event, Event] | undefined {
  const start = first();
  const next = start && second({ after: start.date });
  if (start && next) return [start, next];
  const end = second();
  const before = end && (first({ before: end.date }) ?? start);
  return end && before && before.date !== end.date ? [before, end] : undefined;
}

/** Whether each half speaks of the person whom the question names: first as it seems, then not so. */
const BOTH_WAYS: readonly (readonly [boolean, boolean])[] = [
  [true, true],
  [false, true],
  [true, false],
];

/** True if the event lies in a month or on a day that the half names, or if it names none. */
function isInTimeOf(half: string, date: string, context: Context): boolean {
  const clock = { today: context.query.today, reference: context.horizon };
  const times = findTimes(context.lexicon.words(half), clock);
  return (
    times.length === 0 ||
    times.some(({ from, to, yearGuessed }) =>
      yearGuessed
        ? date.slice(5) >= from.slice(5) && date.slice(5) <= to.slice(5)
        : date >= from && date <= to,
    )
  );
}

/** "Was he in the UK": from when he arrived. */
const IS_HERE =
  /\b(?:was|were|been|stay\w*|spen[dt]|lived?)\b.*\b(?:in|here|over here)\b.*(?:\b(?:uk|britain|england|country)\b|here\b)|\b(?:here|over here)$/i;

/** The event that one half speaks of, within bounds if they are given; "he" is the one whom the question names. */
function eventOf(
  half: string,
  context: Context,
  ofPerson: boolean,
  { after = '', before = '9999' }: Bounds = {},
): Event | undefined {
  const { part, lexicon } = context;
  const called = eventsCalled(half, context);
  if (called.length > 0) return called.find(({ date }) => date > after && date < before);
  // Time is spent there, and no money.
  const here = half.replace(/\bspen[dt]\b/gi, 'stay');
  const typed = lexicon.tokens(IS_HERE.test(half.trim()) ? `${here} first arrival` : half);
  const named = part.people.filter((person) => typed.some((token) => token.includes(personToken(person))));
  const people =
    ofPerson && named.length === 0 && (PRONOUN.test(half) || !/\b(?:the|le|la|l')/i.test(half))
      ? part.people
      : named;
  const tokens = [...new Set([...typed, ...people.map(personToken)])];
  const found = findEntries(
    {
      ...part,
      text: half,
      focus: 'when',
      tokens,
      people,
      times: [],
      asked: [],
      lead: [],
      context: [],
      scene: [],
    },
    context,
  );
  const best = found.find(
    ({ entry, tokens: held }) =>
      entry.kind === 'event' &&
      entry.body.date <= context.horizon &&
      entry.body.date > after &&
      entry.body.date < before &&
      isInTimeOf(half, entry.body.date, context) &&
      (people.length === 0 || people.some((person) => held.has(personToken(person)))),
  );
  return best?.entry.kind === 'event' && best.coverage >= ENOUGH ? best.entry.body : undefined;
}

/** The token of "how long". */
const ASKING_TOKEN = 'length';

/** The two events in order: those that are set apart or named, else the best two that were found. */
function twoEvents(context: Context): Event[] {
  const { part, knowledge } = context;
  const apart = eventsSetApart(context);
  if (apart.length === 2) return apart.sort((a, b) => a.date.localeCompare(b.date));
  const byTime = (time: Time) =>
    knowledge
      .events()
      .find(
        (event) => event.date <= context.horizon && event.date === time.from && part.moments.includes(time),
      );
  const concerns = (event: Event) =>
    part.people.length === 0 || part.people.some((person) => event.people.includes(person));
  // The asking words say nothing of what happened.
  const happened = { ...part, tokens: part.tokens.filter((token) => token !== ASKING_TOKEN) };
  const all = findEntries(happened, context).flatMap(({ entry, coverage }) =>
    entry.kind === 'event' && concerns(entry.body) ? [{ event: entry.body, coverage }] : [],
  );
  const found = all.map(({ event }) => event);
  const enough = all.filter(({ coverage }) => coverage >= ENOUGH);
  // Where three fit alike, no two of them are meant more than the third.
  const isGuess = enough[2] !== undefined && enough[2].coverage >= (enough[1]?.coverage ?? 0);
  const telling = isGuess ? [] : enough.map(({ event }) => event);
  const named = part.moments.flatMap((time) => byTime(time) ?? []).filter(concerns);
  const inMonths = part.times.flatMap(
    (time) => found.find((event) => event.date >= time.from && event.date <= time.to) ?? [],
  );
  // Two events that nothing in the question sets apart are no more than a guess.
  const best = SETS_APART.test(part.text) ? telling.slice(0, 2) : [];
  const chosen = new Set(named.length >= 2 ? named : inMonths.length >= 2 ? inMonths : best);
  return [...chosen].slice(0, 2).sort((a, b) => a.date.localeCompare(b.date));
}
