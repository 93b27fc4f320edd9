/** A suggested figure as it was read, and the data file that it becomes for review. */

import { Document } from 'yaml';
import { z } from 'zod';
import type { KnowledgeData } from './entries.js';
import { type DataFile, figureSchema } from './schema.js';

const { qualifier, datePrecision } = figureSchema.shape;
const date = z.iso.date();

/** What of a suggestion was understood; the rest of the figure is for the reviewer to say. */
export const suggestedSchema = z.object({
  metric: z.string(),
  value: z.number().optional(),
  low: z.number().optional(),
  high: z.number().optional(),
  qualifier,
  /** The characters of the source's words that hold the number. */
  printed: z.string(),
  asOf: date.optional(),
  period: z.object({ from: date, to: date }).optional(),
  datePrecision,
  address: z.url(),
  words: z.string(),
});

export type SuggestedFigure = z.infer<typeof suggestedSchema>;

type Numbered = Pick<DataFile, 'figures' | 'sources'>;

/**
 * The entries of a suggestion: the figure, and its source where the data have none of this address. Their ids are
 * the next free ones of `data`. What nobody has looked at yet is written as unknown, never guessed.
 */
export function entriesFor(
  suggested: SuggestedFigure,
  data: Pick<KnowledgeData, 'figures' | 'sources'>,
): Numbered {
  const { address, words: _, ...figure } = suggested;
  const known = data.sources.find(({ url }) => url === address);
  const source = known?.id ?? nextId('S', data.sources);
  const host = new URL(address).hostname.replace(/^www\./, '');
  const sources: Numbered['sources'] = known
    ? []
    : [
        {
          id: source,
          document: null,
          label: { en: host, fr: host },
          title: null,
          publisher: null,
          url: address,
          published: null,
          publishedKnown: 'unknown',
          kind: 'anonymous',
          rewriteOf: null,
          originalOpened: false,
          note: {
            en: 'Suggested by a reader; publisher, title, date and kind are still to be looked up.',
            fr: 'Proposé par un lecteur ; éditeur, titre, date et nature restent à vérifier.',
          },
          names: { en: [host], fr: [host] },
        },
      ];
  const figures: Numbered['figures'] = [
    { id: nextId('F', data.figures), ...figure, dateKnown: 'stated', source, provisional: false },
  ];
  return { sources, figures };
}

/** The YAML of a data file with these entries; the source's words stand above them as a comment. */
export function fileOf({ sources, figures }: Numbered, { words, address }: SuggestedFigure): string {
  const document = new Document({ ...(sources.length > 0 ? { sources } : {}), figures });
  const quoted = words.split(/\r?\n/).map((line) => ` “${line.trim()}”`);
  document.commentBefore = [
    ' A suggested figure, for review. Open the source and hold the figure against its words:',
    ` ${address}`,
    ...quoted,
    ' Complete the source, set `originalOpened`, and move the entries to the files of their kind.',
  ].join('\n');
  return document.toString({ lineWidth: 110 });
}

function nextId(prefix: 'F' | 'S', entries: readonly { id: string }[]): string {
  const numbers = entries.map(({ id }) => Number(/^\w-(\d+)/.exec(id)?.[1] ?? 0));
  return `${prefix}-${String(Math.max(0, ...numbers) + 1).padStart(3, '0')}`;
}
