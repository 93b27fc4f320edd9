import { expect, test } from 'vitest';
import { soundOf } from '../../src/knowledge/sounds.js';

test.each([
  ['flite', 'flight'],
  ['skeme', 'scheme'],
  ['treety', 'treaty'],
  ['detenshun', 'detention'],
  ['elefant', 'elephant'],
  ['figgers', 'figures'],
  ['retailo', 'retailleau'],
  ['jusca', 'jusqua'],
  ['sinie', 'signe'],
  ['kand', 'quand'],
])('%s sounds like %s', (typed, meant) => {
  expect(soundOf(typed)).toBe(soundOf(meant));
});

test.each([
  ['tarte', 'thort'],
  ['flute', 'flight'],
  ['fleet', 'flat'],
  ['county', 'country'],
])('%s does not sound like %s', (one, other) => {
  expect(soundOf(one)).not.toBe(soundOf(other));
});
