/** The metrics of a lexicon, by id and by what they are for. */
import type { Lexicon } from './lexicon.js';
import type { MetricNames, NameTokens } from './meanings.js';

/** A metric with its names; undefined where there is none of this id. */
export function metricNamed(
  id: string | undefined,
  { metrics }: Pick<Lexicon, 'metrics'>,
): MetricNames | undefined {
  return metrics.find(({ metric }) => metric.id === id);
}

/** The names of a metric; none where there is none of this id. */
export function namesOfMetric(
  id: string | undefined,
  lexicon: Pick<Lexicon, 'metrics'>,
): readonly NameTokens[] {
  return metricNamed(id, lexicon)?.names ?? [];
}

/** True for the count of the people on one flight, each of which is counted for itself. */
export function isOfOneFlight({ kind, unit, derived, names }: MetricNames['metric']): boolean {
  const countsPeople = kind === 'measure' && unit.en === 'people' && !derived;
  return countsPeople && names.en.some((name) => /\bflight\b/.test(name));
}

/** What is counted by the day and the year, and meant where nothing else is named. */
export function usualCount({ metrics }: Pick<Lexicon, 'metrics'>): MetricNames | undefined {
  return metrics.find(({ metric }) => metric.kind === 'period' && metric.usual);
}

/** The first metric that fits and one of whose names is said whole in `tokens`. */
export function metricSaid(
  tokens: readonly string[],
  { metrics }: Pick<Lexicon, 'metrics'>,
  fits: (metric: MetricNames['metric']) => boolean,
): MetricNames | undefined {
  return metrics.find(
    ({ metric, names }) =>
      fits(metric) && names.some((name) => name.tokens.every((token) => tokens.includes(token))),
  );
}
