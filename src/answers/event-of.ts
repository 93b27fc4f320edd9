/** The event that a phrase names or describes. */
import type { NameTokens } from '../knowledge/meanings.js';
import type { Event } from '../knowledge/schema.js';
import { bare } from '../knowledge/words.js';
import type { Context } from './context.js';
import { findEntries } from './find.js';

/** Names in the data of what happened with the scheme itself. */
export const SCHEME_EVENTS = {
  announced: 'the deal was announced',
  signed: 'the treaty was signed',
  inForce: 'the treaty came into force',
  ended: 'the scheme ended',
} as const;

/** Share of the phrase's words that an event must hold to be the one that is meant. */
const MEANT = 0.6;

/** The event meant by a phrase ("the first flight", "the deal was signed"), not later than the question's day. */
export function eventOf(phrase: string, context: Context): Event | undefined {
  const { part, lexicon, horizon } = context;
  const alone = {
    ...part,
    saidBy: false,
    text: phrase,
    focus: 'when' as const,
    tokens: lexicon.tokens(phrase),
    people: [],
    times: [],
    asked: [],
    lead: [],
    context: [],
    scene: [],
  };
  for (const { entry, coverage } of findEntries(alone, { ...context, part: alone })) {
    if (entry.kind === 'event' && entry.body.date <= horizon && coverage >= MEANT) return entry.body;
  }
  return undefined;
}

/** A name of fewer words may be said by chance. */
const NAME_WORDS = 2;

/** The event whose whole name the phrase says, the longest name first; undefined where it says none. */
export function eventNamed(phrase: string, { lexicon, horizon }: Context): Event | undefined {
  const said = new Set(lexicon.tokens(phrase));
  const words = ` ${bare(phrase)} `;
  const lengthOf = (names: readonly NameTokens[]) =>
    Math.max(
      0,
      ...names
        .map(({ tokens, generic }) => [...tokens, ...generic])
        .filter((name) => name.every((token) => said.has(token)))
        .map((name) => name.length),
    );
  const [longest] = lexicon.events
    .map(({ event, names }) => ({ event, length: lengthOf(names) }))
    .filter(({ event, length }) => length >= NAME_WORDS && event.date <= horizon)
    // What means the same may name another event ("signed", "agreed"): the very words tell which is meant.
    .map((one) => ({ ...one, isLiteral: isCalled(one.event, (name) => words.includes(` ${name} `)) }))
    .sort(
      (a, b) =>
        b.length - a.length ||
        Number(b.isLiteral) - Number(a.isLiteral) ||
        a.event.date.localeCompare(b.event.date),
    );
  return longest?.event;
}

/** The events that go by the phrase and by no more than it ("the announcement"), the earliest first. */
export function eventsCalled(phrase: string, { knowledge, horizon }: Context): Event[] {
  const words = bare(phrase).replace(/^(?:the|its?|their|le|la|l) /, '');
  return knowledge
    .events()
    .filter((event) => event.date <= horizon && isCalled(event, (name) => name === words))
    .sort((a, b) => a.date.localeCompare(b.date));
}

/** True for an event one of whose names, without its article, is such. */
function isCalled({ names }: Event, isSuch: (name: string) => boolean): boolean {
  return [...names.en, ...names.fr].some((name) => isSuch(bare(name).replace(/^(?:the|le|la|l) /, '')));
}
