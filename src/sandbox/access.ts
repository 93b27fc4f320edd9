/** What the bot may reach, or Discord's refusal. */
import { ApiFault } from './api-fault.js';
import type { Channel, Guild } from './model.js';
import { allows, channelPermissions, type PermissionName, toWriteIn } from './permissions.js';
import type { World } from './world.js';

/** The channel, if the bot sees it and may do all of this there. @throws ApiFault 10003, 50001 or 50013 */
export function channelFor(world: World, id: string, ...needed: readonly PermissionName[]): Channel {
  const channel = world.channels.get(id);
  if (channel === undefined) throw new ApiFault('unknownChannel');
  const bits = channelPermissions(channel, world.bot.id);
  if (!allows(bits, 'ViewChannel')) throw new ApiFault('missingAccess');
  if (needed.some((name) => !allows(bits, name))) throw new ApiFault('missingPermissions');
  return channel;
}

/** The channel, if the bot sees it and may write there. @throws as `channelFor` */
export function channelToWriteIn(world: World, id: string): Channel {
  const channel = channelFor(world, id);
  return channelFor(world, id, toWriteIn(channel));
}

/** The server, if the bot is on it. @throws ApiFault 10004 */
export function guildFor(world: World, id: string): Guild {
  const guild = world.guilds.get(id);
  if (guild === undefined || !guild.members.has(world.bot.id)) throw new ApiFault('unknownGuild');
  return guild;
}
