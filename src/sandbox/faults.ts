/** Faults on demand: what can go wrong with a request, armed beforehand, each for a number of requests. */

/** Which requests: a method, and a part of the path below `/api/v10` or a pattern for it; what is left out fits all. */
export type Aim = {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly path?: string | RegExp;
  /** How many requests it strikes; 1 unless said otherwise. */
  readonly times?: number;
};

export type RequestFault =
  /** A 5xx; `after` means that the request did its work and only the answer is lost. */
  | { readonly kind: 'server-error'; readonly when: 'before' | 'after'; readonly status: number }
  | { readonly kind: 'rate-limit'; readonly global: boolean; readonly retryAfterMs: number }
  /** Nothing comes back until `released` resolves. */
  | { readonly kind: 'hang'; readonly released: Promise<void> }
  /** The connection breaks instead of an answer; `after` as above. */
  | { readonly kind: 'break'; readonly when: 'before' | 'after' };

type Armed = { readonly aim: Aim; readonly fault: RequestFault; left: number };

export class Faults {
  readonly #armed: Armed[] = [];
  readonly #releases: (() => void)[] = [];
  #late = 0;

  /** The next fitting requests are answered with a 5xx. */
  serverError(options: Aim & { when?: 'before' | 'after'; status?: number } = {}): void {
    this.#arm(options, {
      kind: 'server-error',
      when: options.when ?? 'before',
      status: options.status ?? 500,
    });
  }

  /** The next fitting requests are answered with 429. */
  rateLimit(options: Aim & { global?: boolean; retryAfterMs?: number } = {}): void {
    const { global = false, retryAfterMs = 200 } = options;
    this.#arm(options, { kind: 'rate-limit', global, retryAfterMs });
  }

  /** The next fitting requests get no answer; the result lets them go on. */
  hang(options: Aim = {}): () => void {
    const { promise, resolve } = withResolver();
    this.#releases.push(resolve);
    this.#arm(options, { kind: 'hang', released: promise });
    return resolve;
  }

  /** The connection of the next fitting requests breaks. */
  breakConnection(options: Aim & { when?: 'before' | 'after' } = {}): void {
    this.#arm(options, { kind: 'break', when: options.when ?? 'before' });
  }

  /** The next interactions reach the bot when their three seconds are over. */
  lateInteractions(times = 1): void {
    this.#late += times;
  }

  /** The fault that strikes this request, if any; it is used up by that. */
  strike(method: string, path: string): RequestFault | null {
    const armed = this.#armed.find((entry) => entry.left > 0 && fits(entry.aim, method, path));
    if (armed === undefined) return null;
    armed.left -= 1;
    return armed.fault;
  }

  /** Whether the interaction that is now made is to be a late one. */
  strikeInteraction(): boolean {
    if (this.#late === 0) return false;
    this.#late -= 1;
    return true;
  }

  /** Lets go whatever hangs. */
  releaseAll(): void {
    for (const release of this.#releases) release();
  }

  #arm(aim: Aim, fault: RequestFault): void {
    this.#armed.push({ aim, fault, left: aim.times ?? 1 });
  }
}

function fits(aim: Aim, method: string, path: string): boolean {
  if (aim.method !== undefined && aim.method !== method) return false;
  if (aim.path === undefined) return true;
  return typeof aim.path === 'string' ? path.includes(aim.path) : aim.path.test(path);
}

function withResolver(): { promise: Promise<void>; resolve: () => void } {
  let resolve = () => {};
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}
