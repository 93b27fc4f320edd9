/** Things with names (metrics, people, topics, sources): found by id, by name, by what is being typed. */
import Fuse from 'fuse.js';
import { Spelling } from '../knowledge/spelling.js';
import { fold } from '../knowledge/words.js';
import type { LanguageCode } from '../language/format.js';

export type Named = {
  id: string;
  label: Record<LanguageCode, string>;
  /** Further names, of both languages. */
  names: readonly string[];
};

/** One line of a list to pick from: `id` is what is handed back, `label` what people read. */
export type Choice = { id: string; label: string };

/** Names that fuse.js compares: it scans them all, so the list stays short by construction. */
const COMPARED = 2_000;
/** At each key that is pressed it may take a few milliseconds at most, so there the list must be shorter yet. */
const COMPARED_WHILE_TYPING = 500;
/** Only so much of what was typed is compared. */
const TYPED_LIMIT = 60;
const SHORTEST_COMPARED = 3;

/** Above every rank of a name that holds all that was typed. */
const LOWEST_RANK = 10;

type Known = { named: Named; folded: readonly { name: string; words: readonly string[] }[] };

export class NameList {
  readonly #known: readonly Known[];
  readonly #fuzzy: Fuse<{ known: Known; name: string }>;
  readonly #spelling: Spelling;
  readonly #isShort: boolean;

  /** `list`: in the order in which it is offered where nothing is typed yet. */
  constructor(list: readonly Named[]) {
    this.#known = list.map((named) => ({
      named,
      folded: [...new Set([named.label.en, named.label.fr, ...named.names].map(plain))].map((name) => ({
        name,
        words: name.split(' '),
      })),
    }));
    const names = this.#known.flatMap((known) => known.folded.map(({ name }) => ({ known, name })));
    this.#isShort = names.length <= COMPARED_WHILE_TYPING;
    this.#spelling = new Spelling(names.flatMap(({ name }) => name.split(' ')));
    this.#fuzzy = new Fuse(names.slice(0, COMPARED), {
      keys: ['name'],
      threshold: 0.3,
      ignoreDiacritics: true,
      useTokenSearch: true,
    });
  }

  /** What is meant by an id or a whole name, in either language; two sources may share a name. */
  exactly(typed: string): string[] {
    const wanted = plain(typed);
    const byId = this.#known.find(({ named }) => named.id.toLowerCase() === typed.trim().toLowerCase());
    if (byId) return [byId.named.id];
    return this.#known
      .filter(({ folded }) => folded.some(({ name }) => name === wanted))
      .map(({ named }) => named.id);
  }

  label(id: string, language: LanguageCode): string | undefined {
    return this.#known.find(({ named }) => named.id === id)?.named.label[language];
  }

  /** What the typed beginning may become, the likeliest first: words in any order, then misspelt ones. */
  matching(typed: string, language: LanguageCode, limit: number): Choice[] {
    const wanted = plain(typed).slice(0, TYPED_LIMIT);
    const words = wanted.split(' ');
    const meant = this.#ranked((known) => rankOf(known, wanted, words));
    const found = meant.length > 0 ? meant : this.#misspelt(wanted, words, limit);
    return found.slice(0, limit).map(({ named }) => ({ id: named.id, label: named.label[language] }));
  }

  /** "Did you mean": at most `limit` things whose names are near to what was typed. */
  near(typed: string, language: LanguageCode, limit: number): Choice[] {
    return this.#near(plain(typed).slice(0, TYPED_LIMIT), limit).map(({ named }) => ({
      id: named.id,
      label: named.label[language],
    }));
  }

  /** Words mended where they can be; names that hold at least half of them, those that hold most first. */
  #misspelt(wanted: string, words: readonly string[], limit: number): Known[] {
    const mended = words.map((word) => this.#spelling.correct(word) ?? word);
    const held = this.#ranked((known) => {
      const whole = rankOf(known, mended.join(' '), mended);
      if (whole !== undefined) return whole;
      const counts = known.folded.map((name) => mended.filter((word) => holds(name.words, word)).length);
      const missing = mended.length - Math.max(...counts);
      return 2 * missing <= mended.length ? LOWEST_RANK + missing : undefined;
    });
    return held.length > 0 || !this.#isShort ? held : this.#near(wanted, limit);
  }

  /** What has a rank, the smallest first. */
  #ranked(rank: (known: Known) => number | undefined): Known[] {
    return this.#known
      .flatMap((known) => {
        const ranked = rank(known);
        return ranked === undefined ? [] : [{ known, ranked }];
      })
      .sort((a, b) => a.ranked - b.ranked)
      .map(({ known }) => known);
  }

  #near(wanted: string, limit: number): Known[] {
    if (wanted.length < SHORTEST_COMPARED) return [];
    const found = this.#fuzzy.search(wanted, { limit: 4 * limit });
    return [...new Set(found.map(({ item }) => item.known))].slice(0, limit);
  }
}

/** Smaller is better: the label or a name begins so, every word begins a word of a name, it stands inside one. */
function rankOf({ named, folded }: Known, wanted: string, words: readonly string[]): number | undefined {
  if (wanted === '' || named.id.toLowerCase().startsWith(wanted)) return 0;
  let best: number | undefined;
  for (const [index, { name, words: known }] of folded.entries()) {
    const isLabel = index < 2;
    const rank = name.startsWith(wanted)
      ? isLabel
        ? 1
        : 3
      : words.every((word) => holds(known, word))
        ? isLabel
          ? 2
          : 4
        : name.includes(wanted)
          ? 5
          : undefined;
    if (rank !== undefined && (best === undefined || rank < best)) best = rank;
  }
  return best;
}

function holds(words: readonly string[], beginning: string): boolean {
  return words.some((word) => word.startsWith(beginning));
}

function plain(text: string): string {
  return fold(text)
    .replace(/[^\p{L}\p{N}%-]+/gu, ' ')
    .trim();
}
