/** Words as one line, for patterns that read several of them. */
import type { Word } from '../knowledge/words.js';

export type WordLine = {
  /** The folded words, a space after each. */
  line: string;
  /** Indexes of the words that begin from one character of the line up to another. */
  wordsFrom(start: number, end: number): number[];
};

/** The folded words, a space between each two. */
export function foldedLine(words: readonly Word[]): string {
  return words.map(({ folded }) => folded).join(' ');
}

/** The line of `words`, and where each stands in it. */
export function lineOf(words: readonly Word[]): WordLine {
  const starts: number[] = [];
  let line = '';
  for (const word of words) {
    starts.push(line.length);
    line += `${word.folded} `;
  }
  return {
    line,
    wordsFrom: (start, end) =>
      starts.flatMap((offset, index) => (offset >= start && offset < end ? [index] : [])),
  };
}
