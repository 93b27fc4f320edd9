/** Files of messages as Discord's JSON, and `attachment://` addresses turned into where the file is. */
import type { Attachment, Message } from '../model.js';
import type { World } from '../world.js';
import type { Payload } from './payload.js';

const SCHEME = 'attachment://';

/** Where a file of a message can be fetched, below the sandbox's own address. */
export function attachmentPath(message: Message, file: Attachment): string {
  return `/attachments/${message.channel.id}/${message.id}/${file.id}/${encodeURIComponent(file.filename)}`;
}

/** https://docs.discord.com/developers/resources/message#attachment-object */
export function attachmentPayload(world: World, message: Message, file: Attachment): Payload {
  const url = addressOf(world, message, file);
  return {
    id: file.id,
    filename: file.filename,
    size: file.bytes.length,
    content_type: file.contentType,
    url,
    proxy_url: url,
    ...(file.description === null ? {} : { description: file.description }),
    ...(message.onlyFor === null ? {} : { ephemeral: true }),
  };
}

/** The same JSON with the real addresses of the message's files in place of `attachment://NAME`. */
export function resolved(world: World, message: Message, value: unknown): unknown {
  if (Array.isArray(value)) return value.map((entry: unknown) => resolved(world, message, entry));
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).map(([key, entry]) => [key, resolved(world, message, entry)]);
    return Object.fromEntries(entries);
  }
  if (typeof value !== 'string' || !value.startsWith(SCHEME)) return value;
  const file = message.attachments.find(({ filename }) => filename === value.slice(SCHEME.length));
  return file === undefined ? value : addressOf(world, message, file);
}

/** Names of files that embeds or components show although the message has no such file. */
export function missingFiles(parts: unknown, files: readonly Attachment[]): string[] {
  const named = [...JSON.stringify(parts).matchAll(/"attachment:\/\/([^"]+)"/g)].map(
    (match) => match[1] ?? '',
  );
  return named.filter((name) => !files.some(({ filename }) => filename === name));
}

function addressOf(world: World, message: Message, file: Attachment): string {
  return `${world.origin}${attachmentPath(message, file)}`;
}
