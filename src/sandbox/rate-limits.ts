/**
 * Rate limits: how many requests of one bucket in which time. Discord does not publish its numbers; these are of
 * their size, with shorter windows so that nothing waits long. They run on the real time, because the client that
 * is held back waits in real time. https://docs.discord.com/developers/topics/rate-limits
 */
import { createHash } from 'node:crypto';

export type Limit = { readonly requests: number; readonly perMs: number };

export type RateLimits = {
  /** Messages to one channel. */
  readonly messages: Limit;
  /** Anything else, a route and a channel, server or token at a time. */
  readonly others: Limit;
  /** All of a bot's together, answers to interactions apart. */
  readonly global: Limit;
};

export const DEFAULT_RATE_LIMITS: RateLimits = {
  messages: { requests: 5, perMs: 1000 },
  others: { requests: 20, perMs: 1000 },
  global: { requests: 50, perMs: 1000 },
};

export type Verdict = {
  readonly allowed: boolean;
  readonly global: boolean;
  readonly retryAfterMs: number;
  readonly headers: Readonly<Record<string, string>>;
};

type Window = { until: number; left: number };

export class RateLimiter {
  readonly #limits: RateLimits;
  readonly #windows = new Map<string, Window>();

  constructor(limits: RateLimits) {
    this.#limits = limits;
  }

  /**
   * Counts one request.
   * @param route method and template of the route
   * @param major what the limit is kept apart by: the id of channel, server, or the token
   * @param counted whether it counts towards the global limit
   */
  take(route: string, major: string, counted: boolean): Verdict {
    const limit = /^POST \/channels\/[^/]+\/messages$/.test(route)
      ? this.#limits.messages
      : this.#limits.others;
    const own = this.#spend(`${route} ${major}`, limit);
    const all = counted ? this.#spend('global', this.#limits.global) : null;
    const global = own.left >= 0 && all !== null && all.left < 0;
    const struck = global && all !== null ? all : own;
    const restMs = Math.max(1, struck.until - performance.now());
    const allowed = struck.left >= 0;
    return {
      allowed,
      global,
      retryAfterMs: allowed ? 0 : restMs,
      headers: {
        'X-RateLimit-Limit': String(limit.requests),
        'X-RateLimit-Remaining': String(Math.max(0, own.left)),
        'X-RateLimit-Reset': (Date.now() / 1000 + restMs / 1000).toFixed(3),
        'X-RateLimit-Reset-After': (restMs / 1000).toFixed(3),
        'X-RateLimit-Bucket': createHash('sha256').update(route).digest('hex').slice(0, 32),
      },
    };
  }

  #spend(key: string, limit: Limit): Window {
    const now = performance.now();
    let window = this.#windows.get(key);
    if (window === undefined || window.until <= now) {
      window = { until: now + limit.perMs, left: limit.requests };
      this.#windows.set(key, window);
    }
    window.left -= 1;
    return window;
  }
}

/** The headers of a bucket that has nothing left for this long. */
export function spentHeaders({ headers }: Verdict, restMs: number): Readonly<Record<string, string>> {
  return {
    ...headers,
    'X-RateLimit-Remaining': '0',
    'X-RateLimit-Reset': ((Date.now() + restMs) / 1000).toFixed(3),
    'X-RateLimit-Reset-After': (restMs / 1000).toFixed(3),
  };
}

/** The headers of a 429. */
export function refusalHeaders(retryAfterMs: number, global: boolean): Readonly<Record<string, string>> {
  return {
    'Retry-After': (retryAfterMs / 1000).toFixed(3),
    'X-RateLimit-Scope': global ? 'global' : 'user',
    ...(global ? { 'X-RateLimit-Global': 'true' } : {}),
  };
}
