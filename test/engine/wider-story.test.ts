import { describe, expect, test } from 'vitest';
import { projectEngine } from './opened.js';

const engine = projectEngine();
const answerTo = (question: string) => engine.ask(question, { today: '2026-11-22' }).answer;
const firstOf = (question: string) => answerTo(question).lines[0];

describe('what is told before a question restricts nothing', () => {
  test.each([
    [
      'my sister lives in hull and im near calais, does that count for the legal route',
      /family (?:links?|ties)/,
    ],
    ['i have status in italy already, can i still apply for this', /hold no protection elsewhere/],
  ])('%s', (question, expected) => {
    expect(answerTo(question).lines.join('\n')).toMatch(expected);
  });
});

describe('what a source denies of all or of none is denied of nothing less', () => {
  test.each(['why were so few sent back in march 2026', 'why did it get so few applicants in may 2026'])(
    '%s',
    (question) => {
      expect(answerTo(question).corrections).toEqual([]);
    },
  );

  test('and what the question denies as well is no wrong premise', () => {
    expect(answerTo('why was the deal never made permanent').corrections).toEqual([]);
  });
});

describe('whom the sources know and do not quote', () => {
  test.each([
    ['what did macron say about the first flight', /Emmanuel Macron/],
    ['what did retailleau think of the treaty', /Bruno Retailleau/],
  ])('%s', (question, name) => {
    expect(answerTo(question).status).toBe('unknown');
    expect(firstOf(question)).toMatch(name);
  });

  test('whom nobody speaks of here did nothing that others did', () => {
    expect(answerTo('did zelensky or trump welcome the deal').status).toBe('unknown');
  });
});

describe('who did a thing is put right by name', () => {
  test.each([
    ['did mahmood sign the agreement', /Yvette Cooper and Bruno Retailleau, not Shabana Mahmood/],
    ['did liz truss sign the deal', /not Liz Truss/],
  ])('%s', (question, expected) => {
    expect(firstOf(question)).toMatch(expected);
  });
});

describe('an office and who holds it', () => {
  test.each([
    ['is yvette cooper still home secretary', /Shabana Mahmood: Home Secretary/],
    ['is keir starmer still the prime minister', /Andy Burnham: Prime Minister/],
    ['was suella braverman home secretary when it was signed', /Yvette Cooper, not Suella Braverman/],
    ['since when has burnham been prime minister', /20 July 2026/],
  ])('%s', (question, expected) => {
    expect(firstOf(question)).toMatch(expected);
  });
});

describe('a detail of an event that is another, and one that nobody tells', () => {
  test.each([
    ['was the man who came back sudanese', /otherwise/],
    ['did the first flight leave from heathrow', /No source here says that/],
  ])('%s', (question, expected) => {
    expect(firstOf(question)).toMatch(expected);
  });

  test('a day to come may be the one until which something was said to last', () => {
    expect(answerTo('was it extended until new years eve 2026').lines.join('\n')).toMatch(/1 October 2026/);
  });
});

test('a text that is named alone tells what stands in it', () => {
  expect(firstOf('what does the commons library say')).toMatch(/13 May 2026/);
});

test('no country alone is a subject', () => {
  expect(answerTo('how do they check you are over there in france').status).toBe('unknown');
});

test('a number above six may be spelt out', () => {
  expect(firstOf('how many UN experts wrote to both governments')).toMatch(/^Nine experts/);
});

test('what others thought of it is not what somebody thought', () => {
  expect(answerTo('did farage welcome the pilot').lines.join('\n')).not.toMatch(/Commission|UNHCR/);
});

describe('a study is no other count', () => {
  test.each([
    'by how much did the study say crossings fell',
    'how much did the modelling study say the deal cut crossings',
  ])('%s', (question) => {
    expect(firstOf(question)).toMatch(/^Modelled effect on arrivals: fewer than 9 percent/);
  });
});

test('whoever was flown to the UK was accepted', () => {
  expect(firstOf('who woz the first ppl flown TO the uk from france under it')).toMatch(/family of three/);
});

test('the treaty says of its two flows that they must balance', () => {
  expect(
    firstOf('what does the text of the agreement say about keeping the two flows level with each other?'),
  ).toMatch(/must balance regularly/);
});
