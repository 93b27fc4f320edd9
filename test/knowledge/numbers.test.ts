import { expect, test } from 'vitest';
import { numbersIn } from '../../src/knowledge/numbers.js';

const values = (text: string) => numbersIn(text).map((number) => number.value);

test.each([
  ['38,726', [38726]],
  ['nearly 18,000', [18000]],
  ['more than 41,000', [41000]],
  ['18-page', [18]],
  ['25 percent', [25]],
  ['25 per cent', [25]],
  ['fifty', [50]],
  ['two', [2]],
  ['second', [2]],
  ['2nd time', [2]],
  ['up to 50', [50]],
  ['38 726', [38726]],
  ['38\u202f726', [38726]],
  ['41k', [41000]],
  ['41 thousand', [41000]],
  ['1.5 million', [1500000]],
  ['24,6 %', [24.6]],
  ['twenty-five', [25]],
  ['two hundred and eighty-one', [281]],
  ['three thousand five hundred', [3500]],
  ['a hundred', [100]],
  ['a dozen', [12]],
  ['one or two', [1, 2]],
  ['one two', [1, 2]],
  ['ten and six', [10, 6]],
  ['quatre-vingt-quatorze', [94]],
  ['quatre-vingts', [80]],
  ['soixante-quinze', [75]],
  ['vingt et un', [21]],
  ['deux cent quatre-vingt-un', [281]],
  ['quatre-vingt-dix-sept', [97]],
  ['une personne', []],
  ['cinquante-sept', [57]],
  ['between 75 and 94', [75, 94]],
  ['Nov 6-8', [6, 8]],
  ['14:11', [Number.NaN]],
])('%s', (text, expected) => {
  expect(values(text)).toEqual(expected);
});

test('days of dates and years are known as such', () => {
  const numbers = numbersIn(
    'Monday, 10 November 2025; by September 7, 2025, 31 boats; Nov 6-8; le 1er août; 50 May',
  );
  expect(
    numbers.map(({ value, day, year }) => [value, day ? `${day.day}.${day.month}` : (year ?? false)]),
  ).toEqual([
    [10, '10.11'],
    [2025, true],
    [7, '7.9'],
    [2025, true],
    [31, false],
    [6, '6.11'],
    [8, '8.11'],
    [1, '1.8'],
    [50, false],
  ]);
});
