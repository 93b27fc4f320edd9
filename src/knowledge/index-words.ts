/** The lexicon of a knowledge base, and the tokens by which its entries are found. */
import type { IsoDate } from './calendar.js';
import type { Entry, KnowledgeData } from './entries.js';
import { personToken, sourceToken } from './entry-tokens.js';
import { Lexicon } from './lexicon.js';
import type { LexiconInput } from './meanings.js';
import type { Event, Quote, Source, Statement } from './schema.js';
import type { Steps } from './steps.js';

/** The lists that the lexicon is made of. */
export type LexiconLists = Pick<
  KnowledgeData,
  | 'synonyms'
  | 'neutral'
  | 'light'
  | 'ordinary'
  | 'wordLists'
  | 'people'
  | 'sources'
  | 'topics'
  | 'metrics'
  | 'scopes'
  | 'events'
  | 'quotes'
  | 'statements'
>;

/** Builds the lexicon: every name, and every word of every quotation, event and statement, becomes known. */
export function lexiconOf(lists: LexiconLists): Lexicon {
  return new Lexicon(inputOf(lists));
}

/** The same in small steps, misspelt words prepared for: the event loop need not be held. */
export function lexiconInSteps(lists: LexiconLists): Steps<Lexicon> {
  return Lexicon.inSteps(inputOf(lists));
}

function inputOf(lists: LexiconLists): LexiconInput {
  const texts = [
    ...lists.quotes.flatMap((quote) => [
      quote.text,
      quote.about.en,
      quote.about.fr,
      quote.role.en,
      quote.role.fr,
      quote.occasion.en,
      quote.occasion.fr,
      ...quote.keywords,
    ]),
    ...lists.events.flatMap((event) => [event.text.en, event.text.fr, ...event.keywords, ...event.denies]),
    ...lists.statements.flatMap((one) => [one.text.en, one.text.fr, ...one.keywords, ...one.denies]),
    ...[...lists.quotes, ...lists.events, ...lists.statements].flatMap(originTexts),
    ...lists.sources.flatMap(titleOf),
  ];
  return { ...lists, texts };
}

/**
 * The tokens under which an entry stands in the index, for either language: its words, its people and
 * its dates. Figures are read by metric and date and need none.
 */
export function entryTokens(entry: Entry, lexicon: Lexicon): string[] {
  const tokens = new Set<string>();
  const add = (text: string) => {
    for (const token of lexicon.tokens(text)) tokens.add(token);
    for (const [year] of text.matchAll(/\b(?:19|20)\d{2}\b/g)) tokens.add(`y-${year}`);
  };
  switch (entry.kind) {
    case 'figure':
      return [];
    case 'source': {
      for (const name of entry.body.names.en) add(name);
      for (const title of titleOf(entry.body)) add(title);
      tokens.add(sourceToken(entry.body.id));
      break;
    }
    case 'quote': {
      const quote = entry.body;
      for (const text of [quote.text, quote.about.en, quote.about.fr, quote.occasion.en, quote.occasion.fr])
        add(text);
      for (const text of [...quote.keywords, quote.role.en]) add(text);
      tokens.add(personToken(quote.speaker));
      addDate(tokens, quote.saidOn);
      break;
    }
    case 'event': {
      const event = entry.body;
      const { names, keywords, denies } = event;
      for (const text of [event.text.en, event.text.fr, ...names.en, ...names.fr, ...keywords, ...denies])
        add(text);
      for (const person of event.people) tokens.add(personToken(person));
      addDate(tokens, event.date);
      break;
    }
    case 'statement': {
      const one = entry.body;
      for (const text of [one.text.en, one.text.fr, ...one.keywords, ...one.denies]) add(text);
      for (const person of one.people) tokens.add(personToken(person));
      if (one.heldBy) tokens.add(personToken(one.heldBy));
      break;
    }
  }
  if ('origin' in entry.body) for (const text of originTexts(entry.body)) add(text);
  // Crossing the Channel and small boats are one subject, whichever word is used.
  if (tokens.has('crossing') || tokens.has('small-boat'))
    for (const token of ['crossing', 'small-boat']) tokens.add(token);
  // Whoever came back had been returned.
  if (tokens.has('come-back')) tokens.add('returnee');
  if (tokens.has('legal-route') || tokens.has('legal-basis')) tokens.add('legal');
  return [...tokens].filter((token) => /^[a-z0-9_-]+$/.test(token));
}

function originTexts({ origin }: Pick<Quote | Event | Statement, 'origin'>): string[] {
  return origin ? [origin.title, origin.publisher ?? ''] : [];
}

/** A press headline speaks of everything at once: only a stored text is found by its title. */
function titleOf({ document, title }: Source): string[] {
  return document !== null && title ? [title] : [];
}

/** The tokens of a date: its day, its month and its year. */
export function dateTokens(date: IsoDate): { day: string; month: string; year: string } {
  return { day: `d-${date}`, month: `m-${date.slice(0, 7)}`, year: `y-${date.slice(0, 4)}` };
}

function addDate(tokens: Set<string>, date: IsoDate | null): void {
  if (date) for (const token of Object.values(dateTokens(date))) tokens.add(token);
}
