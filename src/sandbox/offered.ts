/** Which command a person means, and whether Discord would offer it to them there. */
import type { Channel, Command, User } from './model.js';
import { Impossible } from './options.js';
import { allows, channelPermissions } from './permissions.js';
import type { World } from './world.js';

/** https://docs.discord.com/developers/interactions/application-commands#application-command-object-application-command-types */
export const COMMAND_TYPE = { chat: 1, message: 3 } as const;
type CommandType = (typeof COMMAND_TYPE)[keyof typeof COMMAND_TYPE];

/** https://docs.discord.com/developers/resources/application#application-object-application-integration-types */
const INSTALLED = { guild: 0, user: 1 } as const;

/** https://docs.discord.com/developers/interactions/application-commands#interaction-contexts */
const CONTEXT = { guild: 0, botDirectMessage: 1 } as const;

export type Named = { readonly command: Command; readonly words: readonly string[] };

/**
 * The command of this name, as their Discord shows it; after a chat command's name stand its subcommand group
 * and subcommand.
 * @throws Impossible where it does not exist or is not offered to them here
 */
export function offeredCommand(
  world: World,
  channel: Channel,
  user: User,
  name: string,
  type: CommandType = COMMAND_TYPE.chat,
): Named {
  const isChat = type === COMMAND_TYPE.chat;
  const [first = '', ...words] = isChat ? name.replace(/^\//, '').split(' ') : [name];
  const isThere = channel.kind === 'direct' || channel.guild.members.has(world.bot.id);
  if (!isThere && !user.installed) {
    throw new Impossible(
      `${world.bot.name} is not on ${channel.kind === 'guild' ? channel.guild.name : ''}.`,
    );
  }
  const guildId = channel.kind === 'guild' ? channel.guild.id : null;
  const own = guildId === null ? [] : (world.commands.get(guildId) ?? []);
  const known = [...own, ...(world.commands.get(null) ?? [])];
  const command = known.find(
    ({ body }) =>
      (body.type ?? COMMAND_TYPE.chat) === type && (body.name === first || shownName(body, user) === first),
  );
  if (command === undefined) {
    const names = known.map(({ body }) => `/${body.name}`).join(' ');
    throw new Impossible(`There is no command /${first}; registered are: ${names || 'none'}.`);
  }
  const permissions = channelPermissions(channel, user.id);
  if (!allows(permissions, 'UseApplicationCommands')) {
    throw new Impossible(`${user.name} may not do that here: UseApplicationCommands.`);
  }
  if (!worksIn(command, channel) || !(isThere || worksForUsers(command)))
    throw new Impossible(`/${first} is not offered here.`);
  if (channel.kind === 'guild' && !shownTo(command, permissions)) {
    throw new Impossible(`/${first} is not shown to ${user.name}.`);
  }
  return { command, words };
}

function worksForUsers({ body }: Command): boolean {
  return body.integration_types?.includes(INSTALLED.user) ?? false;
}

/** Menus show a command by its name in the person's language. */
function shownName({ name, name_localizations: localised }: Command['body'], { locale }: User): string {
  return localised?.[locale] ?? name;
}

function worksIn({ body }: Command, channel: Channel): boolean {
  if (body.contexts) {
    return body.contexts.includes(channel.kind === 'guild' ? CONTEXT.guild : CONTEXT.botDirectMessage);
  }
  return channel.kind === 'guild' || body.dm_permission !== false;
}

/** "0" hides it from all but administrators. */
function shownTo({ body }: Command, permissions: bigint): boolean {
  const wanted = body.default_member_permissions;
  if (wanted === null || wanted === undefined || allows(permissions, 'Administrator')) return true;
  const bits = BigInt(wanted);
  return bits !== 0n && (permissions & bits) === bits;
}
