/** Numbers that a question brings along: held against each other, as a moment, as a base or over a stretch. */
import { expect, test } from 'vitest';
import { projectEngine } from '../engine/opened.js';

const engine = projectEngine();

const ask = (question: string) => engine.ask(question, { today: '2026-11-22' }).answer.lines.join('\n');

test.each([
  [
    'two numbers, each with its date',
    '75 deported or 94 deported, which is it',
    [/75.*31 October/, /94.*10 Nov/],
  ],
  [
    'one number and the other count of those days',
    'you say 39,000 boat arrivals in 2025, somebody else has an exact number. do they clash',
    [/38,726/, /39,000/],
  ],
  ['a number as a moment', 'how many more were removed between the 75 and the 94', [/94 − 75 = 19/]],
  [
    'a number as a base',
    'for every 100 people let in how many go the other way',
    [/1,087 ÷ 1,117 × 100 = 97\.3/],
  ],
  [
    'the base after the asking word',
    'how many are let in per 100 sent back',
    [/1,117 ÷ 1,087 × 100 = 102\.8/],
  ],
  [
    'a target over a year',
    'say they returned 50 a week for a whole year, how many is that',
    [/50 × 52 = 2,600/],
  ],
  [
    'a target over some weeks',
    'at the target rate how many would be sent back in 10 weeks',
    [/50 × 10 = 500/],
  ],
])('%s', (_, question, expected) => {
  const text = ask(question);
  for (const pattern of expected) expect(text).toMatch(pattern);
});
