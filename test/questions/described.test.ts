import { describe, expect, test } from 'vitest';
import { projectEngine } from '../engine/opened.js';

const engine = projectEngine();
const ask = (question: string) => engine.ask(question, { today: '2026-11-22' });
const textOf = (question: string) => ask(question).answer.lines.join('\n');

describe('what only describes a known thing narrows nothing', () => {
  test.each([
    ['how many agents will there be on the coast under the new treaty', /1,400/],
    ['returns for march 2026, that single month please', /\b109\b/],
    ['how many did France rescue at sea during the single year 2025', /6,000/],
    ['the new lock-up they are building in Dunkirk, how many beds has it got', /\b140\b/],
  ])('%s', (question, expected) => {
    expect(textOf(question)).toMatch(expected);
    expect(ask(question).answer.status).toBe('answered');
  });

  test.each([
    'how many new hotels did they take on',
    'how many single men were returned to france',
    'how many of the new arrivals were sent back to france for vaping',
    'how many people were sent back for burglary in june 2026',
    'how many crossed by night in 2024',
  ])('what parts those counted still does: %s', (question) => {
    expect(ask(question).answer.status).toBe('unknown');
  });
});

describe('a negated question asks yes or no as a plain one does', () => {
  test.each([
    ["wasn't the first returned man an Afghan?", /Indian/],
    ['hasn’t the UK returned 3,000 people to France?', /1,087 is below 3,000/],
    ["didn't the deal get signed by Theresa May?", /not Theresa May/],
  ])('%s', (question, expected) => {
    expect(textOf(question)).toMatch(expected);
  });
});

test.each(['was the deal signed in Leeds?', 'was the treaty signed in Vilnius?'])(
  'a wrong place is put right, known or not: %s',
  (question) => {
    expect(textOf(question)).toMatch(/London on 29 July and in Paris/);
  },
);
