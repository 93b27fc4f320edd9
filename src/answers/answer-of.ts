/** An Answer made of lines, for what is answered without a question's words. */

import type { Answer } from './answer.js';
import type { Context, PartAnswer } from './context.js';
import { figuresUsed } from './figures-used.js';
import { settle } from './settle.js';

/** The answer that `made` and what its context used come to; citations are numbered as they appear. */
export function answerOf(made: PartAnswer, context: Context, suggestions: readonly string[] = []): Answer {
  const { used, knowledge, query } = context;
  const { lines, citations, further } = settle([...made.corrections, ...made.lines], context.citations);
  const figures = figuresUsed(used);
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
    further,
    suggestions,
  };
}
