/** Strings as nobody should write them, and as some do: for the tests and for the bench. */
import fc from 'fast-check';

const LONGEST = 6_000;

const WORDS = [
  'how many', 'people', 'were', 'returned', 'to France', 'accepted', 'small boats', 'arrivals', 'by', 'as of',
  '10 November 2025', '31/10/2025', 'last year', 'early 2026', 'between', 'and', 'net inflow', 'who said',
  'what did', 'Philp', 'Mahmood', 'Badenoch', 'say', 'virtually zero', 'sources', 'differ', 'difference', 'share',
  'women', 'children', 'from Albania', 'in Dundee', 'pourquoi', 'combien de', 'personnes', 'renvoyées', 'au',
  '94', '57', '38,726', '25%', '350 - 281', '?', ',', '.', '\n', 'the', 'first flight', 'when', 'why', 'cancelled',
]; // biome-ignore format: a list of words

const MARKUP = [
  '@everyone', '@here', '<@1>', '<@!22>', '<@&333>', '<#4444>', '<:nitro:55>', '<a:x:6>', '<t:1700000000:R>',
  '</ask:77>', '**', '||', '~~', '`', '```', '> ', '>>> ', '# ', '-# ', '[x](https://evil.example/a)',
  'https://evil.example', '\\@everyone', '@\u200beveryone', '@every**one', '＠everyone', '<@\u200b1>', '<@**1>',
]; // biome-ignore format: a list of words

const ODD = [
  '\u0000', '\u0007', '\u001b[31m', '\u007f', '\u0085', '\u00ad', '\u200b', '\u200d', '\u200e', '\u202e', '\u2028',
  '\u2066', '\u2069', '\ufeff', '\ufffd', '\ud800', '\udc00', '👩‍👩‍👧‍👦', '🇫🇷', '🚤', 'é', 'e\u0301', 'ﬁ', 'İ', 'ß', 'ǅ', '٩٤', '九十四',
  'שלום', 'مرحبا', 'Z̸̢̛͎a̷̜l̵̗g̶o', '\u{e0041}', '½', '１２', '\t', '\r', '\r\n', '\v', ' ', '      ',
]; // biome-ignore format: a list of words

const SYNTAX = [
  'AND', 'OR', 'NOT', 'NEAR(', 'NEAR/3', '"', '""', "'", "''", '*', '^', ':', '-', '+', '(', ')', '{', '}', 'words:',
  'returned*', '"returned', "'; DROP TABLE figures; --", "' OR 1=1 --", 'SELECT * FROM figures', '/*', '*/', '%', '_',
  '\\', '$1', '{{x}}', '<script>', '__proto__', 'constructor', 'toString', 'hasOwnProperty', '-1', '1e999',
  '99999999999999999999', '0000-00-00', '2025-02-30', '31/31/2025', '30 February 2025', '0', '-', 'null',
]; // biome-ignore format: a list of words

const joined = (pieces: readonly string[], maxLength: number) =>
  fc
    .array(fc.tuple(fc.constantFrom(...pieces), fc.constantFrom(' ', ' ', '')), { maxLength, size: 'max' })
    .map((list) => list.flat().join('').slice(0, LONGEST));

const anything = fc
  .string({ unit: 'binary', maxLength: LONGEST, size: 'max' })
  .map((text) => text.slice(0, LONGEST));
const short = fc.string({ unit: 'binary', maxLength: 200, size: 'max' });
const mixture = fc
  .array(fc.oneof(...[WORDS, WORDS, MARKUP, ODD, SYNTAX].map((list) => joined(list, 12)), short), {
    maxLength: 12,
    size: 'max',
  })
  .map((list) => list.join(' ').slice(0, LONGEST));
const repeated = fc
  .tuple(
    fc.constantFrom(...WORDS, ...MARKUP, ...ODD, ...SYNTAX, 'a', '1', '[', '(', '@', '<', 'aA1'),
    fc.nat(LONGEST),
  )
  .map(([piece, length]) => piece.repeat(Math.ceil(length / piece.length)).slice(0, length));

/** What is thrown at the engine, and how often. */
export const anyInput: Record<string, { inputs: fc.Arbitrary<string>; runs: number }> = {
  'any characters': { inputs: anything, runs: 100 },
  'few characters': { inputs: short, runs: 600 },
  'real words in any order': { inputs: joined(WORDS, 25), runs: 400 },
  'very many real words': { inputs: joined(WORDS, 1_500), runs: 50 },
  'mentions and markup': { inputs: joined([...MARKUP, ...WORDS.slice(0, 12)], 30), runs: 700 },
  'odd characters': { inputs: joined([...ODD, ...WORDS.slice(0, 12)], 40), runs: 400 },
  'syntax of SQL, FTS5 and others': { inputs: joined([...SYNTAX, ...WORDS.slice(0, 12)], 40), runs: 300 },
  'all of it mixed': { inputs: mixture, runs: 300 },
  'one thing over and over': { inputs: repeated, runs: 200 },
};
