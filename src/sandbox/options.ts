/** Options of commands as a person types them, against the registered command, and as Discord sends them on. */
import type { CommandBody, CommandOption, ValueOption } from './bodies/command.js';
import { lengthOf } from './bodies/fields.js';
import { OPTION } from './option-types.js';

/** What is typed into an option. */
export type Typed = string | number | boolean;
export type TypedOptions = Readonly<Record<string, Typed>>;

/** A person could not do this in Discord at all, such as click a button that is not there. */
export class Impossible extends Error {}

type Chosen = { readonly path: readonly CommandOption[]; readonly options: readonly ValueOption[] };

/**
 * The `options` of an interaction.
 * @param words the names of subcommand group and subcommand, if the command has such
 * @param focused the option that is being typed, for autocomplete: nothing else is then demanded
 * @throws Impossible where Discord would not let it be sent
 */
export function sentOptions(
  command: CommandBody,
  words: readonly string[],
  typed: TypedOptions,
  focused: string | null,
): readonly Readonly<Record<string, unknown>>[] {
  const { path, options } = choose(command, words);
  const stranger = Object.keys(typed).find((name) => !options.some((option) => option.name === name));
  if (stranger !== undefined) throw new Impossible(`/${command.name} has no option "${stranger}".`);
  const missing = options.find((option) => option.required === true && typed[option.name] === undefined);
  if (missing !== undefined && focused === null) {
    throw new Impossible(`/${command.name} cannot be sent without "${missing.name}".`);
  }
  const values = options.flatMap((option) => {
    const value = typed[option.name];
    if (value === undefined) return [];
    const entry = { name: option.name, type: option.type, value };
    if (option.name === focused) return [{ ...entry, focused: true }];
    check(command, option, value);
    return [entry];
  });
  return path.reduceRight<readonly Readonly<Record<string, unknown>>[]>(
    (inner, { name, type }) => [{ name, type, options: inner }],
    values,
  );
}

/** The option of this name that is being typed. @throws Impossible where it has no autocomplete */
export function focusedOption(command: CommandBody, words: readonly string[], name: string): ValueOption {
  const option = choose(command, words).options.find((entry) => entry.name === name);
  if (option === undefined) throw new Impossible(`/${command.name} has no option "${name}".`);
  if (option.autocomplete !== true) throw new Impossible(`/${command.name} suggests nothing for "${name}".`);
  return option;
}

function choose(command: CommandBody, words: readonly string[]): Chosen {
  let level: readonly CommandOption[] = command.options ?? [];
  const path: CommandOption[] = [];
  for (const word of words) {
    const found = level.find((option) => option.name === word && isNested(option));
    if (found === undefined) throw new Impossible(`/${command.name} has no subcommand "${word}".`);
    path.push(found);
    level = 'options' in found ? (found.options ?? []) : [];
  }
  if (level.some(isNested)) throw new Impossible(`/${command.name} needs one of its subcommands.`);
  return { path, options: level.filter((option): option is ValueOption => !isNested(option)) };
}

function isNested(option: CommandOption): boolean {
  return option.type === OPTION.subcommand || option.type === OPTION.group;
}

function check(command: CommandBody, option: ValueOption, value: Typed): void {
  const refuse = (why: string) => new Impossible(`/${command.name} ${option.name}: ${why}`);
  if (option.type === OPTION.boolean ? typeof value !== 'boolean' : typeof value === 'boolean') {
    throw refuse(`a ${typeof value} cannot be given here.`);
  }
  const numeric = option.type === OPTION.integer || option.type === OPTION.number;
  if (numeric !== (typeof value === 'number')) throw refuse(`a ${typeof value} cannot be given here.`);
  const choices = option.choices ?? [];
  if (choices.length > 0 && !choices.some((choice) => choice.value === value))
    throw refuse('not one of the choices.');
  if (typeof value === 'number') {
    if (value < (option.min_value ?? -Infinity) || value > (option.max_value ?? Infinity))
      throw refuse('out of range.');
  }
  if (typeof value === 'string') {
    const length = lengthOf(value);
    if (length < (option.min_length ?? 0) || length > (option.max_length ?? 6000))
      throw refuse(`${length} characters.`);
  }
}
