/** What a route of the REST API is to the sandbox. */

export type SentFile = {
  /** The number in `files[n]`. */
  readonly id: string;
  readonly filename: string;
  readonly contentType: string;
  readonly bytes: Uint8Array;
};

/** One request, read. */
export type Call = {
  /** A part of the path, such as `channel`. */
  param(name: string): string;
  query(name: string): string | undefined;
  readonly body: unknown;
  readonly files: readonly SentFile[];
};

/** An answer; without a body it is a 204. */
export type Answer = { readonly status: number; readonly body?: unknown };

export type Route = {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Below `/api/v10`, parts that vary with a colon. */
  readonly path: string;
  /** Whether the bot's token is needed; answers to interactions carry their own. */
  readonly login: boolean;
  handle(call: Call): Answer;
};

/** A 200 with this body. */
export function ok(body: unknown): Answer {
  return { status: 200, body };
}

/** Done, nothing to say. */
export const DONE: Answer = { status: 204 };
