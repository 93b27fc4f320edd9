import { expect, test } from 'vitest';
import { converse } from '../../src/cli/conversation.js';
import { banner, promptFor } from '../../src/cli/prompt.js';
import { shownText } from '../../src/cli/shown.js';
import { COMMANDS } from './commands.js';

const METRICS = [
  { name: 'Returned to France', value: 'returned-to-france' },
  { name: 'Accepted from France', value: 'accepted-from-france' },
];

/** A prompt whose actions tell what they were asked to do. */
function prompt() {
  return promptFor({
    commands: COMMANDS,
    slash: (command, options) => Promise.resolve(`slash ${command} ${JSON.stringify(options)}`),
    say: (text) => Promise.resolve(`say ${text}`),
    click: (label) => Promise.resolve(`click ${label}`),
    choices: (_command, option, typed, others) => {
      if (option === 'as_of')
        return Promise.resolve([{ name: '31 October 2025', value: `${others.metric}@2025-10-31` }]);
      const found = METRICS.filter(({ name }) => name.toLowerCase().includes(typed.toLowerCase()));
      return Promise.resolve(found);
    },
  });
}

test('plain text, commands and buttons each go their way', async () => {
  const { answer } = prompt();
  expect(await answer('how many?')).toBe('say how many?');
  expect(await answer('/ask how many?')).toBe('slash ask {"question":"how many?"}');
  expect(await answer('[Sources]')).toBe('click Sources');
  expect(await answer('/nothing')).toMatch(/^There is no such command/);
});

test('Tab completes commands, suggested values and the names of options', async () => {
  const { complete } = prompt();
  expect(await complete('/f')).toEqual({ typed: '/f', texts: ['/figure '] });
  expect(await complete('/figure')).toEqual({ typed: '/figure', texts: ['/figure '] });
  expect(await complete('/settings pl')).toEqual({
    typed: '/settings pl',
    texts: ['/settings plain-questions '],
  });
  expect(await complete('/figure ret')).toEqual({ typed: 'ret', texts: ['Returned to France'] });
  expect(await complete('/figure metric:from ')).toEqual({ typed: 'from ', texts: ['Accepted from France'] });
  expect(await complete('/figure ')).toEqual({ typed: '', texts: METRICS.map(({ name }) => name) });
  expect(await complete('/figure Returned to France ')).toEqual({ typed: '', texts: ['as_of:', 'private:'] });
  expect(await complete('/figure Returned to France as')).toEqual({ typed: 'as', texts: ['as_of:'] });
  expect(await complete('/figure x private:t')).toEqual({ typed: 't', texts: ['true'] });
  expect(await complete('/settings plain-questions o')).toEqual({ typed: 'o', texts: ['On', 'Off'] });
  expect(await complete('/help ')).toEqual({ typed: '/help ', texts: [] });
  expect(await complete('how many')).toEqual({ typed: 'how many', texts: [] });
});

test('what was picked goes to the bot as its id, and so do the other options while one is completed', async () => {
  const { answer, complete } = prompt();
  const line = '/figure Returned to France as_of:31 October 2025';
  expect(await answer(line)).toBe('slash figure {"metric":"Returned to France","as_of":"31 October 2025"}');
  await complete('/figure ret');
  expect(await complete('/figure Returned to France as_of:31')).toMatchObject({ texts: ['31 October 2025'] });
  expect(await answer(line)).toBe(
    'slash figure {"metric":"returned-to-france","as_of":"returned-to-france@2025-10-31"}',
  );
});

test('the prompt comes before each line, and a word ends the conversation', async () => {
  const seen: string[] = [];
  async function* lines() {
    yield* ['capital of peru', '', ' QUIT ', 'how many returned'];
  }
  const count = await converse({
    lines: lines(),
    answer: (line) => Promise.resolve(`answer to ${line}`),
    output: {
      out: (line) => void seen.push(line),
      error: () => undefined,
      drained: () => Promise.resolve(),
    },
    ready: () => void seen.push('>'),
    leaveBy: ['quit', 'exit'],
  });
  expect(seen).toEqual(['>', 'answer to capital of peru\n', '>', '>']);
  expect(count).toBe(3);
});

test('the banner says that there is no token, what to ask and how to leave', () => {
  const text = banner('http://127.0.0.1:8090/api', ['quit', 'exit']);
  expect(text).toContain('No DISCORD_TOKEN is set');
  expect(text).toContain('http://127.0.0.1:8090/api');
  expect(text.match(/\?/g)).toHaveLength(3);
  expect(text).toContain('Ctrl-D or type quit or exit');
});

test('a message is shown without Discord’s markup', () => {
  const message = {
    content: '',
    embeds: [
      {
        title: 'Returned to France',
        description: '**94**, as of 10\\. November [1]\n[the source](<https://example.org/a>)\n-# small',
        fields: [{ name: 'Earlier', value: '~~75~~' }],
        footer: { text: 'Tally' },
      },
    ],
    pictures: ['A chart of returns.'],
    buttons: ['Sources', 'Delete'],
  };
  expect(shownText(message).split('\n')).toEqual([
    'Returned to France',
    '94, as of 10. November [1]',
    'the source <https://example.org/a>',
    'small',
    'Earlier',
    '75',
    'Tally',
    '(Picture: A chart of returns.)',
    '[Sources] [Delete]',
  ]);
  expect(shownText({ content: 'Hello', embeds: [], pictures: [], buttons: [] })).toBe('Hello');
});
