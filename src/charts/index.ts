/** Charts as PNG pictures: drawn one after the other in a worker, each within a time limit, and kept by content. */
import { createHash } from 'node:crypto';
import { Worker } from 'node:worker_threads';
import type { Chart } from './chart.js';
import type { Drawing } from './worker.js';

/** Why there is no picture; the answer goes out without one. */
export class ChartFailed extends Error {
  override readonly name = 'ChartFailed';
}

export type ChartsOptions = {
  /** The compiled worker; default: beside this file. */
  worker?: URL;
  /** From when the worker starts on a chart, in ms; the first one includes loading the libraries. */
  timeLimitMs?: number;
};

export type Charts = {
  /** The picture, from memory where the same chart was drawn lately. @throws ChartFailed */
  draw(chart: Chart): Promise<Buffer>;
  /** Loads the libraries, so that the first person does not wait for them. */
  warm(): void;
  close(): Promise<void>;
};

/** A picture takes a tenth of a second on an idle machine, and one more to load the libraries. */
const TIME_LIMIT_MS = 10_000;
/** Pictures of some 60 kB each. */
const KEPT = 100;
/** More charts than this waiting: whoever asks now would wait too long. */
const WAITING = 50;
/** Enough for the libraries and one picture, in MB. */
const HEAP_MB = 256;

type Job = { chart: Chart; done: (png: Buffer) => void; failed: (fault: ChartFailed) => void };

/** Starts nothing yet: the worker starts with the first chart. */
export function openCharts(options: ChartsOptions = {}): Charts {
  const { worker: address = new URL('./worker.js', import.meta.url), timeLimitMs = TIME_LIMIT_MS } = options;
  const kept = new Map<string, Promise<Buffer>>();
  const waiting: Job[] = [];
  let worker: Worker | undefined;
  let current: { job: Job; timer: NodeJS.Timeout } | undefined;
  let isClosed = false;

  function started(): Worker {
    if (worker) return worker;
    const made = new Worker(address, { resourceLimits: { maxOldGenerationSizeMb: HEAP_MB } });
    made.unref();
    made.on('message', (drawing: Drawing) => {
      if ('png' in drawing) finish((job) => job.done(Buffer.from(drawing.png)));
      else finish((job) => job.failed(new ChartFailed(drawing.fault)));
    });
    made.on('error', (error) => lose(made, new ChartFailed('The worker ended.', { cause: error })));
    made.on('exit', () => lose(made, new ChartFailed('The worker ended.')));
    worker = made;
    return made;
  }

  function lose(lost: Worker, fault: ChartFailed): void {
    if (worker !== lost) return;
    worker = undefined;
    finish((job) => job.failed(fault));
  }

  function finish(tell: (job: Job) => void): void {
    const ended = current;
    if (!ended) return;
    current = undefined;
    clearTimeout(ended.timer);
    tell(ended.job);
    next();
  }

  function next(): void {
    const job = current ? undefined : waiting.shift();
    if (!job) return;
    const drawing = started();
    const late = () => {
      lose(drawing, new ChartFailed(`No picture after ${timeLimitMs} ms.`));
      void drawing.terminate();
    };
    current = { job, timer: setTimeout(late, timeLimitMs) };
    drawing.postMessage(job.chart);
  }

  function drawNew(chart: Chart): Promise<Buffer> {
    if (isClosed) return Promise.reject(new ChartFailed('Charts are closed.'));
    if (waiting.length >= WAITING) return Promise.reject(new ChartFailed('Too many charts are waiting.'));
    return new Promise((done, failed) => {
      waiting.push({ chart, done, failed });
      next();
    });
  }

  return {
    draw(chart) {
      const key = createHash('sha256').update(JSON.stringify(chart)).digest('base64');
      const known = kept.get(key);
      const picture = known ?? drawNew(chart);
      kept.delete(key);
      kept.set(key, picture);
      for (const oldest of [...kept.keys()].slice(0, Math.max(0, kept.size - KEPT))) kept.delete(oldest);
      // What failed is tried again the next time.
      picture.catch(() => {
        if (kept.get(key) === picture) kept.delete(key);
      });
      return picture;
    },
    warm: () => void started(),
    async close() {
      isClosed = true;
      const fault = new ChartFailed('Charts are closed.');
      for (const job of waiting.splice(0)) job.failed(fault);
      const ended = worker;
      if (ended) lose(ended, fault);
      await ended?.terminate();
    },
  };
}
