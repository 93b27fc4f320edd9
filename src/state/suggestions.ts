/** Figures that people have suggested, kept for the maintainers, and drafts of them that are still to be mended. */
import { z } from 'zod';
import type { Clock, Database, Language } from './tables.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** For so many hours a suggestion that has to be mended is kept as it was typed. */
export const DRAFTS_KEPT_HOURS = 24;

/** So many days after it was written out or put aside, a suggestion is deleted. */
export const SETTLED_KEPT_DAYS = 90;

/** Suggestions that wait; nobody reads more, and a crowd must not fill the disk. */
export const SUGGESTIONS_WAITING = 1_000;

/** As a person typed it. */
export type SuggestionTyped = {
  metric: string;
  value: string;
  date: string;
  address: string;
  words: string;
};

export type SuggestionStatus = 'draft' | 'waiting' | 'written' | 'set-aside';

/** No person's id is kept: what counts is the source. */
export type Suggestion = {
  id: number;
  typed: SuggestionTyped;
  /** How it was read, anything that JSON can hold; null for a draft. */
  reading: unknown;
  language: Language;
  status: SuggestionStatus;
  savedAt: Date;
};

export type Suggestions = {
  /** Keeps what has to be mended, in place of the draft before; gives its id. */
  saveDraft(typed: SuggestionTyped, language: Language, before?: number): Promise<number>;
  /** Keeps it for the maintainers, in place of its draft; undefined where too many wait already. */
  submit(
    typed: SuggestionTyped,
    reading: unknown,
    language: Language,
    before?: number,
  ): Promise<number | undefined>;
  byId(id: number): Promise<Suggestion | undefined>;
  /** Those that wait, the oldest first. */
  waiting(): Promise<Suggestion[]>;
  /** False where no such suggestion waits. */
  settle(id: number, status: 'written' | 'set-aside'): Promise<boolean>;
  /** Deletes drafts older than DRAFTS_KEPT_HOURS and what was settled SETTLED_KEPT_DAYS ago; gives how many. */
  purge(now?: Date): Promise<number>;
};

const rowSchema = z.object({
  id: z.number(),
  metric: z.string(),
  value: z.string(),
  date: z.string(),
  address: z.string(),
  words: z.string(),
  reading: z.string().transform((text): unknown => JSON.parse(text)),
  language: z.enum(['en', 'fr']),
  status: z.enum(['draft', 'waiting', 'written', 'set-aside']),
  saved_at: z.number(),
});

export function suggestionsIn(database: Database, clock: Clock): Suggestions {
  const save = (
    typed: SuggestionTyped,
    {
      reading,
      language,
      status,
      before,
    }: Pick<Suggestion, 'reading' | 'language' | 'status'> & { before?: number | undefined },
  ) =>
    database.transaction().execute(async (inside) => {
      if (before !== undefined)
        await inside
          .deleteFrom('suggestions')
          .where('id', '=', before)
          .where('status', '=', 'draft')
          .execute();
      const { insertId } = await inside
        .insertInto('suggestions')
        .values({
          ...typed,
          reading: JSON.stringify(reading ?? null),
          language,
          status,
          saved_at: clock().getTime(),
          settled_at: null,
        })
        .executeTakeFirstOrThrow();
      return Number(insertId);
    });
  return {
    saveDraft: (typed, language, before) => save(typed, { reading: null, language, status: 'draft', before }),
    async submit(typed, reading, language, before) {
      const { waiting } = await database
        .selectFrom('suggestions')
        .select((row) => row.fn.countAll<number>().as('waiting'))
        .where('status', '=', 'waiting')
        .executeTakeFirstOrThrow();
      if (waiting >= SUGGESTIONS_WAITING) return undefined;
      return save(typed, { reading, language, status: 'waiting', before });
    },
    async byId(id) {
      const row = await database
        .selectFrom('suggestions')
        .selectAll()
        .where('id', '=', id)
        .executeTakeFirst();
      return row && suggestionOf(row);
    },
    async waiting() {
      const rows = await database
        .selectFrom('suggestions')
        .selectAll()
        .where('status', '=', 'waiting')
        .orderBy('id')
        .execute();
      return rows.map(suggestionOf);
    },
    async settle(id, status) {
      const { numUpdatedRows } = await database
        .updateTable('suggestions')
        .set({ status, settled_at: clock().getTime() })
        .where('id', '=', id)
        .where('status', '=', 'waiting')
        .executeTakeFirst();
      return numUpdatedRows > 0n;
    },
    async purge(now = clock()) {
      const drafts = await database
        .deleteFrom('suggestions')
        .where('status', '=', 'draft')
        .where('saved_at', '<=', now.getTime() - DRAFTS_KEPT_HOURS * HOUR)
        .executeTakeFirst();
      const settled = await database
        .deleteFrom('suggestions')
        .where('settled_at', '<=', now.getTime() - SETTLED_KEPT_DAYS * DAY)
        .executeTakeFirst();
      return Number(drafts.numDeletedRows + settled.numDeletedRows);
    },
  };
}

/** Throws where the row is not as this file writes it: another program has changed it. */
function suggestionOf(row: { id: number }): Suggestion {
  const { data, error } = rowSchema.safeParse(row);
  if (!data)
    throw new Error(`The suggestion ${row.id} in the state file can't be read: ${z.prettifyError(error)}`);
  const { id, metric, value, date, address, words, reading, language, status, saved_at } = data;
  const typed = { metric, value, date, address, words };
  return { id, typed, reading, language, status, savedAt: new Date(saved_at) };
}
