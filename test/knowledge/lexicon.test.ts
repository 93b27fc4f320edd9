import { describe, expect, test } from 'vitest';
import { personToken, sourceToken } from '../../src/knowledge/entry-tokens.js';
import { Lexicon } from '../../src/knowledge/lexicon.js';
import type { LexiconInput } from '../../src/knowledge/meanings.js';
import { numberOf } from '../../src/knowledge/number-units.js';
import type { Synonym, WordGroup } from '../../src/knowledge/schema.js';

const synonym = (id: string, en: string[], fr: string[], more: Partial<Synonym> = {}): Synonym => ({
  id,
  en,
  fr,
  generic: false,
  narrows: false,
  each: false,
  ...more,
});

const words = (en: string[], fr: string[] = []): WordGroup => ({ id: 'words', holds: 'Words.', en, fr });

/** A made-up field: nothing of it stands in the project's data. */
const input: LexiconInput = {
  synonyms: [
    synonym('lend', ['lent', 'lent out', 'loaned', 'taken home'], ['prêtés', 'emprunté']),
    synonym('give-back', ['given back', 'returned', 'handed in'], ['rendus']),
    synonym('book', ['book', 'books', 'novels'], ['livres'], { generic: true }),
    synonym('children', ['children', 'kids'], ['enfants'], { narrows: true }),
    synonym('town', ['leeds', 'york'], ['Lyon'], { narrows: true, each: true }),
  ],
  light: [],
  ordinary: [words(['navels'])],
  wordLists: [],
  neutral: [words(['please', 'how many', 'were', 'of'], ["s'il vous plaît"])],
  people: [
    {
      id: 'ada-bell',
      kind: 'person',
      role: { en: 'librarian', fr: 'bibliothécaire' },
      names: { en: ['Ada Bell', 'Bell'], fr: ['Ada Bell'] },
    } as LexiconInput['people'][number],
  ],
  sources: [
    source('S-100', ['The Herald', 'Herald']),
    source('S-101', ['Gazette']),
    source('S-102', ['Gazette']),
  ],
  topics: [],
  metrics: [],
  scopes: [],
  events: [],
  texts: ['The lighthouse keeper borrowed an umbrella.'],
};

function source(id: string, en: string[]) {
  return { id, names: { en, fr: [] } } as unknown as LexiconInput['sources'][number];
}

const lexicon = new Lexicon(input);
const telling = (text: string) =>
  lexicon
    .read(text)
    .units.filter((unit) => !unit.generic)
    .map((unit) => unit.token);

describe('words of one meaning', () => {
  test.each([
    ['lent', 'lend'],
    ['loaned', 'lend'],
    ['LOANED', 'lend'],
    ['taken home', 'lend'],
    ['prêtés', 'lend'],
    ['pretes', 'lend'],
    ['empruntés', 'lend'],
    ['given back', 'give-back'],
    ['rendus', 'give-back'],
  ])('%s means %s', (text, token) => {
    expect(telling(text)).toEqual([token]);
  });

  test('the longest phrase wins', () => {
    const reading = lexicon.read('lent out');
    expect(reading.units.map(({ token, at }) => [token, at])).toEqual([['lend', [0, 1]]]);
  });

  test.each(['taken them home', 'taken all these home', 'taken the books home'])(
    'light words may stand inside a phrase: %s',
    (text) => {
      expect(telling(text)).toContain('lend');
    },
  );

  test.each(['taken from the lighthouse home', 'home taken', 'taken'])(
    'other words and another order make no phrase: %s',
    (text) => {
      expect(telling(text)).not.toContain('lend');
    },
  );
});

test('what is said of everything is generic, small talk is neutral and has no token', () => {
  const units = lexicon.read('please how many books').units;
  expect(units.map(({ kind }) => kind)).toEqual(['neutral', 'neutral', 'term']);
  expect(units.at(-1)).toMatchObject({ token: 'book', generic: true, known: true });
  expect(lexicon.tokens('please how many books were loaned')).toEqual(['book', 'lend']);
});

test('groups and places narrow; each place keeps a meaning of its own', () => {
  expect(lexicon.read('kids').units[0]).toMatchObject({ token: 'children', narrows: true });
  expect(lexicon.read('Leeds').units[0]?.narrows).toBe(true);
  expect(telling('Leeds')).toEqual(telling('leeds'));
  expect(telling('Leeds')).not.toEqual(telling('York'));
});

