/** Who may do what where: Discord's permission bits and the order in which roles and overwrites count. */
import type { Channel, Guild, GuildChannel } from './model.js';

/** The bits that the sandbox knows. https://docs.discord.com/developers/topics/permissions#permissions-bitwise-permission-flags */
export const PERMISSIONS = {
  KickMembers: 1n << 1n,
  BanMembers: 1n << 2n,
  Administrator: 1n << 3n,
  ManageChannels: 1n << 4n,
  ManageGuild: 1n << 5n,
  AddReactions: 1n << 6n,
  ViewChannel: 1n << 10n,
  SendMessages: 1n << 11n,
  ManageMessages: 1n << 13n,
  EmbedLinks: 1n << 14n,
  AttachFiles: 1n << 15n,
  ReadMessageHistory: 1n << 16n,
  MentionEveryone: 1n << 17n,
  UseExternalEmojis: 1n << 18n,
  ManageRoles: 1n << 28n,
  ManageWebhooks: 1n << 29n,
  UseApplicationCommands: 1n << 31n,
  SendMessagesInThreads: 1n << 38n,
} as const;

export type PermissionName = keyof typeof PERMISSIONS;

/** What a new server lets everybody do. */
export const EVERYBODY: readonly PermissionName[] = [
  'AddReactions',
  'ViewChannel',
  'SendMessages',
  'EmbedLinks',
  'AttachFiles',
  'ReadMessageHistory',
  'UseExternalEmojis',
  'UseApplicationCommands',
  'SendMessagesInThreads',
];

const ALL = Object.values(PERMISSIONS).reduce((all, bit) => all | bit, 0n);

/** Names to bits. */
export function bitsOf(names: readonly PermissionName[]): bigint {
  return names.reduce((bits, name) => bits | PERMISSIONS[name], 0n);
}

/** Whether `bits` hold the permission; an administrator holds all. */
export function allows(bits: bigint, name: PermissionName): boolean {
  return (bits & PERMISSIONS[name]) !== 0n;
}

/** What the user may do on the whole server; nothing for those who are not on it. */
export function guildPermissions(guild: Guild, userId: string): bigint {
  const member = guild.members.get(userId);
  if (member === undefined) return 0n;
  if (guild.ownerId === userId) return ALL;
  const roles = [...guild.roles.values()].filter((role) => role.id === guild.id || member.roles.has(role.id));
  const bits = roles.reduce((all, role) => all | role.permissions, 0n);
  return allows(bits, 'Administrator') ? ALL : bits;
}

/** The permission that one needs to write there. https://docs.discord.com/developers/topics/threads#permissions */
export function toWriteIn(channel: Channel): PermissionName {
  return channel.kind === 'guild' && channel.parent !== null ? 'SendMessagesInThreads' : 'SendMessages';
}

/**
 * What the user may do in a channel; in a thread, what they may do in the channel that it is in. In a direct message both sides may do what one can do there.
 * https://docs.discord.com/developers/topics/permissions#permission-overwrites
 */
export function channelPermissions(channel: Channel, userId: string): bigint {
  switch (channel.kind) {
    case 'direct':
      return bitsOf(EVERYBODY);
    case 'guild':
      return overwritten(channel.parent ?? channel, userId);
  }
}

function overwritten(channel: GuildChannel, userId: string): bigint {
  const { guild } = channel;
  const base = guildPermissions(guild, userId);
  const member = guild.members.get(userId);
  if (member === undefined || allows(base, 'Administrator')) return base;
  const apply = (bits: bigint, ids: readonly string[]) => {
    const found = ids.map((id) => channel.overwrites.get(id)).filter((entry) => entry !== undefined);
    const denied = found.reduce((all, entry) => all | entry.deny, 0n);
    const allowed = found.reduce((all, entry) => all | entry.allow, 0n);
    return (bits & ~denied) | allowed;
  };
  const bits = apply(apply(apply(base, [guild.id]), [...member.roles]), [userId]);
  // Without seeing a channel nothing else in it counts.
  return allows(bits, 'ViewChannel') ? bits : 0n;
}
