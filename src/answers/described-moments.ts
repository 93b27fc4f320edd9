/** Finds the event that a question describes instead of naming its date. */
import { personToken } from '../knowledge/lexicon.js';
import { shift, type Time } from '../questions/time.js';
import type { Context } from './context.js';
import { findEntries } from './find.js';

/** Share of the description that an event must hold to be the one that is meant. */
const MEANT = 0.6;

/** The time that the question's description stands for, if an event here is meant by it. */
export function describedTime(context: Context): Time | undefined {
  const { part, lexicon, horizon } = context;
  const { described } = part;
  if (!described) return undefined;
  const tokens = lexicon.tokens(described.phrase);
  const people = part.people.filter((person) => tokens.some((token) => token.includes(personToken(person))));
  const found = findEntries(
    { ...part, text: described.phrase, focus: 'when', tokens, people, asked: [], lead: [], context: [] },
    context,
  );
  const meant = found.find(
    ({ entry, own }) =>
      entry.kind === 'event' &&
      entry.body.date <= horizon &&
      people.every((person) => own.has(personToken(person))),
  );
  if (meant?.entry.kind !== 'event' || Math.max(meant.coverage, meant.likeness) < MEANT) return undefined;
  const date = shift(meant.entry.body.date, described.offset, described.step);
  return { from: date, to: date, cue: described.cue, granularity: 'day', yearGuessed: false, at: [] };
}
