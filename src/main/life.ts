/** The bot from start to stop: state, knowledge, the connection to Discord, and the watch over them. */
import type { Logger } from 'pino';
import { commands } from '../../commands/index.js';
import { type Charts, openCharts } from '../charts/index.js';
import type { Config } from '../config.js';
import { type BotOptions, startBot } from '../discord/client.js';
import { type HealthServer, startHealth } from '../discord/health.js';
import { EngineInUse } from '../engine/in-use.js';
import type { Engine } from '../engine.js';
import type { Schedule } from '../feeds/schedule.js';
import { daysBetween, todayInLondon } from '../knowledge/calendar.js';
import { inPieces } from '../knowledge/steps.js';
import { withLearnt } from '../paths.js';
import { openState, STATE_THREAD, type State } from '../state/index.js';
import { arrivalsSchedule } from './feeding.js';
import { openData } from './opening-data.js';
import { Reloading } from './reloading.js';
import { portFault } from './start-fault.js';
import { watchState } from './state-watch.js';
import { PATIENCE, within } from './stopping.js';
import { startTelling, type Telling } from './telling.js';

/** Which Discord to connect to, and what is different there. */
export type Connection = BotOptions['config'] & Pick<BotOptions, 'cooldowns'>;

/** In ms: making ready for misspelt words and charts takes a second of a processor, which the start itself needs. */
const WARM_AFTER = 2_000;

type RunningBot = Awaited<ReturnType<typeof startBot>>;

export class Life {
  readonly #config: Config;
  readonly #log: Logger;
  #state: State | undefined;
  #engines: EngineInUse | undefined;
  #reloading: Reloading | undefined;
  #arrivals: Schedule | undefined;
  #charts: Charts | undefined;
  #warming: NodeJS.Timeout | undefined;
  #health: HealthServer | undefined;
  #bot: RunningBot | undefined;
  #telling: Telling | undefined;
  #stopWatchingState: (() => void) | undefined;

  constructor(config: Config, log: Logger) {
    this.#config = config;
    this.#log = log;
  }

  /** Opens everything and logs in; rejects with an error that says what to mend. Call `stop` all the same. */
  async start({ token, apiUrl, cooldowns }: Connection): Promise<RunningBot> {
    this.#state = await openState(this.#config.statePath, {
      countUnknown: this.#config.countUnknown,
      thread: STATE_THREAD,
    });
    const engines = new EngineInUse(openData(this.#config, this.#log));
    this.#engines = engines;
    await this.#startHealth();
    this.#charts = openCharts();
    this.#bot = await startBot({
      config: { token, apiUrl },
      engine: engines,
      state: this.#state,
      log: this.#log,
      commands,
      charts: this.#charts,
      ...(cooldowns ? { cooldowns } : {}),
    });
    this.#stopWatchingState = watchState(this.#state, this.#log);
    await this.#startTelling(engines, this.#state, this.#bot);
    await this.#startReloading(engines);
    this.#startFeed(engines);
    this.#warming = setTimeout(() => void this.#warm(engines), WARM_AFTER).unref();
    return this.#bot;
  }

  /** The engine with the data in use now. @throws before `start` */
  get engine(): Engine {
    if (this.#engines === undefined) throw new Error('Nothing has been opened yet.');
    return this.#engines.current;
  }

  /** Takes over changed data without waiting for them to be noticed. */
  async reload(): Promise<void> {
    await this.#reloading?.reload();
  }

  /** Takes no new work, finishes what is in hand (`PATIENCE` ms at most), and closes what is open. */
  async stop(): Promise<void> {
    this.#stopWatchingState?.();
    clearTimeout(this.#warming);
    const ending = [
      this.#bot?.stop(),
      this.#telling?.stop(PATIENCE),
      this.#arrivals?.stop(),
      this.#reloading?.stop(),
    ];
    if (!(await within(PATIENCE, Promise.all(ending)))) this.#log.warn('some work was not finished');
    await this.#charts?.close();
    await this.#health?.close();
    await this.#state?.close();
    this.#engines?.close();
  }

  /** What follows once changed data are in use; the engine is the one that has them. */
  async #afterReload(engine: Engine): Promise<void> {
    await this.#telling?.learn(engine);
  }

  /** What would otherwise be made for the first person who needs it. */
  async #warm(engines: EngineInUse): Promise<void> {
    this.#charts?.warm();
    await engines
      .during((engine) => inPieces(engine.prepare()))
      .catch((error: unknown) => this.#log.warn({ err: error }, 'not everything could be made ready'));
  }

  /** The folders that exist now. */
  #dataPaths(): string[] {
    return withLearnt(this.#config.dataPaths, this.#config.learntDataPath);
  }

  async #startReloading(engines: EngineInUse): Promise<void> {
    const { dataPaths, learntDataPath, knowledgePath } = this.#config;
    this.#reloading = new Reloading({
      engines,
      watched: [...new Set([...dataPaths, ...(learntDataPath === undefined ? [] : [learntDataPath])])],
      dataPaths: () => this.#dataPaths(),
      build: { databasePath: knowledgePath },
      log: this.#log,
      afterReload: (engine) => this.#afterReload(engine),
    });
    await this.#reloading.start();
    // For what was changed between the opening and the watching.
    void this.#reloading.reload();
  }

  #startFeed(engines: EngineInUse): void {
    const { govukUrl, learntDataPath, knowledgePath } = this.#config;
    if (govukUrl === undefined || learntDataPath === undefined) return;
    const dataPaths = () => this.#dataPaths();
    this.#arrivals = arrivalsSchedule({
      ...{ govukUrl, learntDataPath, engines, dataPaths, knowledgePath },
      log: this.#log,
    });
    this.#arrivals.start();
  }

  #warnings(): string[] {
    const { trouble } = this.#reloading ?? {};
    const data = trouble
      ? [`Changed data can’t be used since ${trouble.since.toISOString()}: ${trouble.problems.join(' ')}`]
      : [];
    const feed = this.#arrivals?.trouble;
    return [...data, ...(feed === undefined ? [] : [feed])];
  }

  async #startTelling(engines: EngineInUse, state: State, { sender }: RunningBot): Promise<void> {
    this.#telling = await startTelling(() => engines.current, { state, sender, log: this.#log });
  }

  async #startHealth(): Promise<void> {
    const { healthPort } = this.#config;
    if (healthPort === undefined) return;
    this.#health = await startHealth(healthPort, {
      gateway: () => this.#bot?.health() ?? { state: 'connecting', heartbeatAgeMs: null },
      newestFigure: () => {
        const date = this.#engines?.current.newestDate();
        return date === undefined ? null : { date, ageDays: daysBetween(date, todayInLondon()) };
      },
      warnings: () => this.#warnings(),
      deliveries: () => this.#state?.outbox.troubled() ?? Promise.reject(new Error('The state is not open.')),
      checkState: () => this.#state?.check() ?? Promise.reject(new Error('The state is not open.')),
    }).catch((error: unknown) => {
      throw portFault('HEALTH_PORT', healthPort, error);
    });
    this.#log.info({ port: this.#health.port }, 'telling health at /healthz');
  }
}