describe('people and sources', () => {
  test.each(['Ada Bell', 'ada bell', 'Bell', "Ada Bell's", 'bells'])('%s is the person', (text) => {
    expect(lexicon.read(text).units).toMatchObject([{ kind: 'person', token: personToken('ada-bell') }]);
  });

  test.each(['The Herald', 'herald', "the Herald's"])('%s is the source', (text) => {
    expect(lexicon.read(text).units.map(({ token }) => token)).toContain(sourceToken('S-100'));
  });

  test('a name of one word is not met by another word of its stem', () => {
    expect(telling('heralding')).not.toContain(sourceToken('S-100'));
  });

  test('a name that two sources share means both', () => {
    const token = telling('Gazette')[0] ?? '';
    expect(token).toContain(sourceToken('S-101'));
    expect(token).toContain(sourceToken('S-102'));
  });
});

describe('known and unknown words', () => {
  test.each([
    ['umbrella', true],
    ['umbrellas', true],
    ['lighthouses', true],
    ['zeppelin', false],
    ['Patagonia', false],
  ])('%s: %s', (text, known) => {
    expect(lexicon.read(text).units[0]?.known).toBe(known);
  });

  test.each([
    ['loanned', 'lend'],
    ['retunred', 'give-back'],
    ['chidren', 'children'],
    ['umbrela', lexicon.tokens('umbrella')[0]],
  ])('a misspelt word is mended: %s', (typed, token) => {
    expect(telling(typed)).toEqual([token]);
    expect(lexicon.read(typed).units[0]?.known).toBe(true);
  });

  test('a short name inside a sentence is not mended into a word that is known', () => {
    expect(telling('of Yolk')).not.toEqual(telling('of York'));
  });

  test('every word keeps its place in what was typed', () => {
    const text = 'How many kidds were loanned?';
    for (const word of lexicon.read(text).words) expect(text.slice(word.start, word.end)).toBe(word.text);
  });
});

test.each([
  ['38726', 38_726],
  ['41k', 41_000],
  ['2m', 2_000_000],
  ['0.24', 0.24],
  ['18th', 18],
  ['1er', 1],
  ['fifty', 50],
  ['seven', 7],
  ['quarante', 40],
  ['hundred', 100],
  ['mille', 1_000],
  ['one', undefined],
  ['boat', undefined],
  ['', undefined],
  ['k', undefined],
])('numbers in digits and words: %j is %s', (folded, value) => {
  expect(numberOf(folded)).toBe(value);
});

test.each([
  ['38 thousand books', '38000'],
  ['four hundred books', '400'],
  ['38,726 books', '38726'],
  ['38 726 livres', '38726'],
  ['350 books', '350'],
])('a number is one unit: %s', (text, token) => {
  const numbers = lexicon.read(text).units.filter(({ kind }) => kind === 'number');
  expect(numbers.map((unit) => unit.token)).toEqual([token]);
});

test('reading is the same each time', () => {
  const text = 'how many kidds of Leeds were given back, says Ada Bell in the Herald?';
  expect(lexicon.read(text)).toEqual(lexicon.read(text));
  expect(new Lexicon(input).read(text)).toEqual(lexicon.read(text));
});

test.each([
  ['lentout', ['lent', 'out']],
  ['AdaBell', ['ada', 'bell']],
])('a phrase run together is read as its words: %s', (typed, words) => {
  const lexicon = new Lexicon(input);
  expect(
    lexicon
      .words(`how many ${typed}`)
      .map(({ folded }) => folded)
      .slice(2),
  ).toEqual(words);
  const [first, last] = lexicon.words(typed);
  expect([first?.start, last?.end]).toEqual([0, typed.length]);
});

test('a light word is light in every longer form, but not as the one who does it', () => {
  const lexicon = new Lexicon({ ...input, light: [words(['chant'])] });
  const kindOf = (word: string) => lexicon.read(`x ${word}`).units[1]?.kind;
  expect([kindOf('chant'), kindOf('chanting'), kindOf('chanted'), kindOf('chanter')]).toEqual([
    'neutral',
    'neutral',
    'neutral',
    'word',
  ]);
});

test('an ordinary word is no slip of a known one, which its neighbours in spelling are', () => {
  const lexicon = new Lexicon(input);
  const read = (word: string) => lexicon.words(word)[0]?.folded;
  expect([read('navels'), read('novals'), read('novells')]).toEqual(['navels', 'novels', 'novels']);
});
