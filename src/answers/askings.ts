/** Compares what is asked with the questions that each entry says it answers. */
import type { Asking, Knowledge } from '../knowledge/reads.js';

/** Tokens looked up for one question, and askings that one token may bring in: both bound the work. */
const TOKENS = 24;
const ASKINGS = 4_000;

export type Weight = (token: string) => number;

/** The asking of an entry that is most like the question. */
export type Alike = {
  /** Weight that both hold, as a share of the mean weight of the two: 1 for the same question. */
  likeness: number;
  tokens: ReadonlySet<string>;
};

/** The askings of a knowledge base by their tokens. */
export class Askings {
  readonly #askings: readonly Asking[];
  readonly #byToken = new Map<string, number[]>();
  readonly #entries = new Map<string, number>();

  constructor(knowledge: Knowledge) {
    this.#askings = knowledge.askings();
    const lastEntry = new Map<string, string>();
    for (const [index, { entry, tokens }] of this.#askings.entries()) {
      for (const token of tokens) {
        const listed = this.#byToken.get(token);
        if (listed) listed.push(index);
        else this.#byToken.set(token, [index]);
        if (lastEntry.get(token) !== entry) this.#entries.set(token, (this.#entries.get(token) ?? 0) + 1);
        lastEntry.set(token, entry);
      }
    }
  }

  /** How many entries hold the token in one of their askings. */
  frequency(token: string): number {
    return this.#entries.get(token) ?? 0;
  }

  /** For each entry with an asking that shares a telling word with the question: the one most like it. */
  alike(asked: readonly string[], weight: Weight): Map<string, Alike> {
    const rarest = [...new Set(asked)]
      .filter((token) => this.#byToken.has(token))
      .sort((a, b) => this.frequency(a) - this.frequency(b))
      .slice(0, TOKENS);
    const shared = new Map<number, number>();
    for (const token of rarest) {
      for (const index of (this.#byToken.get(token) ?? []).slice(0, ASKINGS))
        shared.set(index, (shared.get(index) ?? 0) + weight(token));
    }
    const total = [...new Set(asked)].reduce((sum, token) => sum + weight(token), 0);
    const best = new Map<string, Alike>();
    for (const [index, held] of shared) {
      const asking = this.#askings[index];
      if (!asking) continue;
      const whole = asking.tokens.reduce((sum, token) => sum + weight(token), 0);
      const likeness = total + whole > 0 ? (2 * held) / (total + whole) : 0;
      if (likeness > (best.get(asking.entry)?.likeness ?? 0))
        best.set(asking.entry, { likeness, tokens: new Set(asking.tokens) });
    }
    return best;
  }
}
