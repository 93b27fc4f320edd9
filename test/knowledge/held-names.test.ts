import { expect, test } from 'vitest';
import { HeldNames } from '../../src/knowledge/held-names.js';

const names = ['returned', 'returned people', 'people by boat', 'boat boat', 'flights to Paris'];
const held = new HeldNames(names, (name) => name.split(' '));
const heldBy = (said: string) => held.heldBy(new Set(said.split(' ')));

test('a name is held where all of its tokens are said, in whatever order', () => {
  expect(heldBy('people returned')).toEqual(['returned', 'returned people']);
  expect(heldBy('boat people')).toEqual(['boat boat']);
  expect(heldBy('boat by people')).toEqual(['people by boat', 'boat boat']);
  expect(heldBy('Paris to')).toEqual([]);
});

test('names come in the order in which they were given, and once', () => {
  expect(heldBy('Paris boat people flights by returned to')).toEqual(names);
});

test('it finds what trying every name finds', () => {
  const words = [...new Set(names.join(' ').split(' '))];
  for (let chosen = 0; chosen < 2 ** words.length; chosen++) {
    const said = new Set(words.filter((_, index) => chosen & (1 << index)));
    const tried = names.filter((name) => name.split(' ').every((token) => said.has(token)));
    expect(held.heldBy(said)).toEqual(tried);
  }
});
