/** Finds the entries (quotations, events, statements, sources) that speak of what is asked. */
import type { Entry } from '../knowledge/entries.js';
import { personToken, sourceToken } from '../knowledge/entry-tokens.js';
import { dateTokens } from '../knowledge/index-words.js';
import type { Part } from '../questions/query.js';
import type { Context } from './context.js';
import { contradicted, isDenied, partlyDenied } from './denied.js';
import { kindBonus, wantedOf } from './kind-bonus.js';
import { leadingBonus } from './leading.js';
import { ownShare } from './own-words.js';
import { barePhrase, holdsPhrase, nearlyHolds } from './phrases-held.js';
import { saidBy } from './said-by.js';
import { tellsOf } from './tells.js';
import { type Weighted, weigh } from './weights.js';

/** Rows fetched for one question and tokens looked up for one: both bound the work at any size. */
const ROWS = 1_000;
const TOKENS = 24;
/** For an entry whose own text, and not only its keywords, holds all that is asked. */
const OWN_WORDS = 0.07;
/** For somebody's own words where the reason of what they did is asked for. */
const OWN_REASON = 0.25;
/** For somebody's own words or position where a yes or a no is asked of them. */
const OWN_ANSWER = 0.1;
/** For what happened on the very day that is named. */
const SAME_DAY = 0.3;

export type Found = {
  entry: Entry;
  /** Share of the asked words' weight that the entry holds, 0 to 1, without people. */
  coverage: number;
  /** Coverage with what breaks ties: people, dates, context, kind. */
  score: number;
  matched: Set<string>;
  /** It is a quotation that holds the very words that the question quotes. */
  verbatim: boolean;
  /** It is a quotation that holds most of the words that the question quotes, in their order. */
  nearly: boolean;
  tokens: ReadonlySet<string>;
};

/** Entries that hold any of the asked words, the best first. */
export function findEntries(part: Part, context: Context): Found[] {
  const { knowledge } = context;
  const several = part.people.length > 1;
  const asked = weigh(
    part.tokens.filter((token) => (several || !token.startsWith('p-')) && !token.startsWith('s-')),
    context,
  );
  const people = part.people.map(personToken);
  const telling = asked.filter(({ weight }) => weight > 0);
  if (telling.length === 0 && people.length === 0 && part.quoted.length === 0) return [];
  const around = new Set(part.context);
  const leading = weigh(
    part.lead.filter((token) => !/^[ps]-/.test(token)),
    context,
  );
  const phrases = part.quoted.map(barePhrase);
  const total = telling.reduce((sum, { weight }) => sum + weight, 0);
  const askedTokens = new Set(part.tokens);
  const bonusOf = leadingBonus(part, askedTokens, context);
  const wanted = wantedOf(part);
  const rows = rowsFor(
    [...telling, ...leading.slice(0, 8)],
    [...people, ...quotedPeople(phrases, context)],
    context,
  );
  const dates = part.times.flatMap((time) => {
    const { day, month, year } = dateTokens(time.from);
    return time.granularity === 'day' ? [day] : time.granularity === 'year' ? [year] : [month];
  });
  return [...rows]
    .flatMap((row) => {
      const found = knowledge.tokensOfRow(row);
      if (!found || !isKnownBy(found.entry, context)) return [];
      const partly = partlyDenied(found.entry, part, context);
      const matched = new Set<string>();
      for (const { token } of telling) if (found.tokens.has(token) && !partly.has(token)) matched.add(token);
      for (const token of contradicted(found.entry, part, context)) matched.add(token);
      if (found.entry.kind === 'event')
        for (const { token } of telling) if (tellsOf(token, found, context)) matched.add(token);
      let held = 0;
      for (const { token, weight } of telling) if (matched.has(token)) held += weight;
      const verbatim = phrases.length > 0 && holdsPhrase(found.entry, phrases);
      const nearly = phrases.length > 0 && !verbatim && nearlyHolds(found.entry, phrases);
      const share = total > 0 ? held / total : 0;
      const coverage = verbatim ? 1 : Math.max(share, shareWithLead(held, total, leading, found.tokens));
      const isOwn = part.people.some((person) => saidBy(found.entry, person));
      const score =
        coverage +
        (verbatim ? 0.5 : nearly ? 0.2 : 0) +
        (part.focus === 'who' ? 0.3 : 0.15) * people.filter((person) => found.tokens.has(person)).length +
        (part.saidBy && isOwn ? 0.2 : 0) +
        (part.focus === 'yes-no' && isOwn ? OWN_ANSWER : 0) +
        // Why somebody did something is told best by that person.
        (part.focus === 'why' && !part.saidBy && isOwn ? OWN_REASON : 0) +
        (dates.some((date) => found.tokens.has(date))
          ? happenedThen(found.entry, part)
            ? SAME_DAY
            : 0.12
          : 0) +
        0.1 * contextShare(around, found.tokens) +
        kindBonus(found.entry, part, wanted) +
        (isDenied(found.entry, part, context) ? 0.3 : 0) +
        OWN_WORDS * ownShare(found.entry, telling, context.lexicon) +
        bonusOf(found.entry) -
        (part.sources.some((source) => found.tokens.has(sourceToken(source))) ? 0.3 : 0) +
        ('source' in found.entry.body && part.sources.includes(found.entry.body.source) ? 0.08 : 0) +
        namedBonus(found.entry, askedTokens, context) -
        0.15 * part.asked.filter((token) => !found.tokens.has(token)).length -
        0.0004 * found.tokens.size;
      return [
        {
          entry: found.entry,
          coverage,
          score,
          matched,
          tokens: found.tokens,
          verbatim,
          nearly,
        },
      ];
    })
    .sort((a, b) => b.score - a.score || a.entry.body.id.localeCompare(b.entry.body.id));
}

