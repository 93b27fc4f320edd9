/** Which command a person means, and whether Discord would offer it to them there. */
import type { Channel, Command, User } from './model.js';
import { Impossible } from './options.js';
import { allows, channelPermissions } from './permissions.js';
import type { World } from './world.js';

/** https://docs.discord.com/developers/interactions/application-commands#application-command-object-application-command-types */
export const COMMAND_TYPE = { chat: 1, message: 3 } as const;
type CommandType = (typeof COMMAND_TYPE)[keyof typeof COMMAND_TYPE];

/** https://docs.discord.com/developers/interactions/application-commands#interaction-contexts */
const CONTEXT = { guild: 0, botDirectMessage: 1 } as const;

/** https://docs.discord.com/developers/resources/application#application-object-application-integration-types */
const USER_INSTALL = 1;

export type Named = { readonly command: Command; readonly words: readonly string[] };

/** Every command that is offered to them here, also those for messages and people. */
export function offeredCommands(world: World, channel: Channel, user: User): readonly Command[] {
  const permissions = channelPermissions(channel, user.id);
  if (!allows(permissions, 'UseApplicationCommands')) return [];
  return knownCommands(world, channel).filter(
    (command) => worksIn(command, channel) && (channel.kind !== 'guild' || shownTo(command, permissions)),
  );
}

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
  const [first = '', ...words] = type === COMMAND_TYPE.chat ? name.replace(/^\//, '').split(' ') : [name];
  const isHere = channel.kind !== 'guild' || channel.guild.members.has(world.bot.id);
  if (channel.kind === 'guild' && !isHere && !user.hasInstalled) {
    throw new Impossible(`${world.bot.name} is not on ${channel.guild.name}.`);
  }
  const known = knownCommands(world, channel);
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
  if (!isHere && !command.body.integration_types?.includes(USER_INSTALL)) {
    throw new Impossible(`/${first} is not offered to those who installed ${world.bot.name} for themselves.`);
  }
  if (!worksIn(command, channel)) throw new Impossible(`/${first} is not offered here.`);
  if (channel.kind === 'guild' && !shownTo(command, permissions)) {
    throw new Impossible(`/${first} is not shown to ${user.name}.`);
  }
  return { command, words };
}

/** Menus show a command by its name in the person's language. */
function shownName({ name, name_localizations: localised }: Command['body'], { locale }: User): string {
  return localised?.[locale] ?? name;
}

/** Where the bot is not, there are only the commands for everywhere. */
function knownCommands(world: World, channel: Channel): readonly Command[] {
  const isHere = channel.kind === 'guild' && channel.guild.members.has(world.bot.id);
  const own = isHere ? (world.commands.get(channel.guild.id) ?? []) : [];
  return [...own, ...(world.commands.get(null) ?? [])];
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
