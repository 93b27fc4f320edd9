/** What words mean: units of meaning in a text, names as sets of tokens, and what a lexicon is made from. */
import type { IsoDate } from './calendar.js';
import type { Event, Metric, Person, Scope, Source, Synonym, Topic, WordGroup, WordList } from './schema.js';
import type { Word } from './words.js';

export type UnitKind = 'term' | 'person' | 'source' | 'number' | 'neutral' | 'word';

/** One meaning in a text: a word, or the words of a phrase. */
export type Unit = {
  kind: UnitKind;
  /** What it means: a synonym's id, `p-` and a person, `s-` and a source, a number's digits, or a stem. */
  token: string;
  /** Indexes into the words of the text. */
  at: number[];
  /** False for a word that stands nowhere in the knowledge base. */
  known: boolean;
  /** True for what is said of nearly everything here. */
  generic: boolean;
  /** True for a group or place, which narrows a count wherever it stands. */
  narrows?: boolean;
  /** True for a word that never restricts a question, whatever it may tell. */
  light?: boolean;
};

export type Reading = { words: readonly Word[]; units: Unit[] };

/** A name as a set of tokens: it is met where all its telling tokens are. */
export type NameTokens = { tokens: string[]; generic: string[] };

export type MetricNames = { metric: Metric; names: NameTokens[]; implied: Set<string> };

export type EventNames = { event: Event; names: NameTokens[]; date: IsoDate };

export type ScopeNames = { scope: Scope; names: NameTokens[] };

export type LexiconInput = {
  synonyms: Synonym[];
  neutral: WordGroup[];
  light: WordGroup[];
  /** Words that are never taken for a slip of a known one. */
  ordinary: WordGroup[];
  wordLists: WordList[];
  people: Person[];
  sources: Source[];
  topics: Topic[];
  metrics: Metric[];
  scopes: Scope[];
  events: Event[];
  /** Running text whose words count as known: quotations, statements, keywords. */
  texts: string[];
};
