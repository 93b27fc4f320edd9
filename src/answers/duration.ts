/** How long lies between two events that a question names. */
import { daysBetween } from '../knowledge/calendar.js';
import type { Event } from '../knowledge/schema.js';
import type { Time } from '../questions/time.js';
import { answered, type Context, type PartAnswer } from './context.js';
import { findEntries } from './find.js';
import { eventText } from './wording.js';

/** The days between two dated events, or undefined if the question does not name two. */
export function answerDuration(context: Context): PartAnswer | undefined {
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

/** The two events in order: those whose names the question holds, else the best two that were found. */
function twoEvents(context: Context): Event[] {
  const { part, knowledge } = context;
  const byTime = (time: Time) =>
    knowledge
      .events()
      .find(
        (event) => event.date <= context.horizon && event.date === time.from && part.moments.includes(time),
      );
  const concerns = (event: Event) =>
    part.people.length === 0 || part.people.some((person) => event.people.includes(person));
  const found = findEntries(part, context).flatMap(({ entry }) =>
    entry.kind === 'event' && concerns(entry.body) ? [entry.body] : [],
  );
  const named = part.moments.flatMap((time) => byTime(time) ?? []).filter(concerns);
  const inMonths = part.times.flatMap(
    (time) => found.find((event) => event.date >= time.from && event.date <= time.to) ?? [],
  );
  const chosen = new Set([
    ...(named.length >= 2 ? named : inMonths.length >= 2 ? inMonths : found.slice(0, 2)),
  ]);
  return [...chosen].slice(0, 2).sort((a, b) => a.date.localeCompare(b.date));
}
