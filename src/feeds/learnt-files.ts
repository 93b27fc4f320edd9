/** The data files that a feed has written: read back, and added to; none is ever changed. */
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import type { IsoDate } from '../knowledge/calendar.js';
import { dataFileSchema, type Figure } from '../knowledge/schema.js';
import type { Additions } from './arrivals-entries.js';

/** Says whether the data are sound with this file among them; rejects with what is not. */
export type Vet = (file: string) => Promise<void>;

/** A folder of files named after the moment when the page was read. */
export class LearntFiles {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** The figures of the files written on `since` or later; throws where one of them can't be read. */
  figuresSince(since: IsoDate): Figure[] {
    return this.#names()
      .filter((name) => name.slice(0, since.length) >= since)
      .flatMap((name) => {
        const path = join(this.#folder, name);
        const { success, data } = dataFileSchema.safeParse(parse(readFileSync(path, 'utf8')));
        if (!success) throw new Error(`${path} is not as it was written; mend it or take it away.`);
        return data.figures;
      });
  }

  /** Writes the entries as a file, whole or not at all, once `vet` has found nothing wrong with it. */
  async add(additions: Additions, readAt: Date, vet: Vet): Promise<string> {
    mkdirSync(this.#folder, { recursive: true });
    const name = `${readAt.toISOString().slice(0, 16).replace(':', '-')}Z.yaml`;
    // A name that begins with a dot is no data file yet.
    const draft = join(this.#folder, `.${name}`);
    const path = join(this.#folder, name);
    try {
      writeFileSync(draft, textOf(additions), { flush: true });
      await vet(draft);
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
