/** What every catalogue of card sentences holds: quotations, sources and entries shown in full. */
import type { SourceKind } from './sentences.js';

export type CardWords = {
  earlierOf(label: string): string;
  noEarlier(label: string): string;
  /** "…" in the quotation marks of the language. */
  quoted(text: string): string;
  /** Several things in one line. */
  listed(items: readonly string[]): string;
  /** Whose words follow: the quotation, in its marks. */
  says(speaker: string, quoted: string): string;
  /** Who said it, on what occasion, when: whatever is known of it. */
  said(role: string, occasion: string, date: string): string;
  undated: string;
  authenticity: Record<'verbatim' | 'as-worded' | 'doubtful', string>;
  otherWordings(list: string): string;
  noQuotes(speaker: string | undefined, topic: string | undefined): string;
  /** After quotations that are shown: how many there are besides. */
  moreQuotes(count: number): string;
  quotedHere(list: string): string;
  topicsOf(list: string): string;
  /** How many sources are known, and how many of them the list below names. */
  sourcesHere(count: number, listed: number): string;
  title(title: string): string;
  publisher(name: string): string;
  unknownPublisher: string;
  rewriteOf(what: string): string;
  published(date: string | undefined, known: 'stated' | 'inferred' | 'unknown'): string;
  kind(kind: string): string;
  /** How far a source of this kind is relied on. */
  standing: Record<SourceKind, string>;
  address(url: string | undefined): string;
  counts(counts: { figures: number; quotes: number; events: number; statements: number }): string;
  holds(counts: string): string;
  /** What a source tells: names of metrics, and of people whom it quotes. */
  goodFor(metrics: readonly string[], speakers: readonly string[]): string;
  printed(text: string): string;
  claimedBy(who: string): string;
  scope(scope: string): string;
  revises(id: string): string;
  revisedBy(id: string): string;
  counted(definition: string): string;
  notCounted(excludes: string): string;
  statementKind: Record<'rule' | 'position' | 'fact' | 'reference' | 'open-question' | 'not-known', string>;
  heldBy(who: string): string;
  about(list: string): string;
  people(list: string): string;
  permanentId(id: string): string;
};
