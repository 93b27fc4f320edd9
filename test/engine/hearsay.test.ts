import { describe, expect, test } from 'vitest';
import { projectEngine } from './opened.js';

const engine = projectEngine();
const answerTo = (question: string) => engine.ask(question, { today: '2026-11-22' }).answer;
const told = (question: string) => answerTo(question).lines.join('\n');

describe('what somebody in the room claims is asked about, and not that it is claimed', () => {
  test.each([
    [
      'A member claims that the deal with France cost the taxpayer 700 million pounds. True?',
      'Is it true that the deal with France cost the taxpayer 700 million pounds?',
    ],
    [
      'someone in chat reckons 281 had been removed by armistice day 2025, is that right??',
      'is it true that 281 had been removed by armistice day 2025?',
    ],
    [
      'my mate says philp called it virtually zero. can you check please',
      'is it true that philp called it virtually zero?',
    ],
  ])('%s', (question, plainly) => {
    expect(answerTo(question).status).toBe('answered');
    expect(told(question)).toBe(told(plainly));
  });

  test('a claim that asks itself is left as it stands', () => {
    expect(told('a member says who called it virtually zero, is that right')).toMatch(/Chris Philp/);
  });
});

test('who held an office is told for the day on which something happened', () => {
  const question =
    'Member insists that Keir Starmer was still prime minister on the day the scheme ended, 30 September 2026. Check please?';
  expect(answerTo(question).lines[0]).toMatch(/^Andy Burnham: Prime Minister from 20 July 2026/);
});
