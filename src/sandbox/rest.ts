/** REST v10: finds the route, and around each one logging in, faults, rate limits, and the record of what was said. */
import type { HttpBindings } from '@hono/node-server';
import { type Context as AnyContext, Hono } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { z } from 'zod';
import { ApiFault } from './api-fault.js';
import type { Faults, RequestFault } from './faults.js';
import { attachmentPath } from './payloads/files.js';
import { type RateLimiter, refusalHeaders, spentHeaders } from './rate-limits.js';
import type { Answer, Call, Route, SentFile } from './route.js';
import type { World } from './world.js';

const BASE = '/api/v10';

/** A file may be anything; opened in a browser it must not act as the sandbox's own page. */
const INERT = {
  'Content-Security-Policy': "sandbox; default-src 'none'",
  'X-Content-Type-Options': 'nosniff',
};

type Rest = {
  readonly world: World;
  readonly token: string;
  readonly faults: Faults;
  readonly limiter: RateLimiter;
};

type Bindings = { Bindings: HttpBindings };
type Context = AnyContext<Bindings>;
type Sent = { readonly body: unknown; readonly files: readonly SentFile[] };
type Reply = Answer & { readonly headers?: Readonly<Record<string, string>> };

/** The application that serves these routes. Whatever else is asked for is a 404 and a problem. */
export function restApplication(rest: Rest, routes: readonly Route[]): Hono<Bindings> {
  const application = new Hono<Bindings>();
  for (const route of routes) {
    application.on(route.method, `${BASE}${route.path}`, (context) => serve(rest, route, context));
  }
  application.get('/attachments/*', (context) => attachment(rest.world, context));
  application.notFound((context) => unknownRoute(rest, context));
  return application;
}

async function serve(rest: Rest, route: Route, context: Context): Promise<Response> {
  const sent = await read(context);
  const fault = rest.faults.strike(context.req.method, pathOf(context));
  const reply = await replyTo(rest, route, context, sent, fault);
  record(rest.world, context, sent, reply);
  return fault?.kind === 'break' ? broken(context) : response(context, reply);
}

function pathOf(context: Context): string {
  const { path } = context.req;
  return path.startsWith(BASE) ? path.slice(BASE.length) : path;
}

function record(
  world: World,
  context: Context,
  sent: Sent | ApiFault,
  { status, body: answer }: Reply,
): void {
  const read = sent instanceof ApiFault ? { body: undefined, files: [] } : sent;
  world.changes.tell({
    kind: 'request',
    exchange: {
      method: context.req.method,
      path: pathOf(context),
      query: new URL(context.req.url).search,
      body: read.body,
      files: read.files.length,
      status,
      answer,
    },
  });
}

async function replyTo(
  rest: Rest,
  route: Route,
  context: Context,
  sent: Sent | ApiFault,
  fault: RequestFault | null,
): Promise<Reply> {
  if (fault?.kind === 'hang') await fault.released;
  const before = fault !== null && 'when' in fault && fault.when === 'before';
  if (fault?.kind === 'server-error' && before) return serverError(fault.status);
  if (fault?.kind === 'break' && before) return serverError(502);
  if (route.login && context.req.header('authorization') !== `Bot ${rest.token}`) {
    return refusal(new ApiFault('unauthorized'));
  }
  const params = context.req.param();
  const major = params.channel ?? params.guild ?? params.token ?? '';
  const verdict = rest.limiter.take(`${route.method} ${route.path}`, major, route.login);
  if (fault?.kind === 'rate-limit') {
    return tooMany(fault.retryAfterMs, fault.global, spentHeaders(verdict, fault.retryAfterMs));
  }
  if (!verdict.allowed) return tooMany(verdict.retryAfterMs, verdict.global, verdict.headers);
  const answer =
    sent instanceof ApiFault ? refusal(sent) : answerOf(rest.world, route, call(context, params, sent));
  if (fault?.kind === 'server-error') return serverError(fault.status);
  return { ...answer, headers: verdict.headers };
}

