/** What somebody said at a time that the question names. */
import { expect, test } from 'vitest';
import { projectEngine } from './opened.js';

const engine = projectEngine();

function ask(question: string) {
  const { answer } = engine.ask(question, { today: '2026-11-22' });
  return { status: answer.status, first: answer.lines[0] ?? '' };
}

test('words of the time that is named lead, and not later ones', () => {
  expect(ask('what did Chris Philp say in November 2025').first).toMatch(/November 2025.*18,000.*\[\d+\]/);
  expect(ask('what did Yvette Cooper say in August 2025').first).toMatch(/August 2025.*\[\d+\]/);
});

test('where nothing of that time is known, it says so and marks the rest as another thing', () => {
  for (const question of ['what did Philp say in May 2026', 'quote from Farage in 2026']) {
    const { status, first } = ask(question);
    expect([question, status]).toEqual([question, 'unknown']);
    expect(first).not.toMatch(/[“"]/);
  }
});

test('words without a year in question are found as before', () => {
  expect(ask('what did Mahmood say about speeding up').first).toMatch(/speeded up|sped up/);
});
