/** Definitions of commands as they are registered, with their limits. */
import { z } from 'zod';
import { OPTION } from '../option-types.js';
import { complain, lengthOf, localised, optional, snowflake, text } from './fields.js';

/** https://docs.discord.com/developers/interactions/application-commands#application-command-object-application-command-naming */
const NAME = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;
const COMMAND_LENGTH = 8000;
const CHAT = 1;
/** At most so many of chat commands, user and message menus. */
const MOST: Readonly<Record<number, number>> = { 1: 100, 2: 15, 3: 15 };

const chatName = text(1, 32).superRefine((value, context) => {
  if (NAME.test(value) && value === value.toLowerCase()) return;
  complain(context, [], 'APPLICATION_COMMAND_INVALID_NAME', 'Command name is invalid');
});
const description = text(1, 100);

const named = {
  name: chatName,
  name_localizations: localised(chatName).nullish(),
  description,
  description_localizations: localised(description).nullish(),
};
const choiceNames = { name: text(1, 100), name_localizations: localised(text(1, 100)).nullish() };
const choice = z.strictObject({ ...choiceNames, value: z.union([text(0, 100), z.number()]) });

const value = z
  .strictObject({
    type: z.int().min(OPTION.string).max(OPTION.attachment),
    ...named,
    required: optional(z.boolean()),
    choices: optional(z.array(choice).max(25)),
    autocomplete: optional(z.boolean()),
    min_value: optional(z.number()),
    max_value: optional(z.number()),
    min_length: optional(z.int().min(0).max(6000)),
    max_length: optional(z.int().min(1).max(6000)),
    channel_types: optional(z.array(z.int())),
  })
  .superRefine((option, context) => {
    const typed: number[] = [OPTION.string, OPTION.integer, OPTION.number];
    if (option.autocomplete === true && (option.choices?.length ?? 0) > 0) {
      complain(
        context,
        ['choices'],
        'APPLICATION_COMMAND_OPTIONS_CHOICES_AUTOCOMPLETE',
        'Choices and autocomplete exclude each other',
      );
    }
    if ((option.autocomplete === true || option.choices !== undefined) && !typed.includes(option.type)) {
      complain(
        context,
        ['type'],
        'APPLICATION_COMMAND_OPTION_TYPE',
        'This type has neither choices nor autocomplete',
      );
    }
    if (
      (option.min_value ?? -Infinity) > (option.max_value ?? Infinity) ||
      (option.min_length ?? 0) > (option.max_length ?? 6000)
    ) {
      complain(context, [], 'BASE_TYPE_BAD_INTEGER', 'The least is more than the most');
    }
    const values = (option.choices ?? []).map((entry) => entry.value);
    if (new Set(values).size < values.length) {
      complain(
        context,
        ['choices'],
        'APPLICATION_COMMAND_OPTIONS_VALUE_DUPLICATE',
        'Choice values must be unique',
      );
    }
  });
const values = z.array(value).max(25).superRefine(wellOrdered);
const subcommand = z.strictObject({
  type: z.literal(OPTION.subcommand),
  ...named,
  required: optional(z.boolean()),
  options: optional(values),
});
const group = z.strictObject({
  type: z.literal(OPTION.group),
  ...named,
  required: optional(z.boolean()),
  options: optional(z.array(subcommand).max(25).superRefine(wellOrdered)),
});
const option = z.union([value, subcommand, group]);

export type CommandOption = z.output<typeof option>;
export type ValueOption = z.output<typeof value>;

const shared = {
  id: optional(snowflake),
  default_member_permissions: z.union([z.string().regex(/^\d+$/), z.int().min(0)]).nullish(),
  dm_permission: optional(z.boolean()),
  contexts: optional(z.array(z.int().min(0).max(2)).min(1)),
  integration_types: optional(z.array(z.int().min(0).max(1)).min(1)),
  nsfw: optional(z.boolean()),
  handler: optional(z.int()),
};

const chatCommand = z
  .strictObject({
    ...shared,
    ...named,
    type: optional(z.literal(CHAT)),
    options: optional(z.array(option).max(25).superRefine(wellOrdered)),
  })
  .superRefine((command, context) => {
    if (sizeOf(command) > COMMAND_LENGTH) {
      complain(
        context,
        [],
        'APPLICATION_COMMAND_TOO_LARGE',
        `Command exceeds maximum size (${COMMAND_LENGTH})`,
      );
    }
  });
const menuCommand = z.strictObject({
  ...shared,
  type: z.union([z.literal(2), z.literal(3)]),
  name: text(1, 32),
  name_localizations: localised(text(1, 32)).nullish(),
  description: z.literal('').nullish(),
  description_localizations: z.null().optional(),
  options: z.array(z.never()).nullish(),
});

/** https://docs.discord.com/developers/interactions/application-commands#create-global-application-command */
export const command = z.union([chatCommand, menuCommand]);

export type CommandBody = z.output<typeof command>;

/** The whole list of one place. */
export const commands = z.array(command).superRefine((list, context) => {
  const taken = new Set<string>();
  for (const [index, entry] of list.entries()) {
    const key = `${entry.type ?? CHAT} ${entry.name}`;
    if (taken.has(key)) {
      complain(
        context,
        [index, 'name'],
        'APPLICATION_COMMANDS_DUPLICATE_NAME',
        'Application command names must be unique',
      );
    }
    taken.add(key);
  }
});

/** Whether the list has more commands of one kind than one place may have. */
export function tooMany(list: readonly CommandBody[]): boolean {
  return Object.entries(MOST).some(
    ([type, most]) => list.filter((entry) => (entry.type ?? CHAT) === Number(type)).length > most,
  );
}

type Ordered = readonly { type: number; name: string; required?: boolean | undefined }[];

/** Required options come first, names differ, subcommands stand apart from plain options. */
function wellOrdered(list: Ordered, context: Parameters<typeof complain>[0]): void {
  const taken = new Set<string>();
  let optionalSeen = false;
  const nests = list.map((entry) => entry.type <= OPTION.group);
  if (nests.includes(true) && nests.includes(false)) {
    complain(
      context,
      [],
      'APPLICATION_COMMAND_OPTIONS_TYPE_INVALID',
      'Sub-command and sub-command group option types are mutually exclusive to all other types',
    );
  }
  for (const [index, entry] of list.entries()) {
    if (taken.has(entry.name)) {
      complain(
        context,
        [index, 'name'],
        'APPLICATION_COMMAND_OPTIONS_NAME_DUPLICATE',
        'Option names must be unique',
      );
    }
    taken.add(entry.name);
    if (entry.required === true && optionalSeen) {
      complain(
        context,
        [index],
        'APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID',
        'Required options must be placed before non-required options',
      );
    }
    if (entry.required !== true) optionalSeen = true;
  }
}

type Sized = {
  readonly name: string;
  readonly description?: string | null | undefined;
  readonly choices?: readonly { name: string; value: string | number }[] | undefined;
  readonly options?: readonly Sized[] | undefined;
};

function sizeOf(sized: Sized): number {
  const choices = (sized.choices ?? []).reduce(
    (sum, entry) =>
      sum + lengthOf(entry.name) + (typeof entry.value === 'string' ? lengthOf(entry.value) : 0),
    0,
  );
  const options = (sized.options ?? []).reduce((sum, entry) => sum + sizeOf(entry), 0);
  return lengthOf(sized.name) + lengthOf(sized.description) + choices + options;
}
