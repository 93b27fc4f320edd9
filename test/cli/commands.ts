import type { CommandShape } from '../../src/cli/typed-command.js';

const text = { kind: 'text', required: false, choices: [], suggests: false } as const;
const flag = { kind: 'flag', required: false, choices: [], suggests: false } as const;

/** Commands as the prompt knows them; their like is in `commands/`. */
export const COMMANDS: readonly CommandShape[] = [
  {
    name: 'ask',
    options: [
      { ...text, name: 'question', required: true },
      { ...flag, name: 'private' },
    ],
  },
  {
    name: 'figure',
    options: [
      { ...text, name: 'metric', required: true, suggests: true },
      { ...text, name: 'as_of', suggests: true },
      { ...flag, name: 'private' },
    ],
  },
  { name: 'help', options: [] },
  {
    name: 'settings plain-questions',
    options: [
      {
        ...text,
        name: 'allowed',
        required: true,
        choices: [
          { name: 'On', value: 'on' },
          { name: 'Off', value: 'off' },
        ],
      },
    ],
  },
];
