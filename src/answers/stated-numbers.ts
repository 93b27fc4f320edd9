/** The numbers that a question itself states, and the figures that carry them. */
import type { Figure, Metric } from '../knowledge/schema.js';
import type { Part } from '../questions/query.js';
import { onDay, type Time } from '../questions/time.js';
import { isSinceScope } from './asking.js';
import type { Context } from './context.js';
import { endOf, leadOf } from './standing.js';

/** Smaller numbers are asides ("all 4 numbers"). */
export const TELLING = 10;

/** Numbers held against the figures: those that are no asides. */
export function statedNumbers(part: Part): number[] {
  return countedNumbers(part).filter((value) => value >= TELLING);
}

/** The numbers that a question counts something with; lengths of time are none. */
export function countedNumbers(part: Part): number[] {
  return part.numbers.filter(
    (value) =>
      !new RegExp(`\\b${value}[ -]?(?:days?|weeks?|months?|years?|jours?|semaines?|mois|ans?)\\b`, 'i').test(
        part.text,
      ),
  );
}

/** All figures of these metrics, in whatever scope, that carry the number; none later than the question's horizon. */
export function figuresCarrying(value: number, metrics: readonly string[], context: Context): Figure[] {
  const { knowledge, figures, horizon } = context;
  const carriers = figures.carriers(value);
  if (carriers.length === 0) return [];
  const scopes = [null, ...knowledge.scopes().map(({ id }) => id)];
  return metrics.flatMap((metric) => {
    const carrying = new Set(carriers.filter((one) => one.metric === metric).map(({ scope }) => scope));
    return scopes
      .filter((scope) => carrying.has(scope ?? ''))
      .flatMap((scope) => figures.all(metric, scope, { value }, horizon));
  });
}

/** The leading figure of a metric that carries a number which the question states, in the scope asked for. */
export function statedFigure(metric: Metric, context: Context): Figure | undefined {
  const asked = context.part.scope ?? null;
  const scope = metric.kind === 'running-total' && isSinceScope(asked, context) ? null : asked;
  for (const value of statedNumbers(context.part)) {
    const figures = context.figures.all(metric.id, scope, { value }, context.horizon);
    const lead = leadOf(figures, context.knowledge);
    if (lead) return lead;
  }
  return undefined;
}

/** Figures that carry the stated numbers, one group a number and date; only if two or more numbers are found. */
export function statedGroups(metric: Metric, context: Context): Figure[][] {
  const scope = context.part.scope ?? null;
  const groups = statedNumbers(context.part).flatMap((value) => {
    const all = context.figures.all(metric.id, scope, { value }, context.horizon);
    const newest = all.filter((figure) => endOf(figure) === endOf(all[0] as Figure));
    return newest.length > 0 ? [newest] : [];
  });
  return groups.length >= 2 ? groups : [];
}

/** The date of the figures whose numbers are stated of a computed metric: its own, or both of its parts'. */
export function statedMoment(metric: Metric, context: Context): Time | undefined {
  const { derived } = metric;
  if (!derived || context.part.times.length > 0) return undefined;
  const { knowledge } = context;
  const parts = [derived.of, derived.and].flatMap((id) => knowledge.metric(id) ?? []);
  const ofParts = parts.map((part) => statedFigure(part, context));
  const own = statedFigure(metric, context);
  const figure = own ?? (ofParts.every((one) => one !== undefined) ? ofParts[0] : undefined);
  if (!figure) return undefined;
  return onDay(endOf(figure));
}
