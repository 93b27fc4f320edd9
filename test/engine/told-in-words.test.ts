import { describe, expect, test } from 'vitest';
import { projectEngine } from './opened.js';

const engine = projectEngine();
const textOf = (question: string) => engine.ask(question, { today: '2026-11-22' }).answer.lines.join('\n');
const statusOf = (question: string) => engine.ask(question, { today: '2026-11-22' }).answer.status;

describe('a person is told by the place in an order', () => {
  test.each([
    ['what nationality was the second person they flew out', /Eritrean/],
    ['the first chap who was deported and turned up again, when did he first come over?', /6 August 2025/],
    ['when did the other one come back (the second guy, not the Iranian)', /10 November 2025/],
  ])('%s', (question, expected) => {
    expect(textOf(question).split('\n')[0]).toMatch(expected);
  });

  test('whoever is returned again is returned a second time', () => {
    expect(textOf('when was the Iranian man kicked out again')).toMatch(/^.*5 November 2025/);
    expect(textOf('When the Iranian came back, was he sent away again, and when?')).toMatch(
      /5 November 2025/,
    );
  });
});

describe('a number given to the wrong speaker is given to the right one', () => {
  test.each([
    ['why did Kemi Badenoch tell LBC that 281 had been removed?', /not Kemi Badenoch/],
    ['pourquoi Yvette Cooper a-t-elle dit que 350 personnes étaient venues ?', /et non Yvette Cooper/],
  ])('%s', (question, expected) => {
    expect(textOf(question)).toMatch(expected);
    expect(textOf(question)).toMatch(/Shabana Mahmood/);
  });

  test('what somebody says of a number is another question', () => {
    expect(textOf('what did Philp say about the 281?')).not.toMatch(/not Chris Philp/);
  });
});

describe('what stands around a question is not asked about', () => {
  test.each([
    ['For my sociology coursework: who called the policy a total abject failure?', /Badenoch|Farage/],
    ['I am writing a blog post: which judge stopped the removal?', /Sheldon/],
    ['who became prime minister after Starmer, only asking because my paper is old', /Burnham/],
  ])('%s', (question, expected) => {
    expect(textOf(question)).toMatch(expected);
  });

  test('what leads up to a clause that points back is asked about', () => {
    const question =
      'Say you are flown to France and then come back in a dinghy, what does the Home Office say happens to you?';
    expect(textOf(question)).toMatch(/detained immediately/);
  });
});

describe('words of two senses', () => {
  test.each([
    ['what doubts did French officials express about the first return?', /reservations/],
    ['how many days did the Iranian man spend in Britain before his first removal', /44 days/],
    ['how soon would Philp chuck every illegal migrant out?', /within a week/],
  ])('%s', (question, expected) => {
    expect(textOf(question)).toMatch(expected);
  });
});

describe('a text tells its own date', () => {
  test.each([
    ['when was the lite.news article published?', /11 November 2025/],
    ['quand le texte anonyme de cleartrips est-il paru ?', /19 septembre 2025/],
  ])('%s', (question, expected) => {
    expect(textOf(question)).toMatch(expected);
  });
});

test('one word is asked for and one word is quoted', () => {
  const [line] = textOf('which adjective did Claire Hédon choose for police methods on the beaches').split(
    '\n',
  );
  expect(line).toMatch(/“disproportionate”/);
});

test('a poem is no source’s business', () => {
  expect(statusOf('compose a sonnet about small boats')).toBe('unknown');
});

test('what happened at a named place and time counts where no figure does', () => {
  expect(textOf('how many people drowned off Wimereux in April 2026?')).toMatch(/^Four people drowned/);
});

describe('a follow-up asks for one thing of what was spoken of', () => {
  const after = (first: string, then: string) => {
    const { query } = engine.ask(first, { today: '2026-11-22' });
    return engine.ask(then, { today: '2026-11-22', previous: query }).answer.lines[0];
  };

  test.each([
    ['who was aboard the first flight?', 'nationality?', /Indian/],
    ['when did the first return flight take off?', 'and where to?', /Paris/],
    ['which country was the first person removed a citizen of?', 'and the second?', /Eritrean/],
  ])('%s %s', (first, then, expected) => {
    expect(after(first, then)).toMatch(expected);
  });
});

describe('what an entry tells without the word for it', () => {
  test.each([
    ['nationality of the man whose removal Sheldon halted, and his age', /25-year-old Eritrean/],
    ['what is the name of the presenter who interviewed Mahmood', /Nick Ferrari/],
    ['finish the quote: the use of intermediate force weapons ...', /endangers people/],
    ['which of the two, 5 or 6 August, did the treaty take effect?', /6 August 2025/],
  ])('%s', (question, expected) => {
    expect(textOf(question)).toMatch(expected);
  });
});

test('a title before a name gives way to the name', () => {
  expect(textOf('what did Reform leader Philp call virtually zero?')).toMatch(/Chris Philp.*virtually zero/);
});

test('"eu" is had in French, and no Union', () => {
  expect(textOf('quel quotidien a eu le rapport de la Défenseure des droits ?')).toMatch(/Le Monde/);
});

test('critics are not those who were named before', () => {
  const text = textOf(
    'what does the Home Office say of people who came back, and what do critics make of it?',
  );
  expect(text).toMatch(/revolving door/);
});

test('a reason or a line that somebody gave is no count', () => {
  expect(textOf('Mahmood and the Home Office on why more came in than went out')).toMatch(
    /discrepanc|operational complication|how fast/,
  );
  expect(textOf('a quote from the Home Office about crossings being shameful')).toMatch(/shameful/);
});
