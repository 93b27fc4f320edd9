/** The lines of a calculation: its expression with the inputs cited, and the values that it is made of. */
import type { Figure, Metric } from '../knowledge/schema.js';
import { formatNumber } from '../language/format.js';
import type { Context } from './context.js';
import { marksOf } from './marks.js';
import { amountOf, endOf, isRounded, sumOf } from './standing.js';
import { labelOf, labelWithin, placeOf, valueText, whenText } from './wording.js';

/** The figures added up. */
export function addLine(figures: readonly Figure[], context: Context): string {
  const value = sumOf(figures);
  const { language } = context.query;
  const expression = `${figures.map((figure) => plain(figure, context)).join(' + ')} = ${formatNumber(value, language)}`;
  note(expression, value, figures, context);
  return `${context.words.computed(expression)} ${marks(figures, context)}`;
}

/** The figures of a figure's time that give the same value. */
export function sameValue(figure: Figure, context: Context): Figure[] {
  return context.knowledge
    .figuresAt(figure.metric, figure.scope ?? null, endOf(figure))
    .filter(
      (other) =>
        other.period?.from === figure.period?.from &&
        valueText(other, context) === valueText(figure, context),
    );
}

/** The smaller of two figures as a percentage of the greater. */
export function shareLine(pair: readonly [Figure, Figure], context: Context): string {
  const [part, whole] = amountOf(pair[0]) <= amountOf(pair[1]) ? pair : [pair[1], pair[0]];
  // Of none there is no share.
  if (amountOf(whole) === 0)
    return `${context.words.equal(valueText(part, context), valueText(whole, context))} ${marks([part, whole], context)}`;
  const value = (amountOf(part) / amountOf(whole)) * 100;
  const percent = formatNumber(value, context.query.language, 2);
  const expression = `${plain(part, context)} ÷ ${plain(whole, context)} = ${percent} %`;
  note(expression, value, [part, whole], context);
  const text = context.words.shareOf(percent, valueText(part, context), valueText(whole, context));
  return `${text} (${expression}) ${marks([part, whole], context)}`;
}

/** What several counts add up to as a percentage of one figure. */
export function shareOfSum(counts: readonly Figure[], whole: Figure, context: Context): string {
  const { words, query } = context;
  const number = (amount: number, digits?: number) => formatNumber(amount, query.language, digits);
  const value = (100 * sumOf(counts)) / amountOf(whole);
  const [share, sum, of] = [number(value, 2), number(sumOf(counts)), number(amountOf(whole))];
  const expression = `${sum} ÷ ${of} = ${share} %`;
  const inputs = [...counts, whole];
  note(expression, value, inputs, context);
  return `${words.shareOf(share, sum, of)} (${expression}) ${marks(inputs, context)}`;
}

/** One figure divided by another, noted as computed. */
function divide(top: Figure, bottom: Figure, context: Context): { value: number; expression: string } {
  const value = amountOf(top) / amountOf(bottom);
  const shown = formatNumber(value, context.query.language);
  const expression = `${plain(top, context)} ÷ ${plain(bottom, context)} = ${shown}`;
  note(expression, value, [top, bottom], context);
  return { value, expression };
}

/** The greater of two figures divided by the smaller, and by how many percent it is more. */
export function ratioLine(pair: readonly [Figure, Figure], context: Context): string {
  const [high, low] = amountOf(pair[0]) >= amountOf(pair[1]) ? pair : [pair[1], pair[0]];
  const { value, expression } = divide(high, low, context);
  const { language } = context.query;
  const [ofHigh, ofLow] = [high, low].map(({ metric }) => context.knowledge.metric(metric)?.unit.en);
  // Pounds are not so many percent more than people.
  if (ofHigh !== ofLow) return `${context.words.computed(expression)} ${marks([high, low], context)}`;
  const more = context.words.morePercent(
    formatNumber((value - 1) * 100, language, 1),
    labelWithin(context.knowledge.metric(high.metric), context),
    labelWithin(context.knowledge.metric(low.metric), context),
  );
  return `${expression} (${formatNumber(value, language, 2)}): ${more} ${marks([high, low], context)}`;
}

/** By how many percent one metric changed from the earlier figure to the later one; none where nothing can be divided. */
export function changeLine(one: Figure, other: Figure, context: Context): string[] {
  const [earlier, later] = endOf(one) <= endOf(other) ? [one, other] : [other, one];
  if (amountOf(earlier) === 0) return [];
  const { value, expression } = divide(later, earlier, context);
  const { language } = context.query;
  const percent = formatNumber(Math.abs(value - 1) * 100, language, 1);
  const change = value >= 1 ? context.words.upPercent(percent) : context.words.downPercent(percent);
  return [
    `${expression} (${formatNumber(value, language, 2)}): ${change} ${marks([later, earlier], context)}`,
  ];
}

/** How many times the smaller the greater is, in figures of one metric. */
export function timesLine(one: Figure, other: Figure, context: Context): string[] {
  const [high, low] = amountOf(one) >= amountOf(other) ? [one, other] : [other, one];
  if (amountOf(low) === 0) return [];
  const { expression } = divide(high, low, context);
  return [`${context.words.computed(expression)} ${marks([high, low], context)}`];
}

/** The working of the greater less the smaller. */
export function subtractGreater(one: Figure, other: Figure, context: Context): string {
  return amountOf(one) >= amountOf(other) ? subtract(one, other, context) : subtract(other, one, context);
}

/** The first figure less the second, which may be below zero. */
export function subtract(high: Figure, low: Figure, context: Context): string {
  const value = amountOf(high) - amountOf(low);
  const expression = `${plain(high, context)} − ${plain(low, context)} = ${formatNumber(value, context.query.language).replace(/^-/, '−')}`;
  note(expression, value, [high, low], context);
  return `${context.words.computed(expression)} ${marks([high, low], context)}`;
}

/** What is to be known of a calculation: other periods, other dates, rounded inputs. */
export function caveats(
  first: Metric,
  second: Metric,
  pair: readonly [Figure, Figure],
  context: Context,
): string[] {
  const { words } = context;
  const differs = first.kind !== second.kind;
  const dates = !differs && endOf(pair[0]) !== endOf(pair[1]);
  return [
    differs ? words.differentPeriods : '',
    dates ? words.unrelatedDates : '',
    roughly(pair) ? words.approximateInputs : '',
  ].filter(Boolean);
}

/** True if any of the figures is rounded. */
export function roughly(figures: readonly Figure[]): boolean {
  return figures.some(isRounded);
}

/** A value with its date and all sources that give it. */
export function line(metric: Metric | undefined, figure: Figure, context: Context): string {
  const same = sameValue(figure, context);
  for (const one of same) context.used.figures.add(one);
  return `${context.words.figure(labelOf(metric, context), valueText(figure, context), whenText(figure, context))} ${marksOf(same, context)}`;
}

/** The citations of these figures, which count as used. */
export function marks(figures: readonly Figure[], context: Context): string {
  for (const figure of figures) context.used.figures.add(figure);
  return context.citations.mark(...figures.map(placeOf));
}

/** The amount of a figure as it stands in an expression. */
export function plain(figure: Figure, context: Context): string {
  return formatNumber(amountOf(figure), context.query.language);
}

/** Keeps a calculation, so that the answer can say what was computed from what. */
export function note(expression: string, value: number, inputs: readonly Figure[], context: Context): void {
  context.used.derived.push({ expression, value, inputs: inputs.map((figure) => figure.id) });
}
