/** Changed data are taken over while the bot runs; what can't be used leaves everything as it is. */
import type { Logger } from 'pino';
import type { EngineInUse } from '../engine/in-use.js';
import { reopen } from '../engine/reopening.js';
import type { Engine } from '../engine.js';
import { DataError, describeProblem } from '../knowledge/problems.js';
import type { RebuildOptions } from '../knowledge/rebuilding.js';
import { type Watching, watchData } from '../knowledge/watching.js';

export type ReloadingOptions = {
  engines: EngineInUse;
  /** Every folder that may hold data, also those that do not exist yet. */
  watched: readonly string[];
  /** Those that exist now. */
  dataPaths: () => readonly string[];
  build: Omit<RebuildOptions, 'dataPaths' | 'signal'>;
  log: Logger;
  /** Called after each change that was taken over, with the engine that is now in use. */
  afterReload: (engine: Engine) => Promise<void>;
};

/** Why the data in use are not those on the disk. */
export type DataTrouble = { since: Date; problems: readonly string[] };

export class Reloading {
  readonly #options: ReloadingOptions;
  #watching: Watching | undefined;
  #running: Promise<void> | undefined;
  #isAskedAgain = false;
  readonly #stopping = new AbortController();
  #trouble: DataTrouble | undefined;

  constructor(options: ReloadingOptions) {
    this.#options = options;
  }

  /** Undefined while the data in use are those on the disk. */
  get trouble(): DataTrouble | undefined {
    return this.#trouble;
  }

  /** Watches from now on; resolves once changes are noticed. */
  async start(): Promise<void> {
    const { watched, log } = this.#options;
    this.#watching = await watchData(watched, {
      onChange: () => void this.reload(),
      onError: (error) => log.error({ err: error }, 'the data can’t be watched'),
    });
  }

  /** Takes over what is on the disk now, one time after another; never rejects. */
  reload(): Promise<void> {
    if (this.#running) this.#isAskedAgain = true;
    this.#running ??= this.#reloadUntilCurrent().finally(() => {
      this.#running = undefined;
    });
    return this.#running;
  }

  /** Watches no longer, and gives up a reload that has begun. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#watching?.close();
    await this.#running;
  }

  async #reloadUntilCurrent(): Promise<void> {
    do {
      this.#isAskedAgain = false;
      await this.#reloadOnce();
    } while (this.#isAskedAgain && !this.#stopping.signal.aborted);
  }

  async #reloadOnce(): Promise<void> {
    const { engines, dataPaths, build, log, afterReload } = this.#options;
    try {
      const { signal } = this.#stopping;
      const reopened = await reopen({ ...build, signal, dataPaths: dataPaths() }, engines.current.content);
      if (this.#trouble) log.info('the data are sound again');
      this.#trouble = undefined;
      if (!reopened) return;
      const { engine, buildMs, openMs } = reopened;
      engines.replace(engine);
      log.info({ ...engine.counts(), buildMs, openMs }, 'took over changed data');
    } catch (error) {
      if (!this.#stopping.signal.aborted) this.#refuse(error);
      return;
    }
    await engines
      .during(afterReload)
      .catch((error: unknown) => log.error({ err: error }, 'what follows a change of data failed'));
  }

  #refuse(error: unknown): void {
    const { log } = this.#options;
    const isDataError = error instanceof DataError;
    const problems = isDataError ? error.problems.map(describeProblem) : [messageOf(error)];
    this.#trouble = { since: this.#trouble?.since ?? new Date(), problems };
    const said = 'changed data can’t be used; the last good ones stay in use';
    if (isDataError) log.error({ problems }, said);
    else log.error({ err: error }, said);
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
