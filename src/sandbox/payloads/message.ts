/** Messages as Discord's JSON, for REST answers and for the gateway. */
import type { EmbedBody } from '../bodies/embed.js';
import type { Interaction, Message, User } from '../model.js';
import type { World } from '../world.js';
import { componentPayloads } from './component.js';
import { attachmentPayload, resolved } from './files.js';
import { channelType } from './guild.js';
import { type Payload, withoutMissing } from './payload.js';
import { memberWithoutUser, userPayload } from './user.js';

/** https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-object-interaction-type */
export const INTERACTION_TYPE = { command: 2, component: 3, autocomplete: 4, modal: 5 } as const;

/** https://docs.discord.com/developers/resources/message#message-object */
export function messagePayload(world: World, message: Message): Payload {
  const { repliesTo } = message;
  const referenced = repliesTo === null || repliesTo.deleted ? null : basicMessage(world, repliesTo);
  return {
    ...basicMessage(world, message),
    ...(repliesTo === null ? {} : { referenced_message: referenced }),
  };
}

/** MESSAGE_CREATE and MESSAGE_UPDATE. https://docs.discord.com/developers/events/gateway-events#message-create */
export function messageEventPayload(world: World, message: Message, readable: boolean): Payload {
  const { channel } = message;
  const hidden = { content: '', embeds: [], attachments: [], components: [] };
  const shown = { ...messagePayload(world, message), ...(readable ? {} : hidden) };
  switch (channel.kind) {
    case 'direct':
      return { ...shown, channel_type: 1 };
    case 'guild': {
      const member = channel.guild.members.get(message.author.id);
      return {
        ...shown,
        channel_type: channelType(channel),
        guild_id: channel.guild.id,
        ...(member === undefined ? {} : { member: memberWithoutUser(member) }),
      };
    }
  }
}

function basicMessage(world: World, message: Message): Payload {
  const { users, roles, everyone } = message.mentions;
  return {
    id: message.id,
    type: message.type,
    channel_id: message.channel.id,
    author: userPayload(message.author),
    content: message.content,
    timestamp: new Date(message.createdAt).toISOString(),
    edited_timestamp: message.editedAt === null ? null : new Date(message.editedAt).toISOString(),
    tts: message.tts,
    pinned: false,
    flags: message.flags,
    mention_everyone: everyone,
    mentions: users.map((id) => world.users.get(id)).flatMap((user) => (user ? [userPayload(user)] : [])),
    mention_roles: roles,
    attachments: message.attachments.map((file) => attachmentPayload(world, message, file)),
    embeds: resolved(world, message, message.embeds.map(embedPayload)),
    components: resolved(world, message, componentPayloads(message.components, message.id)),
    ...(message.nonce === null ? {} : { nonce: message.nonce }),
    ...(message.webhookId === null ? {} : { webhook_id: message.webhookId, application_id: world.bot.id }),
    ...(message.interaction === null ? {} : interactionOf(world, message, message.interaction)),
    ...(message.repliesTo === null ? {} : { message_reference: reference(message.repliesTo) }),
    ...(message.reactions.size === 0 ? {} : { reactions: reactions(world.bot, message) }),
  };
}

/** https://docs.discord.com/developers/resources/message#embed-object */
function embedPayload(embed: EmbedBody): Payload {
  const fields = embed.fields?.map((field) => ({ ...field, inline: field.inline ?? false }));
  const parts = Object.entries(embed).map(([key, part]) => [
    key,
    typeof part === 'object' && !Array.isArray(part) && part !== null ? withoutMissing(part) : part,
  ]);
  const timestamp = embed.timestamp === undefined ? undefined : new Date(embed.timestamp).toISOString();
  return withoutMissing({ ...Object.fromEntries(parts), fields, timestamp, type: 'rich' });
}

function reference(message: Message): Payload {
  const { channel } = message;
  return {
    type: 0,
    channel_id: channel.id,
    message_id: message.id,
    ...(channel.kind === 'guild' ? { guild_id: channel.guild.id } : {}),
  };
}

/** https://docs.discord.com/developers/resources/message#message-interaction-metadata-object */
function interactionOf(world: World, message: Message, interaction: Interaction): Payload {
  const name: unknown = interaction.data.name;
  const first = message.repliesTo?.interaction === interaction ? message.repliesTo.id : undefined;
  const metadata = {
    ...metadataOf(world, interaction),
    ...(first === undefined ? {} : { original_response_message_id: first }),
  };
  const named = interaction.kind === 'command' && typeof name === 'string';
  const old = {
    id: interaction.id,
    type: INTERACTION_TYPE.command,
    name,
    user: userPayload(interaction.user),
  };
  return { interaction_metadata: metadata, ...(named ? { interaction: old } : {}) };
}

function metadataOf(world: World, interaction: Interaction): Payload {
  const shared = {
    id: interaction.id,
    type: INTERACTION_TYPE[interaction.kind],
    user: userPayload(interaction.user),
    authorizing_integration_owners: owners(world, interaction),
  };
  if (interaction.kind === 'component' && interaction.source !== null) {
    return { ...shared, interacted_message_id: interaction.source.id };
  }
  if (interaction.kind === 'modal' && interaction.trigger !== null) {
    return { ...shared, triggering_interaction_metadata: metadataOf(world, interaction.trigger) };
  }
  return shared;
}

/**
 * Who installed the application where this came from: the server ("0" in a direct message), the person, or both.
 * https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-object-authorizing-integration-owners-object
 */
export function owners(world: World, { channel, user }: Interaction): Payload {
  const isHere = channel.kind !== 'guild' || channel.guild.members.has(world.bot.id);
  const place = channel.kind === 'guild' ? channel.guild.id : '0';
  return { ...(isHere ? { '0': place } : {}), ...(user.hasInstalled ? { '1': user.id } : {}) };
}

function reactions(bot: User, message: Message): Payload[] {
  return [...message.reactions].map(([emoji, users]) => ({
    emoji: { id: null, name: emoji },
    count: users.size,
    count_details: { burst: 0, normal: users.size },
    burst_colors: [],
    me_burst: false,
    me: users.has(bot.id),
  }));
}
