/** Finds the data files and reads their bytes; what they say is the business of `files.ts`. */
import { createHash } from 'node:crypto';
import { type Dirent, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { z } from 'zod';
import { once } from './once.js';
import type { Problem } from './problems.js';
import { dataFileSchema } from './schema.js';
import { atOnce, type Steps } from './steps.js';

/** Raise it whenever the tables or what is computed into them change: older database files are then rebuilt. */
export const SCHEMA_VERSION = 10;

/** `shown` is the path as people read it in messages. */
export type DataBytes = { shown: string; bytes: Buffer };

/** All bytes of the data, the problems met in reading them, and a hash over schema, names and bytes. */
export type CollectedData = { files: DataBytes[]; problems: Problem[]; hash: string };

/** What the program makes of data: the same bytes under another schema are other content. */
const schemaText = once(() => `${SCHEMA_VERSION} ${JSON.stringify(z.toJSONSchema(dataFileSchema))}\n`);

/** Reads every *.yaml and *.yml below the folders (a path may also be one file), sorted by name. */
export function collectDataBytes(paths: readonly string[]): CollectedData {
  return atOnce(dataBytesInSteps(paths));
}

/** The same, a file at a time, so that the event loop need not be held. */
export function* dataBytesInSteps(paths: readonly string[]): Steps<CollectedData> {
  const problems: Problem[] = [];
  const files: DataBytes[] = [];
  const seen = new Set<string>();
  const hash = createHash('sha256').update(schemaText());
  for (const path of paths) {
    const root = resolve(path);
    for (const file of listDataFiles(root, problems)) {
      if (seen.has(file)) continue;
      seen.add(file);
      try {
        const bytes = readFileSync(file);
        files.push({ shown: shownPath(file), bytes });
        const name = relative(root, file).split(sep).join('/');
        hash.update(`${JSON.stringify(name)} ${bytes.length}\n`).update(bytes);
      } catch (error) {
        problems.push({ file: shownPath(file), entry: '', message: `can't be read (${reason(error)})` });
      }
      yield;
    }
  }
  return { files, problems, hash: hash.digest('hex') };
}

function listDataFiles(root: string, problems: Problem[]): string[] {
  const found: string[] = [];
  try {
    if (statSync(root).isDirectory()) walk(root, found);
    else found.push(root);
  } catch (error) {
    const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    const message = missing
      ? 'there is no such data folder; make it or mend the path'
      : `can't be read (${reason(error)})`;
    problems.push({ file: shownPath(root), entry: '', message });
  }
  return found;
}

function walk(folder: string, found: string[]): void {
  const byName = (a: Dirent, b: Dirent) => (a.name < b.name ? -1 : 1);
  for (const item of readdirSync(folder, { withFileTypes: true }).sort(byName)) {
    if (item.name.startsWith('.')) continue;
    const path = join(folder, item.name);
    if (item.isDirectory()) walk(path, found);
    else if (/\.ya?ml$/i.test(item.name)) found.push(path);
  }
}

function shownPath(path: string): string {
  const fromHere = relative(process.cwd(), path);
  return fromHere === '' || fromHere.startsWith('..') ? path : fromHere;
}

function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
