/** Registered commands as a person reads them: subcommands as commands of their own, in the person's language. */
import { OPTION } from '../sandbox/option-types.js';
import type { Choice, Command, CommandOption } from '../sandbox/page/wire.js';

export type Callable = {
  /** As it is sent: `settings plain-questions`. */
  readonly name: string;
  /** As it is shown. */
  readonly shown: string;
  readonly description: string;
  readonly options: readonly CommandOption[];
};

type Worded = Pick<
  CommandOption,
  'name' | 'description' | 'name_localizations' | 'description_localizations' | 'options'
>;

export function callables(commands: readonly Command[], locale: string): Callable[] {
  return commands.flatMap((command) => callablesIn(command, '', '', locale));
}

/** The name in the person's language, as Discord shows it. */
export function nameIn(
  of: { name: string; name_localizations?: Choice['name_localizations'] },
  locale: string,
): string {
  return of.name_localizations?.[locale] ?? of.name;
}

export function descriptionIn(of: Worded, locale: string): string {
  return of.description_localizations?.[locale] ?? of.description;
}

/** Those that fit what is typed: by the beginning of a word of the name first, then by any part of name or description. */
export function fitting(all: readonly Callable[], typed: string): Callable[] {
  const wanted = typed.toLowerCase();
  const names = ({ name, shown }: Callable) => [...name.split(' '), ...shown.split(' '), name, shown];
  const begin = all.filter((one) => names(one).some((name) => name.startsWith(wanted)));
  const contain = all.filter(
    (one) =>
      !begin.includes(one) && `${one.name} ${one.shown} ${one.description}`.toLowerCase().includes(wanted),
  );
  return [...begin, ...contain];
}

function callablesIn(of: Worded, before: string, shownBefore: string, locale: string): Callable[] {
  const name = `${before}${of.name}`;
  const shown = `${shownBefore}${nameIn(of, locale)}`;
  const options = of.options ?? [];
  const nested = options.filter(({ type }) => type === OPTION.subcommand || type === OPTION.group);
  if (nested.length > 0)
    return nested.flatMap((option) => callablesIn(option, `${name} `, `${shown} `, locale));
  return [{ name, shown, description: descriptionIn(of, locale), options }];
}
