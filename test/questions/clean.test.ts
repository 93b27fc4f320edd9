import { expect, test } from 'vitest';
import { cleanQuestion, QUESTION_LIMIT } from '../../src/questions/clean.js';

test.each([
  ['how many?', 'how many?'],
  ['  how \t many   went back?  ', 'how many went back?'],
  ['**how many** went __back__ to France?', 'how many went back to France?'],
  ['*how many* went _back_ to France?', 'how many went back to France?'],
  ['`how many` went back', 'how many went back'],
  ['||how many|| went back', 'how many went back'],
  ['> how many went back', 'how many went back'],
  ['# how many went back', 'how many went back'],
  ['<@123456789> how many went back', 'how many went back'],
  ['<@!123456789> how many went back', 'how many went back'],
  ['<@&123456789> how many went back', 'how many went back'],
  ['how many <:boat:123456> went back', 'how many went back'],
  ['how many <a:boat:123456> went back', 'how many went back'],
  ['<#123456789> how many went back', 'how many went back'],
  ['@everyone how many went back', 'how many went back'],
  ['how many went back @here', 'how many went back'],
  ['how many went back https://example.org/a?b=c', 'how many went back'],
  ['how many went back <https://example.org/a>', 'how many went back'],
  ['how many [went back](https://example.org) to France', 'how many went back to France'],
  ['how many ~~women~~ people went back', 'how many people went back'],
  ['how\u200bmany', 'howmany'],
  ['how many \u202ewent\u202c back', 'how many went back'],
  ['how many\u0000 went back', 'how many went back'],
  ['', ''],
  ['   \u200b ', ''],
  ['where is the 94/57 from', 'where is the 94 / 57 from'],
  ['how many by 7/11', 'how many by 7/11'],
])('markup, mentions, links and invisible characters go: %j', (raw, expected) => {
  expect(cleanQuestion(raw)).toBe(expected);
});

test.each([
  'how many by 31/10/2025?',
  'is it really 25% more in than out?',
  '350 - 281 = ?',
  'who said “virtually zero”?',
  "who said 'lamentable admission of failure'?",
  'Combien de personnes renvoyées à Paris ?',
  'how many in (early) 2026; and who says so: the minister?',
  'what is snake_case',
])('what was asked stays as it was typed: %s', (question) => {
  expect(cleanQuestion(question)).toBe(question);
});

test('lines stay apart, so that each can be a question', () => {
  expect(cleanQuestion('how many in?\n\nhow many out?').split(/\n+/)).toEqual([
    'how many in?',
    'how many out?',
  ]);
});

test('a code block is not a question', () => {
  expect(cleanQuestion('how many went back?\n```\nrm -rf women\n```')).toBe('how many went back?');
  expect(cleanQuestion('how many went back?\n```\nnever closed')).toBe('how many went back?');
});

test('a text past the limit is cut, and half a character is no character', () => {
  expect(cleanQuestion('a'.repeat(QUESTION_LIMIT + 500))).toHaveLength(QUESTION_LIMIT);
  const cut = cleanQuestion(`${'a'.repeat(QUESTION_LIMIT - 1)}😀`);
  expect(cut.isWellFormed()).toBe(true);
  expect(cleanQuestion('how \ud800 many').isWellFormed()).toBe(true);
});

test('cleaning twice changes nothing more', () => {
  const once = cleanQuestion('> **how many** [went](https://a.example) ||back|| <@1> by 31/10/2025?');
  expect(cleanQuestion(once)).toBe(once);
});

test.each([
  ['how man people were sent back', 'how many people were sent back'],
  ['how man made it', 'how man made it'],
  ['boarder force', 'border force'],
  ['a boarder at school', 'a boarder at school'],
  ['how much dose each return cost', 'how much does each return cost'],
  ['a dose of salts', 'a dose of salts'],
  ["jusqu'à quant dure-t-il", "jusqu'à quand dure-t-il"],
  ['quant à la France', 'quant à la France'],
])('a word typed for another is read by its neighbours: %s', (typed, read) => {
  expect(cleanQuestion(typed)).toBe(read);
});
