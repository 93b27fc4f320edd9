/** Lists of words that a rule of reading goes by, as the data files hold them. */
import type { WordList, WordListName } from './schema.js';
import { fold } from './words.js';

export class WordLists {
  readonly #patterns = new Map<WordListName, RegExp>();

  /** Several entries of one name are one list; "*" in a word stands for any letters. */
  constructor(lists: readonly WordList[]) {
    const words = new Map<WordListName, string[]>();
    for (const { list, en, fr } of lists) words.set(list, [...(words.get(list) ?? []), ...en, ...fr]);
    for (const [list, all] of words)
      this.#patterns.set(list, new RegExp(`\\b(?:${all.map(sourceOf).join('|')})\\b`, 'g'));
  }

  /** The words of a list that stand in a folded text, as they are written there. */
  found(list: WordListName, folded: string): string[] {
    const pattern = this.#patterns.get(list);
    return pattern === undefined ? [] : (folded.match(pattern) ?? []);
  }

  /** True where a folded text holds a word of the list. */
  has(list: WordListName, folded: string): boolean {
    const pattern = this.#patterns.get(list);
    return pattern !== undefined && folded.search(pattern) >= 0;
  }
}

function sourceOf(word: string): string {
  return fold(word)
    .replace(/[.+?^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '\\w*')
    .replaceAll(' ', '[ -]');
}
