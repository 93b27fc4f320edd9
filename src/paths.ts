/** Where the project's own files are, wherever it was started from and whether compiled or not. */
import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder that holds package.json. */
export const projectRoot = findRoot(dirname(fileURLToPath(import.meta.url)));

/** The database file built from the data; it may be deleted at any time. */
export const defaultDatabasePath = join(projectRoot, 'var', 'knowledge.sqlite');

/** Suggested figures as data files, for review; nothing in it is loaded. */
export const suggestedFolder = join(projectRoot, 'var', 'suggested');

/** Made from the schema for editors; data files name it in their first line. */
export const schemaPath = join(projectRoot, 'data', 'schema.json');

/**
 * The data folders: those in DATA_PATHS (separated by commas, relative to the project), otherwise `data/`
 * and, once it exists, `var/data/`, where the bot writes what it learns.
 */
export function dataPaths(environment: NodeJS.ProcessEnv = process.env): string[] {
  const listed = (environment.DATA_PATHS ?? '')
    .split(',')
    .map((path) => path.trim())
    .filter((path) => path !== '');
  if (listed.length > 0) return listed.map((path) => resolve(projectRoot, path));
  const learnt = join(projectRoot, 'var', 'data');
  return [join(projectRoot, 'data'), ...(existsSync(learnt) ? [learnt] : [])];
}

function findRoot(start: string): string {
  let folder = start;
  while (!existsSync(join(folder, 'package.json'))) {
    const parent = dirname(folder);
    if (parent === folder) throw new Error(`No package.json above ${start}`);
    folder = parent;
  }
  return folder;
}
