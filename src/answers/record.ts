/** An answer as one plain object, for programs: what `ask --json` prints. */
import type { Event, Figure, Quote, Statement } from '../knowledge/schema.js';
import type { Answer } from './answer.js';
import { type Citation, listedSources, locatorIn, type Place } from './citations.js';

/** The object described in docs/command-line.md. */
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
    sources: listedSources(answer).map((citation) => sourceRecord(citation, answer.language)),
    suggestions: answer.suggestions,
  };
}

/** A citation as programs read it. */
export function sourceRecord({ n, source, paragraph, locator, origin }: Citation, language: 'en' | 'fr') {
  return {
    n,
    id: source.id,
    document: source.document,
    title: source.title,
    label: source.label[language],
    publisher: source.publisher,
    published: source.published,
    url: source.url,
    kind: source.kind,
    originalOpened: source.originalOpened,
    ...placeRecord({ paragraph, locator }),
    origin: origin ?? null,
  };
}

/** A figure as programs read it, with its metric's unit. */
export function figureRecord(figure: Figure, unit: string) {
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
    printed: figure.printed ?? null,
    computed: figure.computed ?? null,
    ...time,
    dateKnown: figure.dateKnown,
    claimedBy: figure.claimedBy ?? null,
    provisional: figure.provisional,
    revises: figure.revises ?? null,
    source: figure.source,
    ...placeRecord(figure),
    origin: figure.origin ?? null,
  };
}

function quoteRecord(quote: Quote) {
  const { id, speaker, role, text, authenticity, saidOn, source } = quote;
  return {
    id,
    speaker,
    role: role.en,
    text,
    authenticity,
    saidOn,
    source,
    ...placeRecord(quote),
    origin: quote.origin ?? null,
  };
}

/** An event as programs read it. */
export function eventRecord(event: Event) {
  const { id, text, date, precision, dateKnown, source } = event;
  const place = { source, ...placeRecord(event), origin: event.origin ?? null };
  return { id, text: text.en, date, precision, dateKnown, ...place };
}

function statementRecord(statement: Statement) {
  const { id, kind, text, source } = statement;
  return {
    id,
    kind,
    text: text.en,
    heldBy: statement.heldBy ?? null,
    source,
    ...placeRecord(statement),
    origin: statement.origin ?? null,
  };
}

/** Where in a source: a paragraph of its text, or in words. */
function placeRecord({ paragraph, locator }: Partial<Pick<Place, 'paragraph' | 'locator'>>) {
  return { paragraph: paragraph ?? null, locator: locatorIn(locator, 'en') ?? null };
}
