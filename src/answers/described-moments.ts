/** Finds the event that a question describes instead of naming its date. */
import type { IsoDate } from '../knowledge/calendar.js';
import { personToken } from '../knowledge/entry-tokens.js';
import type { Unit } from '../knowledge/meanings.js';
import { namesOf } from '../questions/part-words.js';
import { onDay, shift, type Time } from '../questions/time.js';
import type { Context } from './context.js';
import { findEntries } from './find.js';
import { endOf } from './standing.js';

/** Smaller numbers are asides. */
const TELLING = 10;
/** Share of the description that an event must hold to be the one that is meant. */
const MEANT = 0.6;

/** The time that the question's description stands for, if an event here is meant by it. */
export function describedTime(context: Context): Time | undefined {
  const { part, lexicon, horizon } = context;
  const { described } = part;
  if (!described) return undefined;
  const { units } = lexicon.read(described.phrase);
  const counted = dayOfSource(units, context) ?? dayOfNumber(units, context);
  if (counted) return onDay(shift(counted, described.offset, described.step), described.cue);
  const tokens = lexicon.tokens(described.phrase);
  const people = part.people.filter((person) => tokens.some((token) => token.includes(personToken(person))));
  const found = findEntries(
    {
      ...part,
      text: described.phrase,
      focus: 'when',
      tokens,
      people,
      asked: [],
      lead: [],
      context: [],
      scene: [],
    },
    context,
  );
  const meant = found.find(
    ({ entry, tokens: held }) =>
      entry.kind === 'event' &&
      entry.body.date <= horizon &&
      part.times.every(({ from, to }) => entry.body.date >= from && entry.body.date <= to) &&
      people.every((person) => held.has(personToken(person))),
  );
  if (meant?.entry.kind !== 'event' || meant.coverage < MEANT) return undefined;
  return onDay(shift(meant.entry.body.date, described.offset, described.step), described.cue);
}

/** "When the Metro reckoned they had passed a hundred in November": the day of what that paper counts then. */
function dayOfSource(units: readonly Unit[], context: Context): IsoDate | undefined {
  const { part, knowledge, figures, horizon } = context;
  const [time] = part.times;
  const metric = knowledge.metric(part.metrics[0]?.id ?? '');
  if (!metric || !time || !units.some(({ kind }) => kind === 'number')) return undefined;
  const end = time.to < horizon ? time.to : horizon;
  const counts = namesOf(units, units, 'source').flatMap((source) =>
    figures.newest(metric.id, null, { source }, end, time.from),
  );
  return counts.map(endOf).sort().at(-1);
}

/** "On the day the count stood at 38,726": the day up to which a figure with that number counts. */
function dayOfNumber(units: readonly Unit[], context: Context): IsoDate | undefined {
  const { part, knowledge, figures, horizon } = context;
  const isThen = (date: IsoDate) => part.times.every(({ from, to }) => date >= from && date <= to);
  const numbers = units.filter(({ kind }) => kind === 'number');
  const dates = numbers
    .map(({ token }) => Number(token))
    .filter((value) => value >= TELLING)
    .flatMap((value) =>
      knowledge.metrics().flatMap(({ id }) => figures.all(id, null, { value }, horizon).map(endOf)),
    )
    .filter(isThen);
  return dates.sort()[0];
}
