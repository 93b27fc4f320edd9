import { describe, expect, test } from 'vitest';
import { projectEngine } from '../engine/opened.js';

const engine = projectEngine();
const today = '2026-11-22';
const second = (first: string, then: string) => {
  const previous = engine.ask(first, { today }).query;
  return engine.ask(then, { today, previous }).answer.lines.slice(0, 2).join(' ');
};

describe('what a short question leaves out is taken from the one before', () => {
  test.each([
    ['how many people arrived on 23 september 2026?', 'how many boats was that in?', /\b10 boats\b/],
    ['how many arrived in 2022?', 'how many boats that year?', /calendar year 2022/],
    ['what was the record day of 2025?', 'how many boats that day?', /\b19 boats\b/],
    ['how many arrived in 2024?', 'how many of them died?', /\b72\b/],
    ['combien d’arrivées le 23 septembre 2026 ?', 'et dans combien de bateaux ?', /\b10 bateaux\b/],
    ['what is the dunkirk centre?', 'how many places?', /\b140 places\b/],
    ['did the eritrean man win his case?', 'who was the judge?', /Sheldon/],
    ['how many were returned in march 2026?', 'who says so?', /Source: Home Office/],
    ['combien ont été renvoyés en mars 2026?', "d'où vient ce chiffre ?", /Source : Home Office/],
    ['combien de personnes sont arrivées en 2025 ?', "et l'année d'avant ?", /36\s816/u],
    ['combien de personnes sont arrivées en 2025 ?', "c'est plus qu'en 2022 ?", /moins que 45\s774/u],
    ['combien ont été renvoyés en tout ?', 'la différence ?', /= 30\b/],
    ['combien ont été renvoyés en tout ?', 'qui publie ça ?', /Source : Home Office/],
    ['did the pilot end?', 'how come?', /30 September 2026/],
  ])('%s %s', (first, then, expected) => {
    expect(second(first, then)).toMatch(expected);
  });
});

describe('a sum of money is followed by its currency, its years and what of it is certain', () => {
  const first = 'how much does the UK pay France under the 2026 deal?';
  test.each([
    ['and in euros?', /€766 million/],
    ['and the guaranteed bit of that?', /£500 million/],
    ['for how long?', /March 2029/],
  ])('%s', (then, expected) => {
    expect(second(first, then)).toMatch(expected);
  });
});

test('a group of those counted before that nobody counts is unknown', () => {
  expect(second('how many were returned in march 2026?', 'what share of those were men?')).toMatch(
    /no source here/,
  );
});

test('a number with the name of what it counts is asked for by whose it is', () => {
  const textOf = (question: string) => engine.ask(question, { today }).answer.lines.join(' ');
  expect(textOf('who counted 87 deaths in 2024?')).toMatch(/Utopia 56/);
  expect(textOf('who says there were 13 flights?')).toMatch(/13 flights.*Metro/);
  expect(textOf('that £56k per return figure, who said it and when')).toMatch(/Mahmood, in September 2026/);
});

test('words in print are found by whom they stand in', () => {
  const { answer } = engine.ask('which paper came up with "only 12 migrants a week"?', { today });
  expect(answer.lines.join(' ')).toMatch(/The Independent/);
});

test('whoever France lets in was returned to it', () => {
  const { answer } = engine.ask('combien la France en a accueilli ?', { today });
  expect(answer.lines[0]).toMatch(/renvoyées en France : 1\s087/u);
});

test('a word that every object knows is a word like any other', () => {
  expect(second('who said constructor', 'words:* _ 1e999')).not.toBe('');
});

describe('what follows a question in two parts is asked of both, unless it names one of them', () => {
  const inTurn = (...questions: string[]) => {
    let previous: ReturnType<typeof engine.ask>['query'] | undefined;
    let said = '';
    for (const question of questions) {
      const { query, answer } = engine.ask(question, { today, previous });
      [previous, said] = [query, answer.lines.join(' ')];
    }
    return said;
  };
  const both = 'just march 2026 on its own, hw many in n hw many out';

  test.each([
    [
      [both, 'and april?'],
      [/\b142, 1 to 30 April/, /\b138, 1 to 30 April/],
    ],
    [
      [both, 'and april?', 'n may?'],
      [/\b218, 1 to 31 May/, /\b222, 1 to 31 May/],
    ],
    [[both, 'and april?', 'and what was the gap that month'], [/142 − 138 = 4\b/]],
    [['how many in and how many out in May 2026? And in June?'], [/\b314\b/, /\b264\b/]],
    [
      ['how many boats and how many people came in 2024?', 'and 2025?'],
      [/\b672 boats/, /41,472/],
    ],
    [
      ['how many came in boats in 2025 and how many in 2024?', 'and how many boats?'],
      [/672/, /695/],
    ],
  ])('%j', (questions, expected) => {
    const said = inTurn(...questions);
    for (const pattern of expected) expect(said).toMatch(pattern);
  });

  test('one of the two that is named stands alone from then on', () => {
    const said = inTurn(both, 'just the returns in april', 'and may?');
    expect(said).toMatch(/\b218\b/);
    expect(said).not.toMatch(/accepted/);
  });

  test('how far apart the two are', () => {
    const first =
      'In May 2026, how many people were returned to France and how many were transferred to the UK?';
    expect(inTurn(first, 'And what was the difference between the two in June 2026 alone?')).toMatch(
      /314 − 264 = 50\b/,
    );
  });
});

test('a month that is also another word is a month where it is all that is asked', () => {
  const first = 'how many returned in february 2026?';
  for (const then of ['and march?', 'march', 'what about march', 'ok and march then?'])
    expect(second(first, then)).toMatch(/\b109, 1 to 31 March 2026/);
  expect(second('how many returned in april 2026', 'and may?')).toMatch(/\b218, 1 to 31 May 2026/);
});
