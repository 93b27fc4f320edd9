/** The state file as the maintainers' programs open it, while the bot runs or not. */
import { existsSync } from 'node:fs';
import { Kysely } from 'kysely';
import { StateUnusable, unusable } from './errors.js';
import { type Feedback, feedbackIn } from './feedback.js';
import { type KeptStatements, openDurably, StateDialect } from './sqlite.js';
import { type Suggestions, suggestionsIn } from './suggestions.js';
import type { Clock, Database, Tables } from './tables.js';

/** What people have sent in. */
export type SentIn = { suggestions: Suggestions; feedback: Feedback; close(): Promise<void> };

/**
 * Opens what people have sent in, without the lock that the bot holds and without bringing tables up to date.
 * Rejects with StateUnusable, whose message says what to do, where there is no such file, or one that the bot of
 * this version has not opened yet.
 */
export async function openBeside(path: string, clock: Clock = () => new Date()): Promise<SentIn> {
  if (!existsSync(path))
    throw new StateUnusable(`There is no state file at ${path} yet: start the bot once, or mend STATE_PATH.`);
  const statements = opened(path);
  if (statements.prepare('PRAGMA table_info(unknown_questions)').all([]).length === 0) {
    statements.close();
    throw new StateUnusable(`${path} has not been used by this version yet: start the bot once.`);
  }
  const database: Database = new Kysely<Tables>({ dialect: new StateDialect({ database: statements }) });
  return {
    suggestions: suggestionsIn(database, clock),
    feedback: feedbackIn(database, clock, { countUnknown: false }),
    async close() {
      await database.destroy();
      statements.close();
    },
  };
}

function opened(path: string): KeptStatements {
  try {
    return openDurably(path);
  } catch (error) {
    throw unusable(path, error);
  }
}
