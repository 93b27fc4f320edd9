/** An answer as one plain object, for programs: what `ask --json` prints. */
import type { Event, Figure, Quote, Statement } from '../knowledge/schema.js';
import type { Answer } from './answer.js';

/** The object described in the README under "For programs". */
export function recordOf(question: string, answer: Answer) {
  return {
    question,
    status: answer.status,
    text: answer.lines.join('\n'),
    corrections: answer.corrections,
    missing: answer.missing,
    figures: answer.figures.map((figure) => figureRecord(figure, answer.units.get(figure.metric) ?? '')),
    quotes: answer.quotes.map(quoteRecord),
    events: answer.events.map(eventRecord),
    statements: answer.statements.map(statementRecord),
    derived: answer.derived,
    sources: answer.citations.map(({ n, source, paragraph, origin }) => ({
      n,
      id: source.id,
      document: source.document,
      title: source.title,
      label: source.label[answer.language],
      publisher: source.publisher,
      published: source.published,
      url: source.url,
      kind: source.kind,
      paragraph,
      origin: origin ?? null,
    })),
    suggestions: answer.suggestions,
  };
}

function figureRecord(figure: Figure, unit: string) {
  const amount =
    figure.value === undefined ? { low: figure.low, high: figure.high } : { value: figure.value };
  const time = figure.period ? { period: figure.period } : { asOf: figure.asOf };
  return {
    id: figure.id,
    metric: figure.metric,
    scope: figure.scope ?? null,
    ...amount,
    unit,
    qualifier: figure.qualifier,
    printed: figure.printed,
    ...time,
    dateKnown: figure.dateKnown,
    claimedBy: figure.claimedBy ?? null,
    provisional: figure.provisional,
    revises: figure.revises ?? null,
    source: figure.source,
    paragraph: figure.paragraph,
    origin: figure.origin ?? null,
  };
}

function quoteRecord(quote: Quote) {
  const { id, speaker, role, text, authenticity, saidOn, source, paragraph } = quote;
  return {
    id,
    speaker,
    role: role.en,
    text,
    authenticity,
    saidOn,
    source,
    paragraph,
    origin: quote.origin ?? null,
  };
}

function eventRecord(event: Event) {
  const { id, text, date, precision, dateKnown, source, paragraph } = event;
  return { id, text: text.en, date, precision, dateKnown, source, paragraph, origin: event.origin ?? null };
}

function statementRecord(statement: Statement) {
  const { id, kind, text, source, paragraph } = statement;
  return {
    id,
    kind,
    text: text.en,
    heldBy: statement.heldBy ?? null,
    source,
    paragraph,
    origin: statement.origin ?? null,
  };
}
