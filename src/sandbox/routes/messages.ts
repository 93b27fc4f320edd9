/** Routes of messages in channels: sending, reading, changing, deleting, reactions and typing. */
import { channelFor, channelToWriteIn } from '../access.js';
import { ApiFault, badField } from '../api-fault.js';
import { type ChannelMessageBody, channelMessage } from '../bodies/message.js';
import { parseBody } from '../bodies/parse.js';
import type { Channel, Message } from '../model.js';
import { Nonces } from '../nonces.js';
import { messagePayload } from '../payloads/message.js';
import { allows, channelPermissions } from '../permissions.js';
import { edit, editBody, newContent, visibleMessage } from '../posting.js';
import { type Call, DONE, ok, type Route } from '../route.js';
import type { World } from '../world.js';

const CHANNEL = '/channels/:channel';
const MESSAGE = `${CHANNEL}/messages/:message`;
const PAGE = 50;
/** The type of a message that replies to another. */
const REPLY = 19;

/** https://docs.discord.com/developers/resources/message */
export function messageRoutes(world: World): Route[] {
  const nonces = new Nonces(world.clock);
  const unknown = (route: string) => (field: string) =>
    world.problem(`${route}: Discord has no field "${field}" in this body.`);
  return [
    {
      method: 'POST',
      path: `${CHANNEL}/messages`,
      login: true,
      handle: (call) => {
        const body = parseBody(channelMessage, call.body ?? {}, unknown('POST messages'));
        return ok(messagePayload(world, post(world, nonces, call, body)));
      },
    },
    {
      method: 'GET',
      path: `${CHANNEL}/messages`,
      login: true,
      handle: (call) => {
        const channel = channelFor(world, call.param('channel'));
        return ok(page(world, channel, call).map((message) => messagePayload(world, message)));
      },
    },
    {
      method: 'GET',
      path: MESSAGE,
      login: true,
      handle: (call) => {
        const channel = channelFor(world, call.param('channel'), 'ReadMessageHistory');
        return ok(messagePayload(world, visibleMessage(channel, call.param('message'), null)));
      },
    },
    {
      method: 'PATCH',
      path: MESSAGE,
      login: true,
      handle: (call) => {
        const channel = channelFor(world, call.param('channel'));
        const message = visibleMessage(channel, call.param('message'), null);
        if (message.author.id !== world.bot.id) throw new ApiFault('notTheAuthor');
        edit(
          world,
          message,
          parseBody(channelMessage, editBody(message, call.body), unknown('PATCH message')),
          call.files,
        );
        return ok(messagePayload(world, message));
      },
    },
    {
      method: 'DELETE',
      path: MESSAGE,
      login: true,
      handle: (call) => {
        const channel = channelFor(world, call.param('channel'));
        const message = visibleMessage(channel, call.param('message'), null);
        if (message.author.id !== world.bot.id) needToManage(world, channel);
        world.deleteMessage(message);
        return DONE;
      },
    },
    {
      method: 'POST',
      path: `${CHANNEL}/typing`,
      login: true,
      handle: (call) => {
        const channel = channelToWriteIn(world, call.param('channel'));
        world.changes.tell({ kind: 'typing', channel, user: world.bot });
        return DONE;
      },
    },
    reaction(world, 'PUT'),
    reaction(world, 'DELETE'),
  ];
}

function post(world: World, nonces: Nonces, call: Call, body: ChannelMessageBody): Message {
  const channel = channelToWriteIn(world, call.param('channel'));
  const bits = channelPermissions(channel, world.bot.id);
  if (body.embeds?.length && !allows(bits, 'EmbedLinks')) throw new ApiFault('missingPermissions');
  if (call.files.length > 0 && !allows(bits, 'AttachFiles')) throw new ApiFault('missingPermissions');
  if (channel.kind === 'direct' && !channel.user.acceptsDirectMessages)
    throw new ApiFault('cannotMessageUser');
  const { nonce } = body;
  const enforced = nonce !== undefined && body.enforce_nonce === true;
  const earlier = enforced ? nonces.earlier(world.bot.id, nonce) : null;
  if (earlier !== null) return earlier;
  const repliesTo = repliedMessage(channel, body, allows(bits, 'ReadMessageHistory'));
  const message = world.addMessage({
    ...newContent(world, channel, body, call.files, repliesTo),
    channel,
    author: world.bot,
    type: repliesTo === null ? 0 : REPLY,
    nonce: nonce ?? null,
  });
  if (nonce !== undefined) nonces.remember(world.bot.id, nonce, message);
  return message;
}

function repliedMessage(channel: Channel, body: ChannelMessageBody, history: boolean): Message | null {
  const reference = body.message_reference;
  if (reference === undefined) return null;
  if (!history) throw new ApiFault('noHistoryForReply');
  const message = channel.messages.get(reference.message_id);
  if (message !== undefined && message.onlyFor === null) return message;
  if (reference.fail_if_not_exists === false) return null;
  throw badField(['message_reference'], 'REPLIES_UNKNOWN_MESSAGE', 'Unknown message');
}

/** Newest first, at most 100, those before, after or around a message. */
function page(world: World, channel: Channel, call: Call): Message[] {
  const limit = Number(call.query('limit') ?? PAGE);
  if (!Number.isInteger(limit) || limit < 1 || limit > 100) {
    throw badField(['limit'], 'NUMBER_TYPE_RANGE', 'int value should be between 1 and 100.');
  }
  if (!allows(channelPermissions(channel, world.bot.id), 'ReadMessageHistory')) return [];
  const all = [...channel.messages.values()].filter((message) => message.onlyFor === null);
  const before = call.query('before');
  const after = call.query('after');
  if (call.query('around') !== undefined) world.problem('The sandbox does not page messages by "around".');
  if (before !== undefined)
    return all
      .filter(({ id }) => BigInt(id) < BigInt(before))
      .slice(-limit)
      .reverse();
  if (after !== undefined)
    return all
      .filter(({ id }) => BigInt(id) > BigInt(after))
      .slice(0, limit)
      .reverse();
  return all.slice(-limit).reverse();
}

function needToManage(world: World, channel: Channel): void {
  if (channel.kind === 'direct') throw new ApiFault('notInDirectMessage');
  if (!allows(channelPermissions(channel, world.bot.id), 'ManageMessages'))
    throw new ApiFault('missingPermissions');
}

function reaction(world: World, method: 'PUT' | 'DELETE'): Route {
  return {
    method,
    path: `${MESSAGE}/reactions/:emoji/@me`,
    login: true,
    handle: (call) => {
      const channel = channelFor(world, call.param('channel'), 'ReadMessageHistory');
      const message = visibleMessage(channel, call.param('message'), null);
      const emoji = call.param('emoji');
      const users = message.reactions.get(emoji) ?? new Set<string>();
      if (method === 'PUT') {
        if (users.size === 0) channelFor(world, channel.id, 'AddReactions');
        message.reactions.set(emoji, users.add(world.bot.id));
        world.changes.tell({ kind: 'reaction-added', message, user: world.bot, emoji });
      } else {
        users.delete(world.bot.id);
        if (users.size === 0) message.reactions.delete(emoji);
        world.changes.tell({ kind: 'reaction-removed', message, user: world.bot, emoji });
      }
      return DONE;
    },
  };
}
