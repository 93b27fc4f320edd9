/** The English words of charts. */
import type { ChartTold, ChartWords } from './chart-sentences.js';

const SHAPES = { steps: 'step chart', bars: 'bar chart', dots: 'chart of dots' } as const;

export const englishCharts: ChartWords = {
  title: (label, span) => {
    switch (span.kind) {
      case 'of-year':
        return `${label} in ${span.year}: running count`;
      case 'years':
        return `${label} by year`;
      case 'months':
        return `${label} by month`;
      case 'days':
        return span.days === 1 ? `${label} on single days` : `${label} over ${span.days} days`;
      case 'total':
      case 'dates':
        return label;
    }
  },
  unit: (unit) => `Unit: ${unit}.`,
  computed: 'Computed here for each date.',
  legend: {
    lead: 'exact number',
    approximate: 'rounded or approximate',
    other: 'another source',
    replaced: 'revised since',
  },
  sources: (names, more) =>
    `${names.length + more === 1 ? 'Source' : 'Sources'}: ${names.join('; ')}${more > 0 ? `; and ${more} more` : ''}`,
  told: (series) => series.map(tell).join(' '),
  fileName: 'chart',
};

function tell({ title, shape, dates, first, last, highest, approximate }: ChartTold): string {
  const rounded = approximate === 0 ? '' : ` Rounded or approximate: ${approximate}.`;
  const top = shape === 'steps' ? '' : ` Highest: ${highest.value} (${highest.when}).`;
  return `${title} (${SHAPES[shape]} of ${dates} dates): ${first.value} (${first.when}) to ${last.value} (${last.when}).${top}${rounded}`;
}
