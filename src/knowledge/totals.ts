/** Running totals that no source prints: the counts per period of one source, added up from the first day. */
import { addDays, type IsoDate } from './calendar.js';
import type { KnowledgeData } from './entries.js';
import type { Figure, Metric } from './schema.js';

type Accumulating = Metric & { accumulates: NonNullable<Metric['accumulates']> };

/** An exact count of one period. */
export type Count = Figure & { value: number; period: { from: IsoDate; to: IsoDate } };

/** Consecutive counts of one source, each starting on the day after the one before ends. */
export type Chain = Count[];

/** The metrics that are totals of another metric's counts. */
export function accumulating(data: KnowledgeData): Accumulating[] {
  return data.metrics.filter((metric): metric is Accumulating => metric.accumulates !== undefined);
}

/** The data with the totals that follow from their counts. */
export function withTotals(data: KnowledgeData): KnowledgeData {
  return { ...data, figures: [...data.figures, ...computedTotals(data)] };
}

/**
 * The totals to the end of each count, where their source prints none itself. Their ids are permanent: that
 * of the last count with a "t".
 */
export function computedTotals(data: KnowledgeData): Figure[] {
  return accumulating(data).flatMap((metric) => {
    const printed = new Set(
      data.figures
        .filter((figure) => figure.metric === metric.id && figure.asOf !== undefined)
        .map((figure) => totalKey(figure, figure.asOf ?? '')),
    );
    return chainsOf(data, metric).flatMap((chain) =>
      chain.flatMap((last, index) => {
        if (printed.has(totalKey(last, last.period.to))) return [];
        return [totalOf(metric, chain.slice(0, index + 1), last)];
      }),
    );
  });
}

/** Each source's counts, in order, from the day on which the total starts until one is missing. */
export function chainsOf(data: KnowledgeData, metric: Accumulating): Chain[] {
  const { metric: counted, from } = metric.accumulates;
  const groups = groupCounts(data.figures.filter((figure) => figure.metric === counted));
  return groups.map((counts) => chainFrom(counts, from)).filter((chain) => chain.length > 0);
}

/** Exact counts of one metric, scope, source and claimant together; what was revised is left out. */
export function groupCounts(figures: readonly Figure[]): Count[][] {
  const revised = new Set(figures.map((figure) => figure.revises));
  const groups = new Map<string, Count[]>();
  for (const figure of figures) {
    if (!isCount(figure) || revised.has(figure.id)) continue;
    const key = [figure.metric, figure.scope, figure.source, figure.claimedBy].join(' ');
    const group = groups.get(key) ?? [];
    group.push(figure);
    groups.set(key, group);
  }
  return [...groups.values()];
}

/** The shortest consecutive counts from a day on; none that reaches beyond `to`. */
export function chainFrom(counts: readonly Count[], from: IsoDate, to: IsoDate = '9999-12-31'): Chain {
  const starting = new Map<IsoDate, Count>();
  for (const count of counts) {
    const other = starting.get(count.period.from);
    if (count.period.to <= to && (!other || count.period.to < other.period.to))
      starting.set(count.period.from, count);
  }
  const chain: Chain = [];
  for (let next = starting.get(from); next; next = starting.get(addDays(next.period.to, 1))) chain.push(next);
  return chain;
}

export function sumOf(chain: Chain): number {
  return chain.reduce((sum, count) => sum + count.value, 0);
}

function isCount(figure: Figure): figure is Count {
  return figure.period !== undefined && figure.value !== undefined && figure.qualifier === 'exact';
}

function totalKey(figure: Figure, date: IsoDate): string {
  return [figure.scope, figure.source, figure.claimedBy, date].join(' ');
}

function totalOf(metric: Metric, chain: Chain, last: Count): Figure {
  const { scope, claimedBy, source, paragraph, locator, origin } = last;
  const first = chain.findIndex((count) => count.value !== 0);
  const inputs = first === -1 ? [last] : chain.slice(first);
  return {
    id: `${last.id}t`,
    metric: metric.id,
    ...(scope === undefined ? {} : { scope }),
    value: sumOf(chain),
    qualifier: 'exact',
    computed: { sumOf: inputs.map((count) => count.id) },
    asOf: last.period.to,
    datePrecision: 'day',
    dateKnown: last.dateKnown,
    ...(claimedBy === undefined ? {} : { claimedBy }),
    source,
    ...(paragraph === undefined ? {} : { paragraph }),
    ...(locator === undefined ? {} : { locator }),
    ...(origin === undefined ? {} : { origin }),
    provisional: chain.some((count) => count.provisional),
  };
}
