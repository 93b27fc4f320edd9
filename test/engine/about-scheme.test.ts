/** The scheme itself is asked about: what it is, what became of it, and what no source tells of it. */
import { expect, test } from 'vitest';
import { projectEngine } from './opened.js';

const engine = projectEngine();

function ask(question: string) {
  const { answer } = engine.ask(question, { today: '2026-11-22' });
  return { status: answer.status, first: answer.lines[0] ?? '' };
}

test.each([
  'what is one in, one out?',
  'wots this 1 in 1 out thing',
  'the one in one out scheme',
  'how does the deal work',
  'could you explain the pilot in simple words please',
])('"%s" is told what it is', (question) => {
  expect(ask(question).first).toMatch(/one-for-one exchange.*\[\d+\]/);
});

test('in French as well', () => {
  expect(ask("c'est quoi cet accord ?").first).toMatch(/un pour un.*\[\d+\]/);
});

test.each([
  'what happened to the scheme',
  'any news on the pilot?',
  'whats the latest on one in one out',
  'où en est le dispositif ?',
])('"%s" is told how it ended', (question) => {
  expect(ask(question).first).toMatch(/30 (?:September|septembre) 2026.*\[\d+\]/i);
});

test.each(['what replaced the scheme', 'who runs the pilot'])('"%s" is unknown', (question) => {
  expect(ask(question).status).toBe('unknown');
});

test.each([
  ['what does net inflow mean?', /^Counted: People accepted.*minus/, /\b30\b.*\[\d+\]/],
  ['what counts as a return', /^Counted: People sent from the UK to France/, /1,087.*\[\d+\]/],
  ['define re-entries', /^Counted: /, /\[\d+\]/],
])('%s: the definition, what it leaves out, and the newest figure', (question, definition, figure) => {
  const { lines } = engine.ask(question, { today: '2026-11-22' }).answer;
  expect(lines[0]).toMatch(definition);
  expect(lines[1]).toMatch(/^Not counted: /);
  expect(lines.join('\n')).toMatch(figure);
});

test('why there is such a scheme is told by its stated aims, and no number of returns', () => {
  for (const question of [
    'why was the scheme set up',
    'what is the purpose of the deal',
    'le but de cet accord ?',
  ]) {
    const { first } = ask(question);
    expect([question, first]).toEqual([question, expect.stringMatching(/smugglers|passeurs/)]);
  }
});

test('what is wrong with it is told by its critics', () => {
  expect(ask('what is wrong with the pilot').first).toMatch(/^Critics say.*\[\d+\]/);
  expect(ask('criticisms of one in one out').first).toMatch(/^Critics say.*\[\d+\]/);
});

test('when it was, is told by its announcement, its signing and its first day', () => {
  for (const question of ['when was the deal', 'de quand date cet accord ?']) {
    const text = engine.ask(question, { today: '2026-11-22' }).answer.lines.join('\n');
    expect(text).toMatch(
      /10 (?:July|juillet) 2025[\s\S]*30 (?:July|juillet) 2025[\s\S]*6 (?:August|août) 2025/,
    );
  }
});
