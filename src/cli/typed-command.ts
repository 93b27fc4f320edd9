/** Slash commands as they are typed in a terminal: `/figure returned to france as_of:2025-10-31`. */

/** An option of a command; `flag` is yes or no. */
export type OptionShape = {
  name: string;
  kind: 'text' | 'flag';
  required: boolean;
  /** What may be chosen, where that is a short fixed list. */
  choices: readonly TypedChoice[];
  /** Whether the bot suggests values. */
  suggests: boolean;
};

/** A command, or one of its subcommands, whose name then is of two words. */
export type CommandShape = { name: string; options: readonly OptionShape[] };

/** People read the name; the command gets the value. */
export type TypedChoice = { name: string; value: string };

export type OptionValues = Record<string, string | boolean>;

export type TypedCommand = { name: string; options: OptionValues };

/** The command of a line as far as it is known, with its options as typed, in their order. */
export type CommandParts = { command: CommandShape; given: { option: OptionShape; text: string }[] };

const YES = /^(?:true|yes|on|y|oui)$/i;
const NO = /^(?:false|no|off|n|non)$/i;

/** Reads a line that starts with a slash; gives what is wrong with it as a sentence. */
export function readCommand(
  line: string,
  commands: readonly CommandShape[],
): { typed: TypedCommand } | { fault: string } {
  const parts = partsOf(line, commands);
  if (!parts) {
    const names = commands.map(({ name }) => `/${name}`);
    return { fault: `There is no such command; there are ${names.join(', ')}.` };
  }
  const { command, given } = parts;
  const options: OptionValues = {};
  for (const { option, text } of given) {
    const value = givenValue(option, text);
    if (value === undefined) return { fault: `/${command.name} ${option.name}: is true or false.` };
    if (value !== '') options[option.name] = value;
  }
  const missing = command.options.find(({ name, required }) => required && options[name] === undefined);
  if (missing) return { fault: `/${command.name} needs more: ${usage(command)}` };
  return { typed: { name: command.name, options } };
}

/** Takes a line apart. Words that follow no `option:` belong to the first option. */
export function partsOf(line: string, commands: readonly CommandShape[]): CommandParts | undefined {
  const command = [...commands]
    .sort((a, b) => b.name.length - a.name.length)
    .find(({ name }) => line === `/${name}` || line.startsWith(`/${name} `));
  if (!command) return undefined;
  const rest = line.slice(command.name.length + 1);
  const names = command.options.map(({ name }) => name).join('|');
  const marks = names === '' ? [] : [...rest.matchAll(new RegExp(`(?<=\\s)(${names}):`, 'g'))];
  const given: CommandParts['given'] = [];
  const take = (option: OptionShape | undefined, text: string) => {
    if (option) given.push({ option, text: text.trim() });
  };
  const untilFirst = rest.slice(0, marks[0]?.index ?? rest.length);
  if (untilFirst.trim() !== '') take(command.options[0], untilFirst);
  for (const [n, mark] of marks.entries()) {
    const option = command.options.find(({ name }) => name === mark[1]);
    take(option, rest.slice(mark.index + mark[0].length, marks[n + 1]?.index ?? rest.length));
  }
  return { command, given };
}

/** How a command is typed: `/figure metric [as_of:…] [private:true]`. */
export function usage({ name, options }: CommandShape): string {
  const told = options.map((option, n) => {
    const mark = option.kind === 'flag' ? `${option.name}:true` : `${option.name}:…`;
    const text = n === 0 && option.kind === 'text' ? option.name : mark;
    return option.required ? text : `[${text}]`;
  });
  return [`/${name}`, ...told].join(' ');
}

/** Undefined where a flag is neither yes nor no. */
function givenValue({ kind, choices }: OptionShape, text: string): string | boolean | undefined {
  if (kind === 'text') {
    const lowered = text.toLowerCase();
    return choices.find(({ name }) => name.toLowerCase() === lowered)?.value ?? text;
  }
  if (YES.test(text)) return true;
  return NO.test(text) ? false : undefined;
}
