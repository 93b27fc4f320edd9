/** The feed of daily arrivals, joined with the data in use and with the folder of what was learnt. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Logger } from 'pino';
import type { EngineInUse } from '../engine/in-use.js';
import type { Known } from '../feeds/arrivals-entries.js';
import { ArrivalsFeed } from '../feeds/arrivals-feed.js';
import { Schedule } from '../feeds/schedule.js';
import { rebuild } from '../knowledge/rebuilding.js';

/** Its folder in that of what was learnt. */
const FOLDER = 'gov-uk-daily-arrivals';

export type FeedingOptions = {
  govukUrl: string;
  learntDataPath: string;
  engines: EngineInUse;
  /** The folders that exist now. */
  dataPaths: () => readonly string[];
  knowledgePath: string;
  log: Logger;
};

/** The schedule by which daily arrivals are read; it has to be started. */
export function arrivalsSchedule(options: FeedingOptions): Schedule {
  const { govukUrl, learntDataPath, engines, dataPaths, knowledgePath, log } = options;
  const feed = new ArrivalsFeed({
    baseUrl: govukUrl,
    folder: join(learntDataPath, FOLDER),
    known: officialCounts(engines),
    vet: (file, signal) => vet([...dataPaths(), file], `${knowledgePath}.vetted`, signal),
    log,
  });
  const onFailure = (reason: string, failures: number) =>
    log.warn({ reason, failures }, 'daily arrivals could not be read from GOV.UK');
  return new Schedule({ feed, onFailure });
}

function officialCounts(engines: EngineInUse): Known {
  return (metric, from, to) => {
    const knowledge = engines.current.knowledge();
    return knowledge.figuresWithPeriod(metric, null, from, to).filter((figure) => {
      const source = knowledge.source(figure.source);
      const isOfficial = source?.kind === 'official' && source.publisher === 'GOV.UK';
      return isOfficial && figure.qualifier === 'exact' && figure.claimedBy === undefined;
    });
  };
}

/** All data are checked as they would be with the new file, away from those in use; rejects with a DataError. */
async function vet(dataPaths: readonly string[], databasePath: string, signal?: AbortSignal): Promise<void> {
  try {
    await rebuild({ dataPaths, databasePath, ...(signal ? { signal } : {}) });
  } finally {
    rmSync(databasePath, { force: true });
  }
}
