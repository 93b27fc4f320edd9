/** The numbers that are written at observations: few enough to be read. */
import * as Plot from '@observablehq/plot';
import { formatNumber } from './axes.js';
import type { Chart, Drawn, Point, Series } from './chart.js';
import { COLOUR, SIZE, textWidth } from './look.js';

/**
 * How wide a millisecond is, and where values stand: above their dots, or of two series that share a panel to the
 * right of the newest, the higher one higher.
 */
export type Labels = { pixelsPerMs: number; side: 'above' | 'upper' | 'lower' };

/** So many bars or dots may have their value above them. */
const LABELLED = 12;

/** The newest value of many, or all where there are few bars or dots: the best number of each date. */
export function values(
  { points, shape }: Series,
  x: (point: Point) => Date,
  colour: string,
  { language }: Chart,
  { pixelsPerMs, side }: Labels,
) {
  const best = bestOfDates(points);
  const areFew = side === 'above' && shape !== 'steps' && best.length <= LABELLED;
  const text = (point: Point) => valueText(point, language);
  const across = (point: Point) => x(point).getTime() * pixelsPerMs;
  const shown = areFew
    ? withoutOverlap(best, across, (point) => textWidth(text(point), SIZE.value))
    : best.slice(-1);
  return [
    Plot.text(shown, {
      x,
      y: ({ value, range }: Point) => (range && 'low' in range ? range.high : value),
      text,
      ...(areFew ? ABOVE_EACH : BESIDE[side]),
      fontSize: SIZE.value,
      fontWeight: 600,
      fill: colour,
      stroke: COLOUR.card,
      strokeWidth: 6,
    }),
  ];
}

const ABOVE_EACH = { dx: 0, dy: -24, textAnchor: 'middle' } as const;
const BESIDE = {
  above: { dx: 4, dy: -24, textAnchor: 'end' },
  upper: { dx: 14, dy: -13, textAnchor: 'start' },
  lower: { dx: 14, dy: 13, textAnchor: 'start' },
} as const;

/** From the newest back, those that leave room for each other. */
function withoutOverlap(
  points: readonly Point[],
  across: (point: Point) => number,
  widthOf: (point: Point) => number,
): Point[] {
  const shown: Point[] = [];
  for (const point of [...points].reverse()) {
    const next = shown.at(-1);
    const room = next ? across(next) - across(point) - (widthOf(next) + widthOf(point)) / 2 : 0;
    if (room >= 0) shown.push(point);
  }
  return shown;
}

/** The exact number of each time, or else a rounded one; the oldest first. */
export function bestOfDates(points: readonly Point[]): Point[] {
  const best = new Map<string, Point>();
  for (const point of points) {
    const key = `${point.from} ${point.at}`;
    if (point.standing === 'lead' || (point.standing === 'approximate' && !best.has(key)))
      best.set(key, point);
  }
  return [...best.values()].sort((a, b) => a.at.localeCompare(b.at));
}

function valueText({ sign, value, range }: Point, language: Chart['language']): string {
  const number = (one: number) => formatNumber(one, language);
  return range && 'low' in range ? `${number(range.low)}–${number(range.high)}` : `${sign}${number(value)}`;
}

/** Where a series' newest value stands beside that of the other one. */
export function sideOf(series: Series, drawn: readonly Drawn[]): Labels['side'] {
  const newest = (one: Series) => bestOfDates(one.points).at(-1)?.value ?? 0;
  const other = drawn.find((one) => one.series !== series);
  if (!other) return 'above';
  return newest(series) < newest(other.series) ? 'lower' : 'upper';
}

/** How much room the newest values need, in pixels. */
export function newestWidth(drawn: readonly Drawn[], language: Chart['language']): number {
  const widths = drawn.flatMap(({ series }) =>
    bestOfDates(series.points)
      .slice(-1)
      .map((point) => textWidth(valueText(point, language), SIZE.value)),
  );
  return Math.max(0, ...widths);
}
