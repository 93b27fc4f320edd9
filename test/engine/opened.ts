/** The engine with the project's own data, as tests ask it. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Engine, openEngine } from '../../src/engine.js';
import { projectRoot } from '../../src/paths.js';

/**
 * Builds a knowledge base of its own in a temporary folder and opens it. `more`: further data files, text by
 * name, beside the project's own. `close` ends the engine and removes the folder.
 */
export function openProject(more: Readonly<Record<string, string>> = {}): {
  engine: Engine;
  close: () => void;
} {
  const folder = mkdtempSync(join(tmpdir(), 'tally-'));
  for (const [name, text] of Object.entries(more)) writeFileSync(join(folder, name), text);
  const own = join(projectRoot, 'data');
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
