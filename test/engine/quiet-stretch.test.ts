import { describe, expect, test } from 'vitest';
import { projectEngine } from './opened.js';

const engine = projectEngine();
const firstOf = (question: string) => engine.ask(question, { today: '2026-11-22' }).answer.lines[0];

describe('a time without boats is the pause, in whatever words and wherever its date stands', () => {
  test.each([
    'wasnt there a mad long gap w no boats at all at the end of 2025, how many days was it',
    'how many days was that long stretch in late 2025 with no boats',
    'combien de jours a duré la trêve sans aucune traversée fin 2025',
  ])('%s', (question) => {
    expect(firstOf(question)).toMatch(/28 (?:days|jours)/);
  });
});

test('one that only says when is not what is counted', () => {
  expect(firstOf('how many had crossed by 12 dec 2025, after that long stretch of no boats')).toMatch(
    /^Small boat arrivals: 39,292/,
  );
});
