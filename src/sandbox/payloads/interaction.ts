/** INTERACTION_CREATE and what the callback answers. */
import type { Interaction } from '../model.js';
import { channelPermissions } from '../permissions.js';
import type { World } from '../world.js';
import { interactionChannelPayload } from './guild.js';
import { INTERACTION_TYPE, messageEventPayload, messagePayload, owners } from './message.js';
import type { Payload } from './payload.js';
import { memberPayload, userPayload } from './user.js';

/** The largest file that the bot may answer with, in bytes. */
const ATTACHMENT_SIZE_LIMIT = 10_485_760;

/** https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-object */
export function interactionPayload(world: World, interaction: Interaction): Payload {
  const { channel, user, source } = interaction;
  return {
    id: interaction.id,
    application_id: world.bot.id,
    type: INTERACTION_TYPE[interaction.kind],
    token: interaction.token,
    version: 1,
    data: interaction.data,
    channel: interactionChannelPayload(channel, channelPermissions(channel, user.id)),
    channel_id: channel.id,
    locale: user.locale,
    app_permissions: appPermissions(world, interaction).toString(),
    entitlements: [],
    authorizing_integration_owners: owners(world, interaction),
    attachment_size_limit: ATTACHMENT_SIZE_LIMIT,
    ...(source === null ? {} : { message: sourcePayload(world, interaction, source) }),
    ...placePayload(interaction),
  };
}

/** https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-callback-interaction-callback-response-object */
export function callbackPayload(world: World, interaction: Interaction, type: number): Payload {
  const { original } = interaction;
  const about = {
    id: interaction.id,
    type: INTERACTION_TYPE[interaction.kind],
    ...(original === null
      ? {}
      : {
          response_message_id: original.id,
          response_message_loading: interaction.state.state === 'message' && interaction.state.deferred,
          response_message_ephemeral: original.onlyFor !== null,
        }),
  };
  if (original === null) return { interaction: about };
  // Only answers that made or changed a message have a resource.
  if (type === 6) return { interaction: about };
  return { interaction: about, resource: { type, message: messagePayload(world, original) } };
}

/** What the bot may do there; on a server that it is not on, what the person may who brought it along. */
function appPermissions(world: World, { channel, user }: Interaction): bigint {
  const isHere = channel.kind !== 'guild' || channel.guild.members.has(world.bot.id);
  return channelPermissions(channel, isHere ? world.bot.id : user.id);
}

function sourcePayload(
  world: World,
  interaction: Interaction,
  source: NonNullable<Interaction['source']>,
): Payload {
  return source.onlyFor === null
    ? messageEventPayload(world, source, true)
    : { ...messagePayload(world, source), channel_id: interaction.channel.id };
}

function placePayload({ channel, user }: Interaction): Payload {
  switch (channel.kind) {
    case 'direct':
      return { context: 1, user: userPayload(user) };
    case 'guild': {
      const member = channel.guild.members.get(user.id);
      const { guild } = channel;
      return {
        context: 0,
        guild_id: guild.id,
        guild_locale: guild.locale,
        guild: { id: guild.id, locale: guild.locale, features: [] },
        ...(member === undefined
          ? { user: userPayload(user) }
          : {
              member: {
                ...memberPayload(member),
                permissions: channelPermissions(channel, user.id).toString(),
              },
            }),
      };
    }
  }
}
