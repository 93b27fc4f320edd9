import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { paragraphsOf, readDocument, splitReferenceMarks } from '../../src/knowledge/documents.js';
import { folderWith } from './made-up.js';

const STORED = join(import.meta.dirname, '../../../shared/documents');

test.each<[string, string, number[][]]>([
  ['the Channel3,14.', 'the Channel.', [[3, 14]]],
  ['began in 201812.', 'began in 2018.', [[12]]],
  ['the whole of 20243,6.', 'the whole of 2024.', [[3, 6]]],
  ['early November 20255,7', 'early November 2025', [[5, 7]]],
  ['on November 10, 20257.', 'on November 10, 2025.', [[7]]],
  ['in place7. It grew9, it fell11; it ended', 'in place. It grew, it fell; it ended', [[7], [9], [11]]],
  ["a 'failure,'4,13 he said", "a 'failure,' he said", [[4, 13]]],
  ['in the UK5,16.', 'in the UK.', [[5, 16]]],
  ['a total of 38,7263.', 'a total of 38,726.', [[3]]],
  ['a total of 38,72614,16.', 'a total of 38,726.', [[14, 16]]],
  ['38,726 and 36,816, in 2025.', '38,726 and 36,816, in 2025.', []],
  ['By November 9, 2025, 1,700', 'By November 9, 2025, 1,700', []],
  ['the G7 and MI5 on 18th May, 41k', 'the G7 and MI5 on 18th May, 41k', []],
  ['fell9,3.', 'fell9,3.', []],
])('%s', (raw, text, marks) => {
  const split = splitReferenceMarks(raw);
  expect(split.text).toBe(text);
  expect(split.references.map((reference) => reference.marks)).toEqual(marks);
});

test('marks remember where they stood', () => {
  expect(splitReferenceMarks('the Channel3,14. On').references).toEqual([{ at: 11, marks: [3, 14] }]);
});

test('paragraphs are the non-empty lines, whatever ends them', () => {
  const folder = folderWith({ 'a.txt': '\uFEFFOne\r\n\r\n  \r\n  Two \n\nThree' });
  expect(readDocument(join(folder, 'a.txt')).map(({ number, text }) => [number, text])).toEqual([
    [1, 'One'],
    [2, 'Two'],
    [3, 'Three'],
  ]);
});

test('marks are split only above a numbered list of references', () => {
  const body = 'It grew3.';
  const texts = (content: string) => paragraphsOf(content).map(({ text }) => text);
  expect(texts(body)).toEqual(['It grew3.']);
  expect(texts(`${body}\nReferences\nnone`)[0]).toBe('It grew3.');
  expect(texts(`${body}\nReferences\n 1. A page of grew4.`)).toEqual([
    'It grew.',
    'References',
    '1. A page of grew4.',
  ]);
});

const stored = existsSync(STORED) ? readdirSync(STORED).sort() : [];

test.skipIf(stored.length === 0)(
  'stored texts: no mark is left and no number is harmed (skipped without them)',
  () => {
    for (const name of stored) {
      const paragraphs = readDocument(join(STORED, name));
      const marked = paragraphs.flatMap((paragraph) => paragraph.references);
      if (!name.startsWith('004')) expect(marked).toEqual([]);
      for (const { text, raw, references } of paragraphs) {
        const glued = [...text.matchAll(/\p{L}['’,.]*\d|\d{5,}|\d,\d\d?(?!\d)/gu)].map((match) => match[0]);
        expect(glued).toEqual([]);
        let rebuilt = text;
        for (const { at, marks } of references.toReversed()) {
          rebuilt = rebuilt.slice(0, at) + marks.join(',') + rebuilt.slice(at);
        }
        expect(rebuilt).toBe(raw);
      }
    }
    const explainer = stored.find((name) => name.startsWith('004'));
    const paragraph = readDocument(join(STORED, explainer ?? ''))[8]?.text;
    expect(paragraph).toContain('data collection began in 2018. By November 9, 2025, the cumulative total');
    expect(paragraph).toContain('38,726, exceeding the 36,816 recorded for the entirety of 2024. This');
  },
);
