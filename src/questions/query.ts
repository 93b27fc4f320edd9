/** What a question was understood to ask. A Query holds no knowledge, only what to look for. */
import type { IsoDate } from '../knowledge/calendar.js';
import type { Cue, Time } from './time.js';

export type Language = 'en' | 'fr';

/** What the asking word wants to be told. */
export type Focus =
  | 'quantity'
  | 'who'
  | 'when'
  | 'where'
  | 'why'
  | 'how'
  | 'what'
  | 'yes-no'
  | 'source'
  | 'none';

/** What is done with the figures. */
export type Operation =
  | 'value'
  | 'first'
  | 'series'
  | 'change'
  | 'difference'
  | 'ratio'
  | 'share'
  | 'compare-times'
  | 'compare-metrics'
  | 'differ'
  | 'sum'
  | 'average'
  | 'duration';

/** Length of the period that is asked for, where words say it ("in a single day", "that weekend"). */
export type Span = { days: number } | 'year';

/** A moment as a question describes it; which event is meant is for the answers to find. */
export type Described = {
  /** What happened. */
  phrase: string;
  /** So many steps before (negative) or after it. */
  offset: number;
  step: string;
  cue: Cue;
};

export type AskedMetric = {
  id: string;
  /** Words of the asking clause that this metric leaves unexplained: each restricts it. */
  restrictions: string[];
  /** Words that it leaves unexplained without being narrowed by them. */
  asides: string[];
  /** How well the words fit: telling words of the best name. */
  strength: number;
};

/** One thing asked; a question may hold several. */
export type Part = {
  /** The asking clause as typed, cleaned. */
  text: string;
  focus: Focus;
  operation: Operation;
  metrics: AskedMetric[];
  /** A narrower group, place or start that the question names, and that the data know. */
  scope: string | undefined;
  times: Time[];
  /** A day that the question gives and that no calendar has, as typed. */
  impossible: string | undefined;
  /** A moment that the question describes, where it names no time. */
  described: Described | undefined;
  /** True where two times bound a stretch ("between A and B"). */
  between: boolean;
  /** The times that named events gave, for how long lay between them. */
  moments: Time[];
  /** Numbers that the clause states, as in "is it really 25 %". */
  numbers: number[];
  /** Direction that a premise asserts between two times ("stayed under", "rose"). */
  premise: 'below' | 'above' | undefined;
  span: Span | undefined;
  wantsNewest: boolean;
  /** By publication date rather than by the date that a figure is true of. */
  asReported: boolean;
  /** People named, and whether the clause says that they said something. */
  people: string[];
  saidBy: boolean;
  sources: string[];
  /** Phrases that the question puts in quotation marks. */
  quoted: string[];
  /** Telling tokens of the asking clause, in order, for finding entries. */
  tokens: string[];
  /** Those of them that only set the scene ("… when the second man came back"). */
  scene: string[];
  /** Those of them that name a group, a place or a vehicle. */
  narrowing: string[];
  /** Those of them that no entry holds and that say what a thing is of or about ("the treaty of Versailles"). */
  foreign: string[];
  /** Telling tokens that lead up to the asking in its own sentence ("The report on the beaches: who …"). */
  lead: string[];
  /** Telling tokens around the asking clause: they may help, never block. */
  context: string[];
  /** Words, as typed, that stand nowhere in the knowledge base. */
  unknown: string[];
  /** The noun that the asking word governs ("which nationality"), as a token. */
  asked: string[];
  /** Surfaces of the tokens, to name what is missing. */
  surfaces: Record<string, string>;
  /** True where the question, in this part or beside it, asks what each side says. */
  sides: boolean;
  /** True where the part only makes sense after another question. */
  leans: boolean;
};

export type Query = {
  language: Language;
  parts: Part[];
  today: IsoDate;
  /** Set by `--as-of`: nothing later than this may be shown. */
  notAfter: IsoDate | undefined;
};
