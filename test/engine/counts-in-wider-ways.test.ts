/** Counts asked in wider ways: aboard one flight, by quarters and weeks, at a pace, of years together, from one source. */
import { describe, expect, test } from 'vitest';
import { projectEngine } from './opened.js';

const engine = projectEngine();
const ask = (question: string) => engine.ask(question, { today: '2026-11-22' }).answer;
const first = (question: string) => ask(question).lines[0];

describe('one flight has a count of its own', () => {
  test.each([
    ['of a day', 'how many folk sat on the jet on 22 October 2025', /one return flight: 13\b/],
    ['put on it', 'how many were put on the plane to France on 30 october', /one return flight: 20\b/],
    ['in French', 'combien de personnes dans le vol du 30 octobre 2025', /vol de renvoi : 20\b/],
  ])('%s', (_, question, line) => {
    expect(first(question)).toMatch(line);
  });

  test.each([
    ['another day is unknown', 'how many were on the flight of 12 november 2025'],
    ['a group is unknown', 'how many children were on the plane on 30 october 2025'],
    ['a place like an ordinary word', 'how many were on the flight to Nice'],
    ['a price', 'price of the plane ticket for the second man sent back in sept 2025'],
  ])('%s', (_, question) => {
    expect(ask(question).status).toBe('unknown');
  });

  test('a flight may only say when', () => {
    expect(first('a week after the first flight, how many had been sent back')).toMatch(/^People returned/);
  });
});

describe('quarters are added up from months', () => {
  test.each([
    [
      'ranked',
      'which quarter saw the fewest returns',
      /returned to France: 200, 1 October to 31 December 2025/,
    ],
    ['compared', 'acceptances in q1 vs q2 2026', /^198 is lower than 674/],
  ])('%s', (_, question, line) => {
    expect(first(question)).toMatch(line);
  });

  test('what is not counted by the month has no quarters', () => {
    expect(ask('busiest quarter for small boats').status).toBe('unknown');
  });
});

describe('a week of a running total is no total', () => {
  test.each([
    ['in a month', 'how many were sent back in the last week of May 2026'],
    ['numbered', 'returns in week two of january 2026'],
    ['beside a day', 'how many were returned the week before new year'],
    ['over a feast', 'how many were removed over easter 2026'],
    ['up to today', 'arrivals over the past 10 days'],
  ])('%s', (_, question) => {
    expect(ask(question).status).toBe('unknown');
  });
});

describe('what came after a day goes on from it', () => {
  test.each([
    ['a day', 'how many were let in after 31 march 2026', /1,117 − 443 = 674/],
    ['a month', 'how many were returned after february 2026', /1,087 − 354 = 733/],
  ])('%s', (_, question, line) => {
    expect(first(question)).toMatch(line);
  });

  test('after the newest count nothing is known', () => {
    expect(ask('how many were accepted after the scheme ended').status).toBe('unknown');
    expect(ask('how many came in boats after the deal expired').status).toBe('unknown');
  });

  test('all the time that it ran counts from its first day', () => {
    expect(first('how many crossed while the pilot was running')).toMatch(/35,171, since 6 August 2025/);
  });
});

describe('several times', () => {
  test.each([
    ['each month of those named', 'march 2026 and may 2026, returns each month', /^109 is lower than 218/],
    ['years together', 'people prevented altogether in 2025 and 2026', /22,476 \+ 8,231 = 30,707/],
    ['up or down on the month before', 'did returns rise or fall in december 2025', /^78 is higher than 64/],
    [
      'by what factor',
      'by what factor did acceptances grow from march to june 2026',
      /^73 is lower than 314/,
    ],
  ])('%s', (_, question, line) => {
    expect(first(question)).toMatch(line);
  });
});

describe('a pace that is kept', () => {
  test.each([
    ['of a month', "at april's rate how long until 1500 are sent back", /\(1,500 − 1,087\) ÷ 142 = 2\.9/],
    ['the newest', 'at this pace when will returns reach 2,500', /\(2,500 − 1,087\) ÷ 264 = 5\.4/],
  ])('%s', (_, question, line) => {
    expect(first(question)).toMatch(line);
  });
});

