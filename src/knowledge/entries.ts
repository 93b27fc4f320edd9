import type { IsoDate } from './calendar.js';
import type { DataFile, Event, Figure, Quote, Source, Statement } from './schema.js';

/** The lists of all data files, joined. */
export type KnowledgeData = DataFile;

/** Anything that has a permanent id (`S-021`, `F-017`, `Q-004`, `E-003`, `T-009`). */
export type Entry =
  | { kind: 'statement'; body: Statement }
  | { kind: 'event'; body: Event }
  | { kind: 'quote'; body: Quote }
  | { kind: 'source'; body: Source }
  | { kind: 'figure'; body: Figure };

/** What an entry holds: one object for as long as the knowledge is open, however often the entry is made of it. */
export function bodyOf({ body }: Entry): object {
  return body;
}

/** The day on which it happened or was said; undefined for what has none of its own. */
export function dateOf(entry: Entry): IsoDate | undefined {
  if (entry.kind === 'event') return entry.body.date;
  return entry.kind === 'quote' ? (entry.body.saidOn ?? undefined) : undefined;
}

/** Every entry, words first and figures last, so that a bounded search meets the words first. */
export function entriesOf(data: KnowledgeData): Entry[] {
  return [
    ...data.statements.map((body): Entry => ({ kind: 'statement', body })),
    ...data.events.map((body): Entry => ({ kind: 'event', body })),
    ...data.quotes.map((body): Entry => ({ kind: 'quote', body })),
    ...data.sources.map((body): Entry => ({ kind: 'source', body })),
    ...data.figures.map((body): Entry => ({ kind: 'figure', body })),
  ];
}
