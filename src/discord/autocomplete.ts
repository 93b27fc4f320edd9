/** Between Discord's autocomplete and ours: what is typed into which option, and choices within the limits. */
import type { AutocompleteInteraction, CommandInteractionOption } from 'discord.js';
import type { Choice, Focused } from './command.js';
import { cutText } from './fitting.js';
import { CHOICE_NAME_LIMIT, CHOICE_VALUE_LIMIT, CHOICES_LIMIT } from './limits.js';

/** The option being typed into, with what the others hold. */
export function focusedOf({ options }: AutocompleteInteraction): Focused {
  const { name, value } = options.getFocused(true);
  const others = flat(options.data).flatMap((option) =>
    option.name === name || option.value === undefined ? [] : [[option.name, String(option.value)]],
  );
  return { name, value: String(value), others: Object.fromEntries(others) };
}

/** As many as Discord takes, names cut to size; one whose value is too long could not be handed back and is left out. */
export function choicesWithin(choices: readonly Choice[]): Choice[] {
  return choices
    .filter(({ name, value }) => name !== '' && value !== '' && value.length <= CHOICE_VALUE_LIMIT)
    .slice(0, CHOICES_LIMIT)
    .map(({ name, value }) => ({ name: cutText(name, CHOICE_NAME_LIMIT), value }));
}

/** Options stand inside subcommands where there are any. */
function flat(options: readonly CommandInteractionOption[]): CommandInteractionOption[] {
  return options.flatMap((option) => (option.options ? flat(option.options) : [option]));
}
