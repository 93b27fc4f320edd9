/** Registered commands and the application as Discord's JSON. */
import type { Command } from '../model.js';
import type { World } from '../world.js';
import type { Payload } from './payload.js';
import { userPayload } from './user.js';

const LOCALISATIONS = ['name_localizations', 'description_localizations'];

/**
 * https://docs.discord.com/developers/interactions/application-commands#application-command-object
 * @param localised lists leave the localisations out unless they are asked for
 */
export function commandPayload(world: World, command: Command, localised: boolean): Payload {
  const { body } = command;
  const { default_member_permissions: permissions, ...rest } = body;
  const shown: unknown = cleaned(rest, localised);
  return {
    ...(isRecord(shown) ? shown : {}),
    id: command.id,
    application_id: world.bot.id,
    version: command.version,
    type: body.type ?? 1,
    description: body.description ?? '',
    default_member_permissions:
      permissions === null || permissions === undefined ? null : String(permissions),
    integration_types: body.integration_types ?? [0],
    contexts: body.contexts ?? null,
    nsfw: body.nsfw ?? false,
    ...(command.guildId === null ? { dm_permission: dmPermission(body) } : { guild_id: command.guildId }),
  };
}

/** https://docs.discord.com/developers/resources/application#application-object */
export function applicationPayload(world: World): Payload {
  const people = [...world.users.values()].find((user) => !user.bot) ?? world.bot;
  return {
    id: world.bot.id,
    name: world.bot.name,
    icon: null,
    description: '',
    type: null,
    bot: userPayload(world.bot),
    bot_public: true,
    bot_require_code_grant: false,
    verify_key: '0'.repeat(64),
    flags: 0,
    flags_new: '0',
    redirect_uris: [],
    interactions_endpoint_url: null,
    role_connections_verification_url: null,
    owner: userPayload(people),
    team: null,
    approximate_guild_count: world.guilds.size,
    approximate_user_install_count: 0,
    approximate_user_authorization_count: 0,
    explicit_content_filter: 0,
    eligible_oauth2_scopes: [],
    integration_types_config: {},
  };
}

function dmPermission(body: Command['body']): boolean {
  return body.contexts?.includes(1) ?? body.dm_permission ?? true;
}

/** Without what was not given, and without the localisations where those are not wanted. */
function cleaned(value: unknown, localised: boolean): unknown {
  if (Array.isArray(value)) return value.map((entry: unknown) => cleaned(entry, localised));
  if (!isRecord(value)) return value;
  const kept = Object.entries(value).filter(
    ([key, entry]) => entry !== undefined && entry !== null && (localised || !LOCALISATIONS.includes(key)),
  );
  return Object.fromEntries(kept.map(([key, entry]) => [key, cleaned(entry, localised)]));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
