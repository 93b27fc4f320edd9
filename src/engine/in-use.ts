/** The engine in use: it can be exchanged while questions are being answered, each of which ends on its own. */
import type { Engine } from '../engine.js';

export class EngineInUse {
  #current: Engine;
  /** How many pieces of work hold each engine that is open. */
  readonly #holders = new Map<Engine, number>();

  constructor(engine: Engine) {
    this.#current = engine;
    this.#holders.set(engine, 0);
  }

  /** For what is done at once; whoever has to wait for something uses `during`. */
  get current(): Engine {
    return this.#current;
  }

  /** Does the work with the engine that is current now; it stays open until the work is done. */
  async during<Result>(work: (engine: Engine) => Promise<Result>): Promise<Result> {
    const engine = this.#current;
    this.#hold(engine, 1);
    try {
      return await work(engine);
    } finally {
      this.#hold(engine, -1);
      this.#closeIfUnused(engine);
    }
  }

  /** Puts another engine in its place; the one before is closed as soon as no work holds it. */
  replace(engine: Engine): void {
    const before = this.#current;
    this.#current = engine;
    this.#hold(engine, 0);
    this.#closeIfUnused(before);
  }

  /** Closes every engine, also those that are held. */
  close(): void {
    for (const engine of this.#holders.keys()) engine.close();
    this.#holders.clear();
  }

  #hold(engine: Engine, more: number): void {
    this.#holders.set(engine, (this.#holders.get(engine) ?? 0) + more);
  }

  #closeIfUnused(engine: Engine): void {
    if (engine === this.#current || this.#holders.get(engine) !== 0) return;
    this.#holders.delete(engine);
    engine.close();
  }
}
