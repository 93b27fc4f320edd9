/** Holds the data against the stored texts, both ways. */
import { Citations, type Place } from './citations.js';
import { countedNumbers } from './counted.js';
import type { Paragraph } from './documents.js';
import type { KnowledgeData } from './entries.js';
import { placesOf } from './fragments.js';

export type Verification = {
  faults: string[];
  /** How many printed fragments and quotations were found in their paragraphs. */
  fragments: number;
  /** How many numbers of the texts are cited or left out with a reason. */
  numbers: number;
  /** Sources whose text isn't stored, so that nothing can be held against it. */
  withoutText: string[];
};

/** `documents` are the stored texts by file name. */
export function verify(
  data: KnowledgeData,
  documents: ReadonlyMap<string, readonly Paragraph[]>,
): Verification {
  const sources = new Map(data.sources.map((source) => [source.id, source.document]));
  const faults: string[] = [];
  let fragments = 0;
  for (const { id, document } of data.sources) {
    if (document !== null && !documents.has(document)) {
      faults.push(`${id}: there is no text ${document}; add it or mend \`document\``);
    }
  }
  for (const { label, field, text, place } of printedFragments(data)) {
    const document = sources.get(place.source);
    const paragraphs = document ? documents.get(document) : undefined;
    if (!paragraphs || place.paragraph === undefined) continue;
    const where = `${place.source} ¶${place.paragraph}`;
    const paragraph = paragraphs[place.paragraph - 1];
    if (!paragraph) {
      faults.push(
        `${label}: ${where} doesn't exist, the text has ${paragraphs.length} paragraphs; mend \`paragraph\``,
      );
    } else if (text !== undefined && placesOf(text, paragraph.text).length === 0) {
      faults.push(
        `${label}: ${JSON.stringify(text)} doesn't stand in ${where}; copy \`${field}\` from the text`,
      );
    } else if (text !== undefined) fragments += 1;
  }
  const numbers = verifyNumbers(data, documents, faults);
  const withoutText = data.sources.filter(({ document }) => document === null).map(({ id }) => id);
  return { faults, fragments, numbers, withoutText };
}

type Fragment = { label: string; field: string; text: string | undefined; place: Place };

/** Everything that must stand in a paragraph; without text where only the paragraph must exist. */
function printedFragments(data: KnowledgeData): Fragment[] {
  const worded = [...data.events, ...data.statements];
  return [
    ...data.figures.map((one) => ({ label: one.id, field: 'printed', text: one.printed, place: one })),
    ...data.quotes.map((one) => ({ label: one.id, field: 'text', text: one.text, place: one })),
    ...data.leftOut.map((one) => ({ label: 'leftOut', field: 'printed', text: one.printed, place: one })),
    ...worded.flatMap((one) => allPrinted(one.id, 'printed', one.printed, one)),
    ...worded.flatMap((one) =>
      (one.also ?? []).flatMap((place) => allPrinted(one.id, 'also.printed', place.printed ?? [], place)),
    ),
  ];
}

function allPrinted(label: string, field: string, printed: readonly string[], place: Place): Fragment[] {
  const texts = printed.length === 0 ? [undefined] : printed;
  return texts.map((text) => ({ label, field, text, place }));
}

function verifyNumbers(
  data: KnowledgeData,
  documents: ReadonlyMap<string, readonly Paragraph[]>,
  faults: string[],
): number {
  const citations = new Citations(data);
  const sourceOf = new Map(data.sources.map((source) => [source.document, source.id]));
  let found = 0;
  for (const [name, paragraphs] of documents) {
    const source = sourceOf.get(name);
    if (source === undefined) {
      faults.push(`${name}: no source has this text as its \`document\`; add a source or take the text away`);
      continue;
    }
    for (const { text, number: paragraph } of paragraphs) {
      for (const number of countedNumbers(text)) {
        if (citations.cover({ source, paragraph }, text, number)) found += 1;
        else {
          const around = text.slice(Math.max(0, number.start - 30), number.end + 30);
          faults.push(
            `${source} ¶${paragraph}: nothing cites "${text.slice(number.start, number.end)}" in "…${around}…"; ` +
              'cite it or list it in leftOut with a reason',
          );
        }
      }
    }
  }
  return found;
}
