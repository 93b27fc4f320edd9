/** What was asked, kept for the buttons of an answer and for follow-up questions; all of it expires. */
import { randomBytes } from 'node:crypto';
import type { Selectable } from 'kysely';
import { z } from 'zod';
import type { AnswersTable, Clock, Database, Language } from './tables.js';
import { WritesTogether } from './writes-together.js';

const HOUR = 3_600_000;

/** For so many days the buttons under an answer work. */
export const BUTTONS_LIVE_DAYS = 30;

/** For so many hours a reply to an answer is understood as a follow-up. */
export const FOLLOW_UPS_LIVE_HOURS = 24;

/** 9 bytes are 12 characters of base64url, and too many possibilities for two to be alike. */
const ID_BYTES = 9;

export type AnswerToSave = {
  /** What was understood; anything that JSON can hold. */
  query: unknown;
  askerId: string;
  channelId: string;
  guildId: string | null;
  /** The message that shows it, or the interaction that it answers: a follow-up finds it by either. */
  messageId: string | null;
  language: Language;
};

export type SavedAnswer = AnswerToSave & { id: string; savedAt: Date };

export type Answers = {
  /** Keeps what an answer needs later; gives its short id, 12 characters of [A-Za-z0-9_-]. */
  save(answer: AnswerToSave): Promise<string>;
  /** By its id; undefined where it is unknown or older than BUTTONS_LIVE_DAYS. */
  byId(id: string): Promise<SavedAnswer | undefined>;
  /** By the message that shows it; undefined where it is unknown or older than FOLLOW_UPS_LIVE_HOURS. */
  byMessage(messageId: string): Promise<SavedAnswer | undefined>;
  /** Notes which message shows the answer; of two answers for one message the later one counts. */
  setMessage(id: string, messageId: string): Promise<void>;
  /** Forgets an answer at once: its message was deleted. */
  remove(id: string): Promise<void>;
  /** Deletes what is older than BUTTONS_LIVE_DAYS; gives how many that were. */
  purgeExpired(now?: Date): Promise<number>;
};

const rowSchema = z.object({
  id: z.string(),
  message_id: z.string().nullable(),
  query: z.string().transform((text, context): unknown => {
    try {
      return JSON.parse(text);
    } catch {
      context.addIssue({ code: 'custom', message: 'holds no JSON' });
      return z.NEVER;
    }
  }),
  asker_id: z.string(),
  channel_id: z.string(),
  guild_id: z.string().nullable(),
  language: z.enum(['en', 'fr']),
  saved_at: z.number(),
});

export function answersIn(database: Database, clock: Clock): Answers {
  // After a power cut, some buttons of the last seconds may say that they know no more; answers need not wait for a disk.
  const together = new WritesTogether(database, 'restart');
  const startOf = (hours: number) => clock().getTime() - hours * HOUR;
  return {
    async save({ query, askerId, channelId, guildId, messageId, language }) {
      const id = randomBytes(ID_BYTES).toString('base64url');
      const row: AnswersTable = {
        id,
        message_id: messageId,
        query: JSON.stringify(query ?? null),
        asker_id: askerId,
        channel_id: channelId,
        guild_id: guildId,
        language,
        saved_at: clock().getTime(),
      };
      await together.run(async (inside) => {
        if (messageId !== null) await forgetMessage(inside, messageId);
        await inside.insertInto('answers').values(row).execute();
      });
      return id;
    },
    async byId(id) {
      const row = await database
        .selectFrom('answers')
        .selectAll()
        .where('id', '=', id)
        .where('saved_at', '>', startOf(BUTTONS_LIVE_DAYS * 24))
        .executeTakeFirst();
      return row && savedAnswer(row);
    },
    async byMessage(messageId) {
      const row = await database
        .selectFrom('answers')
        .selectAll()
        .where('message_id', '=', messageId)
        .where('saved_at', '>', startOf(FOLLOW_UPS_LIVE_HOURS))
        .executeTakeFirst();
      return row && savedAnswer(row);
    },
    async setMessage(id, messageId) {
      await together.run(async (inside) => {
        await forgetMessage(inside, messageId);
        await inside.updateTable('answers').set({ message_id: messageId }).where('id', '=', id).execute();
      });
    },
    async remove(id) {
      await database.deleteFrom('answers').where('id', '=', id).execute();
    },
    async purgeExpired(now = clock()) {
      const { numDeletedRows } = await database
        .deleteFrom('answers')
        .where('saved_at', '<=', now.getTime() - BUTTONS_LIVE_DAYS * 24 * HOUR)
        .executeTakeFirst();
      return Number(numDeletedRows);
    },
  };
}

async function forgetMessage(database: Database, messageId: string): Promise<void> {
  await database
    .updateTable('answers')
    .set({ message_id: null })
    .where('message_id', '=', messageId)
    .execute();
}

/** Throws where the row is not as `save` writes it: another program has changed it. */
function savedAnswer(row: Selectable<AnswersTable>): SavedAnswer {
  const { success, data, error } = rowSchema.safeParse(row);
  if (!success)
    throw new Error(`The answer ${row.id} in the state file can't be read: ${z.prettifyError(error)}`);
  return {
    id: data.id,
    messageId: data.message_id,
    query: data.query,
    askerId: data.asker_id,
    channelId: data.channel_id,
    guildId: data.guild_id,
    language: data.language,
    savedAt: new Date(data.saved_at),
  };
}
