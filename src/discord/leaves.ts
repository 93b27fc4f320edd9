/** A long answer on pages that each hold their own sources, so that no number is far from where it comes from. */
import type { Answer } from '../answers/answer.js';
import { discordCatalogueOf } from '../language/discord-catalogue.js';
import { overviewWordsOf } from '../language/overview-words.js';
import { PREFIXES } from './buttons/prefixes.js';
import { pageButtons } from './buttons/rows.js';
import { citationLines } from './citation-lines.js';
import { cutText } from './fitting.js';
import { EMBED_DESCRIPTION_LIMIT, LEAF_LENGTH, MESSAGE_CONTENT_LIMIT } from './limits.js';
import { escapeMarkdown } from './markdown.js';
import type { BotMessage } from './message.js';
import { BOLD, bold } from './render.js';

export type Leaf = {
  /** The kept answer, to which the buttons lead. */
  answerId: string;
  /** Counted from 0; beyond the last it is the last. */
  page: number;
  /** Shown to one person only. */
  private: boolean;
};

/** One page: the answer's first line as the message's text, then the page's lines and the sources of both. */
export function renderLeaf(answer: Answer, { answerId, page: asked, private: isPrivate }: Leaf): BotMessage {
  const [head = '', ...lines] = answer.lines;
  const pages = pagesOf(head, lines, answer);
  const page = Math.min(asked, pages.length - 1);
  const shown = pages[page] ?? [];
  const words = discordCatalogueOf(answer.language).answers;
  const description = cutText(described(shown, head, answer), EMBED_DESCRIPTION_LIMIT);
  return {
    content: bold(cutText(escapeMarkdown(head), MESSAGE_CONTENT_LIMIT - BOLD)),
    embeds: [
      { description, ...(pages.length > 1 ? { footer: { text: words.page(page + 1, pages.length) } } : {}) },
    ],
    components: pageButtons(
      { prefix: PREFIXES.turn, id: answerId, page, pages: pages.length, delete: !isPrivate },
      answer.language,
    ),
  };
}

/** Sections stay whole where a page can hold them, so that both sides of a point are on one. */
function pagesOf(head: string, lines: readonly string[], answer: Answer): string[][] {
  const fits = (page: readonly string[]) =>
    page.join('\n').length <= LEAF_LENGTH && described(page, head, answer).length <= EMBED_DESCRIPTION_LIMIT;
  const pages: string[][] = [];
  for (const section of sectionsOf(lines, answer).flatMap((one) => pieces(one, fits))) {
    const last = pages.at(-1);
    if (last && fits([...last, ...section])) last.push(...section);
    else pages.push([...section]);
  }
  return pages.length > 0 ? pages : [[]];
}

function sectionsOf(lines: readonly string[], answer: Answer): string[][] {
  const sections: string[][] = [];
  for (const line of lines) {
    const last = sections.at(-1);
    if (last && !isHeading(line, answer)) last.push(line);
    else sections.push([line]);
  }
  return sections;
}

/** As many whole lines as fit each time; a heading is not left alone. */
function pieces(section: readonly string[], fits: (lines: readonly string[]) => boolean): string[][] {
  const found: string[][] = [];
  let piece: string[] = [];
  for (const line of section) {
    const isAlone = piece.length === 0 || (found.length === 0 && piece.length === 1);
    if (!isAlone && !fits([...piece, line])) {
      found.push(piece);
      piece = [];
    }
    piece.push(line);
  }
  return piece.length > 0 ? [...found, piece] : found;
}

/** The lines of a page, and the places that they and the first line cite. */
function described(lines: readonly string[], head: string, answer: Answer): string {
  const text = lines.map((line) => (isHeading(line, answer) ? `\n**${line}**` : `- ${escapeMarkdown(line)}`));
  const marks = [head, ...lines].flatMap((line) => [...line.matchAll(/\[(\d+)\]/g)]);
  const cited = new Set(marks.map(([, digits]) => Number(digits)));
  const citations = answer.citations.filter(({ n }) => cited.has(n));
  const sources = citationLines({ ...answer, citations }, { titles: false });
  return [text.join('\n').trim(), ...(sources.length > 0 ? ['', ...sources] : [])].join('\n');
}

function isHeading(line: string | undefined, { language }: Answer): boolean {
  const headings: readonly string[] = Object.values(overviewWordsOf(language).explanation.sections);
  return line !== undefined && headings.includes(line);
}
