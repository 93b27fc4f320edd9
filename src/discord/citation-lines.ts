/** An answer's sources as lines of a message: one line a source for the answer, one block a place for the list. */
import type { Answer } from '../answers/answer.js';
import type { Citation } from '../answers/citations.js';
import { catalogueOf } from '../language/catalogue.js';
import { discordCatalogueOf } from '../language/discord-catalogue.js';
import { formatDate } from '../language/format.js';
import type { Language } from './command.js';
import { escapeMarkdown, link } from './markdown.js';

type Place = { source: Citation['source']; numbers: number[]; paragraphs: number[] };

/** `[1][2] [publisher: “title”](address) (date, paragraphs 3, 7)`, one line for each source, in order of citation. */
export function citationLines(answer: Answer, { titles }: { titles: boolean }): string[] {
  const { language } = answer;
  return placesOf(answer.citations).map(({ source, numbers, paragraphs }) => {
    const marks = numbers.map((number) => `[${number}]`).join('');
    const label = titles ? labelWithTitle(source, language) : source.label[language];
    const where = discordCatalogueOf(language).answers.paragraphs(paragraphs);
    return `${marks} ${link(label, source.url)} (${[...published(source, language), where].join(', ')})`;
  });
}

/** Every place that the answer cites, in full: source, title, date, paragraph, what it passes on, address. */
export function citationBlocks(answer: Answer): string[] {
  const { language } = answer;
  const words = catalogueOf(language);
  return answer.citations.map(({ n, source, paragraph, origin }) => {
    const place = [...published(source, language), words.paragraph(paragraph)].join(', ');
    const lines = [
      `**[${n}]** ${escapeMarkdown(labelWithTitle(source, language))} (${place})`,
      ...(origin ? [escapeMarkdown(words.origin(origin.title, origin.publisher))] : []),
      ...(source.url === null ? [] : [source.url]),
    ];
    return lines.join('\n');
  });
}

function placesOf(citations: readonly Citation[]): Place[] {
  const places = new Map<string, Place>();
  for (const { n, source, paragraph } of citations) {
    const key = source.id;
    const place = places.get(key) ?? { source, numbers: [], paragraphs: [] };
    places.set(key, place);
    place.numbers.push(n);
    if (!place.paragraphs.includes(paragraph)) place.paragraphs.push(paragraph);
  }
  return [...places.values()];
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
