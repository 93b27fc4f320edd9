/** Which change becomes which gateway event, and how much of it the bot's intents let it see. */
import type { Change } from './changes.js';
import { type Gateway, INTENT } from './gateway.js';
import type { Channel, Message } from './model.js';
import { channelPayload, guildCreatePayload, rolePayload } from './payloads/guild.js';
import { interactionPayload } from './payloads/interaction.js';
import { messageEventPayload } from './payloads/message.js';
import { memberPayload } from './payloads/user.js';
import { allows, channelPermissions } from './permissions.js';
import type { World } from './world.js';

/** Sends what happens in the world to the bot, as far as it may know of it. */
export function feedGateway(world: World, gateway: Gateway): void {
  world.changes.listen((change) => feed(world, gateway, change));
}

function feed(world: World, gateway: Gateway, change: Change): void {
  switch (change.kind) {
    case 'message-created':
      return message(world, gateway, 'MESSAGE_CREATE', change.message);
    case 'message-edited':
      return message(world, gateway, 'MESSAGE_UPDATE', change.message);
    case 'message-deleted': {
      const { channel, onlyFor, id } = change.message;
      if (onlyFor !== null || !sees(world, channel)) return;
      return gateway.dispatch('MESSAGE_DELETE', { id, ...placeOf(channel) }, messages(channel));
    }
    case 'reaction-added':
    case 'reaction-removed': {
      const { channel, id } = change.message;
      const event = change.kind === 'reaction-added' ? 'MESSAGE_REACTION_ADD' : 'MESSAGE_REACTION_REMOVE';
      const emoji = { id: null, name: change.emoji };
      const payload = {
        user_id: change.user.id,
        message_id: id,
        emoji,
        burst: false,
        type: 0,
        ...placeOf(channel),
      };
      if (!sees(world, channel)) return;
      const intent = channel.kind === 'guild' ? INTENT.guildMessageReactions : INTENT.directMessageReactions;
      return gateway.dispatch(event, payload, { guildId: guildIdOf(channel), intent });
    }
    case 'typing': {
      const intent = change.channel.kind === 'guild' ? INTENT.guildMessageTyping : INTENT.directMessageTyping;
      const timestamp = Math.trunc(world.clock.now() / 1000);
      const payload = { user_id: change.user.id, timestamp, ...placeOf(change.channel) };
      return gateway.dispatch('TYPING_START', payload, { guildId: guildIdOf(change.channel), intent });
    }
    case 'guild-added':
      if (change.guild.outage) return;
      return gateway.dispatch(
        'GUILD_CREATE',
        guildCreatePayload(change.guild, world.bot.id),
        guilds(change.guild.id),
      );
    case 'guild-shown':
      return gateway.dispatchTo(
        change.sessionId,
        'GUILD_CREATE',
        guildCreatePayload(change.guild, world.bot.id),
      );
    case 'guild-removed': {
      const gone = change.outage ? { unavailable: true } : {};
      return gateway.dispatch('GUILD_DELETE', { id: change.guild.id, ...gone }, guilds(change.guild.id));
    }
    case 'channel-created':
    case 'channel-updated':
    case 'channel-deleted': {
      const { channel } = change;
      if (!channel.guild.members.has(world.bot.id)) return;
      const event = {
        'channel-created': 'CHANNEL_CREATE',
        'channel-updated': 'CHANNEL_UPDATE',
        'channel-deleted': 'CHANNEL_DELETE',
      };
      return gateway.dispatch(event[change.kind], channelPayload(channel), guilds(channel.guild.id));
    }
    case 'role-created':
    case 'role-updated': {
      if (!change.guild.members.has(world.bot.id)) return;
      const event = change.kind === 'role-created' ? 'GUILD_ROLE_CREATE' : 'GUILD_ROLE_UPDATE';
      const payload = { guild_id: change.guild.id, role: rolePayload(change.role) };
      return gateway.dispatch(event, payload, guilds(change.guild.id));
    }
    case 'member-joined':
    case 'member-updated': {
      const { guild, user } = change.member;
      if (!guild.members.has(world.bot.id)) return;
      const event = change.kind === 'member-joined' ? 'GUILD_MEMBER_ADD' : 'GUILD_MEMBER_UPDATE';
      const payload = { guild_id: guild.id, ...memberPayload(change.member) };
      // About itself the bot always hears; about others only with the privileged intent.
      const intent = user.id === world.bot.id ? INTENT.guilds : INTENT.guildMembers;
      return gateway.dispatch(event, payload, { guildId: guild.id, intent });
    }
    case 'interaction-created':
      return gateway.dispatch('INTERACTION_CREATE', interactionPayload(world, change.interaction), {
        guildId: guildIdOf(change.interaction.channel),
        intent: 0,
      });
    case 'direct-channel-opened':
    case 'commands-changed':
    case 'interaction-answered':
    case 'interaction-unanswered':
    case 'gateway':
    case 'request':
    case 'problem':
      return;
  }
}

function message(world: World, gateway: Gateway, event: string, given: Message): void {
  if (given.onlyFor !== null || !sees(world, given.channel)) return;
  const readable = (gateway.intents & INTENT.messageContent) !== 0 || concernsBot(world, given);
  gateway.dispatch(event, messageEventPayload(world, given, readable), messages(given.channel));
}

/** What bots may read without the privileged intent. https://docs.discord.com/developers/events/gateway#message-content-intent */
function concernsBot(world: World, given: Message): boolean {
  const { bot } = world;
  return (
    given.channel.kind === 'direct' || given.author.id === bot.id || given.mentions.users.includes(bot.id)
  );
}

function sees(world: World, channel: Channel): boolean {
  return allows(channelPermissions(channel, world.bot.id), 'ViewChannel');
}

function guildIdOf(channel: Channel): string | null {
  return channel.kind === 'guild' ? channel.guild.id : null;
}

function placeOf(channel: Channel) {
  return { channel_id: channel.id, ...(channel.kind === 'guild' ? { guild_id: channel.guild.id } : {}) };
}

function messages(channel: Channel) {
  const intent = channel.kind === 'guild' ? INTENT.guildMessages : INTENT.directMessages;
  return { guildId: guildIdOf(channel), intent };
}

function guilds(guildId: string) {
  return { guildId, intent: INTENT.guilds };
}
