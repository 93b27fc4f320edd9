/** The principles by which a message's figures are judged, one short message each. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkRecord } from '../../src/answers/claims/check-record.js';
import { readKeptQuery } from '../../src/answers/kept-query.js';
import { anyInput } from './any-input.js';
import { projectEngine } from './opened.js';

const engine = projectEngine();

const TODAY = '2026-11-22';

const check = (message: string) => engine.check(message, { today: TODAY });
const verdicts = (message: string) => check(message).claims.map(({ verdict }) => verdict);

describe('a number is held to what it says', () => {
  test.each([
    ['exactly', '94 people returned to France by 10 November 2025', 'supported'],
    ['one off', '95 people returned to France by 10 November 2025', 'contradicted'],
    ['nearly', 'nearly 100 people returned to France by 10 November 2025', 'supported'],
    ['nearly, from above', 'nearly 80 people returned to France by 10 November 2025', 'contradicted'],
    ['about', 'about 90 people returned to France by 10 November 2025', 'supported'],
    ['about, far off', 'about 150 people returned to France by 10 November 2025', 'contradicted'],
    ['over', 'over 90 people returned to France by 10 November 2025', 'supported'],
    ['over, not reached', 'over 94 people returned to France by 10 November 2025', 'contradicted'],
    ['at least', 'at least 94 people returned to France by 10 November 2025', 'supported'],
    ['under', 'fewer than 100 people returned to France by 10 November 2025', 'supported'],
    ['in thousands', '41k people crossed the Channel in 2025', 'supported'],
    ['in thousands, other ones', '43k people crossed the Channel in 2025', 'contradicted'],
    ['in words', 'ninety-four people returned to France by 10 November 2025', 'supported'],
    ['a range', 'between 90 and 100 people returned to France by 10 November 2025', 'supported'],
    ['a share', '0.24% of small boat arrivals had been returned to France by 9 November 2025', 'supported'],
    [
      'one in so many',
      '1 in 4 small boat arrivals had been returned to France by 9 November 2025',
      'contradicted',
    ],
  ])('%s', (_, message, verdict) => {
    expect(verdicts(message)).toEqual([verdict]);
  });
});

test('what was right once is out of date where nothing dates it, and says since when', () => {
  const [claim] = check('281 people have been returned to France so far').claims;
  expect(claim?.verdict).toBe('outdated');
  expect(claim?.reason).toMatch(
    /It was 281, as of 27 January 2026.*; the newest is 1,087, as of 30 June 2026/,
  );
  expect(verdicts('281 people had been returned to France by 27 January 2026')).toEqual(['supported']);
});

test('a share that was right once is set beside the one that the newest figures give', () => {
  const [claim] = check('they let 25% more in than out').claims;
  expect(claim?.verdict).toBe('outdated');
  expect(claim?.reason).toMatch(
    /^It was about 25 percent, .*; the newest figures, computed here, give 1,117 ÷ 1,087 = .* 2\.8 % \[\d\]\.$/,
  );
});

test('where sources print different numbers for one day, both are shown', () => {
  const [claim] = check('65 accepted from France by 7 November 2025').claims;
  expect(claim?.verdict).toBe('disputed');
  expect(claim?.reason).toMatch(/\b65\b.*\b57\b/);
});

test('a word that no figure meets is named, and nothing is made up for it', () => {
  const [claim] = check('40 women have been returned to France').claims;
  expect([claim?.verdict, claim?.figures]).toEqual(['no-data', []]);
  expect(claim?.reason).toMatch(/“women”/);
});

test('a date for which nothing can be known is not judged', () => {
  expect(verdicts('5,000 people will have been returned to France by 1 January 2031')).toEqual(['no-data']);
});

describe('a date that is claimed of an event is held to the event', () => {
  test.each([
    ['the day', 'the first flight left on 18/09/2025', 'supported'],
    ['another day', 'the first flight left on 3 October 2025', 'contradicted'],
    ['its month', 'the deal started in September 2025', 'supported'],
    ['not until', 'First flight under the deal didn’t take off until December 2025', 'contradicted'],
    ['in French', 'le traité est entré en vigueur le 6 août 2025', 'supported'],
  ])('%s', (_, message, verdict) => {
    expect(verdicts(message)).toEqual([verdict]);
  });

  test('the event is cited, and kept without the message’s words', () => {
    const checked = check('the first flight left on 3 October 2025');
    const [claim] = checkRecord(checked).claims;
    expect(claim?.text).toMatch(/18 September 2025.*\[1\]/);
    expect(claim?.events).toHaveLength(1);
    expect(claim?.sources.length).toBeGreaterThan(0);
    const kept = readKeptQuery(JSON.parse(JSON.stringify(checked.query)));
    expect(kept && engine.answer(kept).lines.join('\n')).toMatch(/❌ 3 October 2025: Contradicted\./);
  });

  test.each([
    'our first flight to Paris leaves on 18 September 2026',
    'the film about Dunkirk came out on 21 July 2017',
    'was the first flight on 3 October 2025?',
  ])('none: %s', (message) => {
    expect(verdicts(message)).toEqual([]);
  });
});

describe('numbers that a message works out from its own', () => {
  test.each([
    ['a rise', '36,816 in 2024 and 41,472 in 2025, so up 12.6%', 'supported'],
    ['a wrong rise', '36,816 in 2024 and 41,472 in 2025, so up 30%', 'contradicted'],
    ['a difference', '350 in 281 out on the LBC numbers, so 69 more came than went', 'supported'],
  ])('%s', (_, message, verdict) => {
    expect(verdicts(message)).toEqual([
      ...Array.from({ length: verdicts(message).length - 1 }, () => 'supported'),
      verdict,
    ]);
    expect(check(message).claims.at(-1)?.derived).toHaveLength(1);
  });
});

test('who is named as having said it is who it is held to', () => {
  expect(verdicts('Chris Philp said the scheme gave a net inflow of 70')).toEqual(['supported']);
  expect(verdicts('the scheme gave a net inflow of 70 by 27 January 2026')).toEqual(['disputed']);
});

test('a number takes the time that it refers to, or where it was heard', () => {
  const undated = 'in February 2026 they let in 3 people from France, and 49 were sent back that month';
  expect(verdicts(undated)).toEqual(['supported', 'supported']);
  expect(verdicts('281 sent back to France. Mahmood said it on LBC.')).toEqual(['supported']);
});

describe('numbers of other things are no claims', () => {
  test.each([
    'my rent is 281',
    'we let in 3 goals, 75 shots',
    'call 07700 900281 about the boat',
    '<@281350281350281350> hi',
    'https://example.org/281-returned-to-france',
    '```\n281 people returned to France\n```',
    'one in, one out at the club, 350 people queued',
    '75" telly',
    'item 94: returned',
    'Germany had about 230,000 asylum claims in 2024',
    'sent back 2 parcels to the shop in France',
    'a flight to Paris on 18 September is 94 quid return',
    'see you at 10:30 on 10 November 2025',
    '',
    '🚤',
  ])('%s', (message) => {
    expect(verdicts(message)).toEqual([]);
  });
});

test('spans are the message’s own words, and each mark has its source', () => {
  const message = '“**94** sent back to France by 10 Nov 2025”, says mum; 57 let in. Rent: 350';
  const { claims } = checkRecord(check(message));
  expect(claims).toHaveLength(2);
  for (const { span, text, sources, figures } of claims) {
    expect(message).toContain(span);
    const marks = new Set([...text.matchAll(/\[(\d+)\]/g)].map((match) => Number(match[1])));
    expect(sources.map(({ n }) => n)).toEqual(expect.arrayContaining([...marks]));
    expect(figures.length).toBeGreaterThan(0);
  }
});

test('what is kept of a check can be read again and holds none of the message’s words', () => {
  const { query } = check(
    'Those rotters: only 94 sent back to France by 10 November 2025, 20 women among the 94 returned',
  );
  const kept = JSON.parse(JSON.stringify(query));
  expect(readKeptQuery(kept)).toEqual(query);
  expect(JSON.stringify(kept)).not.toMatch(/rotters|women|only/);
  const { lines } = engine.answer(query);
  expect(lines.join('\n')).toMatch(/✅ 94 \(people returned to France\): Supported\. 94, as of/);
});

test.each(Object.entries(anyInput))('any message is checked: %s', (_, { inputs, runs }) => {
  fc.assert(
    fc.property(inputs, (message) => {
      const { claims } = checkRecord(check(message));
      for (const { span, text } of claims) {
        expect(message.toWellFormed()).toContain(span);
        expect(text).not.toMatch(/\bundefined\b|\bNaN\b|\[object /);
      }
    }),
    { numRuns: Math.ceil(runs / 10) },
  );
});

test.each([
  ['as of today 350 people have been let in under the pilot', ['outdated']],
  ['350 people have been let in under the pilot as of today', ['outdated']],
  ['41,472 came by small boat in 2025, 36,816 the year before', ['supported', 'supported']],
  ['41,472 came by small boat in 2025, 46,816 the year before', ['supported', 'contradicted']],
])('what is said of today, or of the year before the one told: %s', (message, expected) => {
  expect(verdicts(message)).toEqual(expected);
});
