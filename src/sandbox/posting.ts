/** Making and changing messages from request bodies, the same for channels and for answers to interactions. */
import { z } from 'zod';
import { ApiFault } from './api-fault.js';
import { FLAG, type MessageBody } from './bodies/message.js';
import { mentionsOf } from './mentions.js';
import type { Attachment, Channel, Message, User } from './model.js';
import { missingFiles } from './payloads/files.js';
import type { SentFile } from './route.js';
import { attachmentsOf } from './uploads.js';
import type { NewMessage, World } from './world.js';

/** What bots may set of a message's flags themselves. */
const SETTABLE = FLAG.suppressEmbeds | FLAG.suppressNotifications | FLAG.componentsV2;

/**
 * The parts of a new message that its body gives.
 * @throws ApiFault 50006 where it shows nothing
 */
export function newContent(
  world: World,
  channel: Channel,
  body: MessageBody,
  files: readonly SentFile[],
  repliesTo: Message | null,
): Omit<NewMessage, 'channel' | 'author'> {
  const content = (body.content ?? '').trim();
  const attachments = attachmentsOf([], body.attachments, files, world.newId);
  if (content === '' && !body.embeds?.length && !body.components?.length && attachments.length === 0) {
    throw new ApiFault('emptyMessage');
  }
  nameMissingFiles(world, [body.embeds, body.components], attachments);
  return {
    content,
    embeds: body.embeds ?? [],
    components: body.components ?? [],
    attachments,
    flags: (body.flags ?? 0) & SETTABLE,
    tts: body.tts ?? false,
    repliesTo,
    mentions: mentionsOf(content, channel, world.bot, body.allowed_mentions, repliesTo?.author ?? null),
  };
}

/**
 * Changes a message as a body says: what it does not name stays. A loading answer becomes one by this.
 * @throws ApiFault 50006 where nothing would be left
 */
export function edit(world: World, message: Message, body: MessageBody, files: readonly SentFile[]): void {
  const content = body.content === undefined ? message.content : (body.content ?? '').trim();
  const embeds = body.embeds === undefined ? message.embeds : (body.embeds ?? []);
  const components = body.components === undefined ? message.components : (body.components ?? []);
  const listed = body.attachments === null ? [] : body.attachments;
  const attachments = attachmentsOf(message.attachments, listed, files, world.newId);
  if (content === '' && embeds.length === 0 && components.length === 0 && attachments.length === 0) {
    throw new ApiFault('emptyMessage');
  }
  nameMissingFiles(world, [embeds, components], attachments);
  const loading = (message.flags & FLAG.loading) !== 0;
  const set = (body.flags ?? 0) & SETTABLE;
  // Components v2 can be switched on by an edit but never off again; who sees it stays as it was.
  const stays = message.flags & (FLAG.ephemeral | FLAG.componentsV2);
  const flags = body.flags === undefined ? message.flags & ~FLAG.loading : stays | set;
  const mentions = mentionsOf(content, message.channel, world.bot, body.allowed_mentions, null);
  world.editMessage(message, { content, embeds, components, attachments, flags, mentions }, loading);
}

/** The body of an edit of this message: components v2 stay switched on without being named again. */
export function editBody(message: Message | null, body: unknown): unknown {
  if (message === null || (message.flags & FLAG.componentsV2) === 0) return body ?? {};
  const given = z.looseObject({ flags: z.int().nullish() }).safeParse(body ?? {});
  return given.success ? { ...given.data, flags: (given.data.flags ?? 0) | FLAG.componentsV2 } : body;
}

/** The message with this id in the channel, if `reader` may see it. @throws ApiFault 10008 */
export function visibleMessage(channel: Channel, id: string, reader: User | null): Message {
  const message = channel.messages.get(id);
  if (message === undefined || (message.onlyFor !== null && message.onlyFor !== reader)) {
    throw new ApiFault('unknownMessage');
  }
  return message;
}

/** Discord would show a gap where the file should be, and say nothing. */
function nameMissingFiles(world: World, parts: unknown, files: readonly Attachment[]): void {
  for (const name of missingFiles(parts, files)) {
    world.problem(`A message shows attachment://${name}, but has no such file.`);
  }
}