/** True for what happened or was said on a day that the question names. */
function happenedThen(entry: Entry, { times }: Part): boolean {
  const date =
    entry.kind === 'event' ? entry.body.date : entry.kind === 'quote' ? entry.body.saidOn : undefined;
  return times.some(
    ({ granularity, from, yearGuessed }) => granularity === 'day' && !yearGuessed && from === date,
  );
}

/** Under `--as-of`, nothing that was said, happened or was published later. */
function isKnownBy(entry: Entry, context: Context): boolean {
  const { notAfter } = context.query;
  if (!notAfter) return true;
  const published =
    'source' in entry.body ? context.knowledge.source(entry.body.source)?.published : undefined;
  const date =
    entry.kind === 'quote' ? entry.body.saidOn : entry.kind === 'event' ? entry.body.date : undefined;
  return (date ?? published ?? '') <= notAfter;
}

/** Who said the quoted words, which may stand in the index under a phrase that they only begin ("no silver …"). */
function quotedPeople(phrases: readonly string[], { knowledge }: Context): string[] {
  // Two words may be a title's ("the 'first return' piece").
  const long = phrases.filter((phrase) => phrase.split(' ').length > 2);
  if (long.length === 0) return [];
  const quotes = knowledge.quotes().filter((body) => {
    const entry: Entry = { kind: 'quote', body };
    return holdsPhrase(entry, long) || nearlyHolds(entry, long);
  });
  return [...new Set(quotes.map(({ speaker }) => personToken(speaker)))];
}

function rowsFor(telling: readonly Weighted[], people: readonly string[], context: Context): Set<number> {
  const rows = new Set<number>();
  for (const { token } of telling.slice(0, TOKENS)) {
    for (const row of context.knowledge.search([token], ROWS)) rows.add(row);
    if (rows.size >= ROWS) break;
  }
  for (const person of people) for (const row of context.knowledge.search([person], ROWS / 4)) rows.add(row);
  return new Set([...rows].slice(0, ROWS));
}

/** An event whose whole name stands in the question is meant, the more surely the longer the name. */
function namedBonus(entry: Entry, asked: ReadonlySet<string>, context: Context): number {
  if (entry.kind !== 'event') return 0;
  const names = context.lexicon.events.find(({ event }) => event.id === entry.body.id)?.names ?? [];
  const longest = names
    .filter((name) => name.tokens.every((token) => asked.has(token)))
    .reduce((size, name) => Math.max(size, name.tokens.length), 0);
  const whole = names.some(
    ({ tokens, generic }) => generic.length > 0 && [...tokens, ...generic].every((token) => asked.has(token)),
  );
  if (longest === 1 && whole) return 0.05;
  const touches = names.some((name) => name.tokens.some((token) => asked.has(token)));
  return longest >= 2 ? 0.05 * longest : touches ? 0.03 : 0;
}

/** Half weight for the words that lead up to the asking; they may only raise the share. */
function shareWithLead(
  held: number,
  total: number,
  leading: readonly Weighted[],
  tokens: ReadonlySet<string>,
): number {
  if (held === 0 || leading.length === 0) return 0;
  const lead = leading.reduce((sum, { token, weight }) => sum + (tokens.has(token) ? weight : 0), 0);
  const all = leading.reduce((sum, { weight }) => sum + weight, 0);
  return (held + 0.5 * lead) / (total + 0.5 * all);
}

function contextShare(around: ReadonlySet<string>, tokens: ReadonlySet<string>): number {
  if (around.size === 0) return 0;
  let held = 0;
  for (const token of around) if (tokens.has(token)) held++;
  return Math.min(1, held / Math.min(around.size, 8));
}
