/** A long answer on pages that each hold their own sources, so that no number is far from where it comes from. */
import type { Answer } from '../answers/answer.js';
import { discordCatalogueOf } from '../language/discord-catalogue.js';
import { overviewWordsOf } from '../language/overview-words.js';
import { PREFIXES } from './buttons/prefixes.js';
import { pageButtons } from './buttons/rows.js';
import { citationLines } from './citation-lines.js';
import { cutText, fitLines } from './fitting.js';
import { EMBED_DESCRIPTION_LIMIT, LEAF_LENGTH, MESSAGE_CONTENT_LIMIT } from './limits.js';
import { escapeMarkdown } from './markdown.js';
import type { BotMessage } from './message.js';

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
  const pages = pagesOf(lines, answer);
  const page = Math.min(asked, pages.length - 1);
  const shown = pages[page] ?? [];
  const words = discordCatalogueOf(answer.language).answers;
  const description = withSources(shown, head, answer);
  return {
    content: cutText(escapeMarkdown(head), MESSAGE_CONTENT_LIMIT),
    embeds: [
      { description, ...(pages.length > 1 ? { footer: { text: words.page(page + 1, pages.length) } } : {}) },
    ],
    components: pageButtons(
      { prefix: PREFIXES.turn, id: answerId, page, pages: pages.length, delete: !isPrivate },
      answer.language,
    ),
  };
}

/** Whole lines; a heading stays with the first line that follows it. */
function pagesOf(lines: readonly string[], answer: Answer): string[][] {
  const pages: string[][] = [];
  let rest = [...lines];
  while (rest.length > 0) {
    const fitting = fitLines(rest, LEAF_LENGTH).shown;
    const count = Math.max(1, isHeading(fitting.at(-1), answer) ? fitting.length - 1 : fitting.length);
    pages.push(rest.slice(0, count));
    rest = rest.slice(count);
  }
  return pages.length > 0 ? pages : [[]];
}

function withSources(lines: readonly string[], head: string, answer: Answer): string {
  const text = lines
    .map((line) => (isHeading(line, answer) ? `\n**${line}**` : `- ${escapeMarkdown(line)}`))
    .join('\n');
  const cited = new Set(
    [head, ...lines].flatMap((line) => [...line.matchAll(/\[(\d+)\]/g)].map((mark) => Number(mark[1]))),
  );
  const citations = answer.citations.filter(({ n }) => cited.has(n));
  const room = EMBED_DESCRIPTION_LIMIT - text.length - 2;
  const sources = fitLines(citationLines({ ...answer, citations }, { titles: false }), room).shown;
  return [text.trim(), ...(sources.length > 0 ? ['', ...sources] : [])].join('\n');
}

function isHeading(line: string | undefined, { language }: Answer): boolean {
  const headings: readonly string[] = Object.values(overviewWordsOf(language).explanation.sections);
  return line !== undefined && headings.includes(line);
}
