import { describe, expect, test } from 'vitest';
import { projectEngine } from '../engine/opened.js';

const engine = projectEngine();
const ask = (question: string) => engine.ask(question, { today: '2026-11-22' });
const textOf = (question: string) => ask(question).answer.lines.join('\n');
const metricOf = (question: string) => ask(question).query.parts[0]?.metrics[0]?.id;

describe('a text without a question asks by the clause that names a count', () => {
  test.each([
    [
      'Hello there. My knitting circle has a chart on the wall, and the square for 2021 came off. People arriving by small boat in 2021.',
      /28,526/,
    ],
    ['Dear all, the oven is on and I lack the number of boats for 2020', /\b641\b/],
    ['There is a smudge on the third row of my ledger: people returned to France in February 2026', /\b49\b/],
    [
      'To whom it may concern: I should be grateful for the total of returns to France by April 2026.',
      /\b605\b/,
    ],
  ])('%s', (question, expected) => {
    expect(textOf(question)).toMatch(expected);
  });

  test('a statement that counts is none', () => {
    const { query } = ask('Four men came back. The critics made much of it.');
    expect(query.parts.map(({ text }) => text)).toContain('The critics made much of it');
  });
});

test.each([
  ['my neighbour wants to know how many were let in', 'accepted-from-france'],
  ['our treasurer was asking how many flights there were', 'return-flights'],
  ['grandma would love to find out how many drowned', 'channel-deaths'],
])('who wants to know narrows nothing: %s', (question, metric) => {
  const [part] = ask(question).query.parts;
  expect(part?.metrics[0]).toMatchObject({ id: metric, restrictions: [] });
});

test.each([
  'how many did they trundle off to france',
  'how many folk got hauled onto planes to france',
  'how many have they quietly hoiked over to france',
])('a verb that nobody listed returns people where France is its goal: %s', (question) => {
  expect(ask(question).query.parts[0]?.metrics[0]).toMatchObject({
    id: 'returned-to-france',
    restrictions: [],
  });
});

test.each(['how many parcels did they trundle off to france', 'how many goats were hauled to france'])(
  'who or what is carried still narrows: %s',
  (question) => {
    expect(ask(question).answer.status).toBe('unknown');
  },
);

describe('a start that nothing explains', () => {
  test.each(['how many have crossed since my wedding', 'combien de traversées depuis mon mariage'])(
    'is no other start: %s',
    (question) => {
      expect(ask(question).answer.status).toBe('unknown');
    },
  );

  test('may be explained by whom the sentence before names', () => {
    expect(
      ask('Burnham was on the wireless. How many have arrived since he took over?').query.parts[0]?.scope,
    ).toBe('since-burnham');
  });

  test.each(['since when has the agreement been in force?', "depuis quand l'accord est-il en vigueur ?"])(
    'is asked for by "since when": %s',
    (question) => {
      expect(textOf(question)).toMatch(/(?:5|6) (?:August|août) 2025/);
    },
  );
});

test.each([
  'how many will be sent back next year',
  'how many will cross next month',
  "combien de personnes traverseront l'an prochain ?",
])('what is to come is in no source: %s', (question) => {
  expect(ask(question).answer.status).toBe('unknown');
});

test.each(['any women sent back?', 'did they return any families?'])(
  'whether there were any of a group is told by a count of it: %s',
  (question) => {
    expect(ask(question).answer.status).toBe('unknown');
  },
);

test('words run together are read apart in a question', () => {
  expect(metricOf('asylumhotels in use?')).toBe(metricOf('asylum hotels in use?'));
});

test.each([
  ["What I'm missing is 2021, small boat arrivals.", /28,526/],
  ['Would somebody kindly take pity on me, the wiki is hopeless: small boat arrivals in 2021', /28,526/],
  ['crossings tally for twenty twenty-one', /28,526/],
  ['Is it about £30k for each return?', /56,000/],
])('what is wanted is asked, however it is led up to: %s', (question, expected) => {
  expect(textOf(question)).toMatch(expected);
});

test.each([
  ['how many drug users were sent back', /drug/],
  ['how many witches were let in', /witches/],
])('a word of another field is no slip of a known one: %s', (question, named) => {
  expect(ask(question).answer.status).toBe('unknown');
  expect(textOf(question)).toMatch(named);
});
