/** Brings the tables up to date; a step that fails leaves them as they were. */
import { type Kysely, type Migration, Migrator } from 'kysely';
import { fromNewerVersion } from './errors.js';

/**
 * Runs the steps that the file at `path` has not had yet, in the order of their names, in one transaction.
 * Throws StateUnusable where the file has had steps that are unknown here, otherwise what a step throws.
 */
export async function migrate<Tables>(
  database: Kysely<Tables>,
  steps: Record<string, Migration>,
  path: string,
): Promise<void> {
  const migrator = new Migrator({ db: database, provider: { getMigrations: () => Promise.resolve(steps) } });
  const { error } = await migrator.migrateToLatest();
  if (error === undefined) return;
  const unknownStep =
    error instanceof Error && /^corrupted migrations: previously executed/.test(error.message);
  throw unknownStep ? fromNewerVersion(path, error) : error;
}
