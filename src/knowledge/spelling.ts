/**
 * Spelling correction of one word against the words that the knowledge base knows, by an index of
 * deletions: each known word is stored under every form with up to two letters left out, so that a
 * look-up costs the same at any vocabulary size.
 */
import { remembering } from './remembering.js';
import { soundOf } from './sounds.js';
import { atOnce, type Steps } from './steps.js';

/** Words looked up that are kept in memory. */
const REMEMBERED = 5_000;

/** Letters from which a word is looked for by its sound alone; shorter ones sound like too many others. */
const HEARD = 5;
/** Of two words equally near, the one that sounds the same is meant. */
const SAME_SOUND = 0.5;
/** Vowels are mistaken more often than consonants. */
const SAME_CONSONANTS = 0.2;
/** Swapped neighbours are the commonest slip of the fingers. */
const SWAPPED = 0.6;

type Index = {
  byDeletion: Map<string, string[]>;
  bySound: Map<string, string[]>;
  /** How each known word sounds. */
  sounds: Map<string, string>;
};

export class Spelling {
  readonly #known: ReadonlySet<string>;
  /** Built at the first misspelt word: most programs that open the knowledge base never meet one. */
  #index: Index | undefined;

  /** `words`: folded words, more important ones first (they win where two are equally near). */
  constructor(words: Iterable<string>) {
    this.#known = new Set(words);
  }

  has(word: string): boolean {
    return this.#known.has(word);
  }

  /**
   * The known word nearest to the folded `word`, or undefined. Words under four letters and words with
   * digits are never corrected; one edit is allowed up to seven letters, two from eight (the limits that
   * search engines use), two from six where the consonants agree, and more where both words sound the same; the first letter must agree, and below eight letters a consonant is not taken for
   * another; four letters allow one vowel for another in the second half, one left out, two neighbours swapped, or a last letter typed once for twice, and no more, so that a real word (shop, expect, Peru) is
   * not read as one that is known.
   */
  readonly correct = remembering(REMEMBERED, (word: string) => this.#nearest(word));

  #nearest(word: string): string | undefined {
    if (word.length < 4 || word.length > 24 || /\d/.test(word)) return undefined;
    const allowed = word.length >= 8 ? 2 : 1;
    let best: string | undefined;
    let least = Number.POSITIVE_INFINITY;
    const sound = soundOf(word);
    const { byDeletion, bySound, sounds } = this.#indexed;
    for (const form of deletions(word, allowed)) {
      for (const candidate of byDeletion.get(form) ?? []) {
        if (candidate[0] !== word[0]) continue;
        if (word.length < 8 && word.length === candidate.length && replacesConsonant(word, candidate))
          continue;
        if (word.length === 4 && !isSmallSlip(word, candidate)) continue;
        const reach = allowed < 2 && soundsLike(word, candidate) ? 2 : allowed;
        const distance = editDistance(word, candidate, reach);
        if (distance > reach) continue;
        const weight =
          distance -
          (sounds.get(candidate) === sound ? SAME_SOUND : 0) -
          (swapsNeighbours(word, candidate) ? SWAPPED : 0) -
          (soundsLike(word, candidate) ? SAME_CONSONANTS : 0);
        if (weight < least) {
          best = candidate;
          least = weight;
        }
      }
    }
    if (best !== undefined || word.length < HEARD) return best;
    return nearestOf(word, bySound.get(sound) ?? []);
  }

  /** Builds the index now, in small steps, instead of at the first misspelt word. */
  *prepare(): Steps<void> {
    this.#index ??= yield* indexing(this.#known);
  }

  get #indexed(): Index {
    this.#index ??= atOnce(indexing(this.#known));
    return this.#index;
  }
}

function* indexing(known: ReadonlySet<string>): Steps<Index> {
  const index: Index = { byDeletion: new Map(), bySound: new Map(), sounds: new Map() };
  for (const word of known) {
    yield;
    if (word.length < 4 || word.length > 24 || /\d/.test(word)) continue;
    for (const form of deletions(word, word.length >= 7 ? 2 : 1)) addTo(index.byDeletion, form, word);
    const sound = soundOf(word);
    index.sounds.set(word, sound);
    addTo(index.bySound, sound, word);
  }
  return index;
}

