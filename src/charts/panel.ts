/** The plotting area: axes, lines, bars and dots, drawn by Observable Plot. */
import * as Plot from '@observablehq/plot';
import { parseHTML } from 'linkedom';
import { dateTicks, dayAfter, formatNumber, middleOf, type Ticks, timeOf } from './axes.js';
import type { Chart, Point, Series } from './chart.js';
import { COLOUR, FONT, SERIES, SIZE, textWidth } from './look.js';

/** In pixels; `left` is the room for the numbers of the axis, `dates` whether dates stand under it. */
export type Box = { width: number; height: number; left: number; dates: boolean };

/** A series with the place that it has in the chart, which decides its colour and symbol. */
export type Drawn = { series: Series; place: 0 | 1 };

/** So many numbers at most stand beside the axis; fewer in a panel that is lower than this, in pixels. */
const NUMBERS = 6;
const FEW_NUMBERS = 3;
const LOW = 300;
/** Room for dates and for the year under them. */
const DATES = 66;
const RIGHT = 30;
/** Dots shrink where there are many. */
const MANY = 60;
const SOME = 20;
/** So many bars or dots may have their value above them. */
const LABELLED = 12;
/** For the values above and below, in parts of the height. */
const ROOM_ABOVE = 0.16;
const ROOM_BELOW = 0.08;

/** How much room the numbers of the axis need. */
export function numbersWidth(drawn: readonly Drawn[], chart: Chart): number {
  const texts = heightOf(drawn).numbers.map((number) => formatNumber(number, chart.language));
  return Math.max(...texts.map((text) => textWidth(text, SIZE.axis))) + 26;
}

/** The SVG element of one panel, as text. */
export function panelSvg(
  drawn: readonly Drawn[],
  chart: Chart,
  time: readonly [Date, Date],
  { width, height, left, dates }: Box,
): string {
  const { document } = parseHTML('<!doctype html><html><body></body></html>');
  const { language } = chart;
  const { bottom, top, numbers } = heightOf(drawn, height < LOW ? FEW_NUMBERS : NUMBERS);
  const ticks = dateTicks(
    drawn.map(({ series }) => series),
    time,
    language,
  );
  const right = drawn.length > 1 ? newestWidth(drawn, language) + RIGHT : RIGHT;
  const scale = (width - left - right) / (time[1].getTime() - time[0].getTime());
  const plot = Plot.plot({
    document,
    width,
    height,
    marginLeft: left,
    marginRight: right,
    marginTop: 14,
    marginBottom: dates ? DATES : 10,
    style: { background: 'none', fontFamily: FONT, color: COLOUR.ink },
    x: { type: 'utc', domain: [...time], axis: null },
    y: { domain: [bottom, top], axis: null },
    marks: [
      Plot.gridY(numbers, { stroke: COLOUR.grid, strokeOpacity: 1, strokeWidth: 1.5 }),
      Plot.axisY(numbers, {
        tickFormat: (number: number) => formatNumber(number, language),
        tickSize: 0,
        tickPadding: 12,
        label: null,
        fontSize: SIZE.axis,
        fill: COLOUR.soft,
      }),
      ...(dates ? [dateAxis(ticks)] : []),
      Plot.ruleY([0], { stroke: COLOUR.axis, strokeWidth: 2 }),
      ...drawn.flatMap(({ series, place }) =>
        marksOf(series, place, chart, [bottom, top], { pixelsPerMs: scale, side: sideOf(series, drawn) }),
      ),
    ],
  });
  return plot.outerHTML;
}

function dateAxis(ticks: Ticks) {
  const texts = new Map(ticks.map(({ at, text }) => [at.getTime(), text]));
  return Plot.axisX(
    ticks.map(({ at }) => at),
    {
      tickFormat: (at: Date) => texts.get(at.getTime()) ?? '',
      tickSize: 7,
      stroke: COLOUR.axis,
      label: null,
      fontSize: SIZE.axis,
      fill: COLOUR.soft,
      lineHeight: 1.15,
    },
  );
}

/**
 * How wide a millisecond is, and where values stand: above their dots, or of two series that share a panel to the
 * right of the newest, the higher one higher.
 */
type Labels = { pixelsPerMs: number; side: 'above' | 'upper' | 'lower' };

/** The back first: bars or the line, then what a rounded number allows, then the dots, then the values. */
function marksOf(
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

/** The newest value of many, or all where there are few bars or dots: the best number of each date. */
function values(
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
function bestOfDates(points: readonly Point[]): Point[] {
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
function sideOf(series: Series, drawn: readonly Drawn[]): Labels['side'] {
  const newest = (one: Series) => bestOfDates(one.points).at(-1)?.value ?? 0;
  const other = drawn.find((one) => one.series !== series);
  if (!other) return 'above';
  return newest(series) < newest(other.series) ? 'lower' : 'upper';
}

function newestWidth(drawn: readonly Drawn[], language: Chart['language']): number {
  const widths = drawn.flatMap(({ series }) =>
    bestOfDates(series.points)
      .slice(-1)
      .map((point) => textWidth(valueText(point, language), SIZE.value)),
  );
  return Math.max(0, ...widths);
}

/** The axis from below the lowest value (zero, if none is negative) to above the highest, and its numbers. */
function heightOf(
  drawn: readonly Drawn[],
  count = NUMBERS,
): { bottom: number; top: number; numbers: number[] } {
  const points = drawn.flatMap(({ series }) => series.points);
  const ends = points.flatMap(({ value, range }) =>
    range && 'low' in range ? [range.low, range.high] : [value],
  );
  const low = Math.min(0, ...ends);
  const high = Math.max(low === 0 ? 1 : 0, ...ends);
  const bottom = low < 0 ? low - (high - low) * ROOM_BELOW : 0;
  const top = high + (high - low) * (count === NUMBERS ? ROOM_ABOVE : 2 * ROOM_ABOVE);
  const areWhole = points.every(({ value }) => Number.isInteger(value));
  return { bottom, top, numbers: niceNumbers(bottom, top, count, areWhole) };
}

/** Few round numbers from the lowest to the highest; whole ones where the values are. */
function niceNumbers(low: number, high: number, count: number, areWhole: boolean): number[] {
  const rough = Math.max((high - low) / count, areWhole ? 1 : 0);
  const power = 10 ** Math.floor(Math.log10(rough));
  const steps = rough > 20 ? [1, 2, 2.5, 5, 10] : [1, 2, 5, 10];
  const step = steps.map((factor) => factor * power).find((one) => one >= rough) ?? 10 * power;
  const numbers: number[] = [];
  // A zero that comes from below would be written with a minus.
  for (let index = Math.ceil(low / step) + 0; index * step <= high; index += 1)
    numbers.push(index * step + 0);
  return numbers;
}
