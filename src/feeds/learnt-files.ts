/** The data files that a feed has written: read back, and added to; none is ever changed. */
import { mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import type { IsoDate } from '../knowledge/calendar.js';
import { readDataFolders } from '../knowledge/files.js';
import { DataError } from '../knowledge/problems.js';
import type { Figure } from '../knowledge/schema.js';
import type { Additions } from './arrivals-entries.js';

/** Says whether the data are sound with this file among them; rejects with what is not. */
export type Vet = (file: string, signal?: AbortSignal) => Promise<void>;

/** A folder of files named after the moment when the page was read. */
export class LearntFiles {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** The figures of the files written on `since` or later; throws a DataError where one of them is spoilt. */
  figuresSince(since: IsoDate): Figure[] {
    const names = this.#names().filter((name) => name.slice(0, since.length) >= since);
    const { data, problems } = readDataFolders(names.map((name) => join(this.#folder, name)));
    if (problems.length > 0) throw new DataError(problems);
    return data.figures;
  }

  /** Writes the entries as a file, whole or not at all, once `vet` has found nothing wrong with it. */
  async add(additions: Additions, readAt: Date, vet: Vet, signal?: AbortSignal): Promise<string> {
    mkdirSync(this.#folder, { recursive: true });
    const name = `${readAt.toISOString().slice(0, 16).replace(':', '-')}Z.yaml`;
    // A name that begins with a dot is no data file yet.
    const draft = join(this.#folder, `.${name}`);
    const path = join(this.#folder, name);
    try {
      writeFileSync(draft, textOf(additions), { flush: true });
      await vet(draft, signal);
      renameSync(draft, path);
      return path;
    } finally {
      rmSync(draft, { force: true });
    }
  }

  #names(): string[] {
    try {
      return readdirSync(this.#folder).filter((name) => /^\d.*\.yaml$/.test(name));
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
      throw error;
    }
  }
}

function textOf(additions: Additions): string {
  return `# Written by the bot from GOV.UK; never changed afterwards.\n${stringify(additions, { lineWidth: 0 })}`;
}
