/** How well an entry fits what is asked: the words of the question that it holds, and what breaks ties. */
import { dateOf, type Entry } from '../knowledge/entries.js';
import { sourceToken } from '../knowledge/entry-tokens.js';
import { dateTokens } from '../knowledge/index-words.js';
import type { Lexicon } from '../knowledge/lexicon.js';
import type { EventNames, NameTokens } from '../knowledge/meanings.js';
import { keptFor } from '../knowledge/remembering.js';
import type { Part } from '../questions/query.js';
import type { Context } from './context.js';
import { contradicted, isDenied, partlyDenied } from './denied.js';
import { kindBonus, wantedOf } from './kind-bonus.js';
import { leadingBonus } from './leading.js';
import { ownWeight } from './own-words.js';
import { holdsPhrase, nearlyHolds } from './phrases-held.js';
import { saidBy } from './said-by.js';
import { TOLD_UNSAID, tellsOf } from './tells.js';
import { totalWeight, type Weighted } from './weights.js';

/** For an entry whose own text, and not only its keywords, holds all that is asked. */
const OWN_WORDS = 0.07;
/** For somebody's own words where the reason of what they did is asked for. */
const OWN_REASON = 0.25;
/** For somebody's own words or position where a yes or a no is asked of them. */
const OWN_ANSWER = 0.1;
/** For what happened on the very day that is named. */
const SAME_DAY = 0.3;
/** For what bears the day, the month or the year that is named. */
const OF_DATE = 0.12;

/** An entry with the tokens under which it stands in the index. */
type Indexed = { entry: Entry; tokens: ReadonlySet<string> };

export type Found = Indexed & {
  /** Share of the asked words' weight that the entry holds, 0 to 1, without people. */
  coverage: number;
  /** Coverage with what breaks ties: people, dates, context, kind. */
  score: number;
  /** The asked words that it meets. */
  met: readonly Weighted[];
  /** It is a quotation that holds the very words that the question quotes. */
  verbatim: boolean;
  /** It is a quotation that holds most of the words that the question quotes, in their order. */
  nearly: boolean;
};

/** True if the entry meets this word of the question. */
export function meets({ met }: Found, token: string): boolean {
  return met.some((one) => one.token === token);
}

type Sought = {
  part: Part;
  /** The asked words that weigh anything. */
  telling: readonly Weighted[];
  /** The words that lead up to the asking. */
  leading: readonly Weighted[];
  /** Tokens of the people who are named. */
  people: readonly string[];
  /** The quoted words, bare. */
  phrases: readonly string[];
};

