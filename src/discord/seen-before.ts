/** Remembers the ids of the last events: the gateway may send one again after a resumed connection. */

const REMEMBERED = 2_000;

export class SeenBefore {
  readonly #ids = new Set<string>();

  /** True where this id came already; remembers it. */
  has(id: string): boolean {
    if (this.#ids.has(id)) return true;
    this.#ids.add(id);
    const [oldest] = this.#ids;
    if (this.#ids.size > REMEMBERED && oldest !== undefined) this.#ids.delete(oldest);
    return false;
  }
}
