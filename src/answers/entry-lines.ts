/** The lines in which an entry is shown. */
import type { Entry } from '../knowledge/entries.js';
import type { Quote } from '../knowledge/schema.js';
import { formatDate } from '../language/format.js';
import type { Origin } from './citations.js';
import type { Context } from './context.js';
import { eventText, quoteText, statementText } from './wording.js';

export function linesOf(entry: Entry, context: Context): string[] {
  switch (entry.kind) {
    case 'quote':
      return quoteLines(entry.body, context);
    case 'event':
      return [
        eventText(entry.body, context),
        ...sourceLine(entry.body.source, context, entry.body.origin),
        ...noteLine(entry.body.note, context),
      ];
    case 'statement':
      return [
        statementText(entry.body, context),
        ...sourceLine(entry.body.source, context, entry.body.origin),
        ...noteLine(entry.body.note, context),
      ];
    case 'source': {
      const { id, document, label, kind, published, title } = entry.body;
      const mark = context.citations.mark({ source: id, paragraph: document === null ? undefined : 1 });
      const date = published ? formatDate(published, context.query.language) : context.words.undated;
      const card = context.words.sourceCard(
        label[context.query.language],
        context.words.sourceKind[kind],
        date,
      );
      return [title ? `${card} ${context.words.quoted(title)} ${mark}` : `${card} ${mark}`];
    }
    case 'figure':
      return [];
  }
}

function quoteLines(quote: Quote, context: Context): string[] {
  return [
    quoteText(quote, context),
    ...sourceLine(quote.source, context, quote.origin),
    ...noteLine(quote.note, context),
  ];
}

/** Which text says it, where that is the question. */
function sourceLine(id: string, context: Context, origin?: Origin): string[] {
  if (context.part.focus !== 'source') return [];
  const source = context.knowledge.source(id);
  if (!source) return [];
  const passedOn = origin ? `, ${context.words.origin(origin.title, origin.publisher)}` : '';
  const date = source.published ? ` (${formatDate(source.published, context.query.language)})` : '';
  return [context.words.sourceIs(`${source.label[context.query.language]}${date}${passedOn}`)];
}

function noteLine(note: { en: string; fr: string } | undefined, context: Context): string[] {
  return note ? [note[context.query.language]] : [];
}
