import { expect, test } from 'vitest';
import { matchesOf } from '../../src/knowledge/matches.js';

test.each([
  [/\d+/g, '281 out, 350 in'],
  [/x*/g, 'axxb'],
  [/(?<year>20\d\d)|in/giu, 'IN 2025 and in 2026'],
  [/none/g, 'all'],
])('%s finds in %j what matchAll does', (pattern, text) => {
  expect(matchesOf(pattern, text)).toEqual([...text.matchAll(pattern)]);
});

test('a search that was left off in the middle does not change the next one', () => {
  const pattern = /\d/g;
  pattern.exec('1 2');
  expect(matchesOf(pattern, '1 2').map(([digit]) => digit)).toEqual(['1', '2']);
});
