/** Whose words an entry holds: words given to the wrong person are given to the right one. */
import type { Entry } from '../knowledge/entries.js';
import { personToken } from '../knowledge/entry-tokens.js';
import type { Context } from './context.js';
import { deniesPerson } from './denied.js';
import { ENOUGH, enoughFor } from './enough.js';
import type { Found } from './fit.js';
import { ofSide, ofSomebody } from './of-side.js';
import { ownWeight } from './own-words.js';
import { saidBy } from './said-by.js';
import { asksOnSubject } from './topic.js';
import { contentTokens, totalWeight, weigh } from './weights.js';
import { nameOf, namesOf } from './wording.js';

/** An entry about somebody answers better than their words from this difference of scores on. */
const FAR_BETTER = 0.4;
/** So much of what is asked in their own words leaves no doubt of whose words are meant. */
const OWN_WORDS = 0.55;
/** So much of it will do where their words on a subject are asked for. */
const ON_SUBJECT = 0.35;

/** Who did a thing is put right only where the event is all that is asked. */
const ALL_OF_IT = 0.9;

/** So much of what is asked a position says in its own words, where it was given to the wrong person. */
const SAYS_IT = 0.75;
/** A word that so few entries hold tells what was thought of, beside what they thought. */
const RARE = 5;
/** What somebody may think of a thing. */
const ATTITUDES = new Set(['referee-support', 'criticise', 'react', 'grumble']);

/** Their own words that hold less than this share of what is told of them are said of something else. */
const HALF = 0.4;
/** So near to each other two entries are equally good. */
const TIE = 0.03;

type Choice = { main: Found; correction: string | undefined };

/** The entry that answers; words attributed to the wrong person are given to the right one. */
export function choose(all: readonly Found[], context: Context, onlyPeople: boolean): Choice | undefined {
  const { part, words } = context;
  const best = all[0];
  if (!best) return undefined;
  const people = part.people.filter((person) => !isOrganisation(person, context) || part.saidBy);
  if (people.length === 0)
    return { main: ofSide(all, context) ?? ofSomebody(all, context) ?? best, correction: undefined };
  const ofThem = all.find((found) => people.some((person) => isOf(found, person, context)));
  const said = part.saidBy
    ? firstOf(people, (person) => all.find((found) => saidBy(found.entry, person)))
    : undefined;
  // Words of theirs that touch nothing of what is asked are none that it is about.
  const isFar =
    said &&
    ofThem &&
    (said.score < ofThem.score - FAR_BETTER ||
      (said.coverage < HALF * ofThem.coverage && ofThem.coverage >= ENOUGH));
  const own = isFar ? ofThem : (said ?? ofThem);
  const putRight = all.find(
    (found) =>
      found.coverage >= ENOUGH && people.some((person) => deniesPerson(found.entry, person, context)),
  );
  const next = putRight ?? all.find((found) => !people.some((person) => isOf(found, person, context)));
  // "Did Mahmood sign it": of a fact and the event itself, the event tells who did.
  const event =
    part.focus === 'yes-no' && next?.entry.kind === 'statement' && next.entry.body.heldBy === undefined
      ? all.find(
          ({ entry, coverage, score }) =>
            entry.kind === 'event' && coverage >= next.coverage && score >= next.score - TIE,
        )
      : undefined;
  const other = event && !people.some((person) => isOf(event, person, context)) ? event : next;
  // What they say on a subject is asked for: others may speak of it in more of the asked words.
  const speaksOfIt = asksOnSubject(part) && said === own && (own?.coverage ?? 0) >= ON_SUBJECT;
  if (
    own &&
    (onlyPeople || !other || speaksOfIt || own.coverage >= Math.min(OWN_WORDS, 0.8 * other.coverage))
  ) {
    return { main: own, correction: undefined };
  }
  if (!other) return undefined;
  const right = speakersOf(other.entry, context);
  const wrong = people.filter(
    (person) =>
      part.focus !== 'who' &&
      (!isOrganisation(person, context) || part.focus === 'yes-no') &&
      (!hasPartIn(other, person, context) || deniesPerson(other.entry, person, context)) &&
      (part.saidBy || isStranger(person, context)),
  );
  // What others thought of it is not what somebody thought.
  const theirs = all.find(({ entry }) => people.some((person) => saidBy(entry, person)));
  const isAttitude =
    part.focus === 'yes-no' &&
    other.met.some(({ token }) => ATTITUDES.has(token)) &&
    !other.met.some(({ token }) => context.knowledge.documentFrequency(token) < RARE);
  if (wrong.length === 0 && isAttitude && theirs) return { main: theirs, correction: undefined };
  const doers = part.focus === 'yes-no' && other.entry.kind === 'event' ? doersOf(other.entry, context) : [];
  const [only, ...more] = people;
  if (
    wrong.length === 0 &&
    doers.length > 0 &&
    only !== undefined &&
    more.length === 0 &&
    other.coverage >= ALL_OF_IT
  ) {
    const instead = doers.map((id) => nameOf(id, context)).join(` ${words.and} `);
    return { main: other, correction: words.namesInstead(instead, nameOf(only, context)) };
  }
  // Who is asked what they say is answered so, though others speak of it in more of the asked words.
  if (part.saidBy && own && saysMore(own, other, people, context))
    return { main: own, correction: undefined };
  if (wrong.length === 0 && other.coverage >= Math.max(ENOUGH, (own?.coverage ?? 0) + 0.2)) {
    return { main: other, correction: undefined };
  }
  if (right === '' && !own && wrong.some((person) => isStranger(person, context))) return undefined;
  if (right === '' || wrong.length === 0 || other.coverage < ENOUGH)
    return { main: own ?? other, correction: undefined };
  const wrongNames = namesOf(wrong, context);
  const isWords =
    other.entry.kind === 'quote' || (other.entry.kind === 'statement' && other.entry.body.heldBy);
  if (!isWords && !wrong.some((person) => isStranger(person, context)))
    return { main: own ?? other, correction: undefined };
  // What others said on a subject is no wrong attribution.
  if (isWords && asksOnSubject(part) && part.quoted.length === 0) return undefined;
  // A position that says only some of it itself is none that a stranger was given by mistake.
  if (
    other.entry.kind === 'statement' &&
    part.quoted.length === 0 &&
    wrong.every((person) => isStranger(person, context))
  ) {
    const asked = weigh(contentTokens(part), context);
    if (isWords && ownWeight(other.entry, asked, context.lexicon) < SAYS_IT * totalWeight(asked))
      return undefined;
  }
  // What says nothing of the number that is asked about is no wrong attribution of it.
  if (isWords && part.numbers.some((number) => number >= 10 && !other.tokens.has(String(number))))
    return { main: other, correction: undefined };
  const correction = isWords ? words.attribution(right, wrongNames) : words.namesInstead(right, wrongNames);
  return { main: other, correction };
}

