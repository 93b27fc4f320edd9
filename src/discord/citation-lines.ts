/** An answer's sources as lines of a message: one line a source for the answer, one block a place for the list. */
import type { Answer } from '../answers/answer.js';
import { type Citation, listedSources, locatorIn } from '../answers/citations.js';
import { catalogueOf } from '../language/catalogue.js';
import { discordCatalogueOf } from '../language/discord-catalogue.js';
import { formatDate } from '../language/format.js';
import type { Language } from './command.js';
import { fitLines } from './fitting.js';
import { escapeMarkdown, link } from './markdown.js';

/** An answer, or anything else that cites. */
type Cited = Pick<Answer, 'citations' | 'language'>;

type Place = {
  source: Citation['source'];
  numbers: number[];
  paragraphs: number[];
  locators: string[];
};

/** `[1][2] [publisher: “title”](address) (date, paragraphs 3, 7)`, one line for each source, in order of citation. */
export function citationLines({ citations, language }: Cited, { titles }: { titles: boolean }): string[] {
  return placesOf(citations, language).map(({ source, numbers, paragraphs, locators }) => {
    const marks = numbers.map((number) => `[${number}]`).join('');
    const label = titles ? labelWithTitle(source, language) : source.label[language];
    const counted =
      paragraphs.length > 0 ? [discordCatalogueOf(language).answers.paragraphs(paragraphs)] : [];
    const place = [...published(source, language), ...counted, ...inFull(locators).map(escapeMarkdown)];
    return `${marks} ${link(label, source.url)} (${[...place, ...secondHand(source, language)].join(', ')})`;
  });
}

/** One line a source, within `limit` characters: with their titles, or else without, or else as many as fit. */
export function sourcesWithin(answer: Cited, limit: number): { lines: string[]; whole: boolean } {
  for (const titles of [true, false]) {
    const lines = citationLines(answer, { titles });
    if (lines.join('\n').length <= limit) return { lines, whole: true };
  }
  const { shown } = fitLines(citationLines(answer, { titles: false }), limit);
  return { lines: shown, whole: false };
}

/** Every place that the answer cites or that says the same, in full: source, title, date, paragraph, what it passes on, address. */
export function citationBlocks(answer: Answer): string[] {
  const { language } = answer;
  const words = catalogueOf(language);
  return listedSources(answer).map(({ n, source, paragraph, locator, origin }) => {
    const where = paragraph === undefined ? locatorIn(locator, language) : words.paragraph(paragraph);
    const narrower = where === undefined ? [] : [escapeMarkdown(where)];
    const place = [...published(source, language), ...narrower, ...secondHand(source, language)].join(', ');
    const lines = [
      `**[${n}]** ${escapeMarkdown(labelWithTitle(source, language))} (${place})`,
      ...(origin ? [escapeMarkdown(words.origin(origin.title, origin.publisher))] : []),
      ...(source.url === null ? [] : [source.url]),
    ];
    return lines.join('\n');
  });
}

function placesOf(citations: readonly Citation[], language: Language): Place[] {
  const places = new Map<string, Place>();
  for (const { n, source, paragraph, locator } of citations) {
    const key = source.id;
    const place = places.get(key) ?? { source, numbers: [], paragraphs: [], locators: [] };
    places.set(key, place);
    place.numbers.push(n);
    const where = locatorIn(locator, language);
    if (paragraph !== undefined && !place.paragraphs.includes(paragraph)) place.paragraphs.push(paragraph);
    if (paragraph === undefined && where !== undefined && !place.locators.includes(where)) {
      place.locators.push(where);
    }
  }
  return [...places.values()];
}

/** Of a place and a narrower one inside it ("monthly table", "monthly table, total row") the narrower one. */
function inFull(locators: readonly string[]): string[] {
  return locators.filter((one) => !locators.some((other) => other.startsWith(`${one}, `)));
}

function labelWithTitle(source: Citation['source'], language: Language): string {
  const label = source.label[language];
  if (source.title === null) return label;
  return language === 'fr' ? `${label} : « ${source.title} »` : `${label}: “${source.title}”`;
}

function published(source: Citation['source'], language: Language): string[] {
  const words = catalogueOf(language);
  const date = source.published === null ? words.undated : formatDate(source.published, language);
  return source.publishedKnown === 'inferred' ? [date, words.inferred] : [date];
}

function secondHand(source: Citation['source'], language: Language): string[] {
  return source.originalOpened ? [] : [catalogueOf(language).secondHand];
}
