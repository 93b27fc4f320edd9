/** Whose each number is, of what time a number is, and what "why more" takes for granted. */
import { describe, expect, test } from 'vitest';
import { projectEngine } from './opened.js';

const engine = projectEngine();
const today = '2026-11-22';
const said = (question: string) => engine.ask(question, { today }).answer.lines.join('\n');

describe('of two numbers for the same thing, each stands with who gives it', () => {
  test.each([
    'Returns to France at the end of 2025: one member says 193, another says 217. Who is behind each number?',
    'returned by end of 2025, 193 or 217, who says which',
    'who says 193 and who says 217 for returns by end of 2025',
    'Un membre dit 193 renvois fin 2025, un autre dit 217. D’où vient chacun ?',
  ])('%s', (question) => {
    expect(said(question)).toMatch(/193.*\[1\].*\n.*Source.*VisaHQ News/);
    expect(said(question)).toMatch(/217, .*31.*\n.*17 \+ 58 \+ 78 \+ 64 = 217.*\n.*Source.*Home Office/);
  });

  test('where both are of one date, each value names its texts', () => {
    expect(said('i see 69 and 70 for the net inflow in jan 2026. who is behind each number')).toMatch(
      /69 according to The Independent.*70 according to Chris Philp/,
    );
  });
});

describe('the source of a number, and the time that it covers', () => {
  test.each([
    [
      'Which source gives 204,517 people detected in small boats, and what period does that number cover?',
      /204,517, since 1 January 2018, as of 30 June 2026 \[1\]\nSource: Across the Channel/,
    ],
    ['377 returned in march 2026, whose number is that', /377, .*\[1\].*\nSource: The Independent/],
    ['what’s the provenance of the 1,117', /1,117, as of 30 June 2026.*\nSource: Home Office/],
    [
      'Where does the figure of 1,087 returns come from, and when was it published?',
      /1,087[\s\S]*published its month-by-month count.*16 July 2026/,
    ],
    ['whos behind the 50 a week number', /50 returns a week.*\n.*\nSource: /],
    [
      'd’où sort le chiffre de 56 000 livres par renvoi ?',
      /56.000 livres.*selon Shabana Mahmood.*\nSource : /,
    ],
    ['whos the source for each return costing 56 grand', /£56,000.*according to Shabana Mahmood.*\nSource: /],
  ])('%s', (question, expected) => {
    expect(said(question)).toMatch(expected);
    expect(said(question)).not.toMatch(/nothing on that/);
  });
});

describe('what "why more" takes for granted is held against both counts', () => {
  test.each([
    [
      'how come more ppl had crossed by end of september 2026 than by the same point in 2025?',
      /otherwise: 19,135 is lower than 33,486/,
    ],
    ['how come more were returned in june 2026 than may 2026', /^264 is higher than 218/],
    ['why did fewer people come in than go out in may 2026', /otherwise: 222 is higher than 218/],
    ['pq moins de gens renvoyés en juin 2026 qu’en mai ?', /contraire : 264, c’est plus que 218/],
  ])('%s', (question, expected) => {
    expect(said(question)).toMatch(expected);
  });

  test('half a year is held against no whole one', () => {
    const lines = said('why did more people cross in the first half of 2026 than of 2025');
    expect(lines).toMatch(/no figure for that: small boat arrivals, 1 January to 30 June 2025/);
    expect(lines).not.toMatch(/41,472/);
  });

  test('a month is held against its own counts, not against the totals by its end', () => {
    const lines = said('why did more people go out than come in in february 2026?');
    expect(lines).toMatch(/49 − 3 = 46/);
    expect(lines).not.toMatch(/say otherwise/);
  });

  test.each([
    [
      "Why had more people come in than gone out by late January 2026? I need the Home Secretary's own explanation and the one that her department gave the BBC.",
      /how fast people can be held and flown out, the Home Office told the BBC of an operational complication/,
    ],
    ['Pourquoi plus d’admissions que de renvois fin janvier 2026 ?', /complication opérationnelle/],
  ])('where they bear it out, the reasons that were given stand below: %s', (question, expected) => {
    expect(said(question)).toMatch(expected);
    expect(said(question)).toMatch(/367 − 305 = 62/);
  });
});

test('that nobody was moved, as somebody says, is held against the table', () => {
  expect(
    said(
      'A user says that in August 2025 nobody at all was moved in either direction under the deal. Is that true?',
    ),
  ).toMatch(/0 \+ 0 = 0.*\n.*accepted from France: 0 .*\n.*returned to France: 0 /);
});