/** True where these are the words of those who are named, though others' hold more of what is asked. */
function saysMore(own: Found, other: Found, people: readonly string[], context: Context): boolean {
  const { focus, quoted } = context.part;
  const isOffice = people.every((person) => isOrganisation(person, context));
  const asksWords =
    (isOffice ? /^(?:what|how|why|none|quantity)$/ : /^what$/).test(focus) && quoted.length === 0;
  const isTheirs = people.some((person) => saidBy(own.entry, person));
  return (
    asksWords &&
    isTheirs &&
    own.coverage >= enoughFor(own, false, false, context) &&
    !people.some((person) => saidBy(other.entry, person))
  );
}

function firstOf<T, R>(list: readonly T[], find: (one: T) => R | undefined): R | undefined {
  for (const one of list) {
    const found = find(one);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Nobody here quotes them: people name them by mistake. */
export function isStranger(person: string, context: Context): boolean {
  return context.knowledge.person(person)?.absent ?? false;
}

const SPOKESMAN = /(?<!\w)(?:spokes\p{L}+|spox|porte-parole)(?!\w)/iu;

/** True for whom an entry tells of; that a quotation's speaker speaks for somebody ("the PM's spokesman") is no part in it. */
function hasPartIn(
  { entry, tokens }: Found,
  person: string,
  { lexicon, knowledge, part: { text } }: Context,
): boolean {
  if (!tokens.has(personToken(person))) return false;
  // Who names a spokesman names nobody wrong.
  if (SPOKESMAN.test(text)) return true;
  if (entry.kind !== 'quote' || knowledge.person(person)?.kind !== 'person') return true;
  const { text: words, about, speaker } = entry.body;
  return (
    speaker === person || [words, about.en].some((told) => lexicon.tokens(told).includes(personToken(person)))
  );
}

/** A person's own words or position; of a fact or event, one that the person is part of. */
function isOf(found: Found, person: string, context: Context): boolean {
  const { entry } = found;
  // Whom an entry says it was not is none of it.
  if (deniesPerson(entry, person, context)) return false;
  const hasSpeaker =
    entry.kind === 'quote' || (entry.kind === 'statement' && entry.body.heldBy !== undefined);
  // Of a party's or a government's position the one who set it out is told among its people.
  const isSetOut =
    entry.kind === 'statement' &&
    entry.body.heldBy !== undefined &&
    isOrganisation(entry.body.heldBy, context) &&
    entry.body.heldBy !== person &&
    entry.body.people.includes(person);
  return hasSpeaker ? saidBy(entry, person) || isSetOut : found.tokens.has(personToken(person));
}

function isOrganisation(person: string, context: Context): boolean {
  return context.knowledge.person(person)?.kind === 'organisation';
}

/** Those known by name who took part in an event. */
function doersOf(entry: Entry, { knowledge }: Context): string[] {
  if (entry.kind !== 'event') return [];
  return entry.body.people.filter((id) => {
    const person = knowledge.person(id);
    return person?.kind === 'person' && /^\p{Lu}/u.test(person.names.en[0] ?? '');
  });
}

function speakersOf(entry: Entry, context: Context): string {
  const named = (people: readonly string[]) =>
    people
      .filter((person) => !isOrganisation(person, context))
      .map((person) => nameOf(person, context))
      .join(` ${context.words.and} `);
  switch (entry.kind) {
    case 'quote':
      return nameOf(entry.body.speaker, context);
    case 'event':
      return named(entry.body.people);
    case 'statement':
      return entry.body.heldBy ? nameOf(entry.body.heldBy, context) : named(entry.body.people);
    default:
      return '';
  }
}
