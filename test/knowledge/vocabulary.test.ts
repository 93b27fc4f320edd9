/** The lists of words in `data/vocabulary/`: each word stands once, and in its place. */
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { collectDataBytes } from '../../src/knowledge/data-bytes.js';
import { readData } from '../../src/knowledge/files.js';
import type { WordGroup, WordList } from '../../src/knowledge/schema.js';
import { projectRoot } from '../../src/paths.js';
import { grouped } from '../../src/updates/grouped.js';

const { data } = readData(collectDataBytes([join(projectRoot, 'data', 'vocabulary')]));
const LISTS: (readonly [string, readonly (WordGroup | WordList)[]])[] = [
  ['neutral', data.neutral],
  ['light', data.light],
  ['ordinary', data.ordinary],
  ['loaded', data.loaded],
  ...grouped(data.wordLists, ({ list }) => list),
];
const LANGUAGES = ['en', 'fr'] as const;
const alphabet = new Intl.Collator('en');

test.each(LISTS)('%s: no word stands twice in a language', (_, groups) => {
  for (const language of LANGUAGES) expect(twice(groups.flatMap((group) => group[language]))).toEqual([]);
});

test.each(LISTS)('%s: words are in alphabetical order within a group', (_, groups) => {
  for (const { holds, ...words } of groups)
    for (const language of LANGUAGES)
      expect({ holds, words: words[language] }).toEqual({
        holds,
        words: words[language].toSorted(alphabet.compare),
      });
});

test('a neutral word is not listed as a light one too', () => {
  const neutral = new Set(wordsOf(data.neutral));
  expect(wordsOf(data.light).filter((word) => neutral.has(word))).toEqual([]);
});

function wordsOf(groups: readonly (WordGroup | WordList)[]): string[] {
  return groups.flatMap(({ en, fr }) => [...en, ...fr]);
}

function twice(words: readonly string[]): string[] {
  return words.filter((word, index) => words.indexOf(word) !== index);
}
