/** The permanent card of one entry: everything that is known of it. */

import type { Entry } from '../knowledge/entries.js';
import type { Event, Figure, Statement } from '../knowledge/schema.js';
import { cardWordsOf } from '../language/card-words.js';
import { wholeCount } from '../questions/metrics.js';
import type { Query } from '../questions/query.js';
import type { Answer } from './answer.js';
import { answerOf } from './answer-of.js';
import { apart } from './card-lines.js';
import { answered, type Context, contextFor, type Desk, unknown } from './context.js';
import { timeOf } from './figure-dates.js';
import { plainPart } from './plain-part.js';
import { quoteCard, wordingsOf } from './quote-cards.js';
import { sourceCard, sourceList } from './source-card.js';
import { endOf } from './standing.js';
import { eventText, labelOf, nameOf, placeOf, statementText, valueText, whenText } from './wording.js';
import { workingLines } from './working.js';

/** The cards of these entries one after the other, `unknown` if none is there any more; for no ids, all sources. */
export function answerCards(ids: readonly string[], query: Query, desk: Desk): Answer {
  const context = contextFor(desk, query, query.parts[0] ?? plainPart({}));
  if (ids.length === 0) return answerOf(answered(sourceList(context)), context);
  const cards = ids.flatMap((id) => {
    const entry = desk.knowledge.entry(id);
    return entry ? [cardOf(entry, context)] : [];
  });
  const lines = apart(cards);
  return answerOf(lines.length > 0 ? answered(lines) : unknown(context.words.nothingAtAll), context);
}

/** The part that is kept with an entry's card, so that a follow-up knows its metric, speaker or source. */
export function cardPart(entries: readonly Entry[]) {
  const metrics = new Set(entries.flatMap(({ kind, body }) => (kind === 'figure' ? [body.metric] : [])));
  const [figure] = entries.flatMap(({ kind, body }) => (kind === 'figure' ? [body] : []));
  return plainPart({
    times: figure ? [timeOf(figure)] : [],
    metrics: [...metrics].map(wholeCount),
    people: entries.flatMap(({ kind, body }) => (kind === 'quote' ? [body.speaker] : [])),
    sources: entries.flatMap(({ kind, body }) => (kind === 'source' ? [body.id] : [])),
  });
}

function cardOf(entry: Entry, context: Context): string[] {
  switch (entry.kind) {
    case 'figure':
      return figureCard(entry.body, context);
    case 'quote':
      return quoteCard(wordingsOf(entry.body, context), context);
    case 'event':
      return eventCard(entry.body, context);
    case 'statement':
      return statementCard(entry.body, context);
    case 'source':
      return sourceCard(entry.body, context);
  }
}

function figureCard(figure: Figure, context: Context): string[] {
  const { knowledge, query, citations, used } = context;
  const { language } = query;
  const words = cardWordsOf(language);
  const metric = knowledge.metric(figure.metric);
  const scope = knowledge.scopes().find(({ id }) => id === figure.scope);
  const revision = knowledge
    .figuresAt(figure.metric, figure.scope ?? null, endOf(figure))
    .find(({ revises }) => revises === figure.id);
  used.figures.add(figure);
  const value = valueText(figure, context);
  return [
    `${context.words.figure(labelOf(metric, context), value, whenText(figure, context))} ${citations.mark(placeOf(figure))}`,
    ...(figure.printed === undefined ? [] : [words.printed(figure.printed)]),
    ...workingLines(figure, context),
    ...(figure.claimedBy ? [words.claimedBy(nameOf(figure.claimedBy, context))] : []),
    ...(scope ? [words.scope(scope.names[language][0] ?? scope.id)] : []),
    ...(figure.note ? [figure.note[language]] : []),
    ...(figure.revises ? [words.revises(figure.revises)] : []),
    ...(revision ? [words.revisedBy(revision.id)] : []),
    ...(metric
      ? [words.counted(metric.definition[language]), words.notCounted(metric.excludes[language])]
      : []),
    words.permanentId(figure.id),
  ];
}

function eventCard(event: Event, context: Context): string[] {
  const words = cardWordsOf(context.query.language);
  return [
    eventText(event, context),
    ...(event.note ? [event.note[context.query.language]] : []),
    ...(event.people.length > 0
      ? [words.people(words.listed(event.people.map((person) => nameOf(person, context))))]
      : []),
    ...aboutLine(event, context),
    words.permanentId(event.id),
  ];
}

function statementCard(statement: Statement, context: Context): string[] {
  const words = cardWordsOf(context.query.language);
  return [
    statementText(statement, context),
    [
      words.statementKind[statement.kind],
      ...(statement.heldBy ? [words.heldBy(nameOf(statement.heldBy, context))] : []),
    ].join(' '),
    ...(statement.note ? [statement.note[context.query.language]] : []),
    ...aboutLine(statement, context),
    words.permanentId(statement.id),
  ];
}

function aboutLine({ topics }: { topics: readonly string[] }, context: Context): string[] {
  const { language } = context.query;
  const labels = context.knowledge
    .topics()
    .filter(({ id }) => topics.includes(id))
    .map(({ names }) => names[language][0] ?? '');
  const words = cardWordsOf(language);
  return labels.length > 0 ? [words.about(words.listed(labels))] : [];
}
