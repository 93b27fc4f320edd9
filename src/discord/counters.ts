/** How often each command, button and modal was used, and how that went; since the start. */

export type Outcome = 'succeeded' | 'mistaken' | 'cooledDown' | 'failed';

export type Counts = Record<Outcome, number>;

export class Counters {
  readonly #counts = new Map<string, Counts>();

  count(name: string, outcome: Outcome): void {
    const counts = this.#counts.get(name) ?? { succeeded: 0, mistaken: 0, cooledDown: 0, failed: 0 };
    counts[outcome]++;
    this.#counts.set(name, counts);
  }

  /** By name ("/ask", "button sources", "plain question"). */
  all(): Record<string, Counts> {
    return Object.fromEntries([...this.#counts].map(([name, counts]) => [name, { ...counts }]));
  }
}
