import type { KnowledgeData } from './entries.js';
import { placesOf } from './fragments.js';
import { numbersIn, type PrintedNumber } from './numbers.js';

/** A paragraph of a source; without one nothing of a stored text is cited. */
export type Place = { source: string; paragraph?: number | undefined };

/** What the entries that cite one paragraph say: numbers, dates, and printed fragments. */
type Cited = { values: Set<number>; days: Set<string>; years: Set<number>; fragments: string[] };

/** Tells which numbers of a text some entry cites, or lists as left out. */
export class Citations {
  readonly #cited = new Map<string, Cited>();

  constructor(data: KnowledgeData) {
    for (const figure of data.figures) {
      const cited = this.#at(figure);
      if (figure.printed !== undefined) addText(cited, figure.printed);
      for (const value of [figure.value, figure.low, figure.high]) {
        if (value !== undefined) cited.values.add(Math.abs(value));
      }
      for (const date of [figure.asOf, figure.period?.from, figure.period?.to]) addDate(cited, date);
    }
    for (const quote of data.quotes) {
      const cited = this.#at(quote);
      addText(cited, quote.text);
      addDate(cited, quote.saidOn);
    }
    for (const event of data.events) {
      for (const place of [event, ...(event.also ?? [])]) addDate(this.#at(place), event.date);
    }
    for (const entry of [...data.events, ...data.statements]) {
      for (const place of [entry, ...(entry.also ?? [])]) {
        const cited = this.#at(place);
        for (const text of [entry.text.en, entry.text.fr, ...(place.printed ?? [])]) addText(cited, text);
      }
    }
    // What is left out covers only its own characters: "one in, one out" is no reason for "one person".
    for (const entry of data.leftOut) this.#at(entry).fragments.push(entry.printed);
  }

  /** True if an entry for this paragraph holds the number, its date, or a fragment in which it stands. */
  cover(place: Place, text: string, number: PrintedNumber): boolean {
    const cited = this.#cited.get(key(place));
    if (!cited) return false;
    if (cited.values.has(number.value)) return true;
    if (number.day && cited.days.has(dayKey(number.day.month, number.day.day))) return true;
    if (number.year && cited.years.has(number.value)) return true;
    return cited.fragments.some((fragment) => covers(fragment, text, number));
  }

  #at(place: Place): Cited {
    const found = this.#cited.get(key(place));
    if (found) return found;
    const made: Cited = { values: new Set(), days: new Set(), years: new Set(), fragments: [] };
    this.#cited.set(key(place), made);
    return made;
  }
}

/** A number in a text cites the same number; the day of a date cites only that day. */
function addText(cited: Cited, text: string): void {
  cited.fragments.push(text);
  for (const { value, day } of numbersIn(text)) {
    if (day) cited.days.add(dayKey(day.month, day.day));
    else cited.values.add(value);
  }
}

function addDate(cited: Cited, date: string | null | undefined): void {
  if (!date) return;
  const [year, month, day] = date.split('-').map(Number);
  cited.years.add(year ?? 0);
  cited.days.add(dayKey(month ?? 0, day ?? 0));
}

function covers(fragment: string, text: string, number: PrintedNumber): boolean {
  return placesOf(fragment, text).some((at) => at <= number.start && number.end <= at + fragment.length);
}

function key(place: Place): string {
  return `${place.source} ${place.paragraph}`;
}

function dayKey(month: number, day: number): string {
  return `${month}-${day}`;
}