function addTo(index: Map<string, string[]>, key: string, word: string): void {
  const words = index.get(key);
  if (words) words.push(word);
  else index.set(key, [word]);
}

/** Of words that sound alike the one written most like `word`; none if they share too little. */
function nearestOf(word: string, candidates: readonly string[]): string | undefined {
  const limit = Math.ceil(word.length / 2);
  let best: string | undefined;
  let least = limit + 1;
  for (const candidate of candidates) {
    const distance = editDistance(word, candidate, limit);
    if (distance < least) {
      best = candidate;
      least = distance;
    }
  }
  return best;
}

/** True if the words differ in one letter that is not a vowel on both sides (swapped neighbours differ in two). */
function replacesConsonant(a: string, b: string): boolean {
  const places = [...a].flatMap((letter, index) => (letter === b[index] ? [] : [index]));
  const [place] = places;
  if (places.length !== 1 || place === undefined) return false;
  return !/[aeiouy]/.test(a[place] ?? '') || !/[aeiouy]/.test(b[place] ?? '');
}

/** Letters of a word under which it is too short to be known by its consonants alone. */
const SOUNDED = 6;

/** "Halowen", "dinghys": the same consonants in order, doubled ones as one; people spell vowels by ear. */
function soundsLike(word: string, candidate: string): boolean {
  if (word.length < SOUNDED) return false;
  const consonants = consonantsOf(word);
  return consonants.length >= 3 && consonants === consonantsOf(candidate);
}

function consonantsOf(word: string): string {
  return word.replace(/[aeiouy]/g, '').replace(/(.)\1+/g, '$1');
}

function isSmallSlip(word: string, candidate: string): boolean {
  return (
    replacesVowel(word, candidate) ||
    lacksVowel(word, candidate) ||
    swapsNeighbours(word, candidate) ||
    lacksDouble(word, candidate)
  );
}

/** "Stil" for still, "bels" for bells: a doubled letter at the end, or before a plural's s, typed once. */
function lacksDouble(word: string, candidate: string): boolean {
  const [body, plural] = word.endsWith('s') ? [word.slice(0, -1), 's'] : [word, ''];
  return candidate === word + word.slice(-1) || candidate === body + body.slice(-1) + plural;
}

/** "Mnay" for many; both ends stay, so that Peru is no French fear ("peur"). */
function swapsNeighbours(word: string, candidate: string): boolean {
  return word.at(-1) === candidate.at(-1) && [...word].sort().join() === [...candidate].sort().join();
}

/** "Takn" for taken, "wuld" for would. */
function lacksVowel(word: string, candidate: string): boolean {
  if (candidate.length !== word.length + 1) return false;
  const place = [...candidate].findIndex((letter, index) => letter !== word[index]);
  return (
    /[aeiou]/.test(candidate[place] ?? '') && candidate.slice(0, place) + candidate.slice(place + 1) === word
  );
}

function replacesVowel(a: string, b: string): boolean {
  const differing = [...a].filter((letter, index) => letter !== b[index]).length;
  return (
    a.length === b.length && differing === 1 && a.slice(0, 2) === b.slice(0, 2) && !replacesConsonant(a, b)
  );
}

function deletions(word: string, depth: number): Set<string> {
  const forms = new Set([word]);
  let layer = [word];
  for (let level = 0; level < depth; level++) {
    const next: string[] = [];
    for (const form of layer) {
      for (let i = 0; i < form.length; i++) {
        const shorter = form.slice(0, i) + form.slice(i + 1);
        if (!forms.has(shorter)) {
          forms.add(shorter);
          next.push(shorter);
        }
      }
    }
    layer = next;
  }
  return forms;
}

/** Edits (insert, delete, replace, swap of neighbours) between two words; `limit + 1` if there are more. */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let value = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        value = Math.min(value, (beforeLast[j - 2] ?? 0) + 1);
      }
      row.push(value);
    }
    beforeLast = last;
    last = row;
  }
  return last[b.length] ?? limit + 1;
}
