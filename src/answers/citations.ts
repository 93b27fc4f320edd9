/** Numbers the places that an answer cites, in the order in which they are first cited. */
import type { Knowledge } from '../knowledge/reads.js';
import type { Source } from '../knowledge/schema.js';

export type Origin = { title: string; publisher: string | null };

export type Citation = {
  n: number;
  source: Source;
  paragraph: number;
  origin: Origin | undefined;
};

/** A place in a source, as every entry carries it. */
export type Place = { source: string; paragraph: number; origin?: Origin | undefined };

export class Citations {
  readonly #list: Citation[] = [];
  readonly #knowledge: Knowledge;

  constructor(knowledge: Knowledge) {
    this.#knowledge = knowledge;
  }

  /** The marks of these places, as "[1][3]"; a place that was cited before keeps its number. */
  mark(...places: readonly Place[]): string {
    const numbers = new Set(places.map((place) => this.#numberOf(place)));
    return [...numbers]
      .filter((n) => n > 0)
      .sort((a, b) => a - b)
      .map((n) => `[${n}]`)
      .join('');
  }

  all(): readonly Citation[] {
    return this.#list;
  }

  #numberOf(place: Place): number {
    const known = this.#list.find(
      (other) =>
        other.source.id === place.source &&
        other.paragraph === place.paragraph &&
        other.origin?.title === place.origin?.title,
    );
    if (known) return known.n;
    const source = this.#knowledge.source(place.source);
    if (!source) return 0;
    const n = this.#list.length + 1;
    this.#list.push({ n, source, paragraph: place.paragraph, origin: place.origin });
    return n;
  }
}