describe('of whom and what', () => {
  test.each([
    ['one in so many', '1 in how many got returned', /27,920 ÷ 1,087/],
    ['people for each return', 'how many crossings for every return', /27,920 ÷ 1,087/],
    ['those sent there', 'what did rwanda cost per person sent', /700,000,000 ÷ 4/],
    ['the record year', 'how many came in the busiest year', /45,774, in the calendar year 2022/],
    ['the way that led', 'which direction was ahead in march 2026', /returned to France: more/],
    ['the years an amount is for', 'uk funding to france in euros, 2023-2026', /€541 million/],
  ])('%s', (_, question, line) => {
    expect(first(question)).toMatch(line);
  });

  test('a month of which few days are counted has no busiest day', () => {
    expect(ask('busiest day of january 2026').status).toBe('unknown');
    expect(first('worst day of may 2025 for crossings')).toMatch(/1,195, 31 May 2025/);
  });
});

describe('a source that is named', () => {
  test('what it passes on is its word', () => {
    expect(first('what did AFP have for acceptances on 19 october 2025')).toMatch(/France: 18,/);
  });

  test('where it gives none, another is said to be another', () => {
    const answer = ask('how many were returned in november 2025 according to sky news');
    expect(answer.status).toBe('unknown');
    expect(answer.lines[0]).toMatch(/no figure from Sky News/);
  });
});

describe('parts of a total, and months by their number', () => {
  test.each([
    ['a month of all', 'what share of all the returns happened in april 2026', /13\.06 %: 142 of 1,087/],
    ['the time first', 'june 2026 as a share of all returns', /24\.29 %: 264 of 1,087/],
    ['over a number', 'first month over 200 acceptances', /In 2 of 11 months: May 2026 \(222\)/],
    [
      'that very number',
      'the month with 49 returns, which was it',
      /In 1 of 11 months: February 2026 \(49\)/,
    ],
    ['each month since', 'number returned each month since march 2026', /109, 1 to 31 March 2026/],
  ])('%s', (_, question, line) => {
    expect(first(question)).toMatch(line);
  });
});

describe('a weekend and a year are held for themselves', () => {
  test.each([
    [
      'the weekend of a day',
      'how many came over the weekend of 8 november 2025',
      /852, 8 to 9 November 2025/,
    ],
    ['fell in a year', 'did crossings fall in 2023', /^45,774 is higher than 29,437/],
    ['rose since a year', 'have channel deaths gone up since 2024', /^72 is higher than 25/],
  ])('%s', (_, question, line) => {
    expect(first(question)).toMatch(line);
  });
});

describe('whose number it is', () => {
  test.each([
    [
      'used',
      'which number for arrivals since the deal did philp use',
      /nearly 18,000 according to Chris Philp/,
    ],
    ['from its source', 'where does 18,790 come from', /18,790, since 6 August 2025/],
    ['a week', '782 a week?', /782 people a week/],
    [
      'as a moment',
      'when the metro said it had passed 100 in nov 2025, how many was it exactly out',
      /: 113\b/,
    ],
  ])('%s', (_, question, line) => {
    expect(first(question)).toMatch(line);
  });

  test('nobody here has heard of them', () => {
    expect(ask('the Reuters figure for returns in march 2026').status).toBe('unknown');
  });

  test('a share of others is none of theirs, and an average time is no pace', () => {
    expect(ask('what share of those let in claimed asylum').status).toBe('unknown');
    expect(ask('average waiting time between arrival and return').status).toBe('unknown');
  });
});

test('a number that is on record is held against the one count that is named', () => {
  expect(first('how far above the 2024 total is 38,726')).toContain('38,726 − 36,816 = 1,910');
  expect(first('were more than 900 returned by 10 june 2026')).not.toMatch(/^Computed here/);
});
