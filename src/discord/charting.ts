/** From the observations behind an answer to a chart in words, and its description for those who can't see it. */
import type { MetricSeries, Observation } from '../answers/series.js';
import { type Chart, pointOf, type Series } from '../charts/chart.js';
import { chartWordsOf } from '../language/chart-words.js';
import { formatDate, formatNumber, formatPeriod } from '../language/format.js';
import type { Language } from './command.js';
import { cutText } from './fitting.js';
import { FILE_DESCRIPTION_LIMIT } from './limits.js';

export type Charted = { chart: Chart; description: string; fileName: string };

/** What a source is called in the small print. */
export type SourceName = (id: string) => string;

/** So many sources are named; the others are counted. */
const NAMED = 4;

/** The chart of one series, or of two that are compared; undefined where there is none. */
export function chartOf(
  all: readonly MetricSeries[],
  language: Language,
  nameOf: SourceName,
): Charted | undefined {
  const shown = all.slice(0, 2);
  const [first, second] = shown;
  if (!first) return undefined;
  const words = chartWordsOf(language);
  return {
    chart: {
      language,
      title: titleOf(first, language),
      subtitle: second ? '' : subtitleOf(first, language),
      series: shown.map((one) => seriesOf(one, language)),
      sameUnit: new Set(shown.map(({ metric }) => metric.unit.en)).size === 1,
      legend: words.legend,
      sources: sourcesOf(shown, language, nameOf),
    },
    description: cutText(words.told(shown.map((one) => toldOf(one, language))), FILE_DESCRIPTION_LIMIT),
    fileName: `${words.fileName}.png`,
  };
}

function seriesOf(series: MetricSeries, language: Language): Series {
  const { shape, observations } = series;
  const points = observations.map(({ figure, standing }) => pointOf(figure, standing));
  return { name: titleOf(series, language), shape, points };
}

function titleOf(series: MetricSeries, language: Language): string {
  return chartWordsOf(language).title(labelOf(series, language), series.span);
}

function subtitleOf({ metric, computed }: MetricSeries, language: Language): string {
  const words = chartWordsOf(language);
  const unit = metric.unit[language];
  const counted = metric.definition[language];
  const isTold = /^(?:people|personnes)$/.test(unit) || counted.toLowerCase().includes(unit);
  return [counted, ...(isTold ? [] : [words.unit(unit)]), ...(computed ? [words.computed] : [])].join(' ');
}

function sourcesOf(all: readonly MetricSeries[], language: Language, nameOf: SourceName): string {
  const counts = new Map<string, number>();
  for (const { figure } of all.flatMap(({ observations }) => observations))
    for (const name of new Set(figure.sources.map(nameOf))) counts.set(name, (counts.get(name) ?? 0) + 1);
  const names = [...counts].sort((a, b) => b[1] - a[1]).map(([name]) => name);
  return chartWordsOf(language).sources(names.slice(0, NAMED), Math.max(0, names.length - NAMED));
}

function toldOf(series: MetricSeries, language: Language) {
  const { shape, observations } = series;
  const leads = observations.filter(({ standing }) => standing === 'lead');
  const shown = leads.length > 0 ? leads : observations;
  const highest = [...shown].sort((a, b) => heightOf(b) - heightOf(a))[0];
  const said = (one: Observation | undefined) => ({
    value: one ? formatNumber(heightOf(one), language, 2) : '',
    when: one ? whenOf(one, series, language) : '',
  });
  return {
    title: titleOf(series, language),
    shape,
    dates: new Set(observations.map(({ figure }) => figure.asOf ?? figure.period?.to)).size,
    first: said(shown[0]),
    last: said(shown.at(-1)),
    highest: said(highest),
    approximate: observations.filter(({ standing }) => standing === 'approximate').length,
  };
}

function heightOf({ figure }: Observation): number {
  return figure.value ?? ((figure.low ?? 0) + (figure.high ?? 0)) / 2;
}

function whenOf({ figure }: Observation, { span }: MetricSeries, language: Language): string {
  const { period, asOf } = figure;
  if (!period) return formatDate(asOf ?? '', language);
  if (span.kind === 'years') return period.to.slice(0, 4);
  return span.kind === 'of-year'
    ? formatDate(period.to, language)
    : formatPeriod(period.from, period.to, language);
}

function labelOf(series: MetricSeries, language: Language): string {
  const label = labelWithin(series, language);
  return label.charAt(0).toUpperCase() + label.slice(1);
}

function labelWithin({ metric }: MetricSeries, language: Language): string {
  return metric.label?.[language] ?? metric.names[language][0] ?? metric.id;
}
