/** Tells Discord which commands there are, but only where it does not know them so already. */
import { ApplicationCommandType, ApplicationIntegrationType, type REST, Routes } from 'discord.js';
import { z } from 'zod';
import type { AnyCommand } from './command.js';

export type CommandData = AnyCommand['data'];

/** What of a command and of its options counts; Discord adds ids, versions and more. */
const COMPARED = [
  'name',
  'name_localizations',
  'description',
  'description_localizations',
  'default_member_permissions',
  'contexts',
  'integration_types',
  'nsfw',
  'type',
  'options',
  'required',
  'autocomplete',
  'choices',
  'value',
  'channel_types',
  'min_value',
  'max_value',
  'min_length',
  'max_length',
] as const;

const registeredSchema = z.array(z.looseObject({ name: z.string() }));

export type Target = { applicationId: string; guildId?: string | undefined };

/** Registers the commands globally, or for one server; gives whether anything was sent. Rejects as Discord refuses. */
export async function registerCommands(
  rest: REST,
  { applicationId, guildId }: Target,
  commands: readonly CommandData[],
): Promise<'registered' | 'unchanged'> {
  const route =
    guildId === undefined
      ? Routes.applicationCommands(applicationId)
      : Routes.applicationGuildCommands(applicationId, guildId);
  const query = new URLSearchParams({ with_localizations: 'true' });
  const registered = registeredSchema.parse(await rest.get(route, { query }));
  if (sameCommands(registered, commands)) return 'unchanged';
  await rest.put(route, { body: commands });
  return 'registered';
}

/** True where both lists mean the same, in whatever order and with whatever defaults spelt out. */
export function sameCommands(
  some: readonly { name: string }[],
  others: readonly { name: string }[],
): boolean {
  return normalised(some) === normalised(others);
}

function normalised(commands: readonly { name: string }[]): string {
  const whole = commands.map((command) => ({
    type: ApplicationCommandType.ChatInput,
    integration_types: [ApplicationIntegrationType.GuildInstall],
    ...compared(command),
  }));
  return JSON.stringify(whole.map((command) => JSON.stringify(sorted(command))).sort());
}

/** Keys that count and say something: absent, null, false and empty are the same to Discord. */
function compared(value: object): Record<string, unknown> {
  const entries = Object.entries(value).filter(([key]) => COMPARED.some((one) => one === key));
  return Object.fromEntries(
    entries.flatMap(([key, held]) => {
      const kept = keptOf(key, held);
      return saysNothing(kept) ? [] : [[key, kept]];
    }),
  );
}

function keptOf(key: string, held: unknown): unknown {
  if (!Array.isArray(held)) return held;
  // The order of options and choices is seen; that of places and kinds is not.
  if (key === 'options' || key === 'choices') return held.map(compared);
  return [...held].sort();
}

function saysNothing(value: unknown): boolean {
  if (value === undefined || value === null || value === false || value === '') return true;
  return typeof value === 'object' && Object.keys(value).length === 0;
}

/** With its keys in order, all the way down. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, held]) => [key, sorted(held)]));
}
