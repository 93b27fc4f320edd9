import { expect, test } from 'vitest';
import { askingOffset, clausesOf, quotedPhrases, sentencesOf } from '../../src/questions/clauses.js';

const asking = (text: string) =>
  clausesOf(text)
    .filter((clause) => clause.asks)
    .map((clause) => clause.text);

test.each([
  ['how many have been sent back?', 'how many have been sent back?'],
  ['Hi all. Long time reader. How many have been sent back?', 'How many have been sent back?'],
  ['My aunt lives in Dundee. How many have been sent back?', 'How many have been sent back?'],
  ['How many have been sent back? Asking for my aunt in Dundee.', 'How many have been sent back?'],
  ['sorry if this was asked before!\nhow many were let in', 'how many were let in'],
  ['The women next door talk of nothing else - how many were let in?', 'how many were let in?'],
  ['I read about it in 2017… how many were let in?', 'how many were let in?'],
  ['Tell me how many were returned. Thanks a lot.', 'Tell me how many were returned'],
  ['I was wondering how many were returned. Cheers.', 'I was wondering how many were returned'],
  ['Bonjour à tous. Combien de personnes ont été renvoyées ?', 'Combien de personnes ont été renvoyées ?'],
  ['Je suis journaliste. Qui a dit cela ? Merci.', 'Qui a dit cela ?'],
  ['Merci de votre aide. Quand est parti le premier vol ?', 'Quand est parti le premier vol ?'],
])('the clause that asks is told apart from what stands around it: %s', (text, expected) => {
  expect(asking(text)).toEqual([expected]);
});

test.each<[string, RegExp[]]>([
  ['How many were returned? How many were accepted?', [/returned/, /accepted/]],
  ['how many were returned and how many were accepted?', [/returned/, /accepted/]],
  ['how many went back, how many came in', [/went back/, /came in/]],
  ['how many went back; who said it was a failure?', [/went back/, /failure/]],
  ['who said virtually zero and when did the first flight leave?', [/virtually zero/, /first flight/]],
  ['how many were returned, and also how many were accepted?', [/returned/, /accepted/]],
  ['how many were returned\nhow many were accepted', [/returned/, /accepted/]],
  ['combien de personnes renvoyées et combien de personnes admises ?', [/renvoyées/, /admises/]],
  ['Qui a dit cela et quand est parti le premier vol ?', [/dit cela/, /premier vol/]],
])('two questions in one are two clauses in their order: %s', (text, expected) => {
  const clauses = asking(text);
  expect(clauses).toHaveLength(expected.length);
  for (const [index, pattern] of expected.entries()) expect(clauses[index]).toMatch(pattern);
  expect(clauses[0]).not.toMatch(expected[1] ?? /^$/);
  expect(clauses[1]).not.toMatch(expected[0] ?? /^$/);
});

test.each([
  'how many men and women were returned?',
  'what did the minister say about returns and arrivals?',
  'how many were returned to France and Germany?',
  'combien de femmes et d’enfants ont été renvoyés ?',
])('"and" between two things does not cut a question: %s', (text) => {
  expect(asking(text)).toEqual([text]);
});

test.each<[string, RegExp]>([
  ['Quick question: how many were returned?', /how many were returned\?$/],
  ['One for the stats people: who called it virtually zero?', /who called it virtually zero\?$/],
  ['Petite question : combien de personnes renvoyées ?', /combien de personnes renvoyées \?$/],
])('what a colon announces is asked: %s', (text, expected) => {
  const clauses = asking(text);
  expect(clauses).toHaveLength(1);
  expect(clauses[0]).toMatch(expected);
});

test.each(['returns to france', 'net inflow early 2026', 'capital of peru', 'renvois vers la France'])(
  'where nothing asks, all of it is asked: %s',
  (text) => {
    expect(asking(text)).toEqual([text]);
  },
);

test.each([
  ['There were 38.726 of them. Who counted?', 2],
  ['It was about 0.24 percent', 1],
  ['Did it start on 31.10.2025?', 1],
  ['Wait... how many?', 2],
  ['Really?! How many?', 2],
  ['line one\nline two', 2],
  ['???', 0],
  ['', 0],
])('sentences end at their marks, not inside numbers: %s', (text, count) => {
  expect(sentencesOf(text)).toHaveLength(count);
});

test.each([
  ['how many were returned', 0],
  ['so how many were returned', 0],
  ['in Dundee how many were returned', 10],
  ['When somebody is sent back, are they held?', 28],
  ['depuis juillet, combien de personnes renvoyées ?', 16],
  ['returns to france', undefined],
])('the asking word is found: %s', (text, offset) => {
  expect(askingOffset(text)).toBe(offset);
});

test.each([
  ['who said "virtually zero"?', ['virtually zero']],
  ['who said “lamentable admission of failure”?', ['lamentable admission of failure']],
  ["who said 'total abject failure'?", ['total abject failure']],
  ['qui a dit « un échec total » ?', ['un échec total']],
  ['who said "virtually zero" and “abject failure”?', ['virtually zero', 'abject failure']],
  ["is Philp's and Mahmood's word the same", []],
  ['who said "zero"?', []],
  ['who said virtually zero?', []],
])('phrases in quotation marks: %s', (text, expected) => {
  expect(quotedPhrases(text)).toEqual(expected);
});
