/** What became of one request that makes something, as far as can be known. */
import { DiscordAPIError, HTTPError, RateLimitError } from 'discord.js';
import { z } from 'zod';

/** What became of one try. */
export type Attempt =
  | { kind: 'sent'; messageId: string }
  /** Discord says no, with its JSON error code (0 where it gives none). */
  | { kind: 'refused'; status: number; code: number; detail: string }
  | { kind: 'rate-limited'; retryAfterMs: number; isGlobal: boolean }
  /** Without a clear answer: the message may have been made. */
  | { kind: 'unanswered'; status: number | null; detail: string }
  /** Discord was never reached. */
  | { kind: 'unreached'; detail: string };

/** The connection was not made, so that nothing can have been sent. */
const NOT_CONNECTED: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ENETUNREACH',
  'EHOSTUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

const createdSchema = z.object({ id: z.string() });

/** What became of a request that makes something. */
export async function attempt(request: () => Promise<unknown>): Promise<Attempt> {
  try {
    return { kind: 'sent', messageId: createdSchema.parse(await request()).id };
  } catch (error) {
    return failedAttempt(error);
  }
}

/** What an error of discord.js's REST client says of a request. */
export function failedAttempt(error: unknown): Attempt {
  if (error instanceof RateLimitError) {
    const { retryAfter, timeToReset, global: isGlobal } = error;
    return { kind: 'rate-limited', retryAfterMs: retryAfter > 0 ? retryAfter : timeToReset, isGlobal };
  }
  const detail = error instanceof Error ? error.message : String(error);
  if (error instanceof DiscordAPIError) {
    const { status, code } = error;
    return { kind: 'refused', status, code: Number(code) || 0, detail };
  }
  if (error instanceof HTTPError) return { kind: 'unanswered', status: error.status, detail };
  return NOT_CONNECTED.has(codeOf(error))
    ? { kind: 'unreached', detail }
    : { kind: 'unanswered', status: null, detail };
}

/** A connection that was tried by several addresses fails with the errors of all of them. */
function codeOf(error: unknown): string {
  if (error instanceof AggregateError) return codeOf(error.errors[0]);
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
