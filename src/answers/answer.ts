/** From a Query to an Answer: each part is answered from figures or in words, or said to be unknown. */

import type { Database } from 'better-sqlite3';
import { FigureReads } from '../knowledge/figure-reads.js';
import type { Lexicon } from '../knowledge/lexicon.js';
import type { Knowledge } from '../knowledge/reads.js';
import type { Event, Figure, Quote, Statement } from '../knowledge/schema.js';
import { catalogueOf } from '../language/catalogue.js';
import { surfaceOf } from '../questions/part-words.js';
import type { Query } from '../questions/query.js';
import { answerPart } from './answer-part.js';
import type { Citation } from './citations.js';
import { contextFor, type Derived, type Desk, type PartAnswer, unknown } from './context.js';
import { figuresUsed } from './figures-used.js';
import { plainPart } from './plain-part.js';
import { isCited, settle } from './settle.js';
import { Suggestions } from './suggest.js';
import { contentTokens } from './weights.js';

export type Answer = {
  language: 'en' | 'fr';
  status: 'answered' | 'unknown';
  /** What a person reads, the answer first; `[n]` are citations. */
  lines: string[];
  corrections: string[];
  missing: string[];
  figures: Figure[];
  /** Unit of each metric that a figure counts, in the answer's language. */
  units: ReadonlyMap<string, string>;
  quotes: Quote[];
  events: Event[];
  statements: Statement[];
  derived: Derived[];
  citations: readonly Citation[];
  /** Places that say the same as a citation and are not shown with it, numbered on from `citations`. */
  further: readonly Citation[];
  suggestions: readonly string[];
};

/** Answers from one knowledge base; holds its prepared statements. */
export class Answerer {
  readonly knowledge: Knowledge;
  readonly lexicon: Lexicon;
  readonly desk: Desk;
  readonly #suggestions: Suggestions;

  constructor(database: Database, knowledge: Knowledge, lexicon: Lexicon) {
    this.knowledge = knowledge;
    this.lexicon = lexicon;
    this.#suggestions = new Suggestions(this.knowledge);
    this.desk = {
      knowledge: this.knowledge,
      figures: new FigureReads(database),
      lexicon: this.lexicon,
    };
  }

  /** Three things that can be answered: subjects near to what was typed, then examples. */
  #suggest(query: Query): string[] {
    const words = catalogueOf(query.language);
    const typed = query.parts.flatMap((part) =>
      contentTokens(part)
        .filter((token) => !this.lexicon.isLight(token))
        .map((token) => surfaceOf(token, part) ?? ''),
    );
    const near = this.#suggestions.near(typed, query.language).map(words.figuresOn);
    return [...near, ...words.examples].slice(0, 3);
  }

  #unitsOf(figures: readonly Figure[], language: 'en' | 'fr'): Map<string, string> {
    return new Map(
      figures.map(({ metric }) => [metric, this.knowledge.metric(metric)?.unit[language] ?? '']),
    );
  }

  /** The answer to a query, in its language; the same query always gives the same answer. */
  answer(query: Query): Answer {
    const words = catalogueOf(query.language);
    const shared = contextFor(this.desk, query, plainPart({}));
    const { used, citations } = shared;
    const parts = query.parts.map((part) => answerPart({ ...shared, part }));
    const all = parts.length > 0 ? parts : [unknown(words.outOfDomain)];
    const isAnswered = all.some((part) => part.answered);
    const suggestions = isAnswered ? [] : this.#suggest(query);
    const { lines, citations: shown, further } = settle(linesOf(all), citations);
    const text = lines.join('\n');
    const figures = figuresUsed(used).filter((figure) => isCited(figure, [...shown, ...further]));
    return {
      language: query.language,
      status: isAnswered ? 'answered' : 'unknown',
      lines,
      corrections: [...new Set(all.flatMap((part) => part.corrections))],
      missing: [...new Set(all.flatMap((part) => part.missing))],
      figures,
      units: this.#unitsOf(figures, query.language),
      quotes: [...used.quotes].filter((quote) => text.includes(quote.text)),
      events: [...used.events].filter((event) => text.includes(event.text[query.language])),
      statements: [...used.statements].filter((one) => text.includes(one.text[query.language])),
      derived: used.derived.filter(({ expression }) => text.includes(expression)),
      citations: shown,
      further,
      suggestions,
    };
  }
}

function linesOf(parts: readonly PartAnswer[]): string[] {
  const lines = parts.flatMap((part) => [...part.corrections, ...part.lines]);
  return [...new Set(lines)];
}
