/** Figures with the texts that print them, for who asks where a number comes from. */
import type { Figure } from '../knowledge/schema.js';
import type { Context } from './context.js';
import { asksWhose, figureLines, groupByDate, saidWhere } from './figure-lines.js';

/** Of at most `limit` metrics, in the order of the figures: each date's figures and who prints them. */
export function linesWithTexts(figures: readonly Figure[], limit: number, context: Context): string[] {
  const { part, knowledge } = context;
  // Who asks for the texts is told them with each value already.
  const isTold = asksWhose(part);
  const asSource = {
    ...context,
    part: { ...part, focus: isTold ? ('quantity' as const) : ('source' as const) },
  };
  return [...new Set(figures.map(({ metric }) => metric))].slice(0, limit).flatMap((id) => {
    const metric = knowledge.metric(id);
    const groups = groupByDate(figures.filter((figure) => figure.metric === id));
    return metric
      ? groups.flatMap((group) => [...figureLines(metric, group, context), ...saidWhere(group, asSource)])
      : [];
  });
}
