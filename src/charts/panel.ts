/** The plotting area: axes, lines, bars and dots, drawn by Observable Plot. */
import * as Plot from '@observablehq/plot';
import { parseHTML } from 'linkedom';
import { dateTicks, formatNumber, type Ticks } from './axes.js';
import type { Chart, Drawn } from './chart.js';
import { heightOf } from './heights.js';
import { COLOUR, FONT, SIZE, textWidth } from './look.js';
import { marksOf } from './marks.js';
import { newestWidth, sideOf } from './values.js';

/** In pixels; `left` is the room for the numbers of the axis, `dates` whether dates stand under it. */
export type Box = { width: number; height: number; left: number; dates: boolean };

/** A panel that is lower than this, in pixels, has fewer numbers beside its axis. */
const LOW = 300;
/** Room for dates and for the year under them. */
const DATES = 66;
const RIGHT = 30;

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
  const { bottom, top, numbers } = heightOf(drawn, height < LOW ? 'few' : 'usual');
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
