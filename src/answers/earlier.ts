/** The values that came before the one that was answered, the newest first. */

import { addDays, daysBetween, type IsoDate } from '../knowledge/calendar.js';
import type { Figure, Metric } from '../knowledge/schema.js';
import { cardWordsOf } from '../language/card-words.js';
import { wholeCount } from '../questions/metrics.js';
import type { Query } from '../questions/query.js';
import { onDay } from '../questions/time.js';
import type { Answer } from './answer.js';
import { answerOf } from './answer-of.js';
import { askFor } from './asking.js';
import { answered, type Context, contextFor, type Desk, type PartAnswer, unknown } from './context.js';
import { computeDerived } from './derived-metrics.js';
import { timeOf } from './figure-dates.js';
import { groupByDate } from './figure-lines.js';
import { plainPart } from './plain-part.js';
import { type Asked, selectFigures } from './select.js';
import { byStanding, endOf, leadOf } from './standing.js';
import { labelOf, nameOf, numberText, placeOf, valueText, whenText } from './wording.js';

/** So many earlier dates are shown; people read them on a phone. */
const SHOWN = 10;
/** So many dates are looked at for figures that compare. */
const LOOKED_AT = 100;

/**
 * Values before those of the first metric that the query was answered with; `unknown` where there are none.
 * `shown`: the figures of that answer. A question that named a metric may have been answered in words.
 */
export function answerEarlier(query: Query, shown: readonly Figure[], desk: Desk): Answer {
  const asked = askedWith(query, shown, desk);
  if (asked) return answerOf(earlierOf(asked.metric, asked.context), asked.context);
  const context = contextFor(desk, query, query.parts[0] ?? plainPart({}));
  return answerOf(unknown(context.words.nothingAtAll), context);
}

/** Whether `answerEarlier` has any value to show, without looking further than the first. */
export function hasEarlier(query: Query, shown: readonly Figure[], desk: Desk): boolean {
  const asked = askedWith(query, shown, desk);
  return asked !== undefined && linesBefore(asked.metric, asked.context, 1).length > 0;
}

/** The first metric that the query was answered with. */
function askedWith(
  query: Query,
  shown: readonly Figure[],
  desk: Desk,
): { metric: Metric; context: Context } | undefined {
  const answeredWith = new Set(shown.map(({ metric }) => metric));
  for (const part of query.parts) {
    const [asked] = part.metrics;
    if (!asked || asked.restrictions.length > 0 || part.operation === 'series') continue;
    const metric = desk.knowledge.metric(asked.id);
    if (metric && answeredWith.has(metric.derived?.of ?? metric.id))
      return { metric, context: contextFor(desk, query, part) };
  }
  return undefined;
}

/** Values before that of a figure, whatever its scope; `unknown` where there are none, or no such figure. */
export function answerEarlierThan(
  figureId: string,
  today: IsoDate,
  language: Query['language'],
  desk: Desk,
): Answer {
  const figure = desk.knowledge.figure(figureId);
  const part = plainPart(
    figure
      ? {
          metrics: [wholeCount(figure.metric)],
          scope: figure.scope,
          times: [timeOf(figure)],
        }
      : {},
  );
  return answerEarlier({ language, parts: [part], today, notAfter: undefined }, figure ? [figure] : [], desk);
}

function earlierOf(metric: Metric, context: Context): PartAnswer {
  const words = cardWordsOf(context.query.language);
  const label = labelOf(metric, context);
  const lines = linesBefore(metric, context, SHOWN);
  return lines.length > 0 ? answered([words.earlierOf(label), ...lines]) : unknown(words.noEarlier(label));
}

/** A line for each date before, the newest first, at most so many. */
function linesBefore(metric: Metric, context: Context, most: number): string[] {
  return metric.derived ? derivedBefore(metric, context, most) : printedBefore(metric, context, most);
}

/** The leading value first and what differs beside it. */
function printedBefore(metric: Metric, context: Context, most: number): string[] {
  const asked = askFor(metric, context.part, context.part.times[0], context);
  const selection = selectFigures(asked, context.reads);
  const shown = selection.found ? leadOf(selection.figures, context.knowledge) : undefined;
  return shown ? groupsBefore(shown, asked, context, most).map((group) => lineOf(group, context)) : [];
}

/** Figures of the dates before that of `shown`, the newest date first; of periods, those that compare. */
function groupsBefore(shown: Figure, asked: Asked, context: Context, most: number): Figure[][] {
  const { knowledge } = context;
  const groups: Figure[][] = [];
  let date = knowledge.previousAsOf(asked.metric.id, asked.scope, endOf(shown));
  for (let looked = 0; date !== undefined && looked < LOOKED_AT && groups.length < most; looked++) {
    const figures = knowledge
      .figuresAt(asked.metric.id, asked.scope, date)
      .filter(({ source, claimedBy }) =>
        asked.claimedBy
          ? claimedBy === asked.claimedBy
          : asked.sources.length === 0 || asked.sources.includes(source),
      )
      .filter((figure) => compares(figure, shown));
    groups.push(...groupByDate(figures));
    date = knowledge.previousAsOf(asked.metric.id, asked.scope, date);
  }
  return groups.slice(0, most);
}

/** Years compare with years (and with a year so far), other periods with those of their length. */
function compares({ period: one }: Figure, { period: other }: Figure): boolean {
  if (!one || !other) return true;
  const isOfYear = (from: string) => from.endsWith('-01-01');
  if (isOfYear(one.from) || isOfYear(other.from)) return isOfYear(one.from) && isOfYear(other.from);
  return daysBetween(one.from, one.to) === daysBetween(other.from, other.to);
}

function lineOf(group: readonly Figure[], context: Context): string {
  const { knowledge, citations, words, used } = context;
  const lead = leadOf(group, knowledge);
  if (!lead) return '';
  const values = new Map<string, Figure[]>();
  for (const figure of [lead, ...byStanding(group, knowledge).filter((other) => other !== lead)]) {
    used.figures.add(figure);
    const value = valueText(figure, context);
    const said = figure.claimedBy ? words.saysWho(value, nameOf(figure.claimedBy, context)) : value;
    values.set(said, [...(values.get(said) ?? []), figure]);
  }
  const shown = [...values].map(([value, figures], place) => {
    const said = place === 0 ? `${value}, ${whenText(lead, context)}` : value;
    return `${said} ${citations.mark(...figures.map(placeOf))}`;
  });
  return words.listed(shown);
}

/** A computed metric is computed again for each date before, as long as its parts have figures. */
function derivedBefore(metric: Metric, context: Context, most: number): string[] {
  const lines: string[] = [];
  let shown = computeDerived(metric, context.part.times[0], context);
  while (shown && lines.length < most) {
    const date = latest(shown.figures);
    const before = computeDerived(metric, onDay(addDays(date, -1)), context);
    if (!before || latest(before.figures) >= date) break;
    shown = before;
    const [lead] = before.figures;
    if (!lead) break;
    for (const figure of before.figures) context.used.figures.add(figure);
    const { expression, value, inputs } = before;
    context.used.derived.push({ expression, value, inputs });
    const marks = context.citations.mark(...before.figures.map(placeOf));
    const number = numberText(value, metric, context);
    lines.push(`${number}, ${whenText(lead, context)} ${marks} (${expression})`);
  }
  return lines;
}

function latest(figures: readonly Figure[]): IsoDate {
  return figures.map(endOf).sort().at(-1) ?? '';
}
