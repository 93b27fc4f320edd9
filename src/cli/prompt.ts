/** The prompt of `npm start` without a token: a person on Discord, at a terminal. */
import { catalogueOf } from '../language/catalogue.js';
import { type AskChoices, type Completer, completerFor } from './completion.js';
import { type CommandShape, type OptionValues, readCommand } from './typed-command.js';

/** What a person can do; each gives what is then shown, or why nothing is. */
export type Actions = {
  commands: readonly CommandShape[];
  slash: (command: string, options: OptionValues) => Promise<string>;
  say: (text: string) => Promise<string>;
  /** Clicks on a button under what was shown last. */
  click: (label: string) => Promise<string>;
  choices: AskChoices;
};

export type Prompt = {
  answer: (line: string) => Promise<string>;
  complete: Completer['complete'];
};

export function promptFor(actions: Actions): Prompt {
  const completer = completerFor(actions.commands, actions.choices);
  return {
    complete: completer.complete,
    answer(line) {
      const button = /^\[(.+)\]$/.exec(line)?.[1];
      if (button !== undefined) return actions.click(button);
      if (!line.startsWith('/')) return actions.say(line);
      const read = readCommand(line, actions.commands);
      if ('fault' in read) return Promise.resolve(read.fault);
      const { name, options } = completer.picked(read.typed);
      return actions.slash(name, options);
    },
  };
}

/** What a person sees first: that this is the sandbox, where its page is, what to type, how to leave. */
export function banner(page: string, leaveBy: readonly string[]): string {
  const { examples } = catalogueOf('en');
  return [
    'No DISCORD_TOKEN is set, so this is the bot in a sandbox: a stand-in for Discord on this machine.',
    'The README says under “Configuration” how to run it on Discord itself.',
    '',
    'Tally answers questions about the UK–France “one in, one out” pilot, in English or French, with sources.',
    `See it in a browser: ${page}`,
    `Or type a question here: ${examples.join(' ')}`,
    'or a command (/help tells which; Tab completes), or [Sources] to press the button of that name.',
    `To leave, press Ctrl-D or type ${leaveBy.join(' or ')}.\n`,
  ].join('\n');
}
