/** What people found wrong or missing, and questions that got no answer: by them the knowledge grows. */
import { z } from 'zod';
import type { Clock, Database, Language } from './tables.js';

const DAY = 86_400_000;

/** So many days after it was last asked, a question without an answer is deleted. */
export const UNKNOWN_KEPT_DAYS = 90;

/** So many days after it was marked done, a remark is deleted. */
export const DONE_KEPT_DAYS = 90;

/** Of a question and of an answer so much is kept: enough to know which they were. */
const QUESTION_LENGTH = 300;
const ANSWER_LENGTH = 2_000;

/** Different questions that are counted; a crowd must not fill the disk. */
const UNKNOWN_LIMIT = 10_000;

/** No person's id is kept with it. */
export type Remark = {
  id: number;
  /** What the person wrote. */
  said: string;
  /** The words that asked, as far as they were kept; empty for an answer to what was picked from a list. */
  question: string;
  answer: string;
  language: Language;
  savedAt: Date;
};

export type UnknownQuestion = {
  id: number;
  question: string;
  language: Language;
  times: number;
  lastAskedAt: Date;
};

export type Feedback = {
  saveRemark(remark: Pick<Remark, 'said' | 'question' | 'answer' | 'language'>): Promise<number>;
  /** Those that are not done, the oldest first. */
  remarks(): Promise<Remark[]>;
  /** Counts a question that got no answer, by its words only; nothing where that is switched off. */
  countUnknown(question: string, language: Language): Promise<void>;
  /** Those that are not done, most often asked first. */
  unknown(): Promise<UnknownQuestion[]>;
  /** Marks a remark or a question as done; false where there is no such one, or it is done already. */
  done(kind: 'remark' | 'unknown', id: number): Promise<boolean>;
  /** Deletes what is older than it may be; gives how many. */
  purge(now?: Date): Promise<number>;
};

const remarkSchema = z.object({
  id: z.number(),
  said: z.string(),
  question: z.string(),
  answer: z.string(),
  language: z.enum(['en', 'fr']),
  saved_at: z.number(),
});

const unknownSchema = z.object({
  id: z.number(),
  question: z.string(),
  language: z.enum(['en', 'fr']),
  times: z.number(),
  last_asked_at: z.number(),
});

export function feedbackIn(
  database: Database,
  clock: Clock,
  { countUnknown }: { countUnknown: boolean },
): Feedback {
  return {
    async saveRemark({ said, question, answer, language }) {
      const { insertId } = await database
        .insertInto('remarks')
        .values({
          said,
          question: question.slice(0, QUESTION_LENGTH),
          answer: answer.slice(0, ANSWER_LENGTH),
          language,
          saved_at: clock().getTime(),
          done_at: null,
        })
        .executeTakeFirstOrThrow();
      return Number(insertId);
    },
    async remarks() {
      const rows = await database
        .selectFrom('remarks')
        .selectAll()
        .where('done_at', 'is', null)
        .orderBy('id')
        .execute();
      return rows.map((row) => {
        const { saved_at, ...remark } = read(remarkSchema, row);
        return { ...remark, savedAt: new Date(saved_at) };
      });
    },
    async countUnknown(question, language) {
      const text = question.replace(/\s+/gu, ' ').trim().slice(0, QUESTION_LENGTH);
      if (countUnknown && text !== '') await count(database, text, language, clock());
    },
    async unknown() {
      const rows = await database
        .selectFrom('unknown_questions')
        .selectAll()
        .where('done_at', 'is', null)
        .orderBy('times', 'desc')
        .orderBy('id')
        .execute();
      return rows.map((row) => {
        const { last_asked_at, ...asked } = read(unknownSchema, row);
        return { ...asked, lastAskedAt: new Date(last_asked_at) };
      });
    },
    async done(kind, id) {
      const table = kind === 'remark' ? 'remarks' : 'unknown_questions';
      const { numUpdatedRows } = await database
        .updateTable(table)
        .set({ done_at: clock().getTime() })
        .where('id', '=', id)
        .where('done_at', 'is', null)
        .executeTakeFirst();
      return numUpdatedRows > 0n;
    },
    async purge(now = clock()) {
      const remarks = await database
        .deleteFrom('remarks')
        .where('done_at', '<=', now.getTime() - DONE_KEPT_DAYS * DAY)
        .executeTakeFirst();
      const unknown = await database
        .deleteFrom('unknown_questions')
        .where('last_asked_at', '<=', now.getTime() - UNKNOWN_KEPT_DAYS * DAY)
        .executeTakeFirst();
      return Number(remarks.numDeletedRows + unknown.numDeletedRows);
    },
  };
}

/** Case does not make another question. One that was done and is asked again starts anew. */
async function count(database: Database, question: string, language: Language, at: Date): Promise<void> {
  const folded = question.toLowerCase();
  const last_asked_at = at.getTime();
  await database.transaction().execute(async (inside) => {
    const known = await inside
      .selectFrom('unknown_questions')
      .select(['id', 'times', 'done_at'])
      .where('folded', '=', folded)
      .executeTakeFirst();
    if (known) {
      const times = known.done_at === null ? known.times + 1 : 1;
      await inside
        .updateTable('unknown_questions')
        .set({ times, last_asked_at, done_at: null })
        .where('id', '=', known.id)
        .execute();
      return;
    }
    const { all } = await inside
      .selectFrom('unknown_questions')
      .select((row) => row.fn.countAll<number>().as('all'))
      .executeTakeFirstOrThrow();
    if (all >= UNKNOWN_LIMIT) return;
    await inside
      .insertInto('unknown_questions')
      .values({ folded, question, language, times: 1, last_asked_at, done_at: null })
      .execute();
  });
}

/** Throws where the row is not as this file writes it: another program has changed it. */
function read<Row>(schema: z.ZodType<Row>, row: { id: number }): Row {
  const { success, data, error } = schema.safeParse(row);
  if (!success)
    throw new Error(
      `Row ${row.id} of the feedback in the state file can't be read: ${z.prettifyError(error)}`,
    );
  return data;
}
