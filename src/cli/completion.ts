/** What Tab adds to a line: commands, their options, and the values that the bot itself suggests. */
import {
  type CommandShape,
  type OptionValues,
  partsOf,
  type TypedChoice,
  type TypedCommand,
} from './typed-command.js';

/** Asks the bot for suggestions: the command and its option, what is typed, and the other options so far. */
export type AskChoices = (
  command: string,
  option: string,
  typed: string,
  others: OptionValues,
) => Promise<readonly TypedChoice[]>;

/** What may stand in place of `typed`, the end of the line. */
export type Completions = { typed: string; texts: string[] };

export type Completer = {
  complete(line: string): Promise<Completions>;
  /** The command with each text that was suggested replaced by the value it stands for. */
  picked(command: TypedCommand): TypedCommand;
};

/** A completer for these commands, which remembers what it has suggested. */
export function completerFor(commands: readonly CommandShape[], askChoices: AskChoices): Completer {
  /** By command, option and text. */
  const suggested = new Map<string, string>();
  const key = (command: string, option: string, text: string) => `${command} ${option} ${text}`;

  const remember = (command: string, option: string, choices: readonly TypedChoice[]) => {
    for (const { name, value } of choices) suggested.set(key(command, option, name), value);
  };

  const valuesIn = ({ name, options }: TypedCommand): OptionValues =>
    Object.fromEntries(
      Object.entries(options).map(([option, value]) => [
        option,
        typeof value === 'string' ? (suggested.get(key(name, option, value)) ?? value) : value,
      ]),
    );

  return {
    picked: (command) => ({ ...command, options: valuesIn(command) }),
    async complete(line) {
      if (!line.startsWith('/')) return { typed: line, texts: [] };
      const parts = line.includes(' ') ? partsOf(line, commands) : undefined;
      if (!parts)
        return {
          typed: line,
          texts: beginningWith(
            line,
            commands.map(({ name }) => `/${name} `),
          ),
        };
      const { command, given } = parts;
      const last = given.at(-1);
      const option = last?.option ?? command.options[0];
      if (!option) return { typed: line, texts: [] };
      const text = last?.text ?? '';
      const typed = text === '' ? '' : line.slice(line.lastIndexOf(text));
      const isPicked =
        suggested.has(key(command.name, option.name, text)) || (option.kind === 'flag' && text !== '');
      const names = unused(command, given).map((name) => `${name}:`);
      if (isPicked && line.endsWith(' ')) return { typed: '', texts: names };
      if (option.kind === 'flag') return { typed, texts: beginningWith(text, ['true', 'false']) };
      // Words of two letters and more, but not the first: "/figure returned to france as".
      const word = /\s(\S{2,})$/.exec(text)?.[1] ?? '';
      const named = word === '' ? [] : beginningWith(word, names);
      if (named.length > 0) return { typed: word, texts: named };
      const others = given.slice(0, -1).map((one) => [one.option.name, one.text] as const);
      const choices = option.suggests
        ? await askChoices(
            command.name,
            option.name,
            text,
            valuesIn({ name: command.name, options: Object.fromEntries(others) }),
          )
        : option.choices.filter(({ name }) => beginningWith(text, [name]).length > 0);
      remember(command.name, option.name, choices);
      if (choices.length > 0) return { typed, texts: choices.map(({ name }) => name) };
      return { typed: '', texts: [] };
    },
  };
}

function unused(command: CommandShape, given: readonly { option: { name: string } }[]): string[] {
  const used = given.map(({ option }) => option.name);
  return command.options.map(({ name }) => name).filter((name) => !used.includes(name));
}

function beginningWith(typed: string, texts: readonly string[]): string[] {
  return texts.filter((text) => text.toLowerCase().startsWith(typed.toLowerCase()));
}
