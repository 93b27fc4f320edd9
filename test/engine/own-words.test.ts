/** Questions for somebody's words: a saying broken off, a name with "on" behind it, an office asked for its answer. */
import { describe, expect, test } from 'vitest';
import { projectEngine } from './opened.js';

const engine = projectEngine();

function ask(question: string) {
  const { answer } = engine.ask(question, { today: '2026-11-22' });
  return { status: answer.status, first: answer.lines[0] ?? '', text: answer.lines.join('\n') };
}

describe('a saying that is broken off', () => {
  test.each([
    ['the spokesman called the swap another tool in their… what was it', 'armoury'],
    ['Kendall said it would not undermine the fundamental... finish it please', 'basis of this deal'],
    ['complete this: "if you come here illegally on a small..."', 'sent back to France'],
  ])('%s', (question, expected) => {
    expect(ask(question).text).toContain(expected);
  });
});

describe('a name with "on" behind it asks for a remark, and for no count', () => {
  test.each([
    ['norris on whether arrivals drop this year', /would not promise/],
    ['home office on people sneaking back in', /^Home Office/],
    ['cooper on how many returns were agreed', /no number of returns/],
  ])('%s', (question, expected) => {
    expect(ask(question).first).toMatch(expected);
  });
});

describe('whose words they are', () => {
  test('an office is told in its own words, though others speak of it in more of the asked ones', () => {
    const { first } = ask('how does the home office answer those who call it broken because they come back');
    expect(first).toContain('Home Office');
  });

  test('whom it was told is not who told it', () => {
    const { first, text } = ask('yvette cooper told nick ferrari on lbc that 281 had been removed');
    expect(text).toContain('Shabana Mahmood');
    expect(first).not.toMatch(/^Yes/);
  });

  test('an open question about their words is no wrong attribution', () => {
    const { text } = ask('what does mahmood say happens to you if you enter illegally');
    expect(text).not.toContain('Conservative Party, not');
    expect(text).toContain('as quickly as possible');
  });

  test('nobody’s opinion is that of somebody who is quoted nowhere', () => {
    expect(ask('did macron describe it as a failure').status).toBe('unknown');
  });

  test('that a number was given is no yes to its being taken back', () => {
    expect(ask('since mahmood said 281 had gone back, has she changed her mind?').first).not.toBe('Yes.');
  });
});

describe('rules of the legal route in other words', () => {
  test.each([
    ['what must you satisfy to come by the legal route', /^(?:Applicants must|The legal route is open)/],
    ['who is at the front of the queue for the legal route', /priority goes to/],
    ['how do they know someone is actually in france', /phone/],
    ['do you pay anything to put in for the transfer scheme', /free/],
    ['where do the returnees stay afterwards', /accommodation centres/],
  ])('%s', (question, expected) => {
    expect(ask(question).first).toMatch(expected);
  });
});

describe('words given to the wrong person', () => {
  test.each([
    ['was it farage who said it’s a joke', 'No: that was Chris Philp'],
    ['did starmer himself say another tool in the armoury', 'No: that was the Prime Minister'],
  ])('%s', (question, expected) => {
    expect(ask(question).text).toContain(expected);
  });

  test('what one says of another is not the other’s jibe', () => {
    expect(ask('what was starmer’s jibe at the tories').first).toContain('gimmicks');
  });
});

test.each(['what is britbrief', 'whose article does britbrief rewrite'])('%s: its card', (question) => {
  expect(ask(question).first).toContain('BritBrief, rewriting The Independent');
});

describe('quotations with a gap, told before, or in the other language', () => {
  test.each([
    ['fill in the gap: "another ____ in our armoury"', 'another tool in our armoury'],
    ['Someone said “it is a joke”. Was it Mahmood?', 'No: that was Chris Philp'],
    ['the words “lamentable admission of failure”, whose are they?', 'Chris Philp'],
    ['complète la phrase : « vous serez renvoyé en France… »', 'Keir Starmer'],
    ['farage a-t-il dit que c’était une blague', 'Non : c’était Chris Philp'],
  ])('%s', (question, expected) => {
    expect(ask(question).text).toContain(expected);
  });
});

test('what a neighbour says is no saying of those he speaks of', () => {
  const { first } = ask('My hairdresser says the Home Secretary can halt applications when she likes. True?');
  expect(first).toContain('may pause applications');
});

test('“would you believe” asks nothing', () => {
  const { text } = ask(
    'And, would you believe, the vicar said no number of returns had been agreed. Who said that in August 2025?',
  );
  expect(text).toContain('Yvette Cooper');
});

describe('who speaks', () => {
  test.each([
    ['how did the refugee charities greet it when it was announced', /^Refugee charities were sceptical/],
    ['what do critics call the scheme', /^Critics say/],
    ['does norris say how many came by the legal route', /^Alex Norris wrote/],
    ['who claims the smugglers’ business model must be broken', /^The government’s stated aim/],
  ])('%s', (question, expected) => {
    expect(ask(question).first).toMatch(expected);
  });

  test('an organisation that no source quotes', () => {
    expect(ask('what did the red cross say').status).toBe('unknown');
  });
});
