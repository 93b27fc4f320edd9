import { expect, test } from 'vitest';
import { readCommand, usage } from '../../src/cli/typed-command.js';
import { COMMANDS } from './commands.js';

const read = (line: string) => {
  const result = readCommand(line, COMMANDS);
  return 'typed' in result ? result.typed : result.fault;
};

test.each([
  ['/ask how many: 5 or 10?', { name: 'ask', options: { question: 'how many: 5 or 10?' } }],
  ['/ask  how many?  private:true', { name: 'ask', options: { question: 'how many?', private: true } }],
  ['/ask private:no question:how many', { name: 'ask', options: { private: false, question: 'how many' } }],
  [
    '/figure Returned to France as_of: 31 october 2025 private:oui',
    { name: 'figure', options: { metric: 'Returned to France', as_of: '31 october 2025', private: true } },
  ],
  ['/figure returned as_of:', { name: 'figure', options: { metric: 'returned' } }],
  ['/help', { name: 'help', options: {} }],
  ['/settings plain-questions off', { name: 'settings plain-questions', options: { allowed: 'off' } }],
  ['/settings plain-questions allowed:ON', { name: 'settings plain-questions', options: { allowed: 'on' } }],
])('%s is understood', (line, expected) => {
  expect(read(line)).toEqual(expected);
});

test('what is wrong is said, with how it is typed', () => {
  expect(read('/nonsense 1')).toBe(
    'There is no such command; there are /ask, /figure, /help, /settings plain-questions.',
  );
  expect(read('/asking x')).toContain('no such command');
  expect(read('/ask')).toBe('/ask needs more: /ask question [private:true]');
  expect(read('/figure as_of:2025')).toBe('/figure needs more: /figure metric [as_of:…] [private:true]');
  expect(read('/ask x private:perhaps')).toBe('/ask private: is true or false.');
  expect(COMMANDS.map(usage).at(-1)).toBe('/settings plain-questions allowed');
});
