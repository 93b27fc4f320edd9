/** The data at the start: what people have reviewed is needed, what the bot has learnt is not. */
import type { Logger } from 'pino';
import type { Config } from '../config.js';
import { type Engine, openEngine } from '../engine.js';
import { DataError, describeProblem } from '../knowledge/problems.js';
import { withLearnt } from '../paths.js';

/**
 * Opens the data with what was learnt, or without it where only together they have problems: a file that the bot has
 * written itself, and that a newer version finds fault with, must not keep it from starting. The first reload finds
 * the same, and so it stands among the warnings of health until it is mended. Throws a DataError where the reviewed
 * data are faulty themselves.
 */
export function openData(
  {
    dataPaths: reviewed,
    learntDataPath,
    knowledgePath,
  }: Pick<Config, 'dataPaths' | 'learntDataPath' | 'knowledgePath'>,
  log: Logger,
): Engine {
  const all = withLearnt(reviewed, learntDataPath);
  const alone = all.filter((path) => path !== learntDataPath);
  try {
    return openEngine({ dataPaths: all, databasePath: knowledgePath });
  } catch (error) {
    if (!(error instanceof DataError) || alone.length === 0 || alone.length === all.length) throw error;
    const engine = openEngine({ dataPaths: alone, databasePath: knowledgePath });
    log.error(
      { learnt: learntDataPath, problems: error.problems.map(describeProblem) },
      'what was learnt can’t be used; starting without it',
    );
    return engine;
  }
}
