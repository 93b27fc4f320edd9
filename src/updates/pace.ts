/** So many requests a second and no more, evenly; and a brake for all of them together. */
import { setTimeout as pause } from 'node:timers/promises';

/** Turns that were missed (the disk was slow, a timer late) are made up for, but no more than so many at once. */
const CATCH_UP = 5;

export class Pace {
  readonly #interval: number;
  #next = 0;
  #heldUntil = 0;

  constructor(perSecond: number) {
    this.#interval = 1000 / perSecond;
  }

  /** Resolves when it is one's turn, each in the order of asking; rejects with an AbortError when the signal says so. */
  async turn(signal: AbortSignal): Promise<void> {
    const now = performance.now();
    const mine = Math.max(this.#next, now - CATCH_UP * this.#interval, this.#heldUntil);
    this.#next = mine + this.#interval;
    if (mine > now) await pause(mine - now, undefined, { signal });
    // Somebody may have braked while this one waited.
    while (this.#heldUntil > performance.now())
      await pause(this.#heldUntil - performance.now(), undefined, { signal });
    signal.throwIfAborted();
  }

  /** Nobody's turn comes for so many ms from now. */
  hold(ms: number): void {
    this.#heldUntil = Math.max(this.#heldUntil, performance.now() + ms);
  }
}
