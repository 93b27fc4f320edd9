/** Pictures: that there is ink on them, that they are kept, and that a slow or broken one ends by itself. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, inject, test } from 'vitest';
import { type Chart, pointOf } from '../../src/charts/chart.js';
import { ChartFailed, openCharts } from '../../src/charts/index.js';
import { COLOUR, HEIGHT, SERIES, textWidth, WIDTH, wrapped } from '../../src/charts/look.js';
import { imageOf, pngOf } from '../../src/charts/png.js';
import { chartSvg } from '../../src/charts/svg.js';
import { folderWith } from '../knowledge/made-up.js';

const worker = pathToFileURL(join(inject('compiled'), 'src', 'charts', 'worker.js'));

const points = [
  pointOf({ asOf: '2025-09-30', value: 17, qualifier: 'exact' }, 'lead'),
  pointOf({ asOf: '2025-10-31', value: 70, qualifier: 'over' }, 'approximate'),
  pointOf({ asOf: '2025-10-31', value: 75, qualifier: 'exact' }, 'lead'),
  pointOf({ asOf: '2025-11-10', low: 75, high: 94, qualifier: 'between' }, 'approximate'),
  pointOf({ asOf: '2025-11-30', value: 153, qualifier: 'exact' }, 'lead'),
];

const chart: Chart = {
  language: 'en',
  title: 'People returned',
  subtitle: 'People sent from one place to another.',
  series: [{ name: 'People returned', shape: 'steps', points }],
  sameUnit: true,
  legend: { lead: 'exact', approximate: 'approximate', other: 'another source', replaced: 'revised' },
  sources: 'Source: a table',
};

describe('the picture', () => {
  test('has its size, and is the same for the same chart', () => {
    const png = pngOf(chartSvg(chart));
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([WIDTH, HEIGHT.one]);
    expect(pngOf(chartSvg(chart)).equals(png)).toBe(true);
  });

  test('its letters are drawn: a font that can’t be read leaves no ink, and says nothing', () => {
    const text = chartSvg({ ...chart, title: 'Éloignés, œuvre 1,087 ≥ “…”' });
    const letters = inkOf(text) - inkOf(text, []);
    expect(letters).toBeGreaterThan(5_000);
    const line = (size: number, weight: number) =>
      `<svg xmlns="http://www.w3.org/2000/svg" width="900" height="60" font-family="Inter"><text y="40" font-size="${size}" font-weight="${weight}">People returned to France</text></svg>`;
    expect(inkOf(line(32, 600))).toBeGreaterThan(inkOf(line(32, 400)) * 1.1);
    expect(inkOf(line(32, 400), [])).toBe(0);
  });

  test('approximate numbers are hollow, ranges have both ends, the legend explains what is there', () => {
    const svg = chartSvg(chart);
    expect(svg).toContain('>approximate<');
    expect(svg).not.toContain('>revised<');
    const hollow = new RegExp(`stroke="${SERIES[0].colour}" fill="${COLOUR.card}" aria-label="dot"><circle`);
    expect(svg).toMatch(hollow);
    expect(points[3]).toMatchObject({ value: 84.5, range: { low: 75, high: 94 } });
    expect(points[1]).toMatchObject({ sign: '>', range: { above: true } });
  });

  test('a running total stays until its next observation: the line goes in steps', () => {
    const line = /<path[^>]*d="(M[^"]+)"/g;
    const steps = [...chartSvg(chart).matchAll(line)]
      .map((match) => match[1] ?? '')
      .find((d) => d.split('L').length > 3);
    const corners = (steps ?? '')
      .slice(1)
      .split('L')
      .map((corner) => corner.split(',').map(Number));
    expect(corners.length).toBe(5);
    for (const [index, [x = 0, y = 0]] of corners.entries()) {
      const [nextX = x, nextY = y] = corners[index + 1] ?? [];
      expect(x === nextX || y === nextY).toBe(true);
    }
  });

  test('two series of different size get a panel each; what is written is no markup', () => {
    const other = {
      name: 'Arrivals <&>',
      shape: 'steps' as const,
      points: points.map((one) => ({ ...one, value: one.value * 400 })),
    };
    const both = chartSvg({ ...chart, series: [...chart.series, other] });
    expect(both).toContain(`height="${HEIGHT.two}"`);
    expect(both).toContain('Arrivals &lt;&amp;&gt;');
    const near = { ...other, points: points.map((one) => ({ ...one, value: one.value * 2 })) };
    expect(chartSvg({ ...chart, series: [...chart.series, near] })).toContain(`height="${HEIGHT.one}"`);
  });

  test('numbers and months are those of the language', () => {
    const large = points.map((one) => ({ ...one, value: one.value * 100, sign: '' }));
    const french = chartSvg({
      ...chart,
      language: 'fr',
      series: [{ name: '', shape: 'steps', points: large }],
    });
    expect(french).toMatch(/15(?:\u00a0|&#160;)300/);
    expect(french).toMatch(/oct\.|nov\./);
    expect(chartSvg({ ...chart, series: [{ name: '', shape: 'steps', points: large }] })).toMatch(/15,300/);
  });

  test('long text is broken at words, and cut where it would take too many lines', () => {
    const text = 'counted since the first flight '.repeat(9).trim();
    const lines = wrapped(text, 20, 600, 2);
    expect(lines).toHaveLength(2);
    expect(lines.at(-1)).toMatch(/ …$/);
    expect(textWidth(lines[0] ?? '', 20)).toBeLessThanOrEqual(600);
  });
});

describe('the worker', () => {
  const charts = openCharts({ worker });
  afterAll(() => charts.close());

  test('draws what the same code draws here, and keeps it', async () => {
    const first = await charts.draw(chart);
    expect(first.equals(pngOf(chartSvg(chart)))).toBe(true);
    expect(await charts.draw({ ...chart })).toBe(first);
    expect(await charts.draw({ ...chart, title: 'Another' })).not.toBe(first);
  });

  test('a chart that can’t be drawn fails alone', async () => {
    const bad = {
      ...chart,
      series: [{ name: 'x', shape: 'steps' as const, points: [{ ...points[0], at: 'never' }] }],
    };
    await expect(charts.draw(bad as Chart)).rejects.toBeInstanceOf(ChartFailed);
    expect((await charts.draw({ ...chart, title: 'After it' })).length).toBeGreaterThan(1_000);
  });

  test('one that never ends is given up, and the next one gets a new worker', async () => {
    const folder = folderWith({
      'stuck.mjs': `import { parentPort } from 'node:worker_threads';
parentPort.on('message', (chart) => {
  const nothing = new Int32Array(new SharedArrayBuffer(4));
  if (chart.title === 'stuck') for (;;) Atomics.wait(nothing, 0, 0, 10);
  parentPort.postMessage({ png: new Uint8Array([1, 2, 3]) });
});`,
    });
    const stuck = openCharts({ worker: pathToFileURL(join(folder, 'stuck.mjs')), timeLimitMs: 3_000 });
    const [lost, next] = await Promise.allSettled([
      stuck.draw({ ...chart, title: 'stuck' }),
      stuck.draw({ ...chart, title: 'next' }),
    ]);
    expect(lost).toMatchObject({ status: 'rejected', reason: { name: 'ChartFailed' } });
    expect(next).toMatchObject({ status: 'fulfilled', value: Buffer.from([1, 2, 3]) });
    await stuck.close();
    await expect(stuck.draw({ ...chart, title: 'too late' })).rejects.toBeInstanceOf(ChartFailed);
  });
});

/** How many dark pixels there are. */
function inkOf(svg: string, fontFiles?: readonly string[]): number {
  const { pixels } = imageOf(svg, fontFiles);
  let ink = 0;
  for (let at = 0; at < pixels.length; at += 4) {
    const [red = 0, green = 0, blue = 0, alpha = 0] = pixels.subarray(at, at + 4);
    if (alpha > 100 && red + green + blue < 450) ink += 1;
  }
  return ink;
}
