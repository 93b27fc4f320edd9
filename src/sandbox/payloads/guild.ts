/** Servers, their roles and channels as Discord's JSON. */
import type { Channel, Guild, GuildChannel, Overwrite, Role } from '../model.js';
import type { Payload } from './payload.js';
import { memberPayload, userPayload } from './user.js';

/** https://docs.discord.com/developers/resources/channel#channel-object-channel-types */
export const CHANNEL_TYPE = { text: 0, direct: 1, publicThread: 11 } as const;

/** In minutes; Discord then files the thread away. */
const AUTO_ARCHIVE = 4320;

/** https://docs.discord.com/developers/topics/permissions#role-object */
export function rolePayload(role: Role): Payload {
  return {
    id: role.id,
    name: role.name,
    permissions: role.permissions.toString(),
    position: role.position,
    color: 0,
    colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
    hoist: false,
    managed: false,
    mentionable: role.mentionable,
    icon: null,
    unicode_emoji: null,
    flags: 0,
  };
}

/** https://docs.discord.com/developers/resources/channel#channel-object */
export function channelPayload(channel: Channel): Payload {
  const newest = [...channel.messages.values()].findLast((message) => message.onlyFor === null);
  const shared = { id: channel.id, flags: 0, last_message_id: newest?.id ?? null };
  switch (channel.kind) {
    case 'direct':
      return { ...shared, type: CHANNEL_TYPE.direct, recipients: [userPayload(channel.user)] };
    case 'guild':
      if (channel.parent !== null) return { ...shared, ...threadPayload(channel, channel.parent) };
      return {
        ...shared,
        type: CHANNEL_TYPE.text,
        guild_id: channel.guild.id,
        name: channel.name,
        position: channel.position,
        parent_id: null,
        topic: null,
        nsfw: false,
        rate_limit_per_user: 0,
        permission_overwrites: [...channel.overwrites].map(([id, overwrite]) =>
          overwritePayload(id, overwrite),
        ),
      };
  }
}

export function channelType(channel: Channel): number {
  if (channel.kind === 'direct') return CHANNEL_TYPE.direct;
  return channel.parent === null ? CHANNEL_TYPE.text : CHANNEL_TYPE.publicThread;
}

/** The channel as it comes with an interaction: https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-object */
export function interactionChannelPayload(channel: Channel, permissions: bigint): Payload {
  return { ...channelPayload(channel), permissions: permissions.toString() };
}

/** https://docs.discord.com/developers/resources/guild#guild-object */
export function guildPayload(guild: Guild): Payload {
  return {
    id: guild.id,
    name: guild.name,
    owner_id: guild.ownerId,
    preferred_locale: guild.locale,
    roles: [...guild.roles.values()].map(rolePayload),
    icon: null,
    description: null,
    home_header: null,
    splash: null,
    discovery_splash: null,
    banner: null,
    features: [],
    emojis: [],
    stickers: [],
    application_id: null,
    region: 'deprecated',
    afk_channel_id: null,
    afk_timeout: 300,
    system_channel_id: null,
    system_channel_flags: 0,
    widget_enabled: false,
    widget_channel_id: null,
    verification_level: 0,
    default_message_notifications: 1,
    mfa_level: 0,
    explicit_content_filter: 0,
    max_presences: null,
    max_members: 500_000,
    max_stage_video_channel_users: 50,
    max_video_channel_users: 25,
    vanity_url_code: null,
    premium_tier: 0,
    premium_subscription_count: 0,
    premium_progress_bar_enabled: false,
    rules_channel_id: null,
    safety_alerts_channel_id: null,
    public_updates_channel_id: null,
    nsfw: false,
    nsfw_level: 0,
    incidents_data: null,
  };
}

/** GUILD_CREATE. https://docs.discord.com/developers/events/gateway-events#guild-create */
export function guildCreatePayload(guild: Guild, botId: string): Payload {
  const bot = guild.members.get(botId);
  const channels = [...guild.channels.values()];
  return {
    ...guildPayload(guild),
    unavailable: false,
    large: false,
    joined_at: new Date(bot?.joinedAt ?? 0).toISOString(),
    member_count: guild.members.size,
    // Without the privileged intent for members only the bot itself is listed.
    members: bot === undefined ? [] : [memberPayload(bot)],
    channels: channels.filter(({ parent }) => parent === null).map(channelPayload),
    threads: channels.filter(({ parent }) => parent !== null).map(channelPayload),
    voice_states: [],
    presences: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
  };
}

/** What a thread has beyond what every channel has. */
function threadPayload(thread: GuildChannel, parent: GuildChannel): Payload {
  return {
    type: CHANNEL_TYPE.publicThread,
    guild_id: thread.guild.id,
    name: thread.name,
    parent_id: parent.id,
    owner_id: thread.guild.ownerId,
    rate_limit_per_user: 0,
    message_count: thread.messages.size,
    member_count: 1,
    total_message_sent: thread.messages.size,
    thread_metadata: {
      archived: false,
      auto_archive_duration: AUTO_ARCHIVE,
      archive_timestamp: new Date(0).toISOString(),
      locked: false,
    },
  };
}

function overwritePayload(id: string, overwrite: Overwrite): Payload {
  return {
    id,
    type: overwrite.target === 'role' ? 0 : 1,
    allow: overwrite.allow.toString(),
    deny: overwrite.deny.toString(),
  };
}
