import { expect, test } from 'vitest';
import { countedNumbers } from '../../src/knowledge/counted.js';
import { paragraphsOf } from '../../src/knowledge/documents.js';
import { readDataFolders } from '../../src/knowledge/files.js';
import { placesOf } from '../../src/knowledge/fragments.js';
import { verify } from '../../src/knowledge/verification.js';
import { BASE, EVENT, figure, folderWith, QUOTE, STATEMENT } from './made-up.js';

const TEXT = `The first boat left on September 1, 2025.
By 10 November 94 people had been sent.
She said: “It is slow”, and that two people share a boat.`;

const FILES = {
  'base.yaml': BASE,
  'f.yaml': `figures:\n${figure('F-100')}`,
  'q.yaml': QUOTE,
  'e.yaml': EVENT,
  't.yaml': STATEMENT,
};

function faultsOf(text: string, files: Record<string, string> = {}): string[] {
  const { data, problems } = readDataFolders([folderWith({ ...FILES, ...files })]);
  expect(problems).toEqual([]);
  return verify(data, new Map([['herald.txt', paragraphsOf(text)]])).faults;
}

test('data and text that agree', () => {
  const { data } = readDataFolders([folderWith(FILES)]);
  const result = verify(data, new Map([['herald.txt', paragraphsOf(TEXT)]]));
  expect(result).toEqual({ faults: [], fragments: 4, numbers: 6, withoutText: ['S-101'] });
});

test.each<[string, string, Record<string, string>, RegExp]>([
  [
    'a figure that the text has otherwise',
    TEXT.replace('94', '95'),
    {},
    /F-100: "94" doesn't stand in S-100 ¶2; copy `printed`/,
  ],
  [
    'a figure inside a longer number',
    TEXT.replace('94', '94,000'),
    {},
    /F-100: "94" doesn't stand in S-100 ¶2/,
  ],
  [
    'a quotation that differs by a word',
    TEXT.replace('It is slow', 'It was slow'),
    {},
    /Q-100: "It is slow" doesn't stand in S-100 ¶3; copy `text`/,
  ],
  [
    'a printed fragment elsewhere',
    TEXT.replace('first boat', 'first ship'),
    {},
    /E-100: "first boat" doesn't stand in S-100 ¶1/,
  ],
  [
    'a further place that lacks the fragment',
    TEXT,
    { 't.yaml': `${STATEMENT}    also: [{ source: S-100, paragraph: 1, printed: [two boats] }]\n` },
    /T-100: "two boats" doesn't stand in S-100 ¶1; copy `also\.printed`/,
  ],
  [
    'a paragraph that does not exist',
    TEXT,
    { 't.yaml': STATEMENT.replace('paragraph: 3', 'paragraph: 9') },
    /T-100: S-100 ¶9 doesn't exist, the text has 3/,
  ],
  [
    'digits that nothing cites',
    `${TEXT}\nMore than 17 came.`,
    {},
    /S-100 ¶4: nothing cites "17" in "…More than 17 came/,
  ],
  [
    'number words that nothing cites',
    `${TEXT}\nA second small boat migrant came.`,
    {},
    /S-100 ¶4: nothing cites "second"/,
  ],
  ['a number cited elsewhere only', `${TEXT}\nThen 94 came.`, {}, /S-100 ¶4: nothing cites "94"/],
  ['a day of another month', TEXT.replace('10 November', '10 October'), {}, /S-100 ¶2: nothing cites "10"/],
  [
    'a left-out number that is not there',
    TEXT,
    { 'l.yaml': 'leftOut: [{ source: S-100, paragraph: 1, printed: "7", reason: none }]' },
    /leftOut: "7" doesn't stand in S-100 ¶1/,
  ],
  [
    'a left-out name that is no reason for a count',
    `${TEXT}\nThe one in, one out plan swaps one person.`,
    { 'l.yaml': 'leftOut: [{ source: S-100, paragraph: 4, printed: "one in, one out", reason: name }]' },
    /S-100 ¶4: nothing cites "one" in/,
  ],
])('%s', (_, text, files, expected) => {
  expect(faultsOf(text, files).join('\n')).toMatch(expected);
});

test('a number that is listed as left out is no fault', () => {
  const files = {
    'l.yaml': 'leftOut: [{ source: S-100, paragraph: 4, printed: "17", reason: a house number }]',
  };
  expect(faultsOf(`${TEXT}\nAt 17 High Street.`, files)).toEqual([]);
});

test('texts without a source and sources without their text are faults', () => {
  const { data } = readDataFolders([folderWith(FILES)]);
  const { faults } = verify(data, new Map([['other.txt', paragraphsOf('Nothing.')]]));
  expect(faults).toEqual([
    expect.stringMatching(/^S-100: there is no text herald\.txt/),
    expect.stringMatching(/^other\.txt: no source has this text/),
  ]);
});

test('fragments: quotes folded, first letter in either case, whole words and numbers only', () => {
  expect(placesOf("it's", 'Yes, It’s so')).toEqual([5]);
  expect(placesOf('IT IS', 'it is')).toEqual([]);
  expect(placesOf('75', '1975, 75,000, 7.75 and 75.')).toEqual([23]);
  expect(placesOf('one', 'someone alone')).toEqual([]);
});

test('which numbers of a text must be cited', () => {
  const counted = (text: string) => countedNumbers(text).map(({ start, end }) => text.slice(start, end));
  expect(
    counted("the 'one in, one out' scheme; a one in one out returns scheme; one of the first problems"),
  ).toEqual([]);
  expect(counted('two migrants, fewer than 100 people, a three-day period, the second migrant')).toEqual([
    'two',
    '100',
    'three',
    'second',
  ]);
  expect(counted('12. Trial of 3 boats at 14:11')).toEqual(['3', '14:11']);
});
