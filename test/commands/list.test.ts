/** The one list: what stands in the folder, in the list and in what is registered is the same. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ApplicationCommandOptionType, PermissionFlagsBits } from 'discord.js';
import { expect, test } from 'vitest';
import { commands } from '../../commands/index.js';
import { type AnyCommand, isMessageCommand, slashCommands } from '../../src/discord/command.js';
import { projectRoot } from '../../src/paths.js';
import { discordSchema } from '../discord-schema.js';
import { stage } from './stage.js';

const on = stage();

/** https://docs.discord.com/developers/interactions/application-commands#application-command-object-application-command-naming */
const NAME = /^[-_'\p{L}\p{N}]{1,32}$/u;
const DESCRIPTION_LIMIT = 100;

/** A command, a subcommand, an option or a choice. */
type Named = {
  name: string;
  description?: string;
  description_localizations?: Readonly<Record<string, string | null>> | null;
  options?: readonly Named[];
  choices?: readonly { name: string; name_localizations?: Readonly<Record<string, string | null>> | null }[];
};

const slash = slashCommands(commands);
const all: Named[] = slash.flatMap(({ data }) => withOptions(data as Named));

test('each file of the folder holds the command of its name, and the list holds them all', async () => {
  const files = readdirSync(join(projectRoot, 'commands')).filter(
    (name) => name.endsWith('.ts') && name !== 'index.ts',
  );
  expect(files.map((file) => file.replace('.ts', '')).sort()).toEqual(commands.map(fileNameOf).sort());
  for (const file of files) {
    const { default: command } = (await import(join(projectRoot, 'commands', file))) as {
      default: AnyCommand;
    };
    expect(`${fileNameOf(command)}.ts`).toBe(file);
    expect(commands).toContain(command);
  }
});

test('what is registered is what stands in the list', async () => {
  const { sandbox } = on();
  const registered = (sandbox.world.commands.get(null) ?? []).map(({ body }) => body);
  expect(registered.map(({ name }) => name).sort()).toEqual(namesOf(commands));
  for (const { data } of commands) {
    expect(registered.find(({ name }) => name === data.name)).toMatchObject(JSON.parse(JSON.stringify(data)));
  }
});

const schema = discordSchema();

test.skipIf(schema === null)(
  'every command is one by Discord’s own schema (../shared/discord/openapi.json)',
  () => {
    const body = JSON.parse(JSON.stringify(commands.map(({ data }) => data)));
    expect(schema?.request('PUT', '/applications/1/commands', body)).toEqual([]);
    const broken = body.map((command: object) => ({ ...command, contexts: ['nowhere'] }));
    expect(schema?.request('PUT', '/applications/1/commands', broken)).not.toEqual([]);
  },
);

test('names are lower case, and no two alike', () => {
  expect(
    all.map(({ name }) => name).filter((name) => !NAME.test(name) || name !== name.toLowerCase()),
  ).toEqual([]);
  expect(new Set(namesOf(commands)).size).toBe(commands.length);
  for (const { options = [] } of all) {
    expect(new Set(options.map(({ name }) => name)).size).toBe(options.length);
  }
});

test('descriptions are short, in English and French', () => {
  expect(all.length).toBeGreaterThan(15);
  for (const { name, description, description_localizations: localised } of all) {
    for (const text of [description ?? '', localised?.fr ?? '']) {
      expect(text.length, `${name}: ${text}`).toBeGreaterThan(0);
      expect(text.length, `${name}: ${text}`).toBeLessThanOrEqual(DESCRIPTION_LIMIT);
    }
    expect(localised?.fr).not.toBe(description);
  }
});

test('the check of a message is in its menu, everywhere and for those who install it for themselves', () => {
  const menu = commands.filter(isMessageCommand);
  expect(namesOf(menu)).toEqual(['Check the figures']);
  expect(menu.map(({ data }) => [data.integration_types, data.contexts])).toEqual([
    [
      [0, 1],
      [0, 1, 2],
    ],
  ]);
  for (const { data } of menu) {
    expect(Math.max(data.name.length, data.name_localizations?.fr?.length ?? 99)).toBeLessThanOrEqual(32);
    expect(data.name_localizations?.fr).not.toBe(data.name);
  }
});

test('options with a known set suggest, and their commands know how', () => {
  const suggesting = slash.filter(({ data }) =>
    (data.options ?? [])
      .flatMap((option) =>
        option.type === ApplicationCommandOptionType.Subcommand ? (option.options ?? []) : [option],
      )
      .some((option) => option.type === ApplicationCommandOptionType.String && option.autocomplete === true),
  );
  expect(namesOf(suggesting)).toEqual([
    'compare',
    'explain',
    'figure',
    'quote',
    'source',
    'subscriptions',
    'timeline',
  ]);
  expect(suggesting.every((command) => command.autocomplete !== undefined)).toBe(true);
});

test('all but settings and subscriptions work everywhere; the settings are for those who manage the server', () => {
  for (const { data } of slash) {
    const isSettings = data.name === 'settings';
    // In a conversation of others the bot can't write by itself.
    const everywhere = data.name === 'subscriptions' ? [0, 1] : [0, 1, 2];
    expect(data.contexts, data.name).toEqual(isSettings ? [0] : everywhere);
    expect(data.integration_types, data.name).toEqual(isSettings ? [0] : [0, 1]);
    expect(data.default_member_permissions, data.name).toBe(
      data.name === 'settings' ? String(PermissionFlagsBits.ManageGuild) : undefined,
    );
  }
});

/** A command of a menu is called by several words. */
function fileNameOf({ data }: AnyCommand): string {
  return data.name.toLowerCase().replaceAll(' ', '-');
}

function namesOf(list: readonly AnyCommand[]): string[] {
  return list.map(({ data }) => data.name).sort();
}

function withOptions(named: Named): Named[] {
  return [named, ...(named.options ?? []).flatMap(withOptions)];
}
