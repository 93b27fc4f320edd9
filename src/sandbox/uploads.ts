/** Files that come with a message: what was kept of the old ones, and the new ones with their descriptions. */
import { badField } from './api-fault.js';
import type { MessageBody } from './bodies/message.js';
import type { Attachment } from './model.js';
import type { SentFile } from './route.js';

/** https://docs.discord.com/developers/reference#uploading-files */
const LARGEST_FILE = 10 * 1024 * 1024;

/**
 * The files of a message after a request.
 * @param listed `attachments` of the body: an edit keeps exactly the listed ones, and all where nothing is listed
 * @throws ApiFault 50035 for a file that is too large
 */
export function attachmentsOf(
  kept: readonly Attachment[],
  listed: MessageBody['attachments'],
  files: readonly SentFile[],
  newId: () => string,
): Attachment[] {
  const stays = listed ? kept.filter((file) => listed.some((entry) => String(entry.id) === file.id)) : kept;
  const added = files.map((file) => {
    if (file.bytes.length > LARGEST_FILE) {
      throw badField(['files', file.id], 'BASE_TYPE_MAX_LENGTH', 'Request entity too large');
    }
    const entry = listed?.find(({ id }) => String(id) === file.id);
    return {
      id: newId(),
      filename: entry?.filename ?? file.filename,
      contentType: file.contentType === '' ? 'application/octet-stream' : file.contentType,
      description: entry?.description ?? null,
      bytes: file.bytes,
    };
  });
  return [...stays, ...added];
}
