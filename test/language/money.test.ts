/** Sums of money as people write them. */
import { expect, test } from 'vitest';
import { moneyWriting } from '../../src/language/money.js';

test.each([
  ['pounds', 660_000_000, '£660 million', ''],
  ['pounds', 16_200_000, '£16.2 million', ''],
  ['euros', 766_000_000, '€766 million', ''],
  ['pounds a flight', 250_000, '£250,000', 'a flight'],
  ['pounds a week', 49.18, '£49.18', 'a week'],
  ['pounds', 1_234_567, '£1,234,567', ''],
])('%s: %d', (unit, value, number, each) => {
  const money = moneyWriting(unit, 'en');
  expect([money?.number(value), money?.unit(value)]).toEqual([number, each]);
});

test('in French the currency stands behind, after "de" with millions', () => {
  const money = moneyWriting('livres par vol', 'fr');
  expect(`${money?.number(250_000)} ${money?.unit(250_000)}`).toBe('250\u00a0000 livres par vol');
  const sum = moneyWriting('euros', 'fr');
  expect(`${sum?.number(1_000_000)} ${sum?.unit(1_000_000)}`).toBe('1 million d’euros');
});

test('what is no money is written otherwise', () => {
  expect(moneyWriting('people', 'en')).toBeUndefined();
});