/** How well an entry fits; what depends on the question alone is made once for all the entries that are looked at. */
export function fitting(sought: Sought, context: Context): (indexed: Indexed) => Found {
  const { part, telling, leading, people, phrases } = sought;
  const around = [...new Set(part.context)];
  const askedTokens = new Set(part.tokens);
  const total = totalWeight(telling);
  const leadingTotal = totalWeight(leading);
  const bonusOf = leadingBonus(part, askedTokens, context);
  const wanted = wantedOf(part);
  const unsaid = telling.filter(({ token }) => TOLD_UNSAID.has(token));
  const sources = part.sources.map(sourceToken);
  const days = part.times
    .filter(({ granularity, yearGuessed }) => granularity === 'day' && !yearGuessed)
    .map(({ from }) => from);
  const dates = part.times.flatMap((time) => {
    const { day, month, year } = dateTokens(time.from);
    return time.granularity === 'day' ? [day] : time.granularity === 'year' ? [year] : [month];
  });
  const touched = eventsTouched(askedTokens, context.lexicon);

  /** The asked words that the entry meets: those under which it is found, but for what it denies, and what it tells. */
  function metBy(entry: Entry, said: readonly Weighted[]): readonly Weighted[] {
    const partly = partlyDenied(entry, part, context);
    const denied = contradicted(entry, part, context);
    const told =
      entry.kind === 'event' ? unsaid.filter(({ token }) => tellsOf(token, { entry }, context)) : [];
    if (partly.size + denied.length + told.length === 0) return said;
    return telling.filter(
      (one) =>
        denied.includes(one.token) || told.includes(one) || (said.includes(one) && !partly.has(one.token)),
    );
  }

  return ({ entry, tokens }) => {
    const said = telling.filter(({ token }) => tokens.has(token));
    const met = metBy(entry, said);
    const held = totalWeight(met);
    const verbatim = phrases.length > 0 && holdsPhrase(entry, phrases);
    const nearly = phrases.length > 0 && !verbatim && nearlyHolds(entry, phrases);
    const share = total > 0 ? held / total : 0;
    const withLead =
      held > 0 && leading.length > 0
        ? // Half weight for the words that lead up to the asking; they may only raise the share.
          (held + 0.5 * totalWeight(leading.filter(({ token }) => tokens.has(token)))) /
          (total + 0.5 * leadingTotal)
        : 0;
    const coverage = verbatim ? 1 : Math.max(share, withLead);
    const isOwn = part.people.some((person) => saidBy(entry, person));
    const score =
      coverage +
      (verbatim ? 0.5 : nearly ? 0.2 : 0) +
      (part.focus === 'who' ? 0.3 : 0.15) * countIn(people, tokens) +
      (part.saidBy && isOwn ? 0.2 : 0) +
      (part.focus === 'yes-no' && isOwn ? OWN_ANSWER : 0) +
      // Why somebody did something is told best by that person.
      (part.focus === 'why' && !part.saidBy && isOwn ? OWN_REASON : 0) +
      (countIn(dates, tokens) > 0 ? (days.includes(dateOf(entry) ?? '') ? SAME_DAY : OF_DATE) : 0) +
      0.1 * contextShare(around, tokens) +
      kindBonus(entry, part, wanted) +
      (isDenied(entry, part, context) ? 0.3 : 0) +
      OWN_WORDS * (total > 0 ? ownWeight(entry, said, context.lexicon) / total : 0) +
      bonusOf(entry) -
      (countIn(sources, tokens) > 0 ? 0.3 : 0) +
      ('source' in entry.body && part.sources.includes(entry.body.source) ? 0.08 : 0) +
      namedBonus(touched.get(entry.body.id) ?? [], askedTokens) -
      0.15 * (part.asked.length - countIn(part.asked, tokens)) -
      0.0004 * tokens.size;
    return { entry, tokens, coverage, score, met, verbatim, nearly };
  };
}

function countIn(wanted: readonly string[], tokens: ReadonlySet<string>): number {
  let count = 0;
  for (const token of wanted) if (tokens.has(token)) count++;
  return count;
}

/** The names of the events that share a word with the question, by the event's id. */
function eventsTouched(
  asked: ReadonlySet<string>,
  lexicon: Lexicon,
): ReadonlyMap<string, readonly NameTokens[]> {
  const byToken = eventsByWord(lexicon);
  const touched = new Map<string, readonly NameTokens[]>();
  for (const token of asked)
    for (const { event, names } of byToken.get(token) ?? []) touched.set(event.id, names);
  return touched;
}

/** The events by each word of their names. */
const eventsByWord = keptFor(({ events }: Lexicon): ReadonlyMap<string, readonly EventNames[]> => {
  const byToken = new Map<string, EventNames[]>();
  for (const event of events)
    for (const token of new Set(event.names.flatMap(({ tokens }) => tokens)))
      byToken.set(token, [...(byToken.get(token) ?? []), event]);
  return byToken;
});

/** An event whose whole name stands in the question is meant, the more surely the longer the name. */
function namedBonus(names: readonly NameTokens[], asked: ReadonlySet<string>): number {
  if (names.length === 0) return 0;
  const said = names.filter(({ tokens }) => tokens.every((token) => asked.has(token)));
  const longest = said.reduce((size, { tokens }) => Math.max(size, tokens.length), 0);
  const isWhole = said.some(
    ({ generic }) => generic.length > 0 && generic.every((token) => asked.has(token)),
  );
  if (longest === 1 && isWhole) return 0.05;
  return longest >= 2 ? 0.05 * longest : 0.03;
}

function contextShare(around: readonly string[], tokens: ReadonlySet<string>): number {
  return around.length === 0 ? 0 : Math.min(1, countIn(around, tokens) / Math.min(around.length, 8));
}
