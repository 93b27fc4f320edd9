/** "Did you mean": the known subjects nearest to what was typed, offered where nothing is known. */
import Fuse from 'fuse.js';
import type { Knowledge } from '../knowledge/reads.js';
import { fold } from '../knowledge/words.js';
import type { LanguageCode } from '../language/format.js';

/** Names that are compared; fuse.js scans them all, so the list stays short by construction. */
const NAMES_LIMIT = 2_000;
/** Of each subject its first names, which are the plainest: every one is compared at every search. */
const NAMES_EACH = 6;
/** Only so many words of a question, and so many letters of them, are compared. */
const WORDS_LIMIT = 4;
const LETTERS_LIMIT = 40;
const SHOWN = 2;

/** `name` is folded once here: fuse.js would do so for every name at every search. */
type Name = { label: string; name: string };

/** Finds metrics and topics by their names, misspelt or out of order; one search list a language. */
export class Suggestions {
  readonly #search: Record<LanguageCode, Fuse<Name>>;

  constructor(knowledge: Knowledge) {
    this.#search = { en: searchIn(knowledge, 'en'), fr: searchIn(knowledge, 'fr') };
  }

  /** Labels of at most two subjects that are near to the words `typed`; none if nothing is. */
  near(typed: readonly string[], language: LanguageCode): string[] {
    const words = [...new Set(typed.map(fold))].filter((word) => word !== '').slice(0, WORDS_LIMIT);
    const pattern = words.join(' ').slice(0, LETTERS_LIMIT).trim();
    if (pattern.length < 4) return [];
    const found = this.#search[language].search(pattern, { limit: 12 });
    return [...new Set(found.map(({ item }) => item.label))].slice(0, SHOWN);
  }
}

function searchIn(knowledge: Knowledge, language: LanguageCode): Fuse<Name> {
  const counted = knowledge.metrics().filter(({ id, derived }) => derived || knowledge.hasFigures(id));
  const subjects = [...counted, ...knowledge.topics()];
  const names = subjects.flatMap(({ names }) => {
    const label = names[language][0] ?? '';
    return names[language].slice(0, NAMES_EACH).map((name) => ({ label, name: fold(name) }));
  });
  return new Fuse(names.slice(0, NAMES_LIMIT), {
    keys: ['name'],
    threshold: 0.3,
    useTokenSearch: true,
  });
}
