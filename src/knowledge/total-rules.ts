/** Rules for sums: the parts of a period add up to it, and counts to the running total that their source prints. */
import type { RuleContext } from './rule-context.js';
import type { Figure } from './schema.js';
import { accumulating, type Chain, chainFrom, chainsOf, groupCounts, sumOf } from './totals.js';

export function checkSums({ data, report }: RuleContext): void {
  const metrics = new Map(data.metrics.map((metric) => [metric.id, metric]));
  const totalOf = new Map<string, string>();
  for (const metric of accumulating(data)) {
    const counted = metrics.get(metric.accumulates.metric);
    if (metric.kind !== 'running-total')
      report(metric, '`accumulates` is for running totals; change `kind`, or take it out');
    if (counted && counted.kind !== 'period')
      report(
        metric,
        `\`accumulates\` names ${counted.id}, which is not counted per period; name one that is`,
      );
    const other = totalOf.get(metric.accumulates.metric);
    if (other) report(metric, `\`accumulates\` names the same metric as ${other}; keep one of the two`);
    totalOf.set(metric.accumulates.metric, metric.id);
    const printed = data.figures.filter((figure) => figure.metric === metric.id);
    for (const chain of chainsOf(data, metric)) {
      chain.forEach((last, index) => {
        const total = printed.find((figure) => isTotalOf(figure, last, last.period.to));
        if (total) checkSum(total, chain.slice(0, index + 1), report);
      });
    }
  }
  const periods = data.figures.filter((figure) => metrics.get(figure.metric)?.kind === 'period');
  for (const counts of groupCounts(periods)) {
    for (const whole of counts) {
      const parts = chainFrom(
        counts.filter((count) => count !== whole),
        whole.period.from,
        whole.period.to,
      );
      if (parts.length > 1 && parts.at(-1)?.period.to === whole.period.to) checkSum(whole, parts, report);
    }
  }
}

function checkSum(total: Figure, parts: Chain, report: RuleContext['report']): void {
  const sum = sumOf(parts);
  if (total.qualifier !== 'exact' || total.value === undefined || total.value === sum) return;
  report(
    total,
    `is ${total.value}, but its ${parts.length} parts (${parts[0]?.id} to ${parts.at(-1)?.id}) add up to ${sum}; mend one of them`,
  );
}

function isTotalOf(figure: Figure, last: Figure, date: string): boolean {
  return (
    figure.asOf === date &&
    figure.source === last.source &&
    figure.scope === last.scope &&
    figure.claimedBy === last.claimedBy
  );
}
