/** Which change becomes which gateway event, and how much of it the bot's intents let it see. */
import type { Change } from './changes.js';
import type { Gateway } from './gateway.js';
import type { Channel, Message } from './model.js';
import { channelPayload, guildCreatePayload, rolePayload } from './payloads/guild.js';
import { interactionPayload } from './payloads/interaction.js';
import { messageEventPayload } from './payloads/message.js';
import type { Payload } from './payloads/payload.js';
import { memberPayload } from './payloads/user.js';
import { allows, channelPermissions } from './permissions.js';
import { type GatewayEvent, INTENT } from './sessions.js';
import type { World } from './world.js';

const CHANNEL_EVENTS = {
  'channel-created': 'CREATE',
  'channel-updated': 'UPDATE',
  'channel-deleted': 'DELETE',
} as const;

/** Sends what happens in the world to the bot, as far as it may know of it. */
export function feedGateway(world: World, gateway: Gateway): void {
  world.changes.listen((change) => {
    const event = eventOf(world, change, gateway.readsContent);
    if (event === null || !gateway.dispatch(event)) return;
    world.changes.tell({ kind: 'dispatched', name: event.name, payload: event.payload });
  });
}

function eventOf(world: World, change: Change, readsContent: boolean): GatewayEvent | null {
  switch (change.kind) {
    case 'message-created':
      return messageEvent(world, 'MESSAGE_CREATE', change.message, readsContent);
    case 'message-edited':
      return messageEvent(world, 'MESSAGE_UPDATE', change.message, readsContent);
    case 'message-deleted': {
      const { channel, onlyFor, id } = change.message;
      if (onlyFor !== null) return null;
      return inChannel(world, 'MESSAGE_DELETE', channel, { id }, INTENT.guildMessages, INTENT.directMessages);
    }
    case 'reaction-added':
    case 'reaction-removed': {
      const { message, user, emoji } = change;
      const name = change.kind === 'reaction-added' ? 'MESSAGE_REACTION_ADD' : 'MESSAGE_REACTION_REMOVE';
      const shape = { emoji: { id: null, name: emoji }, burst: false, type: 0 };
      const payload = { user_id: user.id, message_id: message.id, ...shape };
      const { guildMessageReactions, directMessageReactions } = INTENT;
      return inChannel(world, name, message.channel, payload, guildMessageReactions, directMessageReactions);
    }
    case 'typing': {
      const payload = { user_id: change.user.id, timestamp: Math.trunc(world.clock.now() / 1000) };
      const { guildMessageTyping, directMessageTyping } = INTENT;
      return inChannel(
        world,
        'TYPING_START',
        change.channel,
        payload,
        guildMessageTyping,
        directMessageTyping,
      );
    }
    case 'guild-added': {
      if (change.guild.outage) return null;
      return ofGuild('GUILD_CREATE', change.guild.id, guildCreatePayload(change.guild, world.bot.id));
    }
    case 'guild-shown': {
      const event = ofGuild('GUILD_CREATE', change.guild.id, guildCreatePayload(change.guild, world.bot.id));
      return { ...event, audience: { ...event.audience, sessionId: change.sessionId } };
    }
    case 'guild-removed': {
      const { guild, outage } = change;
      return ofGuild('GUILD_DELETE', guild.id, { id: guild.id, ...(outage ? { unavailable: true } : {}) });
    }
    case 'channel-created':
    case 'channel-updated':
    case 'channel-deleted': {
      const { guild, parent } = change.channel;
      if (!guild.members.has(world.bot.id)) return null;
      const name = `${parent === null ? 'CHANNEL' : 'THREAD'}_${CHANNEL_EVENTS[change.kind]}`;
      return ofGuild(name, guild.id, channelPayload(change.channel));
    }
    case 'role-created':
    case 'role-updated': {
      const { guild, role } = change;
      if (!guild.members.has(world.bot.id)) return null;
      const name = change.kind === 'role-created' ? 'GUILD_ROLE_CREATE' : 'GUILD_ROLE_UPDATE';
      return ofGuild(name, guild.id, { guild_id: guild.id, role: rolePayload(role) });
    }
    case 'member-joined':
    case 'member-updated': {
      const { guild, user } = change.member;
      if (!guild.members.has(world.bot.id)) return null;
      const name = change.kind === 'member-joined' ? 'GUILD_MEMBER_ADD' : 'GUILD_MEMBER_UPDATE';
      const event = ofGuild(name, guild.id, { guild_id: guild.id, ...memberPayload(change.member) });
      // About itself the bot always hears; about others only with the privileged intent.
      if (user.id === world.bot.id) return event;
      return { ...event, audience: { ...event.audience, intent: INTENT.guildMembers } };
    }
    case 'interaction-created': {
      const { channel } = change.interaction;
      const payload = interactionPayload(world, change.interaction);
      const guildId = channel.kind === 'guild' ? channel.guild.id : null;
      return { name: 'INTERACTION_CREATE', payload, audience: { guildId, intent: INTENT.none } };
    }
    case 'direct-channel-opened':
    case 'commands-changed':
    case 'interaction-answered':
    case 'interaction-unanswered':
    case 'gateway':
    case 'request':
    case 'dispatched':
    case 'problem':
      return null;
  }
}

function messageEvent(
  world: World,
  name: string,
  message: Message,
  readsContent: boolean,
): GatewayEvent | null {
  if (message.onlyFor !== null) return null;
  const payload = messageEventPayload(world, message, readsContent || concernsBot(world, message));
  return inChannel(world, name, message.channel, payload, INTENT.guildMessages, INTENT.directMessages);
}

/** What bots may read without the privileged intent. https://docs.discord.com/developers/events/gateway#message-content-intent */
function concernsBot(world: World, message: Message): boolean {
  const { bot } = world;
  const mentioned = message.mentions.users.includes(bot.id);
  return message.channel.kind === 'direct' || message.author.id === bot.id || mentioned;
}

/** An event in a channel, for those who see it. */
function inChannel(
  world: World,
  name: string,
  channel: Channel,
  payload: Payload,
  guildIntent: number,
  directIntent: number,
): GatewayEvent | null {
  if (!allows(channelPermissions(channel, world.bot.id), 'ViewChannel')) return null;
  const here = { ...payload, channel_id: channel.id };
  switch (channel.kind) {
    case 'direct':
      return { name, payload: here, audience: { guildId: null, intent: directIntent } };
    case 'guild': {
      const guildId = channel.guild.id;
      return { name, payload: { ...here, guild_id: guildId }, audience: { guildId, intent: guildIntent } };
    }
  }
}

function ofGuild(name: string, guildId: string, payload: Payload): GatewayEvent {
  return { name, payload, audience: { guildId, intent: INTENT.guilds } };
}
