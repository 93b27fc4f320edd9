/** An answer as a person reads it in a terminal: the answer, then its numbered sources. */
import type { Answer } from '../answers/answer.js';
import { type Citation, listedSources, locatorIn } from '../answers/citations.js';
import { catalogueOf } from '../language/catalogue.js';
import { formatDate } from '../language/format.js';
import type { Catalogue } from '../language/sentences.js';

/** Plain text without colours; what is put right stands first in the answer's lines. */
export function answerText(answer: Answer): string {
  const words = catalogueOf(answer.language);
  const sources = listedSources(answer).map((citation) => sourceLine(citation, answer.language, words));
  const suggested = answer.suggestions.length > 0 ? [words.canAnswer(answer.suggestions.join(' '))] : [];
  const blocks = [answer.lines, suggested, sources];
  return blocks
    .filter((block) => block.length > 0)
    .map((block) => block.join('\n'))
    .join('\n\n');
}

/** `[1] label: “title” (date, paragraph N or its place), passing on “…”; URL`, as far as each is known. */
export function sourceLine(
  { n, source, paragraph, locator, origin }: Citation,
  language: Answer['language'],
  words: Catalogue,
): string {
  const title = source.title === null ? '' : titled(source.title, language);
  const published = source.published === null ? words.undated : formatDate(source.published, language);
  const inferred = source.publishedKnown === 'inferred' ? [words.inferred] : [];
  const where = paragraph === undefined ? locatorIn(locator, language) : words.paragraph(paragraph);
  const secondHand = source.originalOpened ? undefined : words.secondHand;
  const place = [published, ...inferred, where, secondHand].filter((part) => part !== undefined).join(', ');
  const passedOn = origin ? `, ${words.origin(origin.title, origin.publisher)}` : '';
  const line = `[${n}] ${source.label[language]}${title} (${place})${passedOn}`;
  return source.url === null ? line : words.listed([line, source.url]);
}

function titled(title: string, language: Answer['language']): string {
  return language === 'fr' ? ` : « ${title} »` : `: “${title}”`;
}
