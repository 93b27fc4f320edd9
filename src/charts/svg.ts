/** A chart as an SVG document: a card with title, legend, one or two panels and the sources. */
import { dayAfter, timeOf } from './axes.js';
import type { Chart, Drawn, Series } from './chart.js';
import { legendLines, seriesHeading } from './legend.js';
import { COLOUR, FONT, HEIGHT, MARGIN, SIZE, WIDTH, wrapped } from './look.js';
import { numbersWidth, panelSvg } from './panel.js';
import { text } from './text.js';

const ROOM = WIDTH - 2 * MARGIN;
/** Above this the smaller of two series would lie flat on the axis. */
const ONE_PANEL = 12;

/** The whole picture; throws where there are no points, or one without a date. */
export function chartSvg(chart: Chart): string {
  const panels = panelsOf(chart);
  const height = HEIGHT[panels.length > 1 ? 'two' : 'one'];
  const head = headOf(chart, panels);
  const small = wrapped(chart.sources, SIZE.small, ROOM, 2);
  const bottom = height - MARGIN + 4 - small.length * SIZE.small * 1.4;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}" font-family="${FONT}">`,
    `<rect width="${WIDTH}" height="${height}" rx="18" fill="${COLOUR.card}"/>`,
    ...head.parts,
    ...panelParts(panels, chart, head.y + 6, bottom),
    ...small.map((line, index) =>
      text(line, MARGIN, height - MARGIN + 14 - (small.length - 1 - index) * SIZE.small * 1.4, {
        size: SIZE.small,
        fill: COLOUR.soft,
      }),
    ),
    '</svg>',
  ].join('\n');
}

/** Two series share a panel where one unit and about one size make them comparable by eye. */
function panelsOf({ series, sameUnit }: Chart): Drawn[][] {
  const drawn: Drawn[] = series
    .slice(0, 2)
    .map((one, index) => ({ series: one, place: index === 0 ? 0 : 1 }));
  const [first, second] = drawn.map(({ series: { points } }) =>
    Math.max(...points.map(({ value }) => Math.abs(value))),
  );
  if (first === undefined || second === undefined) return [drawn];
  const ratio = Math.max(first, second) / Math.max(1e-9, Math.min(first, second));
  const alike = series.every(({ shape }) => shape === series[0]?.shape && shape !== 'bars');
  return sameUnit && alike && ratio <= ONE_PANEL ? [drawn] : drawn.map((one) => [one]);
}

/** Title and what is counted, or the names of two series that share a panel; then the legend. */
function headOf(chart: Chart, panels: readonly Drawn[][]): { parts: string[]; y: number } {
  const parts: string[] = [];
  let y = MARGIN - 6;
  const add = (svg: string, down: number) => {
    y += down;
    parts.push(`<g transform="translate(${MARGIN} ${y - 6})">${svg}</g>`);
  };
  const [shared = []] = panels;
  if (shared.length > 1) for (const { series, place } of shared) add(seriesHeading(series, place, true), 36);
  if (chart.series.length < 2) {
    for (const line of wrapped(chart.title, SIZE.title * 1.06, ROOM, 2))
      add(text(line, 0, 0, { size: SIZE.title, weight: 600 }), SIZE.title * 1.15);
    for (const line of wrapped(chart.subtitle, SIZE.subtitle, ROOM, 2))
      add(text(line, 0, 0, { size: SIZE.subtitle, fill: COLOUR.soft }), SIZE.subtitle * 1.4);
  }
  for (const line of legendLines(chart, ROOM)) add(line, 38);
  return { parts, y };
}

/** Panels one under the other on the same time axis, whose dates stand under the last. */
function panelParts(panels: readonly Drawn[][], chart: Chart, top: number, bottom: number): string[] {
  const time = timesOf(chart.series);
  const left = Math.max(...panels.map((panel) => numbersWidth(panel, chart)));
  const dates = 66;
  const apart = panels.length > 1;
  const each = (bottom - top - dates) / panels.length;
  return panels.flatMap((panel, index) => {
    const heading = apart ? 44 : 0;
    const isLast = index === panels.length - 1;
    const y = top + index * each;
    const box = {
      width: WIDTH - MARGIN - 4,
      height: each - heading + (isLast ? dates : 8),
      left,
      dates: isLast,
    };
    const [first] = panel;
    const name = apart && first ? seriesHeading(first.series, first.place, false) : '';
    return [
      `<g transform="translate(${MARGIN} ${y + 36})">${name}</g>`,
      placed(panelSvg(panel, chart, time, box), MARGIN - 8, y + heading),
    ];
  });
}

/** From the first to the last day of any point, with a little room. */
function timesOf(series: readonly Series[]): readonly [Date, Date] {
  const points = series.flatMap((one) => one.points);
  const starts = points.map((point) => timeOf(point.from ?? point.at).getTime());
  const ends = points.map((point) => dayAfter(timeOf(point.at)).getTime());
  const [first, last] = [Math.min(...starts), Math.max(...ends)];
  // Outside a scale of time nothing is drawn and nothing is said.
  if (!Number.isFinite(first) || !Number.isFinite(last)) throw new Error('A chart needs points with dates.');
  const room = (last - first) * 0.02;
  return [new Date(first - room), new Date(last + room)];
}

/** A drawing inside the drawing; its style sheet is for browsers. */
function placed(svg: string, x: number, y: number): string {
  return svg.replace(/^<svg /, `<svg x="${x}" y="${y}" `).replace(/<style>[\s\S]*?<\/style>/, '');
}
