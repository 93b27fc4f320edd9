import { expect, test } from 'vitest';
import { WordLists } from '../../src/knowledge/word-lists.js';

const lists = new WordLists([
  { list: 'saying', holds: 'What is said.', en: ['say', 'shrug* off', 'let slip'], fr: ['déclaré'] },
  { list: 'elsewhere', holds: 'Sport.', en: ['goal', 'goals'], fr: [] },
  { list: 'elsewhere', holds: 'Shops.', en: ['% off', 'refund*'], fr: [] },
]);

test('the words of a list are found as whole words, in all its entries', () => {
  expect(lists.found('elsewhere', 'two goals and a goal, 20% off and refunded; goalless')).toEqual([
    'goals',
    'goal',
    '% off',
    'refunded',
  ]);
});

test.each([
  ['they say so', true],
  ['they shrugged off the figure', true],
  ['he let-slip a number', true],
  ['elle a declare', true],
  ['essays and shrugs', false],
])('a folded text holds a word of the list or does not: %s', (text, expected) => {
  expect(lists.has('saying', text)).toBe(expected);
});

test('a list that no data file holds has no words', () => {
  expect(lists.has('parting', 'voluntarily')).toBe(false);
  expect(lists.found('parting', 'voluntarily')).toEqual([]);
});
