/** Runs in a worker thread: checks the data, builds the knowledge base's file where it is not current, and says so. */
import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { contentOf, loadKnowledge } from './database.js';
import { entryTokens, lexiconOf } from './index-words.js';
import { DataError } from './problems.js';
import type { Rebuilt } from './rebuilding.js';

const options = z.object({ dataPaths: z.array(z.string()), databasePath: z.string() }).parse(workerData);

parentPort?.postMessage(outcome());

function outcome(): Rebuilt {
  try {
    const database = loadKnowledge({
      ...options,
      indexWords: (lists) => {
        const lexicon = lexiconOf(lists);
        return (entry) => entryTokens(entry, lexicon);
      },
    });
    const content = contentOf(database) ?? '';
    database.close();
    return { outcome: 'current', content };
  } catch (error) {
    if (error instanceof DataError) return { outcome: 'refused', problems: [...error.problems] };
    throw error;
  }
}
