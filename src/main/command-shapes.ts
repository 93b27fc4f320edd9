/** The bot's commands as the prompt reads them: names, options, and what may be typed into those. */
import type { CommandShape, OptionShape } from '../cli/typed-command.js';
import { type AnyCommand, type Command, slashCommands } from '../discord/command.js';
import { OPTION } from '../sandbox/option-types.js';

type Data = Command['data'];
type Option = NonNullable<Data['options']>[number];

/** https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-object-interaction-context-types */
const BOT_DM = 1;

/** Each command, or each of its subcommands. */
export function commandShapes(commands: readonly AnyCommand[]): CommandShape[] {
  return slashCommands(commands).flatMap(({ data }) => shapesOf(data.name, data.options ?? []));
}

/** The names of the commands that can be used in direct messages. */
export function directCommands(commands: readonly AnyCommand[]): Set<string> {
  const direct = slashCommands(commands).filter(
    ({ data }) => data.contexts?.some((context) => Number(context) === BOT_DM) ?? true,
  );
  return new Set(direct.map(({ data }) => data.name));
}

function shapesOf(name: string, options: readonly Option[]): CommandShape[] {
  const nested = options.flatMap((option) =>
    isNested(option) ? shapesOf(`${name} ${option.name}`, inside(option)) : [],
  );
  return nested.length > 0 ? nested : [{ name, options: options.map(optionShape) }];
}

function isNested({ type }: Option): boolean {
  return Number(type) === OPTION.subcommand || Number(type) === OPTION.group;
}

function inside(option: Option): readonly Option[] {
  return 'options' in option ? (option.options ?? []) : [];
}

function optionShape(option: Option): OptionShape {
  const choices = 'choices' in option ? (option.choices ?? []) : [];
  return {
    name: option.name,
    kind: Number(option.type) === OPTION.boolean ? 'flag' : 'text',
    required: option.required ?? false,
    choices: choices.map(({ name, value }) => ({ name, value: String(value) })),
    suggests: 'autocomplete' in option && option.autocomplete === true,
  };
}
