/** What Observable Plot draws of a series: bars or a line, dots, ranges and values. */
import * as Plot from '@observablehq/plot';
import { dayAfter, middleOf, timeOf } from './axes.js';
import type { Chart, Point, Series } from './chart.js';
import { COLOUR, SERIES } from './look.js';
import { bestOfDates, type Labels, values } from './values.js';

/** Dots shrink where there are many. */
const MANY = 60;
const SOME = 20;

/** The back first: bars or the line, then what a rounded number allows, then the dots, then the values. */
export function marksOf(
  series: Series,
  place: 0 | 1,
  chart: Chart,
  [low, top]: readonly [number, number],
  labels: Labels,
) {
  const { colour, symbol, dash } = SERIES[place];
  const { points, shape } = series;
  const leads = points.filter(({ standing }) => standing === 'lead');
  const radius = points.length > MANY ? 4.5 : points.length > SOME ? 6 : 7;
  const y = (point: Point) => point.value;
  const x = (point: Point) => (shape === 'steps' ? timeOf(point.at) : middleOf(point));
  const outline = { stroke: colour, fill: COLOUR.card, strokeWidth: 2.5 };
  const dots = (standing: Point['standing']) => points.filter((point) => point.standing === standing);
  return [
    ...(shape === 'bars' ? bars(points, colour) : []),
    ...(shape === 'steps'
      ? [
          Plot.line(leads, {
            x,
            y,
            curve: 'step-after',
            stroke: colour,
            strokeWidth: 3.5,
            strokeDasharray: dash,
            strokeLinejoin: 'round',
          }),
        ]
      : []),
    ...ranges(points, x, colour, [low, top]),
    Plot.dot(dots('replaced'), { x, y, r: radius, symbol: 'times', stroke: colour, strokeWidth: 3 }),
    Plot.dot(dots('approximate'), { x, y, r: radius, symbol, ...outline }),
    Plot.dot(dots('other'), { x, y, r: radius, symbol: 'diamond', ...outline }),
    Plot.dot(leads, { x, y, r: radius, symbol, fill: colour, stroke: COLOUR.card, strokeWidth: 1.5 }),
    ...values(series, x, colour, chart, labels),
  ];
}

/** A count as wide as its period; paler, with a broken edge, where no exact number is known. */
function bars(points: readonly Point[], colour: string) {
  const shown = bestOfDates(points);
  const inset = shown.length > MANY ? 0.5 : 3;
  const place = {
    x1: ({ from, at }: Point) => timeOf(from ?? at),
    x2: ({ at }: Point) => dayAfter(timeOf(at)),
    y1: 0,
    y2: ({ value }: Point) => value,
    insetLeft: inset,
    insetRight: inset,
    fill: colour,
  };
  const exact = shown.filter(({ standing }) => standing === 'lead');
  const rounded = shown.filter(({ standing }) => standing !== 'lead');
  const broken = { stroke: colour, strokeOpacity: 0.7, strokeDasharray: '6 5', strokeWidth: 2 };
  return [
    Plot.rect(exact, { ...place, fillOpacity: 0.3 }),
    Plot.rect(rounded, { ...place, ...broken, fillOpacity: 0.1 }),
  ];
}

/** From end to end of a printed range, or a short stroke towards the open side of "more than". */
function ranges(
  points: readonly Point[],
  x: (point: Point) => Date,
  colour: string,
  [low, top]: readonly [number, number],
) {
  const stroke = { x, stroke: colour, strokeWidth: 2.5, strokeOpacity: 0.85 };
  const closed = points.filter(({ range }) => range && 'low' in range);
  const open = points.filter(({ range }) => range && !('low' in range));
  const reach = (top - low) * 0.06;
  const end = ({ value, range }: Point) =>
    range && 'above' in range ? value + reach : Math.max(low, value - reach);
  return [
    Plot.ruleX(closed, {
      ...stroke,
      y1: ({ range, value }: Point) => (range && 'low' in range ? range.low : value),
      y2: ({ range, value }: Point) => (range && 'low' in range ? range.high : value),
    }),
    Plot.ruleX(open, { ...stroke, y1: ({ value }: Point) => value, y2: end }),
  ];
}
