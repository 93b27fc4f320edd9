/** The months in which something happened, to pick where a timeline begins or ends. */
import { addDays } from '../knowledge/calendar.js';
import type { Knowledge } from '../knowledge/reads.js';
import { fold } from '../knowledge/words.js';
import { formatMonth, type LanguageCode } from '../language/format.js';
import type { Choice } from './named.js';

type Month = { id: string; label: Record<LanguageCode, string>; typed: string };

/** The list is made once: the data do not change under an open database. */
export class EventDates {
  readonly #knowledge: Knowledge;
  #kept: readonly Month[] | undefined;

  constructor(knowledge: Knowledge) {
    this.#knowledge = knowledge;
  }

  /** Months whose name or number holds each word that was typed, the newest first. */
  matching(typed: string, language: LanguageCode, limit: number): Choice[] {
    this.#kept ??= monthsOf(this.#knowledge);
    const words = fold(typed)
      .split(/[\s,]+/)
      .filter(Boolean);
    return this.#kept
      .filter((month) => words.every((word) => month.typed.includes(word)))
      .slice(0, limit)
      .map(({ id, label }) => ({ id, label: label[language] }));
  }
}

/** Ids are those of periods: "2025-10-01..2025-10-31". */
function monthsOf(knowledge: Knowledge): Month[] {
  const months = new Set(knowledge.events().map(({ date }) => date.slice(0, 7)));
  return [...months]
    .sort()
    .reverse()
    .map((month) => {
      const first = `${month}-01`;
      const last = addDays(`${addDays(first, 31).slice(0, 7)}-01`, -1);
      const label = { en: formatMonth(first, 'en'), fr: formatMonth(first, 'fr') };
      return { id: `${first}..${last}`, label, typed: fold(`${label.en} ${label.fr} ${month}`) };
    });
}
