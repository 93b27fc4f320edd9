/** Which events a claimed date is of: those one of whose names the words hold. */
import type { EventNames, NameTokens, Unit } from '../../knowledge/meanings.js';
import type { Event } from '../../knowledge/schema.js';
import { splitWords } from '../../knowledge/words.js';
import type { DateClaim } from '../../questions/claims/date-claims.js';
import type { Context } from '../context.js';

/** Said of nearly every event here, so that a name may lack it where the message speaks of the subject. */
const ASSUMED: ReadonlySet<string> = new Set(['scheme', 'person', 'man', 'france', 'uk']);

/** A phrase of which no more events are called tells which one is meant ("came into force", not "came back"). */
const FEW = 2;

type Meant = {
  event: Event;
  /** How much of a name was said. */
  rank: number;
  /** Words of the clause as the name has them. */
  literal: number;
};

/**
 * The events that are best named, all of one rank; `rest` holds the telling words that nothing known of them has.
 * `isAbout`: the message speaks of the subject otherwise as well.
 */
export function eventsMeant(
  claim: Pick<DateClaim, 'told' | 'beside' | 'happened' | 'dateTokens' | 'numbers'>,
  isAbout: boolean,
  { lexicon }: Context,
): { events: Event[]; rest: Unit[] } {
  const { words, units } = lexicon.read(claim.told);
  const told = new Set(units.map(({ token }) => token));
  const beside = new Set(lexicon.tokens(claim.beside).filter((token) => token.startsWith('p-')));
  const stems = new Set(words.map(({ stem }) => stem));
  const phrases = new Set(units.filter(({ at }) => at.length > 1).map(({ token }) => token));
  const owners = (token: string) =>
    lexicon.events.filter(({ names }) => names.some(({ tokens }) => tokens.includes(token))).length;
  const rankOf = (name: NameTokens): number => {
    const said = (token: string) =>
      told.has(token) || beside.has(token) || claim.dateTokens.has(token) || claim.numbers.includes(token);
    if (!name.tokens.every(said)) return 0;
    const tellers = name.tokens.filter((token) => told.has(token));
    if (!(tellers.length > 1 && claim.happened) && !tellers.some((token) => !/^[ps]-/.test(token))) return 0;
    // A number that is told has to be the event's.
    if (!claim.numbers.every((number) => name.tokens.includes(number))) return 0;
    const lacking = name.generic.filter((token) => !told.has(token));
    if (lacking.some((token) => !ASSUMED.has(token)) || (lacking.includes('scheme') && !isAbout)) return 0;
    const met = name.generic.length - lacking.length;
    const [only = ''] = name.tokens;
    const isTelling =
      name.tokens.length > 1 ||
      met > 0 ||
      (lacking.length > 0 && isAbout) ||
      (phrases.has(only) && (isAbout || owners(only) <= FEW));
    // What only the date gives is less telling than what is said.
    const given = name.tokens.filter((token) => !told.has(token) && !beside.has(token)).length;
    return isTelling ? 2 * name.tokens.length - 3 * given + met : 0;
  };
  const meant = lexicon.events
    .map((one) => bestOf(one, rankOf, stems, lexicon))
    .filter(({ rank }) => rank > 0)
    .sort((a, b) => b.rank - a.rank || b.literal - a.literal);
  const [first] = meant;
  if (!first) return { events: [], rest: [] };
  const best = meant.filter(({ rank, literal }) => rank === first.rank && literal === first.literal);
  const known = new Set(best.flatMap(({ event }) => knownOf(event, lexicon)));
  const rest = units.filter(
    ({ kind, generic, light, token }) =>
      (kind === 'term' || kind === 'word') && !generic && !light && !known.has(token),
  );
  return { events: best.map(({ event }) => event), rest };
}

function bestOf(
  { event, names }: EventNames,
  rankOf: (name: NameTokens) => number,
  stems: ReadonlySet<string>,
  lexicon: Context['lexicon'],
): Meant {
  const rank = Math.max(0, ...names.map(rankOf));
  if (rank === 0) return { event, rank, literal: 0 };
  const said = [...event.names.en, ...event.names.fr]
    .filter((text) => rankOf(lexicon.nameTokens(text)) === rank)
    .map((text) => splitWords(text).filter(({ stem }) => stems.has(stem)).length);
  return { event, rank, literal: Math.max(0, ...said) };
}

function knownOf({ text, names, keywords }: Event, lexicon: Context['lexicon']): string[] {
  return [text.en, text.fr, ...names.en, ...names.fr, ...keywords].flatMap((one) => lexicon.tokens(one));
}
