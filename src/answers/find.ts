/** Finds the entries (quotations, events, statements, sources) that speak of what is asked. */
import { dateOf, type Entry } from '../knowledge/entries.js';
import { personToken } from '../knowledge/entry-tokens.js';
import type { Part } from '../questions/query.js';
import type { Context } from './context.js';
import { type Found, fitting } from './fit.js';
import { barePhrase, holdsPhrase, nearlyHolds } from './phrases-held.js';
import { type Weighted, weigh } from './weights.js';

/** Rows fetched for one question and tokens looked up for one: both bound the work at any size. */
const ROWS = 1_000;
const TOKENS = 24;

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
  const leading = weigh(
    part.lead.filter((token) => !/^[ps]-/.test(token)),
    context,
  );
  const phrases = part.quoted.map(barePhrase);
  const fitOf = fitting({ part, telling, leading, people, phrases }, context);
  const rows = rowsFor(
    [...telling, ...leading.slice(0, 8)],
    [...people, ...quotedPeople(phrases, context)],
    context,
  );
  const all: Found[] = [];
  for (const row of rows) {
    const indexed = knowledge.tokensOfRow(row);
    if (indexed && isKnownBy(indexed.entry, context)) all.push(fitOf(indexed));
  }
  return all.sort((a, b) => b.score - a.score || a.entry.body.id.localeCompare(b.entry.body.id));
}

/** Under `--as-of`, nothing that was said, happened or was published later. */
function isKnownBy(entry: Entry, context: Context): boolean {
  const { notAfter } = context.query;
  if (!notAfter) return true;
  const published =
    'source' in entry.body ? context.knowledge.source(entry.body.source)?.published : undefined;
  return (dateOf(entry) ?? published ?? '') <= notAfter;
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
