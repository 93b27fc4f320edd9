/** An answer as a message: what was asked for first, the rest and the sources compactly below, buttons for more. */
import type { Answer } from '../answers/answer.js';
import { catalogueOf } from '../language/catalogue.js';
import { discordCatalogueOf } from '../language/discord-catalogue.js';
import { answerButtons } from './buttons/rows.js';
import { citationBlocks, sourcesWithin } from './citation-lines.js';
import { cutText, fitLines, paginate } from './fitting.js';
import { COMPACT_LENGTH, MESSAGE_CONTENT_LIMIT, PAGE_LENGTH } from './limits.js';
import { escapeMarkdown } from './markdown.js';
import type { BotMessage } from './message.js';

export type Rendering = {
  /** The kept answer, to which the buttons lead; without one there are no buttons. */
  answerId: string | undefined;
  hasEarlier: boolean;
  /** It lacks a figure that could be suggested. */
  suggest?: boolean;
  /** True for answers to commands. */
  askMore: boolean;
  /** Shown to the person who asked only. */
  private: boolean;
};

export const BOLD = '****'.length;
/** A whole quotation in bold is hard to read. */
const BOLD_UP_TO = 200;

/**
 * The first line is the message's text, so that it is read in a notification and where embeds are off; the
 * other lines and the sources are an embed of at most COMPACT_LENGTH. What does not fit is behind "Sources".
 */
export function renderAnswer(answer: Answer, rendering: Rendering): BotMessage {
  const { first, below } = laidOut(answer);
  const { answerId } = rendering;
  return {
    content: first,
    ...(below.length > 0 ? { embeds: [{ description: below.join('\n') }] } : {}),
    ...(answerId === undefined
      ? {}
      : {
          components: answerButtons({
            answerId,
            language: answer.language,
            sources: answer.citations.length > 0 || !isShownWhole(answer),
            earlier: rendering.hasEarlier,
            suggest: rendering.suggest ?? false,
            askMore: rendering.askMore,
            delete: !rendering.private,
          }),
        }),
  };
}

/** The pages behind "Sources": the whole answer where the message could not hold it, then every place cited. */
export function sourcePages(answer: Answer): string[] {
  const words = discordCatalogueOf(answer.language).answers;
  const lines = isShownWhole(answer) ? [] : answer.lines.map(escapeMarkdown);
  const blocks = [...lines, ...citationBlocks(answer)];
  return paginate(blocks.length > 0 ? blocks : [words.nothingCited], PAGE_LENGTH);
}

/** The pages of an answer's lines and its sources, for an answer that is a list. */
export function answerPages(answer: Answer): string[] {
  return paginate([...answer.lines.map(escapeMarkdown), ...citationBlocks(answer)], PAGE_LENGTH);
}

function isShownWhole(answer: Answer): boolean {
  return laidOut(answer).whole;
}

function laidOut(answer: Answer): { first: string; below: string[]; whole: boolean } {
  const [head = '', ...lines] = answer.lines.flatMap((line) => line.split('\n')).map(escapeMarkdown);
  const first = cutText(head, MESSAGE_CONTENT_LIMIT - BOLD);
  const rest = [...lines, ...suggestionLines(answer)];
  const sources = sourcesWithin(answer, COMPACT_LENGTH / 2);
  const more = discordCatalogueOf(answer.language);
  const note = more.answers.moreBehind(more.buttons.sources);
  const room = COMPACT_LENGTH - lengthOf(sources.lines) - note.length - 2;
  const fitted = fitLines(rest, room);
  const whole = first === head && fitted.rest.length === 0 && sources.whole;
  const fitting = fitted.shown.length > 0 || rest[0] === undefined ? fitted.shown : [cutText(rest[0], room)];
  const shown = fitting.slice(0, fitting.findLastIndex((line) => line !== '') + 1);
  const gap = shown.length > 0 && sources.lines.length > 0 ? [''] : [];
  return {
    first: bold(first),
    below: [...shown, ...gap, ...sources.lines, ...(whole ? [] : [`-# ${note}`])],
    whole,
  };
}

/** A first line stands out, unless it is long. */
export function bold(first: string): string {
  return first === '' || first.length > BOLD_UP_TO ? first : `**${first}**`;
}

function suggestionLines({ suggestions, language }: Answer): string[] {
  if (suggestions.length === 0) return [];
  return [
    escapeMarkdown(catalogueOf(language).canAnswer('')).trim(),
    ...suggestions.map((one) => `- ${escapeMarkdown(one)}`),
  ];
}

function lengthOf(lines: readonly string[]): number {
  return lines.join('\n').length;
}
