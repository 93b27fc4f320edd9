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
 * The data folders: those in DATA_PATHS (separated by commas, relative to the project), otherwise `data/`;
 * and, once it exists, the folder where the bot writes what it learns.
 */
export function dataPaths(environment: NodeJS.ProcessEnv = process.env): string[] {
  return withLearnt(reviewedDataPaths(environment), learntDataPath(environment));
}

/** The same without what the bot has learnt. */
export function reviewedDataPaths(environment: NodeJS.ProcessEnv = process.env): string[] {
  const listed = listedPaths(environment);
  return listed.length > 0 ? listed : [join(projectRoot, 'data')];
}

/**
 * The folder where the bot writes what it learns, and reads it as data: LEARNT_DATA_PATH, otherwise
 * `var/data/`; undefined where DATA_PATHS says what to read and LEARNT_DATA_PATH nothing.
 */
export function learntDataPath(environment: NodeJS.ProcessEnv = process.env): string | undefined {
  const named = environment.LEARNT_DATA_PATH?.trim();
  if (named) return resolve(projectRoot, named);
  return listedPaths(environment).length > 0 ? undefined : join(projectRoot, 'var', 'data');
}

/** The paths, and the folder of what was learnt if it exists now. */
export function withLearnt(paths: readonly string[], learnt: string | undefined): string[] {
  const others = paths.filter((path) => path !== learnt);
  return learnt !== undefined && existsSync(learnt) ? [...others, learnt] : others;
}

function listedPaths(environment: NodeJS.ProcessEnv): string[] {
  return (environment.DATA_PATHS ?? '')
    .split(',')
    .map((path) => path.trim())
    .filter((path) => path !== '')
    .map((path) => resolve(projectRoot, path));
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
