/** Quotations of somebody, on something: each in full, with its other wordings. */
import type { Quote } from '../knowledge/schema.js';
import { cardWordsOf } from '../language/card-words.js';
import { formatDate } from '../language/format.js';
import type { Query } from '../questions/query.js';
import type { Answer } from './answer.js';
import { answerOf } from './answer-of.js';
import { apart, capitalised } from './card-lines.js';
import { answered, type Context, contextFor, type Desk, type PartAnswer, unknown } from './context.js';
import { BY_PERSON, ENOUGH } from './enough.js';
import { findEntries } from './find.js';
import type { Shown } from './kept-query.js';
import { plainPart } from './plain-part.js';
import { standingOf } from './standing.js';
import { nameOf, placeOf } from './wording.js';

/** So many remarks are shown in full; the rest is counted. */
const SHOWN = 3;

export type AskedQuotes = Extract<Shown, { kind: 'quotes' }>;

/** The quotations that fit, the newest or the nearest first. */
export function answerQuotes(asked: AskedQuotes, query: Query, desk: Desk): Answer {
  const context = contextFor(desk, query, query.parts[0] ?? plainPart({}));
  return answerOf(quotesShown(asked, context), context);
}

function quotesShown(asked: AskedQuotes, context: Context): PartAnswer {
  const words = cardWordsOf(context.query.language);
  const found = remarksOf(quotesFor(asked, context), context);
  if (found.length === 0)
    return unknown(words.noQuotes(...namesOf(asked, context)), alternatives(asked, context));
  const lines = apart(found.slice(0, SHOWN).map((remark) => quoteCard(remark, context)));
  const rest = found.length - SHOWN;
  if (rest > 0) lines.push('', [words.moreQuotes(rest), ...alternatives(asked, context)].join(' '));
  return answered(lines);
}

/** One remark: the words of its best source first, then who, when and how sure, then other wordings. */
export function quoteCard([main, ...others]: readonly Quote[], context: Context): string[] {
  if (!main) return [];
  const { language } = context.query;
  const words = cardWordsOf(language);
  for (const quote of [main, ...others]) context.used.quotes.add(quote);
  const said = [
    words.said(capitalised(main.role[language]), main.occasion[language], dateOf(main, context)),
    words.authenticity[main.authenticity],
    ...(main.note ? [main.note[language]] : []),
  ];
  const wordings = others.map((quote) => {
    const quoted = words.quoted(quote.text);
    const shown =
      quote.speaker === main.speaker ? quoted : words.says(nameOf(quote.speaker, context), quoted);
    return `${shown} ${context.citations.mark(placeOf(quote))} (${quote.id})`;
  });
  return [
    `${words.says(capitalised(nameOf(main.speaker, context)), words.quoted(main.text))} ${context.citations.mark(placeOf(main))}`,
    said.join(' '),
    ...(wordings.length > 0 ? [words.otherWordings(words.listed(wordings))] : []),
    words.permanentId(main.id),
  ];
}

/** All wordings of a quotation's remark, the quotation itself first. */
export function wordingsOf(quote: Quote, context: Context): Quote[] {
  if (!quote.remark) return [quote];
  const others = context.knowledge
    .quotes()
    .filter((other) => other.remark === quote.remark && other.id !== quote.id);
  return [quote, ...others];
}

function dateOf(quote: Quote, context: Context): string {
  const { language } = context.query;
  if (!quote.saidOn) return cardWordsOf(language).undated;
  const date = formatDate(quote.saidOn, language);
  return quote.dateKnown === 'inferred' ? `${date} (${context.words.inferred})` : date;
}

function quotesFor({ speaker, topic, words }: AskedQuotes, context: Context): Quote[] {
  const fits = (quote: Quote) =>
    (speaker === undefined || quote.speaker === speaker) &&
    (topic === undefined || quote.topics.includes(topic)) &&
    (quote.saidOn ?? '') <= context.horizon;
  if (words === undefined) {
    return context.knowledge
      .quotes()
      .filter(fits)
      .sort((a, b) => (b.saidOn ?? '').localeCompare(a.saidOn ?? '') || a.id.localeCompare(b.id));
  }
  const enough = speaker === undefined ? ENOUGH : BY_PERSON;
  return findEntries(context.part, context).flatMap(({ entry, coverage }) =>
    entry.kind === 'quote' && coverage >= enough && fits(entry.body) ? [entry.body] : [],
  );
}

/** Wordings of one remark together, in the order in which the first of each comes. */
function remarksOf(quotes: readonly Quote[], context: Context): Quote[][] {
  const remarks = new Map<string, Quote[]>();
  for (const quote of quotes) {
    const key = quote.remark ?? quote.id;
    if (remarks.has(key)) continue;
    const wordings = wordingsOf(quote, context).sort((a, b) => sureness(a, context) - sureness(b, context));
    remarks.set(key, wordings);
  }
  return [...remarks.values()];
}

const AUTHENTICITY: Record<Quote['authenticity'], number> = { verbatim: 0, 'as-worded': 10, doubtful: 20 };

function sureness(quote: Quote, context: Context): number {
  return AUTHENTICITY[quote.authenticity] + standingOf(quote.source, context.knowledge);
}

function namesOf(
  { speaker, topic, words }: AskedQuotes,
  context: Context,
): [string | undefined, string | undefined] {
  const label = context.knowledge.topics().find(({ id }) => id === topic)?.names[context.query.language][0];
  return [speaker === undefined ? undefined : nameOf(speaker, context), words ?? label];
}

/** What to pick instead: the topics of the speaker, or the people who are quoted. */
function alternatives({ speaker }: AskedQuotes, context: Context): string[] {
  const { knowledge, query } = context;
  const words = cardWordsOf(query.language);
  const own = knowledge.quotes().filter((quote) => quote.speaker === speaker);
  if (own.length > 0) {
    const topics = new Set(own.flatMap((quote) => quote.topics));
    const labels = knowledge.topics().filter(({ id }) => topics.has(id));
    return [words.topicsOf(words.listed(labels.map(({ names }) => names[query.language][0] ?? '')))];
  }
  const speakers = [...new Set(knowledge.quotes().map((quote) => quote.speaker))];
  return [words.quotedHere(words.listed(speakers.map((one) => nameOf(one, context))))];
}
