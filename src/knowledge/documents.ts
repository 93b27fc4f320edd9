/**
 * Stored texts. Paragraphs are the non-empty lines, counted from 1.
 *
 * Some texts glue the marks of their reference list to words and numbers ("Channel3,14.", "201812.").
 * In a text that ends in a list headed "References" (or Notes, Sources, Footnotes) whose items are
 * numbered, marks are split off in the paragraphs above that heading, by this rule: one or more numbers
 * of one or two digits, rising, joined by commas without spaces, that stand at the end of a word (before a
 * space, closing punctuation or the end) and are glued
 *  - to a lower-case letter, or to a quotation mark or comma right behind one ("failure,'4,13"), or
 *  - to capitals, if there are two marks or more ("UK5,16"; "G7" and "MI5" are names), or
 *  - to a year from 1900 to 2099 ("20243,6" is 2024 with marks 3 and 6), or
 *  - to a number whose thousands are grouped ("38,7263" is 38,726 with mark 3).
 */
import { readFileSync } from 'node:fs';

/** Marks of the reference list and the offset in `text` at which they stood. */
export type ReferenceMark = { at: number; marks: number[] };

/** One paragraph: `text` is without reference marks, `raw` as stored. */
export type Paragraph = { number: number; text: string; raw: string; references: ReferenceMark[] };

/** Loads a stored text. */
export function readDocument(path: string): Paragraph[] {
  return paragraphsOf(new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path)));
}

/** The paragraphs of a text, with reference marks split off where the text has a reference list. */
export function paragraphsOf(content: string): Paragraph[] {
  const lines = content
    .split(/\r\n|[\n\r]/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const heading = referenceHeading(lines);
  return lines.map((raw, index) => {
    const split = index < heading ? splitReferenceMarks(raw) : { text: raw, references: [] };
    return { number: index + 1, raw, ...split };
  });
}

/** Splits glued reference marks off one paragraph, by the rule above. */
export function splitReferenceMarks(raw: string): { text: string; references: ReferenceMark[] } {
  const references: ReferenceMark[] = [];
  let text = '';
  let copied = 0;
  for (const match of raw.matchAll(GLUED)) {
    const groups = match.groups ?? {};
    const list = groups.afterLower ?? groups.afterCapital ?? groups.afterNumber ?? '';
    const marks = list.split(',').map(Number);
    if (!rising(marks)) continue;
    const start = match.index + match[0].length - list.length;
    text += raw.slice(copied, start);
    references.push({ at: text.length, marks });
    copied = start + list.length;
  }
  return { text: text + raw.slice(copied), references };
}

const MARK = String.raw`[1-9]\d?`;
const GLUED = new RegExp(
  [
    String.raw`(?<=\p{Ll}[,.]?['’"”)]?)(?<afterLower>${MARK}(?:,${MARK})*)`,
    String.raw`(?<=\p{Lu})(?<afterCapital>${MARK}(?:,${MARK})+)`,
    String.raw`(?<![\d,.])(?:(?:19|20)\d\d|\d{1,3}(?:,\d{3})+)(?<afterNumber>${MARK}(?:,${MARK})*)`,
  ]
    .map((way) => String.raw`(?:${way})(?=[.,;:!?)\]'’"”]*(?:\s|$))`)
    .join('|'),
  'gu',
);

/** The index of the heading of a numbered reference list; -1 (so that nothing is above it) if there is none. */
function referenceHeading(lines: readonly string[]): number {
  const heading = lines.findLastIndex((line) =>
    /^(?:references|notes|sources|footnotes|références):?$/i.test(line),
  );
  const isNumbered = lines.slice(heading + 1).some((line) => /^\[?\d{1,3}[.)\]]\s/.test(line));
  return isNumbered ? heading : -1;
}

function rising(marks: readonly number[]): boolean {
  return marks.every((mark, index) => index === 0 || mark > (marks[index - 1] ?? 0));
}
