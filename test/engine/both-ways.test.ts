/** The two directions of the scheme held against each other, and what a day or month is named for. */
import { describe, expect, test } from 'vitest';
import { projectEngine } from './opened.js';

const engine = projectEngine();
const first = (question: string) => engine.ask(question, { today: '2026-11-22' }).answer.lines[0];

describe('the two directions of the scheme', () => {
  test.each([
    ['by opposite verbs', 'by 31 March 2026 had more left or come in', /463 − 443 = 20/],
    ['by what is left', 'is Britain in credit or in debt on the swap', /^Net inflow: 30,/],
    ['"the sum" is no addition', 'acceptances minus returns, can you do the sum', /1,117 − 1,087 = 30/],
    ['the furthest apart', 'in which month was the gap between in and out widest', /^June 2026: .*= 50/],
    ['overtaken', 'when did returns overtake acceptances', /^In 1 of 11 months: March 2026 \(463 > 443\)/],
    ['never level', 'was there a single month when in and out were equal', /^In none of the 10 months/],
  ])('%s', (_, question, line) => {
    expect(first(question)).toMatch(line);
  });

  test('each of two months has its own two counts', () => {
    const { answer } = engine.ask('how many in and out in jan 2026 and feb 2026', { today: '2026-11-22' });
    const said = answer.lines.join(' ');
    for (const worked of [/122 − 88 = 34/, /367 − 305 = 62/, /49 − 3 = 46/, /370 − 354 = 16/])
      expect(said).toMatch(worked);
  });

  test('other counts that are held against each other stay what they are', () => {
    expect(first('did more people come in 2025 than in 2024')).toMatch(/41,472 is higher than 36,816/);
    expect(first('how many percent more came in than went out in January')).not.toMatch(/^Small boat/);
  });
});

describe('a day or a month that says what is meant', () => {
  test.each([
    ['one flight', 'how many aboard the flight of 22 October 2025', /^People on one return flight: 13/],
    ['a payment', 'the payment in April 2026 before the deal', /^Interim payment to France: £16.2 million/],
    ['that month alone', 'returns for October 2025, that one month, not the total', /^People returned.* 58,/],
    ['a weekday before a feast', 'how many crossed the Saturday before Christmas 2025', /^Small.*: 803,/],
    [
      'the day after the newest count',
      'how many had been sent back by the time it ended on 30 September',
      /^People returned.* 1,087,/,
    ],
    ['divided by a month', 'June 2026 returns divided by October 2025 returns', /264 .* 58/],
  ])('%s', (_, question, line) => {
    expect(first(question)).toMatch(line);
  });

  test('what flew elsewhere has no count', () => {
    expect(first('how many people were on the flight to Nice')).not.toMatch(/^People on one return flight/);
  });
});

describe('stretches, paces and percentages', () => {
  test.each([
    [
      'years up to one that goes on',
      'total crossings from 2024 to 2026',
      /36,816 \+ 41,472 \+ 19,135 = 97,423/,
    ],
    ['each year for itself', 'number of boats every year since 2019', /^Boats that arrived: 164/],
    ['a day of a month', 'how many returns a day in June 2026', /8\.8 a day on average/],
    ['a week of a month', 'returns per week in May 2026', /49\.2 a week on average/],
    ['the record day', 'people per boat on the record day of 2025', /^People per boat: about 62\.9/],
    ['more by so many percent', 'how much more is 766m than 541m in percent', /= 41\.6 %/],
    [
      'months beyond a number',
      'how many months had over 200 returns',
      /^In 2 of 11 months: May 2026 \(218\)/,
    ],
  ])('%s', (_, question, line) => {
    expect(first(question)).toMatch(line);
  });

  test('what came within a year is not held against a total by its end', () => {
    const { lines } = engine.ask('acceptances in 2025 vs 2026', { today: '2026-11-22' }).answer;
    expect(lines.join(' ')).toMatch(/\b245\b.*\b872\b/);
    expect(lines.join(' ')).not.toMatch(/1,117/);
  });

  test('who gives a number is told of that number', () => {
    expect(first('which sources print 193 returns')).toMatch(/193/);
    expect(first('which sources give 193 returns')).toMatch(/^People returned to France: 193/);
  });

  test('a goal stays a goal', () => {
    expect(first('what was the weekly returns target')).toMatch(/^Weekly returns target/);
  });
});
