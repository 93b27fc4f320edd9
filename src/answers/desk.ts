/** What answers without a question's words are made with: where to read, and an Answer made of lines. */
import type { FigureReads } from '../knowledge/figure-reads.js';
import type { Lexicon } from '../knowledge/lexicon.js';
import type { Knowledge } from '../knowledge/reads.js';
import { catalogueOf } from '../language/catalogue.js';
import type { Part, Query } from '../questions/query.js';
import type { Answer } from './answer.js';
import { Citations } from './citations.js';
import type { Context, PartAnswer } from './context.js';
import { settle } from './settle.js';

export type Desk = { knowledge: Knowledge; figures: FigureReads; lexicon: Lexicon };

/** A context for one part of a query, with nothing cited or used yet. */
export function contextFor(desk: Desk, query: Query, part: Part): Context {
  const { knowledge, figures, lexicon } = desk;
  return {
    knowledge,
    figures,
    reads: { knowledge, figures },
    lexicon,
    query,
    part,
    citations: new Citations(knowledge),
    words: catalogueOf(query.language),
    horizon: query.notAfter && query.notAfter < query.today ? query.notAfter : query.today,
    used: { figures: new Set(), quotes: new Set(), events: new Set(), statements: new Set(), derived: [] },
  };
}

/** The answer that `made` and what its context used come to; citations are numbered as they appear. */
export function answerOf(made: PartAnswer, context: Context, suggestions: readonly string[] = []): Answer {
  const { used, knowledge, query } = context;
  const { lines, citations } = settle([...made.corrections, ...made.lines], context.citations.all());
  const figures = [...used.figures];
  return {
    language: query.language,
    status: made.answered ? 'answered' : 'unknown',
    lines,
    corrections: made.corrections,
    missing: made.missing,
    figures,
    units: new Map(
      figures.map(({ metric }) => [metric, knowledge.metric(metric)?.unit[query.language] ?? '']),
    ),
    quotes: [...used.quotes],
    events: [...used.events],
    statements: [...used.statements],
    derived: used.derived,
    citations,
    suggestions,
  };
}
