import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { projectRoot } from '../../src/paths.js';

/** A lookbehind over whole words at the very beginning: it reads back at every letter, so a long run takes its square. */
const BACK_FIRST =
  /(?:[`'"(|]|(?<=[\s(,=])\/)\(\?<[=!](?:[^)[]|\[(?!\^)[^\]]*\])*(?:\\+S|\.|\[\^[^\]]*\])[+*]/;

const folders = ['questions', 'answers', 'knowledge', 'language'].map((room) =>
  join(projectRoot, 'src', room),
);

test('no pattern reads back over whole words before it has found anything', () => {
  const lines = folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.ts'))
      .flatMap((path) =>
        readFileSync(join(folder, path), 'utf8')
          .split('\n')
          .map((line) => `${path}: ${line.trim()}`),
      ),
  );
  expect(lines.length).toBeGreaterThan(10_000);
  expect(lines.filter((line) => BACK_FIRST.test(line))).toEqual([]);
});

test('such a pattern is recognised', () => {
  expect('const SLOW = /(?<=\\S+\\s+\\S+)[,;]/u;').toMatch(BACK_FIRST);
  expect('  `(?<=\\\\S+\\\\s+)[,;]`,').toMatch(BACK_FIRST);
  expect('const QUICK = /[,;]\\s(?<=\\S\\s+\\S+[,;]\\s)/u;').not.toMatch(BACK_FIRST);
});
