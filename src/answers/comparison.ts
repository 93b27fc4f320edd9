/** Two metrics side by side: both values with their dates, difference, ratio and share with their working. */

import { formatNumber } from '../language/format.js';
import { overviewWordsOf } from '../language/overview-words.js';
import { surfaceOf } from '../questions/part-words.js';
import type { Query } from '../questions/query.js';
import type { Answer } from './answer.js';
import { answerOf } from './answer-of.js';
import { answered, type Context, contextFor, type Desk, type PartAnswer, unknown } from './context.js';
import { differingLine } from './figure-lines.js';
import { marksOf } from './marks.js';
import { type Operand, operandLabel, operandsAt } from './operands.js';
import { plainPart } from './plain-part.js';
import { labelWithin, placeOf } from './wording.js';
import { workingLines } from './working.js';

/** From here on people say how many times, not how many percent more. */
const TIMES_FROM = 2;

/** The answer for the two metrics that the query's part names, at its time or at the newest. */
export function answerComparison(query: Query, desk: Desk): Answer {
  const context = contextFor(desk, query, query.parts[0] ?? plainPart({}));
  return answerOf(compared(context), context);
}

function compared(context: Context): PartAnswer {
  const { part, knowledge, words, query } = context;
  const [first, second] = part.metrics.slice(0, 2).flatMap(({ id }) => knowledge.metric(id) ?? []);
  if (!first || !second) return unknown(words.nothingAtAll);
  const { comparison } = overviewWordsOf(query.language);
  if (first.id === second.id) return unknown(comparison.sameMetric(labelWithin(first, context)));
  const unmet = part.metrics.flatMap(({ restrictions }) => restrictions);
  if (unmet.length > 0)
    return unknown(words.noBreakdown(unmet.map((token) => surfaceOf(token, part) ?? token).join(', ')));
  const [one, other] = operandsAt([first, second], part.times[0], context);
  if (!one || !other) {
    const missing = one ? second : first;
    const known = one ?? other;
    const said = words.noFigureFor(labelWithin(missing, context), part.times[0]?.to ?? query.today);
    return unknown(said, known ? [words.nearest(valueLine(known, context))] : []);
  }
  const isOneDate = one.end === other.end;
  const when = one.when === other.when ? one.when : undefined;
  const headline = comparison.headline(
    { label: operandLabel(one, context), value: `${one.shown} ${markOf(one, context)}` },
    { label: labelWithin(other.metric, context), value: `${other.shown} ${markOf(other, context)}` },
    when,
  );
  const computed = areOfOneUnit(one, other);
  return answered([
    headline,
    ...calculations(one, other, context),
    ...[one, other].flatMap((operand) =>
      (when ? [] : [valueLine(operand, context)]).concat(detailLines(operand, context)),
    ),
    ...(isOneDate ? [] : [comparison.otherDates]),
    ...(isOneDate && computed && one.from !== other.from ? [comparison.otherPeriods] : []),
    ...(computed && (one.isRounded || other.isRounded) ? [words.approximateInputs] : []),
  ]);
}

/** What can be computed from counts of one unit; of others nothing that would mean something. */
function calculations(one: Operand, other: Operand, context: Context): string[] {
  const { language } = context.query;
  const { comparison } = overviewWordsOf(language);
  const units = [one, other].map(({ metric }) => metric.unit[language]);
  if (!areOfOneUnit(one, other)) return [comparison.otherUnits(units[0] ?? '', units[1] ?? '')];
  const marks = context.citations.mark(...[one, other].flatMap(({ figures }) => figures).map(placeOf));
  const [high, low] = one.value >= other.value ? [one, other] : [other, one];
  const number = (value: number, decimals = 2) => formatNumber(value, language, decimals).replace(/^-/, '−');
  const noted = (expression: string, value: number) => {
    const inputs = [high, low].flatMap(({ figures }) => figures.map(({ id }) => id));
    context.used.derived.push({ expression, value, inputs });
    return expression;
  };
  if (high.value === low.value) return [`${comparison.sameValue} ${marks}`];
  const gap = high.value - low.value;
  const minus = low.value < 0 ? `(${number(low.value)})` : number(low.value);
  const lines = [comparison.difference(noted(`${number(high.value)} − ${minus} = ${number(gap)}`, gap))];
  // Below zero, as a balance may be, neither a ratio nor a share says anything.
  if (low.value > 0) {
    const ratio = high.value / low.value;
    const divided = noted(`${number(high.value)} ÷ ${number(low.value)} = ${number(ratio)}`, ratio);
    const percent = number((ratio - 1) * 100, 1);
    lines.push(ratio < TIMES_FROM ? comparison.ratio(divided, percent) : comparison.times(divided));
  }
  // What is computed from one of the two is no part of it.
  if (low.value > 0 && !one.expression && !other.expression) {
    const share = (low.value / high.value) * 100;
    lines.push(
      comparison.share(noted(`${number(low.value)} ÷ ${number(high.value)} = ${number(share)} %`, share)),
    );
  }
  return lines.map((line) => `${line} ${marks}`);
}

function areOfOneUnit(one: Operand, other: Operand): boolean {
  return one.metric.unit.en === other.metric.unit.en;
}

function valueLine(operand: Operand, context: Context): string {
  const { shown, when } = operand;
  return `${context.words.figure(operandLabel(operand, context), shown, when)} ${markOf(operand, context)}`;
}

/** Its working, if it is computed, and what other sources give. */
function detailLines(operand: Operand, context: Context): string[] {
  const [figure] = operand.figures;
  if (operand.expression)
    return [`${context.words.computed(operand.expression)} ${markOf(operand, context)}`];
  return figure ? [...workingLines(figure, context), ...differingLine(figure, context)] : [];
}

/** The marks of a value: of all sources that give it, or of the figures that it is computed from. */
function markOf({ figures, expression, shown }: Operand, context: Context): string {
  for (const figure of figures) context.used.figures.add(figure);
  if (expression) return context.citations.mark(...figures.map(placeOf));
  const [figure] = figures;
  if (!figure) return '';
  const same = context.knowledge
    .figuresAt(figure.metric, figure.scope ?? null, figure.asOf ?? figure.period?.to ?? '')
    .filter(
      (other) =>
        other.value === figure.value &&
        other.period?.from === figure.period?.from &&
        other.qualifier === figure.qualifier,
    );
  for (const other of same) context.used.figures.add(other);
  return shown === '' ? '' : marksOf(same.length > 0 ? same : figures, context);
}
