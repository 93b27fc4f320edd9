/** Draws charts on a thread of its own, so that the bot's heartbeats and answers never wait for a picture. */
import { parentPort } from 'node:worker_threads';
import type { Chart } from './chart.js';
import { pngOf } from './png.js';
import { chartSvg } from './svg.js';

/** What the thread sends back for each chart that it is sent. */
export type Drawing = { png: Uint8Array } | { fault: string };

parentPort?.on('message', (chart: Chart) => {
  parentPort?.postMessage(drawn(chart));
});

function drawn(chart: Chart): Drawing {
  try {
    return { png: pngOf(chartSvg(chart)) };
  } catch (error) {
    return { fault: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}
