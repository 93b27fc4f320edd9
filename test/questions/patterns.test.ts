import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { projectRoot } from '../../src/paths.js';

/** A lookbehind over whole words at the very beginning: it reads back at every letter, so a long run takes its square. */
const BACK_FIRST =
  /(?:[`'"(|]|(?<=[\s(,=])\/)\(\?<[=!](?:[^)[]|\[(?!\^)[^\]]*\])*(?:\\+S|\.|\[\^[^\]]*\])[+*]/;

/** A literal, or what `new RegExp` is given, with the flags i and u both. */
const LITERAL =
  /(?<=[\s(,=[:])\/(?![/*])(?<source>(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n[])+)\/(?<flags>[dgimsuvy]+)/g;
const CONSTRUCTED = /new RegExp\((?<source>(?:(?!new RegExp)[\s\S])*?)'(?<flags>[dgimsuvy]+)',?\s*\)/g;

/** Patterns of a text in which V8 must look for the edge of a word among all letters that fold alike. */
function slowEdges(text: string): string[] {
  return [LITERAL, CONSTRUCTED]
    .flatMap((form) => [...text.matchAll(form)])
    .filter(({ groups: { source = '', flags = '' } = {} }) => /i.*u|u.*i/.test(flags) && /\\b/.test(source))
    .map(([pattern]) => pattern);
}

const folders = ['questions', 'answers', 'knowledge', 'language'].map((room) =>
  join(projectRoot, 'src', room),
);

const texts = folders.flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .map((path) => ({ path, text: readFileSync(join(folder, path), 'utf8') })),
);

test('no pattern reads back over whole words before it has found anything', () => {
  const lines = texts.flatMap(({ path, text }) => text.split('\n').map((line) => `${path}: ${line.trim()}`));
  expect(lines.length).toBeGreaterThan(10_000);
  expect(lines.filter((line) => BACK_FIRST.test(line))).toEqual([]);
});

test('such a pattern is recognised', () => {
  expect('const SLOW = /(?<=\\S+\\s+\\S+)[,;]/u;').toMatch(BACK_FIRST);
  expect('  `(?<=\\\\S+\\\\s+)[,;]`,').toMatch(BACK_FIRST);
  expect('const QUICK = /[,;]\\s(?<=\\S\\s+\\S+[,;]\\s)/u;').not.toMatch(BACK_FIRST);
});

test('no pattern with the flags i and u looks for the edge of a word by \\b, which takes V8 twenty times as long', () => {
  expect(texts.flatMap(({ text }) => slowEdges(text))).toEqual([]);
});

test('such an edge is recognised', () => {
  expect(slowEdges('const SLOW = /\\bdeal(?!\\p{L})/iu;')).toHaveLength(1);
  expect(slowEdges("const SLOW = new RegExp(`\\\\b(?:who|what)`, 'giu');")).toHaveLength(1);
  expect(slowEdges('const QUICK = /(?<!\\w)deal(?!\\p{L})/iu;')).toEqual([]);
  expect(slowEdges('const QUICK = /\\bdeal\\b/i;')).toEqual([]);
});
