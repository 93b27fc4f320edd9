/** The page over HTTP: its files, what happens as server-sent events, and what people do as JSON. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Context, Hono } from 'hono';
import { streamSSE } from 'hono/streaming';
import type { Change } from '../changes.js';
import { type Backstage, perform } from './acts.js';
import { eventFor, type Feed, sceneFor } from './feed.js';
import { HEADERS, refusal } from './guard.js';
import { act, type PageEvent } from './wire.js';

/** A line now and then, so that a dead connection is noticed, in ms. */
const SIGN_OF_LIFE = 20_000;

const FILES: Readonly<Record<string, { readonly name: string; readonly type: string }>> = {
  '/': { name: 'index.html', type: 'text/html; charset=utf-8' },
  '/page.js': { name: 'page.js', type: 'text/javascript; charset=utf-8' },
  '/page.css': { name: 'page.css', type: 'text/css; charset=utf-8' },
};

/** Whether a request of this path is for the page. */
export function isOfPage(path: string): boolean {
  return path in FILES || path === '/favicon.ico' || path.startsWith('/page/');
}

export function pageApplication(feed: Feed, stage: Backstage): Hono {
  const application = new Hono();
  application.use(async (context, next) => {
    const why = refusal(context);
    if (why !== null) return context.text(why, 403, HEADERS);
    await next();
    for (const [name, value] of Object.entries(HEADERS)) context.res.headers.set(name, value);
    return undefined;
  });
  for (const [path, { name, type }] of Object.entries(FILES)) {
    application.get(path, (context) => file(context, join(feed.options.files, name), type));
  }
  application.get('/favicon.ico', (context) => context.body(null, 204));
  application.get('/page/events', (context) => events(feed, context));
  application.post('/page/act', async (context) => {
    const asked = act.safeParse(await context.req.json().catch(() => null));
    if (!asked.success) return context.text('That is nothing that can be done here.', 400);
    return context.json(await perform(stage, asked.data));
  });
  application.onError((error, context) => {
    feed.world.problem(`The page could not do ${context.req.path}: ${error.message}`);
    return context.text('Something went wrong in the sandbox; the drawer says what.', 500, HEADERS);
  });
  return application;
}

async function file(context: Context, path: string, type: string): Promise<Response> {
  const bytes = await readFile(path).catch(() => null);
  if (bytes === null) return context.text('The page has not been built: npm run build does that.', 500);
  return context.body(new Uint8Array(bytes), 200, { 'Content-Type': type });
}

function events(feed: Feed, context: Context): Response {
  const person = feed.scenery.person(context.req.query('as') ?? '');
  return streamSSE(context, async (stream) => {
    const tell = (event: PageEvent) => stream.writeSSE({ data: JSON.stringify(event) });
    const hear = (change: Change) => {
      const event = eventFor(feed, person, change);
      if (event !== null) void tell(event);
    };
    // Listening begins first: what happens while the scene is written comes after it.
    const ends = [
      feed.log.listen((line) => void tell({ kind: 'log', line })),
      feed.world.changes.listen(hear),
    ];
    void tell(sceneFor(feed, person));
    const ended = new Promise<void>((resolve) => stream.onAbort(resolve));
    const timer = setInterval(() => void stream.write(': still here\n\n'), SIGN_OF_LIFE);
    await ended;
    clearInterval(timer);
    for (const end of ends) end();
  });
}
