/**
 * What a chart shows, as plain data: whoever asks for one has chosen the observations and worded everything that
 * stands in it.
 */
import type { Figure } from '../knowledge/schema.js';

/** A calendar day, YYYY-MM-DD. */
export type Day = string;

/**
 * How an observation is drawn: on its series' line; as a rounded number; as another source's number for the same
 * time; as a number that its source has replaced since.
 */
export type Standing = 'lead' | 'approximate' | 'other' | 'replaced';

export type Point = {
  /** The first day that is counted, where the observation counts a period. */
  from?: Day | undefined;
  /** The day of which it is true, or the last day that is counted. */
  at: Day;
  value: number;
  /** What the printed words allow: "more than 1,700" is open above, "between 75 and 94" has both ends. */
  range?: { low: number; high: number } | { above: true } | { below: true } | undefined;
  /** Stands before the value where it is written: "≈", ">"; '' for an exact number. */
  sign: string;
  standing: Standing;
};

/** Steps: a running total, which stays until the next observation. Bars: counts of periods. Dots: anything else. */
export type Shape = 'steps' | 'bars' | 'dots';

export type Series = { name: string; shape: Shape; points: readonly Point[] };

export type Chart = {
  language: 'en' | 'fr';
  /** Of one series; two have their names. */
  title: string;
  /** What is counted, in which unit. */
  subtitle: string;
  /** One, or two that are compared; two of different size or unit each get a panel of their own. */
  series: readonly Series[];
  /** True where both series are counted in one unit. */
  sameUnit: boolean;
  /** What the marks mean; only those are explained that the chart has. */
  legend: Readonly<Record<Standing, string>>;
  /** Small print. */
  sources: string;
};

/** A series with the place that it has in the chart, which decides its colour and symbol. */
export type Drawn = { series: Series; place: 0 | 1 };

/** What of a figure a chart shows. */
export type Shown = Pick<Figure, 'asOf' | 'period' | 'value' | 'low' | 'high' | 'qualifier'>;

/** An observation as a point of a chart. */
export function pointOf(figure: Shown, standing: Standing): Point {
  const { period, asOf, value, low, high, qualifier } = figure;
  const at = { from: period?.from, at: period?.to ?? asOf ?? '', standing };
  if (value === undefined) {
    const [bottom, top] = [low ?? 0, high ?? 0];
    return { ...at, sign: '', value: (bottom + top) / 2, range: { low: bottom, high: top } };
  }
  return { ...at, value, ...OPEN[qualifier] };
}

/** What the words beside a number leave open. */
const OPEN: Record<Figure['qualifier'], Pick<Point, 'range' | 'sign'>> = {
  exact: { sign: '' },
  about: { sign: '≈' },
  between: { sign: '≈' },
  nearly: { sign: '≈', range: { below: true } },
  over: { sign: '>', range: { above: true } },
  'at-least': { sign: '≥', range: { above: true } },
  under: { sign: '<', range: { below: true } },
  'up-to': { sign: '≤', range: { below: true } },
};
