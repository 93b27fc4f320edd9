/** Numbers the places that an answer cites, in the order in which they are first cited. */
import type { Knowledge } from '../knowledge/reads.js';
import type { Figure, Source } from '../knowledge/schema.js';

export type Locator = Figure['locator'];

export type Origin = { title: string; publisher: string | null };

export type Citation = {
  n: number;
  source: Source;
  paragraph: number | undefined;
  /** Where it stands in a source that has no paragraphs to count: "table SB_01". */
  locator: Locator;
  origin: Origin | undefined;
};

/** A place in a source, as every entry carries it. */
export type Place = {
  source: string;
  paragraph?: number | undefined;
  locator?: Locator;
  origin?: Origin | undefined;
};

export class Citations {
  readonly #list: Citation[] = [];
  readonly #besides: [number, number][] = [];
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

  /** The marks of the first places, which also stand for the others: sources that say the same and are not shown. */
  markFirst(first: readonly Place[], others: readonly Place[]): string {
    const [lead] = first;
    const marks = this.mark(...first);
    if (lead) for (const place of others) this.#besides.push([this.#numberOf(lead), this.#numberOf(place)]);
    return marks;
  }

  all(): readonly Citation[] {
    return this.#list;
  }

  /** Pairs of numbers: a citation that is shown, and one that it stands for. */
  besides(): readonly (readonly [number, number])[] {
    return this.#besides;
  }

  #numberOf(place: Place): number {
    const known = this.#list.find(
      (other) => isSamePlace(other, place) && other.origin?.title === place.origin?.title,
    );
    if (known) return known.n;
    const source = this.#knowledge.source(place.source);
    if (!source) return 0;
    const n = this.#list.length + 1;
    const { paragraph, locator, origin } = place;
    this.#list.push({ n, source, paragraph, locator, origin });
    return n;
  }
}

/** The places that an answer cites, then those that it only counts, numbered on. */
export function listedSources(answer: {
  readonly citations: readonly Citation[];
  readonly further: readonly Citation[];
}): readonly Citation[] {
  return [...answer.citations, ...answer.further];
}

/** True if a citation is of this place, whatever it passes on. */
export function isSamePlace(citation: Citation, place: Place): boolean {
  return (
    citation.source.id === place.source &&
    citation.paragraph === place.paragraph &&
    englishOf(citation.locator) === englishOf(place.locator)
  );
}

/** A locator in one language; undefined where there is none. */
export function locatorIn(locator: Locator, language: 'en' | 'fr'): string | undefined {
  return typeof locator === 'object' ? locator[language] : locator;
}

function englishOf(locator: Locator): string | undefined {
  return locatorIn(locator, 'en');
}
