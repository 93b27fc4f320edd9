/** The engine with the project's own data, as tests ask it. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Engine, openEngine } from '../../src/engine.js';
import { defaultDatabasePath, projectRoot } from '../../src/paths.js';

const own = join(projectRoot, 'data');

let opened: Engine | undefined;

/** Opened when it is first asked for, for all files of a worker, and open until that ends. */
export function projectEngine(): Engine {
  opened ??= openEngine({ dataPaths: [own], databasePath: defaultDatabasePath });
  return opened;
}

/** The same one for whoever closes what they have asked for. */
export function lentEngine(): Engine {
  return { ...projectEngine(), close: () => {} };
}

/**
 * Builds a knowledge base of its own in a temporary folder and opens it. `more`: further data files, text by
 * name, beside the project's own. `close` ends the engine and removes the folder.
 */
export function openProject(more: Readonly<Record<string, string>>): {
  engine: Engine;
  close: () => void;
} {
  const folder = mkdtempSync(join(tmpdir(), 'tally-'));
  for (const [name, text] of Object.entries(more)) writeFileSync(join(folder, name), text);
  const engine = openEngine({
    dataPaths: Object.keys(more).length > 0 ? [own, folder] : [own],
    databasePath: join(folder, 'knowledge.sqlite'),
  });
  const close = () => {
    engine.close();
    rmSync(folder, { recursive: true, force: true });
  };
  return { engine, close };
}
