/** Words run together as one ("smallboat", "lastyear", "linterieur"), told apart again. */
import { stem, type Word } from './words.js';

/** A phrase of more words is not run together; a shorter run of letters may be a word of its own. */
const LONGEST = 5;
const SHORTEST = 5;

/** Letters from which words that are no phrase of ours are told apart. */
const SHORTEST_RUN = 7;

/** Words of grammar that are typed together with what follows them; none that English builds words with (over, in). */
const BEGINNINGS = new Set(
  'how many much last this next the did does was were when what who where why have had been people from since they combien quand dans depuis pour'.split(
    ' ',
  ),
);

/** And those typed together with what they follow. */
const ENDS = new Set('were was from have has been since between did dans depuis sont'.split(' '));

const ELIDED = /^(?:(?<article>l|j|qu)(?=[aeiouyh])(?<rest>.{5,})|(?<of>d)(?=[aeiouyh])(?<thing>.{6,}))$/;

export class RunTogether {
  readonly #phrases = new Map<string, readonly string[]>();

  /** Remembers the folded words of a phrase as they would be written as one. */
  learn(words: readonly string[]): void {
    if (words.length >= 2 && words.length <= LONGEST) this.#phrases.set(words.join(''), words);
  }

  /** The words that `word` is made of; undefined if it is, as far as is known, a word of its own. */
  apart(word: Word, isKnown: (folded: string) => boolean): Word[] | undefined {
    const { folded } = word;
    if (folded.length < SHORTEST) return undefined;
    const parts =
      this.#phrases.get(folded) ?? this.#phrases.get(folded.replace(/s$/, '')) ?? partsOf(folded, isKnown);
    if (!parts) return undefined;
    let start = word.start;
    return parts.map((part, index) => {
      const end = index === parts.length - 1 ? word.end : Math.min(word.end, start + part.length);
      const text = word.text.slice(start - word.start, end - word.start);
      const own = { text, folded: part, stem: stem(part), start, end };
      start = end;
      return own;
    });
  }
}

function partsOf(folded: string, isKnown: (folded: string) => boolean): string[] | undefined {
  if (folded.length < SHORTEST_RUN || /\d/.test(folded)) return undefined;
  const { article, rest: noun, of = article, thing = noun } = ELIDED.exec(folded)?.groups ?? {};
  if (of && thing && isKnown(thing)) return [of, thing];
  for (let at = folded.length - 2; at >= 3; at--) {
    const begins = folded.slice(0, at);
    const rest = folded.slice(at);
    if (BEGINNINGS.has(begins)) {
      if (BEGINNINGS.has(rest) || (rest.length >= 4 && isKnown(rest))) return [begins, rest];
      const more = partsOf(rest, isKnown);
      if (more) return [begins, ...more];
    }
    if (begins.length >= 5 && ENDS.has(rest) && isKnown(begins)) return [begins, rest];
  }
  return undefined;
}
