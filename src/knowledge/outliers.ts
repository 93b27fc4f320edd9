/** Figures far off their neighbours: they may be right, but then a note has to say why. */
import type { KnowledgeData } from './entries.js';
import type { RuleContext } from './rule-context.js';
import type { Figure, Metric } from './schema.js';
import { computedTotals } from './totals.js';

/** Totals and counts of one thing may differ by so much, or by so many, before it needs a reason. */
const SHARE = 0.1;
const FEW = 2;
/** Rates, measures and targets change freely, but not to three times or a third within one step. */
const FACTOR = 3;

/** A figure and the values next to it, in words. */
export type Outlier = { figure: Figure; neighbours: string };

export function checkOutliers({ data, report }: RuleContext): void {
  for (const { figure, neighbours } of outliers(data)) {
    if (figure.note) continue;
    report(figure, `is far off its neighbours (${neighbours}); mend it, or say in a \`note\` why it stands`);
  }
}

/** Every figure that lies far off those of the same thing, noted or not. */
export function outliers(data: KnowledgeData): Outlier[] {
  const kinds = new Map(data.metrics.map((metric) => [metric.id, metric.kind]));
  const series = new Map<string, Figure[]>();
  // A revision says itself what it was before.
  const revised = new Set(data.figures.map(({ revises }) => revises));
  for (const figure of [...data.figures, ...computedTotals(data)]) {
    if (revised.has(figure.id)) continue;
    const kind = kinds.get(figure.metric);
    const period = kind === 'period' ? `${figure.period?.from} ${figure.period?.to}` : '';
    const key = `${figure.metric} ${figure.scope ?? ''} ${period}`;
    const list = series.get(key) ?? [];
    list.push(figure);
    series.set(key, list);
  }
  return [...series.values()].flatMap((list) => {
    const find = finderFor(kinds.get(list[0]?.metric ?? ''));
    const sorted = [...list].sort((a, b) => (dateOf(a) < dateOf(b) ? -1 : 1));
    return sorted.flatMap((figure) => {
      const near = figure.computed && 'sumOf' in figure.computed ? [] : find(figure, sorted);
      return near.length > 0 ? [{ figure, neighbours: near.map(describe).join(', ') }] : [];
    });
  });
}

/** What a figure is far off, or nothing. */
type Finder = (figure: Figure, sorted: readonly Figure[]) => Figure[];

function finderFor(kind: Metric['kind'] | undefined): Finder {
  if (kind === 'period') return offItsPeriod;
  return kind === 'running-total' ? offItsTotals : offItsNeighbours;
}

/** Counts of exactly the same period, which is all that `same` holds. */
function offItsPeriod(figure: Figure, all: readonly Figure[]): Figure[] {
  const same = all.filter((other) => other !== figure && isExact(other));
  const off = same.filter((other) => isAbove(figure, other) || isBelow(figure, other));
  return off.length * 2 > same.length ? off.slice(0, 1) : [];
}

/** The exact totals just before and just after, or of the same day. */
function offItsTotals(figure: Figure, sorted: readonly Figure[]): Figure[] {
  const exact = sorted.filter((other) => other !== figure && isExact(other));
  const before = exact.filter((other) => dateOf(other) <= dateOf(figure)).at(-1);
  const after = exact.find((other) => dateOf(other) >= dateOf(figure));
  return [
    ...(before && isBelow(figure, before) ? [before] : []),
    ...(after && isAbove(figure, after) ? [after] : []),
  ];
}

/** The values just before and just after: far off only if far off each of them. */
function offItsNeighbours(figure: Figure, sorted: readonly Figure[]): Figure[] {
  const at = sorted.indexOf(figure);
  const near = [sorted[at - 1], sorted[at + 1]].filter((other) => other !== undefined);
  const off = near.filter((other) => {
    const ratio = amountOf(figure) / amountOf(other);
    return ratio > FACTOR || ratio < 1 / FACTOR;
  });
  return off.length === near.length ? off : [];
}

/** "More than 500" is no contradiction of 895, nor "fewer than 100" of 94. */
function isBelow(figure: Figure, other: Figure): boolean {
  const isFloor = figure.qualifier === 'over' || figure.qualifier === 'at-least';
  return !isFloor && amountOf(other) - amountOf(figure) > slack(other);
}

function isAbove(figure: Figure, other: Figure): boolean {
  const isCeiling = figure.qualifier === 'under' || figure.qualifier === 'up-to';
  return !isCeiling && amountOf(figure) - amountOf(other) > slack(other);
}

function slack(other: Figure): number {
  return Math.max(FEW, SHARE * amountOf(other));
}

function isExact(figure: Figure): boolean {
  return figure.qualifier === 'exact' && figure.value !== undefined;
}

function amountOf(figure: Figure): number {
  return figure.value ?? ((figure.low ?? 0) + (figure.high ?? 0)) / 2;
}

function dateOf(figure: Figure): string {
  return figure.asOf ?? figure.period?.to ?? '';
}

function describe(figure: Figure): string {
  return `${figure.id} ${amountOf(figure)} at ${dateOf(figure)}`;
}
