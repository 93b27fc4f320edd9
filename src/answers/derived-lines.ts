/** The lines of a value that is computed from two counts, with its working and what sources print. */
import type { IsoDate } from '../knowledge/calendar.js';
import type { Figure, Metric } from '../knowledge/schema.js';
import { onDay } from '../questions/time.js';
import type { Context, Derived } from './context.js';
import { computeDerived } from './derived-metrics.js';
import { groupByDate, saidWhere, sideBySide } from './figure-lines.js';
import { checkValue, withCheck } from './number-check.js';
import { byStanding, endOf } from './standing.js';
import { labelOf, numberText, placeOf, valueText, whenText } from './wording.js';

/** The value first, then its working, what sources print for it, and its earlier values. */
export function derivedLines(
  metric: Metric,
  derived: Derived & { figures: Figure[]; printed: Figure[]; earlier: Figure[] },
  context: Context,
): string[] {
  const { words, citations, used, knowledge } = context;
  for (const figure of [...derived.figures, ...derived.printed, ...derived.earlier]) used.figures.add(figure);
  used.derived.push({ expression: derived.expression, value: derived.value, inputs: derived.inputs });
  const lead = derived.figures[0];
  const when = lead ? whenText(lead, context) : '';
  const marks = citations.mark(...derived.figures.map(placeOf));
  const value = numberText(derived.value, metric, context);
  const lines = [
    `${words.figure(labelOf(metric, context), value, when)} ${marks}`,
    `${words.computed(derived.expression)} ${marks}`,
  ];
  lines.push(...saidWhere([...derived.figures, ...derived.printed], context));
  const printed = byStanding(derived.printed, knowledge);
  const differing =
    new Set([...printed.map((figure) => figure.value), Math.round(derived.value * 10) / 10]).size > 1;
  if (printed.length > 0 && differing) lines.push(words.sourcesDiffer(sideBySide(printed, context)));
  else if (printed.length > 0) lines.push(words.alsoPrinted(sideBySide(printed, context)));
  const other = printed.find(
    (figure) => figure.note && Math.abs((figure.value ?? 0) - derived.value) >= 0.05,
  );
  if (differing && other?.note) lines.push(other.note[context.query.language]);
  for (const group of groupByDate(derived.earlier).slice(-2).reverse()) {
    const [first] = group;
    if (!first) continue;
    lines.push(words.earlier(`${sideBySide(group, context)}, ${whenText(first, context)}`));
    lines.push(...workingAt(metric, endOf(first), context));
  }
  if (metric.derived?.operation === 'sum') {
    for (const figure of derived.figures) {
      const part = knowledge.metric(figure.metric);
      lines.push(
        `${words.figure(labelOf(part, context), valueText(figure, context), whenText(figure, context))} ${citations.mark(placeOf(figure))}`,
      );
    }
  }
  return withCheck(checkValue(derived.value, context), lines, context);
}

/** What the two parts of a computed metric give at the date of a value that a source prints. */
function workingAt(metric: Metric, date: IsoDate, context: Context): string[] {
  const derived = computeDerived(metric, onDay(date), context);
  if (!derived || derived.figures.some((figure) => endOf(figure) !== date)) return [];
  const { expression, value, inputs, figures } = derived;
  for (const figure of figures) context.used.figures.add(figure);
  context.used.derived.push({ expression, value, inputs });
  return [`${context.words.computed(expression)} ${context.citations.mark(...figures.map(placeOf))}`];
}
