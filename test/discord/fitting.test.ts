import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cutText, fitLines, paginate } from '../../src/discord/fitting.js';

/** Words, numbers as both languages print them, and sentence ends. */
const texts = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        'people',
        'returned',
        'crossings',
        'fin.',
        'why?',
        '–',
        '(date inferred)',
        '\\*\\*',
        '🙂',
      ),
      fc.integer({ min: 0, max: 99_999_999 }).map((n) => n.toLocaleString('en-GB')),
      fc.integer({ min: 0, max: 99_999_999 }).map((n) => n.toLocaleString('fr-FR')),
      fc.float({ min: 0, max: 99, noNaN: true }).map((n) => `${n.toFixed(2)} %`),
    ),
    { maxLength: 60 },
  )
  .map((words) => words.join(' '));

describe('cutting a text', () => {
  test('leaves what fits as it is', () => {
    fc.assert(fc.property(texts, (text) => cutText(text, text.length) === text));
  });

  test('keeps to the limit and says that it was cut', () => {
    fc.assert(
      fc.property(texts, fc.integer({ min: 3, max: 120 }), (text, limit) => {
        const cut = cutText(text, limit);
        expect(cut.length).toBeLessThanOrEqual(limit);
        if (text.length > limit) expect(cut).toMatch(/ …$/);
      }),
    );
  });

  test('never shows a part of a number', () => {
    fc.assert(
      fc.property(texts, fc.integer({ min: 40, max: 120 }), (text, limit) => {
        const whole = numbersOf(text);
        for (const [index, number] of numbersOf(cutText(text, limit)).entries())
          expect(number).toBe(whole[index]);
      }),
    );
  });

  test('prefers the end of a sentence to the last word', () => {
    expect(cutText('Nobody knows it yet. The ministry will say', 32)).toBe('Nobody knows it yet. …');
  });

  test('does not part a number from its unit or a sum from its terms', () => {
    expect(cutText('there were 41 million people', 16)).toBe('there were …');
    expect(cutText('the difference 350 − 281 = 69', 26)).toBe('the difference …');
  });

  test('cuts one endless word before its digits, not inside a character or an escape', () => {
    expect(cutText(`${'x'.repeat(10)}12345678`, 15)).toBe(`${'x'.repeat(10)} …`);
    expect(cutText('🙂'.repeat(10), 9)).toBe('🙂🙂🙂 …');
    expect(cutText('\\*'.repeat(10), 9)).toBe('\\*\\*\\* …');
  });
});

test('lines fit whole or stay behind', () => {
  expect(fitLines(['ab', 'cd', 'ef'], 5)).toEqual({ shown: ['ab', 'cd'], rest: ['ef'] });
  expect(fitLines(['abcdef'], 5)).toEqual({ shown: [], rest: ['abcdef'] });
});

test('pages hold everything, in order, none too long', () => {
  fc.assert(
    fc.property(fc.array(texts, { maxLength: 8 }), fc.integer({ min: 20, max: 200 }), (blocks, limit) => {
      const pages = paginate(blocks, limit);
      for (const page of pages) expect(page.length).toBeLessThanOrEqual(limit);
      const squeezed = (all: readonly string[]) => all.join('').replace(/\s/g, '');
      expect(squeezed(pages)).toBe(squeezed(blocks));
    }),
  );
});

function numbersOf(text: string): string[] {
  return text.match(/\d[\d.,\u00a0\u202f]*\d|\d/g) ?? [];
}