function answerOf(world: World, route: Route, asked: Call): Answer {
  try {
    return route.handle(asked);
  } catch (error) {
    if (error instanceof ApiFault) return refusal(error);
    // A fault of the sandbox itself: the bot gets a 500, the test hears of it.
    world.problem(`${route.method} ${route.path} failed in the sandbox: ${String(error)}`);
    return serverError(500);
  }
}

function call(context: Context, params: Record<string, string>, sent: Sent): Call {
  return {
    param: (name) => {
      const value = params[name];
      if (value === undefined) throw new Error(`The route has no parameter "${name}".`);
      return value;
    },
    query: (name) => context.req.query(name),
    ...sent,
  };
}

const uploadId = z.string().regex(/^files\[\d+\]$/);

/** The body, or the refusal of one that cannot be read. */
async function read(context: Context): Promise<Sent | ApiFault> {
  const type = context.req.header('content-type') ?? '';
  if (!type.startsWith('multipart/form-data')) {
    const text = await context.req.text();
    return text === '' ? { body: undefined, files: [] } : json(text, []);
  }
  const form = await context.req.formData();
  const files: SentFile[] = [];
  for (const [key, part] of form) {
    if (!uploadId.safeParse(key).success || typeof part === 'string') continue;
    const bytes = new Uint8Array(await part.arrayBuffer());
    files.push({ id: key.slice('files['.length, -1), filename: part.name, contentType: part.type, bytes });
  }
  const payload = form.get('payload_json');
  return typeof payload === 'string' ? json(payload, files) : { body: {}, files };
}

function json(text: string, files: readonly SentFile[]): Sent | ApiFault {
  try {
    return { body: JSON.parse(text), files };
  } catch {
    return new ApiFault('invalidJson');
  }
}

function response(context: Context, reply: Reply): Response {
  // discord.js reads any answer with a JSON content type as JSON, an empty one too.
  if (reply.body === undefined) return context.body(null, 204, reply.headers);
  return context.json(reply.body, statusOf(reply.status), reply.headers);
}

function statusOf(status: number): ContentfulStatusCode {
  return z.custom<ContentfulStatusCode>((value) => typeof value === 'number' && value >= 200).parse(status);
}

function refusal(fault: ApiFault): Answer {
  return { status: fault.status, body: fault.body };
}

function serverError(status: number): Answer {
  return { status, body: { code: 0, message: `${status}: Server Error` } };
}

function tooMany(retryAfterMs: number, global: boolean, headers: Readonly<Record<string, string>>): Reply {
  const body = { message: 'You are being rate limited.', retry_after: retryAfterMs / 1000, global };
  return { status: 429, body, headers: { ...headers, ...refusalHeaders(retryAfterMs, global) } };
}

/** Resets the connection instead of answering: ECONNRESET, which clients repeat; a plain end they do not. */
function broken(context: Context): Response {
  context.env.incoming.socket.resetAndDestroy();
  return context.body(null, 204);
}

async function unknownRoute({ world }: Rest, context: Context): Promise<Response> {
  world.problem(`${context.req.method} ${context.req.path} is not a route of the sandbox.`);
  const reply = refusal(new ApiFault('notFound'));
  record(world, context, await read(context), reply);
  return response(context, reply);
}

/** A file of a message, as the addresses in its `attachments` say. */
function attachment(world: World, context: Context): Response | Promise<Response> {
  const wanted = context.req.path;
  for (const channel of world.channels.values()) {
    for (const message of channel.messages.values()) {
      const file = message.attachments.find((entry) => attachmentPath(message, entry) === wanted);
      if (file !== undefined)
        return context.body(new Uint8Array(file.bytes).buffer, 200, {
          ...INERT,
          'Content-Type': file.contentType,
        });
    }
  }
  return context.notFound();
}
