/** Where subscriptions write: who may manage them there, and what the bot and a role need there. */
import {
  type AutocompleteInteraction,
  type ButtonInteraction,
  type ChatInputCommandInteraction,
  type GuildBasedChannel,
  type GuildMember,
  PermissionFlagsBits,
  type Role,
} from 'discord.js';
import type { NeededPermission } from '../../language/subscription-sentences.js';
import { subscriptionWordsOf } from '../../language/subscription-words.js';
import type { Subscription } from '../../state/index.js';
import type { Language } from '../command.js';
import { UserMistake } from '../errors.js';

type Asking = ChatInputCommandInteraction | ButtonInteraction | AutocompleteInteraction;

/** True for the person of the direct messages, and for whoever has Manage Server, or Manage Channels in that channel. */
export function mayManage(interaction: Asking, { guildId, channelId, createdBy }: PlaceOf): boolean {
  if (guildId === null) return interaction.user.id === createdBy;
  if (interaction.guildId !== guildId) return false;
  if (interaction.memberPermissions?.has(PermissionFlagsBits.ManageGuild)) return true;
  if (!interaction.inCachedGuild()) return false;
  const channel = interaction.guild.channels.cache.get(channelId);
  if (channel) return mayManageChannel(interaction.member, channel);
  return (
    channelId === interaction.channelId &&
    interaction.memberPermissions.has(PermissionFlagsBits.ManageChannels)
  );
}

type PlaceOf = Pick<Subscription, 'guildId' | 'channelId' | 'createdBy'>;

/** A thread is managed by whoever manages its channel. */
export function mayManageChannel(member: GuildMember, channel: GuildBasedChannel): boolean {
  if (member.permissions.has(PermissionFlagsBits.ManageGuild)) return true;
  return channel.permissionsFor(member).has(PermissionFlagsBits.ManageChannels);
}

/**
 * What the bot lacks to write messages with embeds in a channel or thread.
 * https://docs.discord.com/developers/topics/permissions
 */
export function lackedBy(me: GuildMember, channel: GuildBasedChannel): NeededPermission[] {
  const has = channel.permissionsFor(me);
  // Without seeing a channel nothing else counts, and Discord tells of nothing else.
  if (!has.has(PermissionFlagsBits.ViewChannel)) return ['view-channel'];
  const sending: readonly [bigint, NeededPermission] = channel.isThread()
    ? [PermissionFlagsBits.SendMessagesInThreads, 'send-in-threads']
    : [PermissionFlagsBits.SendMessages, 'send-messages'];
  const needed: readonly (readonly [bigint, NeededPermission])[] = [
    sending,
    [PermissionFlagsBits.EmbedLinks, 'embed-links'],
  ];
  return needed.filter(([bit]) => !has.has(bit)).map(([, name]) => name);
}

/** Throws a UserMistake where the person, or the bot, could not mention the role there; @everyone is never mentioned. */
export function mustBeMentionable(
  role: Role,
  { member, me, channel }: { member: GuildMember; me: GuildMember; channel: GuildBasedChannel },
  language: Language,
): void {
  const { mistakes } = subscriptionWordsOf(language);
  if (role.id === role.guild.id) throw new UserMistake(mistakes.everyone);
  if (role.mentionable) return;
  const mayMention = (one: GuildMember) =>
    channel.permissionsFor(one).has(PermissionFlagsBits.MentionEveryone);
  const [named, place] = [`@${role.name}`, `#${channel.name}`];
  if (!mayMention(member)) throw new UserMistake(mistakes.roleNotYours(named, place));
  if (!mayMention(me)) throw new UserMistake(mistakes.roleNotMine(named, place));
}
