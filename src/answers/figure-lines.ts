/** The lines of one date's figures: the value that leads, what differs from it, what agrees, and who prints it. */
import type { Figure, Metric } from '../knowledge/schema.js';
import { formatNumber } from '../language/format.js';
import { moneyWriting } from '../language/money.js';
import type { Part } from '../questions/query.js';
import type { Context } from './context.js';
import { marksOf } from './marks.js';
import { agreesWith, amountOf, byStanding, endOf, isRounded, leadOf, withoutRevised } from './standing.js';
import { labelOf, nameOf, valueText, whenText } from './wording.js';
import { workingLines } from './working.js';

/** The leading value with its date, then what differs from it and what agrees. */
export function figureLines(metric: Metric, figures: readonly Figure[], context: Context): string[] {
  const { words, knowledge, used } = context;
  const standing = withoutRevised(figures);
  const replaced = new Set(
    figures.filter((figure) => !standing.includes(figure)).map((figure) => valueText(figure, context)),
  );
  const revised = figures.filter((figure) => replaced.has(valueText(figure, context)));
  const ordered = byStanding(
    figures.filter((figure) => !revised.includes(figure)),
    knowledge,
  );
  const lead = leadOf(ordered, knowledge);
  if (!lead) return [];
  for (const figure of [...ordered, ...revised]) used.figures.add(figure);
  const value = amountOf(lead);
  const same = ordered.filter((figure) => valueText(figure, context) === valueText(lead, context));
  const rest = ordered.filter((figure) => !same.includes(figure));
  const agreeing = rest.filter((figure) => isRounded(figure) && agreesWith(figure, value));
  const differing = rest.filter((figure) => !agreeing.includes(figure));
  const marks = marksOf(same, context);
  const claimants = new Set(same.map((figure) => figure.claimedBy));
  const claimant = claimants.size === 1 ? lead.claimedBy : undefined;
  const shown = claimant
    ? words.saysWho(valueText(lead, context), nameOf(claimant, context))
    : valueText(lead, context);
  const lines = [`${words.figure(labelOf(metric, context), shown, whenText(lead, context))} ${marks}`];
  lines.push(...workingLines(lead, context));
  lines.push(...saidWhere(same, context));
  // What somebody claims that a thing cost, and any sum of money, is told with what it is to be taken for.
  const isMoney = moneyWriting(metric.unit.en, 'en') !== undefined;
  if (metric.kind === 'measure' && (claimant || isMoney) && lead.note)
    lines.push(lead.note[context.query.language]);
  if (differing.length > 0) {
    lines.push(words.sourcesDiffer(sideBySide([...same, ...differing], context)));
    for (const figure of ordered) {
      if (figure.note && differing.includes(figure)) lines.push(figure.note[context.query.language]);
    }
  }
  if (revised.length > 0) {
    lines.push(words.revisedFrom(sideBySide(revised, context)));
    lines.push(...revisionOf(lead, revised, context));
  }
  if (agreeing.length > 0) lines.push(words.alsoPrinted(sideBySide(agreeing, context)));
  return lines;
}

/** By how much a revision changed the figure, where that is the question. */
function revisionOf(lead: Figure, [first]: readonly Figure[], context: Context): string[] {
  if (!first || !/\brevis|\brévis|\bcorrig/i.test(context.part.text)) return [];
  const number = (value: number) => formatNumber(value, context.query.language).replace(/^-/, '−');
  const value = amountOf(lead) - amountOf(first);
  const expression = `${number(amountOf(lead))} − ${number(amountOf(first))} = ${number(value)}`;
  context.used.derived.push({ expression, value, inputs: [lead.id, first.id] });
  return [`${context.words.computed(expression)} ${marksOf([lead, first], context)}`];
}

/** The exact figures of a figure's time, whatever they say; none that its source has replaced. */
function exactOfTime(figure: Figure, { knowledge }: Context): Figure[] {
  return withoutRevised(knowledge.figuresAt(figure.metric, figure.scope ?? null, endOf(figure))).filter(
    (other) => !isRounded(other) && other.period?.from === figure.period?.from,
  );
}

/** The exact figures of a figure's time that say something else, one a value. */
export function differingFrom(figure: Figure, context: Context): Figure[] {
  if (isRounded(figure)) return [];
  const others = byStanding(exactOfTime(figure, context), context.knowledge);
  return others.filter(
    (other, index) =>
      amountOf(other) !== amountOf(figure) &&
      others.findIndex((same) => amountOf(same) === amountOf(other)) === index,
  );
}

/** The line that sets the other exact values of a figure's time beside it; none where all sources agree. */
export function differingLine(figure: Figure, context: Context): string[] {
  const { knowledge, words, used } = context;
  const sameTime = exactOfTime(figure, context);
  if (isRounded(figure) || new Set(sameTime.map(amountOf)).size < 2) return [];
  for (const other of sameTime) used.figures.add(other);
  return [words.sourcesDiffer(sideBySide(byStanding(sameTime, knowledge), context))];
}

/** Which text gives it, and what that text passes on, where that is the question. */
export function saidWhere(figures: readonly Figure[], context: Context): string[] {
  const { part, words } = context;
  if (!asksWhose(part)) return [];
  const places = figures.map((figure) => {
    const label = textLabel(figure, context);
    const where = figure.origin
      ? `${label}, ${words.origin(figure.origin.title, figure.origin.publisher)}`
      : label;
    return figure.claimedBy && part.saidBy ? words.saysWho(where, nameOf(figure.claimedBy, context)) : where;
  });
  return [words.sourceIs(words.listed([...new Set(places)]))];
}

/** "69 [1]; 70 according to Chris Philp [2]". */
export function sideBySide(figures: readonly Figure[], context: Context): string {
  const { words } = context;
  const groups = new Map<string, Figure[]>();
  for (const figure of figures) {
    const value = valueText(figure, context);
    const shown = figure.claimedBy ? words.saysWho(value, nameOf(figure.claimedBy, context)) : value;
    groups.set(shown, [...(groups.get(shown) ?? []), figure]);
  }
  // Who asks whose the numbers are is told so beside each.
  const told = (shown: string, group: readonly Figure[]) =>
    asksWhose(context.part) ? withText(shown, group, context) : shown;
  return words.listed(
    [...groups].map(([shown, group]) => `${told(shown, group)} ${marksOf(group, context)}`),
  );
}

/** True where the text or the person is asked for that gives a number. */
export function asksWhose({ focus }: Part): boolean {
  return focus === 'source' || focus === 'who';
}

function textLabel({ source }: Figure, { knowledge, query }: Context): string {
  return knowledge.source(source)?.label[query.language] ?? source;
}

/** So many texts of one value are named; the others are cited. */
const TEXTS = 2;

function withText(shown: string, group: readonly Figure[], context: Context): string {
  if (group.some(({ claimedBy }) => claimedBy)) return shown;
  const labels = new Set(group.map((figure) => textLabel(figure, context)));
  return context.words.saysWho(shown, [...labels].slice(0, TEXTS).join(', '));
}

/** Figures of one date together, the dates in order. */
export function groupByDate(figures: readonly Figure[]): Figure[][] {
  const groups = new Map<string, Figure[]>();
  for (const figure of figures) {
    const key = `${endOf(figure)} ${figure.period?.from ?? ''}`;
    groups.set(key, [...(groups.get(key) ?? []), figure]);
  }
  return [...groups.entries()].sort(([a], [b]) => a.localeCompare(b)).map(([, group]) => group);
}
