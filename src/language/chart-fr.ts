/** The French words of charts. */
import type { ChartTold, ChartWords } from './chart-sentences.js';

const SHAPES = { steps: 'courbe en escalier', bars: 'diagramme en barres', dots: 'nuage de points' } as const;

export const frenchCharts: ChartWords = {
  title: (label, span) => {
    switch (span.kind) {
      case 'of-year':
        return `${label} en ${span.year} : cumul`;
      case 'years':
        return `${label} par année`;
      case 'months':
        return `${label} par mois`;
      case 'days':
        return span.days === 1 ? `${label}, journées isolées` : `${label} sur ${span.days} jours`;
      case 'total':
      case 'dates':
        return label;
    }
  },
  unit: (unit) => `Unité : ${unit}.`,
  computed: 'Calculé ici à chaque date.',
  legend: {
    lead: 'nombre exact',
    approximate: 'arrondi ou approximatif',
    other: 'autre source',
    replaced: 'révisé depuis',
  },
  sources: (names, more) =>
    `${names.length + more === 1 ? 'Source' : 'Sources'} : ${names.join(' ; ')}${more > 0 ? ` ; et ${more} ${more === 1 ? 'autre' : 'autres'}` : ''}`,
  told: (series) => series.map(tell).join(' '),
  fileName: 'graphique',
};

function tell({ title, shape, dates, first, last, highest, approximate }: ChartTold): string {
  const rounded = approximate === 0 ? '' : ` Arrondis ou approximatifs : ${approximate}.`;
  const top = shape === 'steps' ? '' : ` Maximum : ${highest.value} (${highest.when}).`;
  return `${title} (${SHAPES[shape]}, ${dates} dates) : de ${first.value} (${first.when}) à ${last.value} (${last.when}).${top}${rounded}`;
}
