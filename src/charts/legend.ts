/** What marks and colours mean: one line, or as many as hold it. */
import type { Chart, Series, Standing } from './chart.js';
import { COLOUR, SERIES, SIZE, textWidth } from './look.js';
import { text } from './text.js';

const GLYPH = 34;
const BETWEEN = 30;

/** The name of a series in its colour, with its line where it shares a panel; the baseline is at y = 0. */
export function seriesHeading({ name }: Series, place: 0 | 1, withLine: boolean): string {
  const { colour, dash } = SERIES[place];
  const title = (x: number) => text(name, x, 0, { size: SIZE.heading, weight: 600, fill: colour });
  if (!withLine) return title(0);
  const broken = dash ? ` stroke-dasharray="${dash}"` : '';
  const line = `<line x1="0" x2="44" y1="-9" y2="-9" stroke="${colour}" stroke-width="3.5"${broken}/>`;
  return `${line}<g transform="translate(5 -1)">${symbol(place, colour, colour)}</g>${title(56)}`;
}

/** Lines of the marks that need an explanation, each a group whose baseline is at y = 0. */
export function legendLines(chart: Chart, width: number): string[] {
  const has = (standing: Standing) =>
    chart.series.some(({ points }) => points.some((point) => point.standing === standing));
  const explained = (['approximate', 'other', 'replaced'] as const).filter(has);
  const shown = explained.length > 0 && has('lead') ? (['lead', ...explained] as const) : explained;
  const lines: string[] = [];
  let line = '';
  let x = 0;
  for (const standing of shown) {
    const name = chart.legend[standing];
    const wide = GLYPH + 6 + textWidth(name, SIZE.legend);
    if (x > 0 && x + wide > width) {
      lines.push(line);
      line = '';
      x = 0;
    }
    const label = text(name, GLYPH + 6, 0, { size: SIZE.legend, fill: COLOUR.soft });
    line += `<g transform="translate(${x} 0)">${sample(standing)}${label}</g>`;
    x += wide + BETWEEN;
  }
  return line === '' ? lines : [...lines, line];
}

function sample(standing: Standing): string {
  const colour = COLOUR.soft;
  switch (standing) {
    case 'lead':
      return symbol(0, colour, colour);
    case 'approximate':
      return symbol(0, colour, COLOUR.card);
    case 'other':
      return `<path d="M17 -17 L25 -8 L17 1 L9 -8 Z" fill="${COLOUR.card}" stroke="${colour}" stroke-width="2.5"/>`;
    case 'replaced':
      return `<path d="M10 -15 L24 -1 M24 -15 L10 -1" stroke="${colour}" stroke-width="3" fill="none"/>`;
  }
}

function symbol(place: 0 | 1, stroke: string, fill: string): string {
  const style = `fill="${fill}" stroke="${stroke}" stroke-width="2.5"`;
  return place === 0
    ? `<circle cx="17" cy="-8" r="7" ${style}/>`
    : `<rect x="10.5" y="-14.5" width="13" height="13" ${style}/>`;
}
