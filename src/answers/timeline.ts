/** Dated events in their order, of a stretch of time and a topic where these are given. */
import type { Event, Statement } from '../knowledge/schema.js';
import { formatDate } from '../language/format.js';
import { overviewWordsOf } from '../language/overview-words.js';
import type { Query } from '../questions/query.js';
import type { Answer } from './answer.js';
import { answerOf } from './answer-of.js';
import { capitalised } from './card-lines.js';
import { answered, type Context, contextFor, type Desk, type PartAnswer, unknown } from './context.js';
import type { Shown } from './kept-query.js';
import { plainPart } from './plain-part.js';
import { standingOf } from './standing.js';
import { eventDate, placesOf } from './wording.js';

export type AskedTimeline = Extract<Shown, { kind: 'timeline' }>;

/** The oldest first, each with its date in front; unknown, with what there is, where none fits. */
export function answerTimeline(asked: AskedTimeline, query: Query, desk: Desk): Answer {
  const context = contextFor(desk, query, query.parts[0] ?? plainPart({}));
  return answerOf(timelineShown(asked, context), context);
}

function timelineShown({ from, to, topic }: AskedTimeline, context: Context): PartAnswer {
  const { language } = context.query;
  const { timeline } = overviewWordsOf(language);
  const date = (day: string | undefined) => (day === undefined ? undefined : formatDate(day, language));
  if (from !== undefined && to !== undefined && from > to)
    return unknown(timeline.backwards(formatDate(from, language), formatDate(to, language)));
  const known = eventsInOrder(context).filter(({ topics }) => topic === undefined || topics.includes(topic));
  const events = known.filter((event) => reaches(event, from ?? '0000') && event.date <= (to ?? '9999'));
  const [first, last] = [events[0], events.at(-1)];
  const label = context.knowledge.topics().find(({ id }) => id === topic)?.names[language][0];
  if (!first || !last) {
    const [oldest, newest] = [known[0], known.at(-1)];
    const instead =
      oldest && newest ? [timeline.known(eventDate(oldest, context), eventDate(newest, context))] : [];
    return unknown(timeline.none({ from: date(from), to: date(to) }, label), instead);
  }
  const headline = timeline.headline(
    String(events.length),
    eventDate(first, context),
    eventDate(last, context),
    label,
  );
  return answered([headline, ...events.map((event) => eventLine(event, context))]);
}

/** All events that the question may know, the oldest first; whole years and months after the days in them. */
export function eventsInOrder({ knowledge, horizon }: Pick<Context, 'knowledge' | 'horizon'>): Event[] {
  return knowledge
    .events()
    .filter(({ date }) => date <= horizon)
    .sort((a, b) => a.date.localeCompare(b.date) || a.id.localeCompare(b.id));
}

/** "10 November 2025: … [1]"; a sentence that begins with its date does not say it twice. */
export function eventLine(event: Event, context: Context): string {
  const { query, used, words } = context;
  const { timeline } = overviewWordsOf(query.language);
  used.events.add(event);
  const date = eventDate(event, context);
  const shown = event.precision === 'about' ? timeline.about(date) : date;
  const inferred = event.dateKnown === 'inferred' ? ` (${words.inferred})` : '';
  const text = withoutBeginning(timeline.beginnings(date), event.text[query.language]);
  return `${timeline.event(capitalised(shown), text)}${inferred} ${bestMarks(event, context)}`;
}

/** In overviews a sentence is cited by so many sources at most: those that lead. */
const CITED = 2;

/** The marks of the sources of an entry that lead, each source once. */
export function bestMarks(entry: Event | Statement, { citations, knowledge }: Context): string {
  const places = placesOf(entry);
  const first = places.filter(
    ({ source }, index) => places.findIndex((one) => one.source === source) === index,
  );
  const best = first.sort((a, b) => standingOf(a.source, knowledge) - standingOf(b.source, knowledge));
  return citations.mark(...best.slice(0, CITED));
}

function withoutBeginning(beginnings: readonly string[], text: string): string {
  const beginning = beginnings.find((one) => text.startsWith(one) && /^[ ,]/.test(text.slice(one.length)));
  if (beginning === undefined) return text;
  return capitalised(text.slice(beginning.length).replace(/^[ ,]+/, ''));
}

/** True unless the event is over before a day: one of a month or a year lasts to its end. */
function reaches({ date, precision }: Event, from: string): boolean {
  if (precision === 'year') return date.slice(0, 4) >= from.slice(0, 4);
  return precision === 'month' ? date.slice(0, 7) >= from.slice(0, 7) : date >= from;
}
