/** When a feed is read again: regularly, later and later while it is unavailable, and never before it asks to. */
import type { Checked } from './arrivals-feed.js';

const MINUTE = 60_000;

/** The page changes once a day, at no fixed minute; an unchanged one costs a few bytes. */
export const EVERY_MS = 30 * MINUTE;

/** After the first failure; doubled after each further one. */
const FIRST_RETRY_MS = MINUTE;

/** However long it has failed, and whatever it asks for. */
const LONGEST_MS = 6 * 60 * MINUTE;

/** So many failures in a row are no hiccup. */
const TELLING_FAILURES = 5;

/** How long to wait after the n-th failure in a row (0: none), in ms, before `random` of 0 to 1 spreads it. */
export function waitAfter(
  failures: number,
  retryAfterMs: number | undefined,
  random: number,
  everyMs = EVERY_MS,
): number {
  const regular = failures === 0 ? everyMs : Math.min(everyMs, FIRST_RETRY_MS * 2 ** (failures - 1));
  const asked = Math.min(retryAfterMs ?? 0, LONGEST_MS);
  // Spread by a tenth, so that many bots do not come at once.
  return Math.max(asked, regular) * (1 + random / 10);
}

export type Feed = { check(signal?: AbortSignal): Promise<Checked>; trouble: string | undefined };

export type ScheduleOptions = {
  feed: Feed;
  /** Called with each failure and how many there were in a row. */
  onFailure: (reason: string, failures: number) => void;
  everyMs?: number;
};

/** Reads the feed now and then again and again, until it is stopped. */
export class Schedule {
  readonly #options: ScheduleOptions;
  readonly #stopping = new AbortController();
  #timer: NodeJS.Timeout | undefined;
  #running: Promise<void> = Promise.resolve();
  #failures = 0;
  #reason = '';

  constructor(options: ScheduleOptions) {
    this.#options = options;
  }

  start(): void {
    this.#running = this.#round();
  }

  /** Resolves once a reading that has begun has ended. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    clearTimeout(this.#timer);
    await this.#running;
  }

  /** What somebody should look at; undefined where all is well. */
  get trouble(): string | undefined {
    const { feed } = this.#options;
    if (feed.trouble !== undefined || this.#failures < TELLING_FAILURES) return feed.trouble;
    return `GOV.UK’s page of daily arrivals could not be read ${this.#failures} times in a row: ${this.#reason}.`;
  }

  async #round(): Promise<void> {
    const { feed, onFailure, everyMs } = this.#options;
    const { signal } = this.#stopping;
    const checked = await feed.check(signal);
    if (signal.aborted) return;
    const isFailure = checked.outcome === 'unavailable';
    this.#failures = isFailure ? this.#failures + 1 : 0;
    if (isFailure) {
      this.#reason = checked.reason;
      onFailure(checked.reason, this.#failures);
    }
    const retryAfterMs = isFailure ? checked.retryAfterMs : undefined;
    const wait = waitAfter(this.#failures, retryAfterMs, Math.random(), everyMs);
    this.#timer = setTimeout(() => this.start(), wait).unref();
  }
}
