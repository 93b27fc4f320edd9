import { expect, test } from 'vitest';
import { RunTogether } from '../../src/knowledge/run-together.js';
import { splitWords } from '../../src/knowledge/words.js';

const KNOWN = new Set(['people', 'library', 'returned', 'interieur', 'many', 'year', 'ending']);
const together = new RunTogether();
together.learn(['reading', 'room']);
const apart = (text: string) =>
  splitWords(text).flatMap((word) =>
    together.apart(word, (folded) => KNOWN.has(folded))?.map(({ folded, start }) => `${folded}@${start}`),
  );

test.each([
  ['readingroom', ['reading@0', 'room@7']],
  ['readingrooms', ['reading@0', 'room@7']],
  ['lastyear', ['last@0', 'year@4']],
  ['howmanypeople', ['how@0', 'many@3', 'people@7']],
  ['peoplewere', ['people@0', 'were@6']],
  ['linterieur', ['l@0', 'interieur@1']],
  ['dinterieur', ['d@0', 'interieur@1']],
])('%s is told apart', (typed, parts) => {
  expect(apart(typed)).toEqual(parts);
});

test.each(['sending', 'overall', 'destiny', 'library', 'peoples', 'today'])(
  '%s is a word of its own',
  (typed) => {
    expect(apart(typed)).toEqual([undefined]);
  },
);
