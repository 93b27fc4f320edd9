/** Puts figures, quotations, events and statements into words, each with its citation. */
import type { Event, Figure, Metric, Quote, Statement } from '../knowledge/schema.js';
import { formatDate, formatMonth, formatNumber, formatPeriod } from '../language/format.js';
import { moneyWriting } from '../language/money.js';
import type { Place } from './citations.js';
import type { Context } from './context.js';

/** What figures are put into words with. */
export type Wording = Pick<Context, 'words' | 'knowledge'> & { query: Pick<Context['query'], 'language'> };

/** A single digit reads as a slip unless it says what it counts. */
const LONE = 10;

/** A figure's number as its source has it: "nearly 39,000", "between 75 and 94", "25 percent". */
export function valueText(figure: Figure, context: Wording): string {
  const { words, query, knowledge } = context;
  const metric = knowledge.metric(figure.metric);
  const money = moneyWriting(metric?.unit[query.language] ?? '', query.language);
  const number = money?.number ?? ((value: number) => formatNumber(value, query.language));
  const plain =
    figure.low !== undefined && figure.high !== undefined
      ? words.between(number(figure.low), number(figure.high))
      : words.qualified(number(figure.value ?? 0), figure.qualifier);
  const isLone = (figure.value ?? figure.high ?? LONE) < LONE;
  const unit =
    money?.unit(figure.value ?? figure.high ?? 0) ??
    (isLone ? metric?.unit[query.language] : unitText(metric, context));
  return unit && figure.value !== 1 ? `${plain} ${unit}` : plain;
}

/** A computed number with its metric's unit. */
export function numberText(value: number, metric: Metric | undefined, context: Context): string {
  const { language } = context.query;
  const money = moneyWriting(metric?.unit[language] ?? '', language);
  const unit = money?.unit(value) ?? unitText(metric, context);
  // By how many percent one count exceeds another is said to one decimal, as in its working.
  const decimals = metric?.derived?.operation === 'excess-percent' ? 1 : 2;
  const number = money?.number(value, decimals) ?? formatNumber(value, language, decimals);
  const text = number.replace(/^-/, '−');
  return unit ? `${text} ${unit}` : text;
}

/** "as of about 10 November 2025 (date inferred)". */
export function whenText(figure: Figure, context: Wording): string {
  const { words, query, knowledge } = context;
  const { language } = query;
  const marks = [
    figure.dateKnown === 'inferred' ? words.inferred : '',
    figure.provisional ? words.provisional : '',
    figure.computed ? words.addedUpHere : '',
  ].filter(Boolean);
  const mark = marks.length > 0 ? ` (${marks.join(', ')})` : '';
  const since = figure.scope && knowledge.scopes().find((scope) => scope.id === figure.scope)?.since;
  const about = figure.datePrecision === 'about';
  if (figure.period && since) {
    const end = formatDate(figure.period.to, language);
    return `${words.since(formatDate(since, language))}, ${words.asOf(end, about)}${mark}`;
  }
  if (figure.period)
    return `${words.during(formatPeriod(figure.period.from, figure.period.to, language))}${mark}`;
  const date = figure.asOf ?? '';
  if (figure.datePrecision === 'month') return `${words.inMonth(formatMonth(date, language))}${mark}`;
  if (figure.datePrecision === 'year') return `${words.inYear(date.slice(0, 4))}${mark}`;
  return `${words.asOf(formatDate(date, language), about)}${mark}`;
}

/** What a metric is called. */
export function labelOf(metric: Metric | undefined, context: Wording): string {
  return capitalised(labelWithin(metric, context));
}

/** A label inside a sentence; proper names keep their capital. */
export function labelWithin(metric: Metric | undefined, context: Wording): string {
  const { language } = context.query;
  return metric?.label?.[language] ?? metric?.names[language][0] ?? metric?.id ?? '';
}

/** A person's or organisation's name. */
export function nameOf(person: string, context: Wording): string {
  const known = context.knowledge.person(person);
  return known?.names[context.query.language][0] ?? person;
}

/** The names of several people or organisations, as they are listed. */
export function namesOf(people: readonly string[], context: Wording): string {
  return people.map((person) => nameOf(person, context)).join(', ');
}

/** "Chris Philp, Shadow Home Secretary, on …, 27 January 2026: “…” [1]" */
export function quoteText(quote: Quote, context: Context): string {
  const { words, query, citations } = context;
  context.used.quotes.add(quote);
  const said = quote.saidOn ? `, ${formatDate(quote.saidOn, query.language)}` : '';
  const doubt = quote.authenticity === 'doubtful' ? ` (${words.doubtful})` : '';
  const inferred = quote.saidOn && quote.dateKnown === 'inferred' ? ` (${words.inferred})` : '';
  const about = quote.about[query.language];
  const name = capitalised(nameOf(quote.speaker, context));
  const plainRole = quote.role[query.language];
  const repeats = plainRole
    .toLowerCase()
    .replace(/[’']/g, '')
    .includes(name.toLowerCase().replace(/[’']/g, ''));
  const speaker = repeats ? name : `${name}, ${plainRole}`;
  const shown = words.saidOn(`${speaker}, ${about}${said}${inferred}`, words.quoted(quote.text));
  return `${shown}${doubt} ${citations.mark(placeOf(quote))}`;
}

export function eventText(event: Event, context: Context): string {
  const { query, citations, words } = context;
  context.used.events.add(event);
  const text = event.text[query.language];
  const shown = eventDate(event, context);
  const dated =
    text.includes(shown) || text.includes(shown.replace(/ \d{4}$/, '')) ? text : `${shown}: ${text}`;
  const inferred = event.dateKnown === 'inferred' ? ` (${words.inferred})` : '';
  return `${dated}${inferred} ${citations.mark(...placesOf(event))}`;
}

export function statementText(statement: Statement, context: Context): string {
  context.used.statements.add(statement);
  return `${statement.text[context.query.language]} ${context.citations.mark(...placesOf(statement))}`;
}

/** The date of an event as precisely as it is known. */
export function eventDate(event: Event, context: Context): string {
  const { language } = context.query;
  if (event.precision === 'year') return event.date.slice(0, 4);
  if (event.precision === 'month') return formatMonth(event.date, language);
  return formatDate(event.date, language);
}

/** The places of an entry: its own and those that say the same. */
export function placesOf(entry: Event | Statement): Place[] {
  return [placeOf(entry), ...(entry.also ?? [])];
}

export function placeOf(entry: Place): Place {
  const { source, paragraph, locator, origin } = entry;
  return { source, paragraph, locator, origin };
}

function unitText(metric: Metric | undefined, context: Wording): string {
  const unit = metric?.unit[context.query.language] ?? '';
  return /^(?:people|personnes|persons)$/.test(unit) ? '' : unit;
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
