/** What the makers of an answer share: where to read, what to cite, what has been used. */
import type { IsoDate } from '../knowledge/calendar.js';
import type { FigureReads } from '../knowledge/figure-reads.js';
import type { Lexicon } from '../knowledge/lexicon.js';
import type { Knowledge } from '../knowledge/reads.js';
import type { Event, Figure, Quote, Statement } from '../knowledge/schema.js';
import { catalogueOf } from '../language/catalogue.js';
import type { Catalogue } from '../language/sentences.js';
import type { Part, Query } from '../questions/query.js';
import type { Askings } from './askings.js';
import { Citations } from './citations.js';
import type { Reads } from './select.js';

/** A number that was computed here, with what it was computed from. */
export type Derived = { expression: string; value: number; inputs: string[] };

export type Used = {
  figures: Set<Figure>;
  quotes: Set<Quote>;
  events: Set<Event>;
  statements: Set<Statement>;
  derived: Derived[];
};

export type Context = {
  knowledge: Knowledge;
  figures: FigureReads;
  /** Both of them, for choosing figures. */
  reads: Reads;
  lexicon: Lexicon;
  askings: Askings;
  query: Query;
  part: Part;
  citations: Citations;
  words: Catalogue;
  /** Nothing later than this exists for the question. */
  horizon: IsoDate;
  used: Used;
};

/** What answers are made from, the same for every question. */
export type Desk = Pick<Context, 'knowledge' | 'figures' | 'lexicon' | 'askings'>;

/** A context for one part of a query, with nothing cited or used yet. */
export function contextFor(desk: Desk, query: Query, part: Part): Context {
  const { knowledge, figures } = desk;
  return {
    ...desk,
    reads: { knowledge, figures },
    query,
    part,
    citations: new Citations(knowledge),
    words: catalogueOf(query.language),
    horizon: query.notAfter && query.notAfter < query.today ? query.notAfter : query.today,
    used: { figures: new Set(), quotes: new Set(), events: new Set(), statements: new Set(), derived: [] },
  };
}

/** What is said to one part of a question. */
export type PartAnswer = {
  answered: boolean;
  lines: string[];
  corrections: string[];
  missing: string[];
};

/** An answer that says only what is missing. */
export function unknown(missing: string, nearest: string[] = []): PartAnswer {
  return { answered: false, lines: [missing, ...nearest], corrections: [], missing: [missing] };
}

/** An answer of these lines. */
export function answered(lines: string[], corrections: string[] = []): PartAnswer {
  return { answered: true, lines, corrections, missing: [] };
}
