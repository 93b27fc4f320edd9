/** Which source leads: official statistics, courts and Parliament, then original reporting, then the rest. */
import type { IsoDate } from '../knowledge/calendar.js';
import type { Knowledge } from '../knowledge/reads.js';
import type { Figure, Source } from '../knowledge/schema.js';

const STANDING: Record<Source['kind'], number> = {
  official: 0,
  court: 0,
  parliament: 1,
  'original-reporting': 2,
  expert: 3,
  reference: 4,
  rewrite: 5,
  anonymous: 6,
};

/** 0 for the best; sources of unknown id come last. */
export function standingOf(sourceId: string, knowledge: Knowledge): number {
  const source = knowledge.source(sourceId);
  return source ? STANDING[source.kind] : 9;
}

/** Figures of one date in the order in which they are shown: by standing, then exact ones, then by id. */
export function byStanding(figures: readonly Figure[], knowledge: Knowledge): Figure[] {
  return [...figures].sort(
    (a, b) =>
      standingOf(a.source, knowledge) - standingOf(b.source, knowledge) ||
      Number(isRounded(a)) - Number(isRounded(b)) ||
      a.id.localeCompare(b.id),
  );
}

/** Those of the last date among the figures; none of none. */
export function newestOf(figures: readonly Figure[]): Figure[] {
  const last = figures.map(endOf).sort().at(-1);
  return figures.filter((figure) => endOf(figure) === last);
}

/** Without those that another of them replaces. */
export function withoutRevised(figures: readonly Figure[]): Figure[] {
  const replaced = new Set(figures.flatMap(({ revises }) => revises ?? []));
  return figures.filter(({ id }) => !replaced.has(id));
}

/** The figure that leads among those of one date: of the best standing, exact before rounded. */
export function leadOf(figures: readonly Figure[], knowledge: Knowledge): Figure | undefined {
  const ordered = byStanding(withoutRevised(figures), knowledge);
  return ordered.find((figure) => !isRounded(figure)) ?? ordered[0];
}

/** What the figures add up to. */
export function sumOf(figures: readonly Figure[]): number {
  return figures.reduce((sum, figure) => sum + amountOf(figure), 0);
}

/** The figure that leads on each date of the figures, the earliest first. */
export function leadsByDate(figures: readonly Figure[], knowledge: Knowledge): Figure[] {
  const dates = [...new Set(figures.map(endOf))].sort();
  const of = (date: IsoDate) => figures.filter((figure) => endOf(figure) === date);
  return dates.flatMap((date) => leadOf(of(date), knowledge) ?? []);
}

/** True where the source gives no exact number. */
export function isRounded(figure: Figure): boolean {
  return figure.qualifier !== 'exact';
}

/** The number that a figure computes with: its value, or the middle of its range. */
export function amountOf(figure: Figure): number {
  return figure.value ?? ((figure.low ?? 0) + (figure.high ?? 0)) / 2;
}

/** "Nearly 39,000" is said of 39,075 as well: so far a rounded number may lie below. */
const ROUNDING = 1.005;

/** True if an approximate figure says nothing that contradicts `value`: "nearly 39,000" and 38,726. */
export function agreesWith(figure: Figure, value: number): boolean {
  if (figure.low !== undefined && figure.high !== undefined)
    return value >= figure.low && value <= figure.high;
  const printed = figure.value ?? Number.NaN;
  const near = Math.abs(value - printed) <= 0.05 * printed;
  switch (figure.qualifier) {
    case 'exact':
      return value === printed;
    case 'about':
      return near;
    case 'nearly':
      return value <= printed * ROUNDING && near;
    case 'over':
    case 'at-least':
      return value >= printed && value < printed * 1.2;
    case 'under':
    case 'up-to':
      return value <= printed;
    case 'between':
      return near;
  }
}

/** The date up to which a figure counts. */
export function endOf(figure: Figure): string {
  return figure.asOf ?? figure.period?.to ?? '';
}
