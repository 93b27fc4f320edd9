/** Questions that are answered in words: whose they are, on what, who held an office, what a premise has wrong. */
import { describe, expect, test } from 'vitest';
import { projectEngine } from './opened.js';

const engine = projectEngine();

function ask(question: string) {
  const { answer } = engine.ask(question, { today: '2026-11-22' });
  return { status: answer.status, text: answer.lines.join('\n'), quotes: answer.quotes };
}

describe('what somebody said on a subject', () => {
  test('a subject that nothing here speaks of is unknown, whatever else the person said', () => {
    const { status, quotes } = ask('what did mahmood tell nick ferrari about the welsh language');
    expect(status).toBe('unknown');
    expect(quotes).toEqual([]);
  });

  test('what others said on it is not told for theirs', () => {
    const { status, text } = ask('did max wilkinson mention rwanda at all');
    expect(status).toBe('unknown');
    expect(text).toContain('Max Wilkinson');
  });

  test('words that are said of everything leave it to the person who is named', () => {
    expect(ask('what did the UN agency make of the deal').text).toMatch(/UNHCR.*welcomed/);
  });
});

describe('words that are quoted', () => {
  test.each([
    ['“If I had felt that France was safe for me”: who told the Guardian so?', 'The Iranian man'],
    ['Wasting their time and money. Who said that?', 'Home Office'],
    ['how does it go on: "always been clear that the numbers will...', 'fluctuate'],
  ])('%s', (question, expected) => {
    const { status, text } = ask(question);
    expect(status).toBe('answered');
    expect(text).toContain(expected);
  });
});

describe('a named event with a wrong detail', () => {
  test.each([
    'the first flight took some kurdish guy to bristol, right?',
    'did the first plane land in spain?',
  ])('%s', (question) => {
    const { text } = ask(question);
    expect(text).toContain('The sources say otherwise:');
    expect(text).toMatch(/18 September 2025.*Indian national.*Paris/);
  });

  test('a detail of no named event stays unknown', () => {
    expect(ask('did they send any kurdish guy to bristol?').status).toBe('unknown');
  });
});

describe('an office that changed hands', () => {
  test.each([
    ['who was home secretary when the deal was signed', /^Yvette Cooper/],
    ['who was home sec when the iranian man came back', /^Shabana Mahmood/],
    ['who was prime minister on 1 august 2026', /^Andy Burnham/],
    ['who was the PM in october 2025', /^Keir Starmer/],
  ])('%s', (question, holder) => {
    expect(ask(question).text).toMatch(holder);
  });

  test('both of them where they held it in the time that is asked for', () => {
    expect(ask('who was home secretary in september 2025').text).toMatch(/Mahmood.*\nYvette Cooper/);
  });
});

test('a second question that only asks the post of somebody named before is answered with it', () => {
  expect(ask('when was philp interviewed and what post does he hold').text).toContain(
    'Conservative shadow home secretary',
  );
});

test('both sides are shown where the government and its critics are each asked for', () => {
  const { text } = ask('how do the home office and the critics each see the two men who came back');
  expect(text).toContain('Home Office');
  expect(text).toContain('revolving door');
});

test('a subject set before the question with a comma belongs to it', () => {
  expect(ask('that flight of 7 january 2026, what became of it').text).toContain('was cancelled');
});

test('may somebody do it: what gives leave or refuses it leads', () => {
  expect(ask('can a person who was returned apply by the legal route').text).toMatch(
    /^A person who was returned to France .* cannot use the legal route/,
  );
});

test('two texts set beside each other: what both of them say comes before a remark', () => {
  const { text, quotes } = ask(
    'both articles mention the tear gas and the rubber things, what does each one say',
  );
  expect(text).toContain('rubber-ball launchers');
  expect(quotes).toEqual([]);
});

test('what leads up to the question is no subject of anybody’s words', () => {
  expect(
    ask('we had a row over the price of carrots. which country is mahmood copying for her overhaul?').text,
  ).toContain('Denmark');
});

test('a company that no source names stays unknown, however well the flight is known', () => {
  expect(ask('which airline flew the first man to paris').status).toBe('unknown');
});

describe('somebody’s words on somebody else', () => {
  test('they are found where there are any', () => {
    expect(ask('what did philp say about starmer').text).toContain('lacks the courage');
  });

  test('and unknown where there are none, whatever each of them said', () => {
    const { status, quotes } = ask('what did hédon say about kemi badenoch');
    expect(status).toBe('unknown');
    expect(quotes).toEqual([]);
  });

  test('how somebody speaks is no subject', () => {
    expect(ask('what are the legal scholars moaning about').text).toContain('1951 Refugee Convention');
  });
});

test('a day alone with nothing but what went on then', () => {
  expect(ask('what went on on 18 september 2025').text).toContain('Paris');
});

describe('which of two events came first', () => {
  test.each([
    ['what came first, the court of appeal ruling or the first flight', /^The first flight/],
    ['did burnham become prime minister before the scheme ended?', /^Andy Burnham/],
    [
      'was the treaty signed before or after the announcement at northwood',
      /^Keir Starmer and Emmanuel Macron/,
    ],
  ])('%s', (question, earlier) => {
    const { text } = ask(question);
    expect(text).toMatch(earlier);
    expect(text.split('\n')).toHaveLength(2);
  });
});

describe('words are asked for, whatever they count', () => {
  test('the very words', () => {
    expect(ask('starmer on gimmicks, the exact words please').text).toContain('gimmicks and broken promises');
  });

  test('what somebody set beside a number is no count', () => {
    expect(ask('what did mahmood contrast the 26 returns with').text).toMatch(/Rwanda/);
  });

  test('an outlet that nobody quotes has no view on anything', () => {
    expect(ask('what did le monde say about the weather').status).toBe('unknown');
  });

  test('what is said of the day that is named leads', () => {
    expect(ask('what did the home office publish on 16 july 2026').text).toContain('month-by-month count');
  });
});

test.each([
  ['who replaced cooper as home secretary', /^Shabana Mahmood/],
  ['who did burnham succeed', /^Keir Starmer/],
])('who held an office next or before: %s', (question, holder) => {
  expect(ask(question).text).toMatch(holder);
});

test('a tag asks without a question mark', () => {
  expect(ask("the first person removed was a kurd, wasn't he").text).toMatch(
    /The sources say otherwise:.*\n.*Indian/,
  );
});

test('the answer of one side to the other shows both', () => {
  const { text } = ask('what is the home office response to the revolving door line');
  expect(text).toContain('revolving door');
  expect(text).toMatch(/^(?:The )?Home Office/m);
});

describe('what is taken for granted of somebody and stands nowhere', () => {
  test('is said to stand nowhere, with what is known of them', () => {
    const { status, text } = ask('how come the second returnee was handed a tent in Kent');
    expect(status).toBe('answered');
    expect(text).toMatch(/^No source here says that\. What is known:\nA second man .*detained/);
  });

  test('a question that takes nothing unheard of for granted is answered', () => {
    expect(ask('why did the Iranian man come back').text).not.toContain('No source here says that');
  });
});

test('the source of a number that is not the newest of its count is that of the number', () => {
  expect(ask('which outlet reported an average of 12 returns a week').text).toMatch(/\b12 returns a week\b/);
});

test('where several people are named, each one has an entry of their own', () => {
  const { text } = ask('the Indian man and the Iranian man, who was flown out when');
  expect(text).toMatch(/18 September 2025/);
  expect(text).toMatch(/19 September 2025/);
});

test('what is told of other years says nothing of one to come', () => {
  expect(ask('what is the forecast of small boat arrivals for 2029').status).toBe('unknown');
});
