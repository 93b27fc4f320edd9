import { describe, expect, test } from 'vitest';
import { Spelling } from '../../src/knowledge/spelling.js';

const KNOWN = [
  'returned',
  'people',
  'france',
  'deported',
  'arrivals',
  'crossings',
  'flight',
  'scheme',
  'boats',
  'chop',
  'went',
  'peri',
  'renvoyees',
  'traversees',
  'stop',
  'agreement',
  'bells',
];
const spelling = new Spelling(KNOWN);

test.each([
  ['retuned', 'returned'],
  ['bels', 'bells'],
  ['returnd', 'returned'],
  ['reutrned', 'returned'],
  ['retturned', 'returned'],
  ['rerturnd', 'returned'],
  ['poeple', 'people'],
  ['pepole', 'people'],
  ['peple', 'people'],
  ['peopel', 'people'],
  ['frnace', 'france'],
  ['franc', 'france'],
  ['depored', 'deported'],
  ['arivals', 'arrivals'],
  ['arrivels', 'arrivals'],
  ['crosings', 'crossings'],
  ['crossigns', 'crossings'],
  ['flihgt', 'flight'],
  ['flght', 'flight'],
  ['sceme', 'scheme'],
  ['agreemnt', 'agreement'],
  ['agreemetn', 'agreement'],
  ['renvoyes', 'renvoyees'],
  ['travrsees', 'traversees'],
])('a slip of the finger is mended: %s is %s', (typed, meant) => {
  expect(spelling.correct(typed)).toBe(meant);
});

describe('a word that may well be another is left alone', () => {
  test.each([
    ['its first letter differs', 'meturned'],
    ['it is a word of its own: shop is not chop', 'shop'],
    ['it is a word of its own: step is a vowel away from stop, slop a consonant', 'slop'],
    ['a consonant is taken for another in a short word', 'fright'],
    ['two letters differ in a short word', 'bxyts'],
    ['three letters differ in a long word', 'agxxmxnt'],
    ['it is short', 'wen'],
    ['it holds digits', 'b0ats'],
    ['it is far too long', 'returned'.repeat(4)],
    ['nothing is near', 'lighthouse'],
    ['it is empty', ''],
  ])('%s', (_, typed) => {
    expect(spelling.correct(typed)).toBeUndefined();
  });
});

test('a known word is known, a mended one is not', () => {
  expect(spelling.has('returned')).toBe(true);
  expect(spelling.has('retuned')).toBe(false);
  expect(spelling.has('')).toBe(false);
});

test('the nearest wins; of two equally near, the one that was given first', () => {
  expect(new Spelling(['accepting', 'accepted']).correct('acepted')).toBe('accepted');
  expect(new Spelling(['boater', 'boated']).correct('boate')).toBe('boater');
  expect(new Spelling(['boated', 'boater']).correct('boate')).toBe('boated');
});

test('with nothing known nothing is mended', () => {
  expect(new Spelling([]).correct('returned')).toBeUndefined();
});

test.each([
  ['arivels', 'arrivals'],
  ['crosings', 'crossings'],
  ['agremant', 'agreement'],
])('the same consonants are the same word, vowels spelt by ear: %s', (typed, meant) => {
  expect(spelling.correct(typed)).toBe(meant);
});

test('other consonants are another word', () => {
  expect(spelling.correct('arsenal')).toBeUndefined();
});
