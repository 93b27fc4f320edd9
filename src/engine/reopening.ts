/** A newer knowledge base beside the one in use: built by a worker, opened here in pieces. */
import { type Engine, engineInSteps } from '../engine.js';
import { dataBytesInSteps } from '../knowledge/data-bytes.js';
import { contentOf, openKnowledge } from '../knowledge/database.js';
import { type RebuildOptions, rebuild } from '../knowledge/rebuilding.js';
import { inPieces } from '../knowledge/steps.js';

export type Reopened = {
  engine: Engine;
  /** What the worker took, and then the opening in pieces, in ms. */
  buildMs: number;
  openMs: number;
};

/**
 * Checks and builds the data as they are now, and opens the result; undefined where they are those that `known`
 * is the hash of. Rejects with a DataError that says what to mend. The event loop is held for a few milliseconds at
 * a time.
 */
export async function reopen(options: RebuildOptions, known?: string): Promise<Reopened | undefined> {
  const startedAt = performance.now();
  // Data that were sound once are sound: at every start this is all there is to do.
  if (known !== undefined && (await hashOf(options.dataPaths)) === known) return undefined;
  const content = await rebuild(options);
  if (content === known) return undefined;
  const builtAt = performance.now();
  const database = openKnowledge(options.databasePath);
  if (contentOf(database) !== content) {
    database.close();
    throw new Error(
      `Another program has built ${options.databasePath} from other data; give each its own file.`,
    );
  }
  try {
    const engine = await inPieces(engineInSteps(database));
    const ended = performance.now();
    return {
      engine,
      buildMs: Math.round(builtAt - startedAt),
      openMs: Math.round(ended - builtAt),
    };
  } catch (error) {
    database.close();
    throw error;
  }
}

/** Of the data as they are now; undefined where they can't be read, which the worker finds as well and tells of. */
async function hashOf(dataPaths: readonly string[]): Promise<string | undefined> {
  const { problems, hash } = await inPieces(dataBytesInSteps(dataPaths));
  return problems.length === 0 ? hash : undefined;
}
