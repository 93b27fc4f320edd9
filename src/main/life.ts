/** The bot from start to stop: state, knowledge, the connection to Discord, and the watch over them. */
import type { Logger } from 'pino';
import { commands } from '../../commands/index.js';
import type { Config } from '../config.js';
import { type BotOptions, startBot } from '../discord/client.js';
import { type HealthServer, startHealth } from '../discord/health.js';
import { type Engine, openEngine } from '../engine.js';
import { daysBetween, todayInLondon } from '../knowledge/calendar.js';
import { defaultDatabasePath } from '../paths.js';
import { openState, type State } from '../state/index.js';
import { portFault } from './start-fault.js';
import { PATIENCE, within } from './stopping.js';
import { startTelling, type Telling } from './telling.js';

/** Which Discord to connect to, and what is different there. */
export type Connection = BotOptions['config'] & Pick<BotOptions, 'cooldowns'>;

type RunningBot = Awaited<ReturnType<typeof startBot>>;

export class Life {
  readonly #config: Config;
  readonly #log: Logger;
  #state: State | undefined;
  #engine: Engine | undefined;
  #health: HealthServer | undefined;
  #bot: RunningBot | undefined;
  #telling: Telling | undefined;

  constructor(config: Config, log: Logger) {
    this.#config = config;
    this.#log = log;
  }

  /** Opens everything and logs in; rejects with an error that says what to mend. Call `stop` all the same. */
  async start({ token, apiUrl, cooldowns }: Connection): Promise<RunningBot> {
    const { dataPaths, statePath, countUnknown } = this.#config;
    this.#state = await openState(statePath, { countUnknown });
    this.#engine = openEngine({ dataPaths, databasePath: defaultDatabasePath });
    await this.#startHealth();
    this.#bot = await startBot({
      config: { token, apiUrl },
      engine: this.#engine,
      state: this.#state,
      log: this.#log,
      commands,
      ...(cooldowns ? { cooldowns } : {}),
    });
    await this.#startTelling(this.#engine, this.#state, this.#bot);
    return this.#bot;
  }

  /** Takes no new work, finishes what is in hand (`PATIENCE` ms at most), and closes what is open. */
  async stop(): Promise<void> {
    const finished = Promise.all([this.#bot?.stop(), this.#telling?.stop(PATIENCE)]);
    if (!(await within(PATIENCE, finished))) this.#log.warn('some work was not finished');
    await this.#health?.close();
    await this.#state?.close();
    this.#engine?.close();
  }

  async #startTelling(engine: Engine, state: State, { sender }: RunningBot): Promise<void> {
    this.#telling = await startTelling(() => engine, { state, sender, log: this.#log });
  }

  async #startHealth(): Promise<void> {
    const { healthPort } = this.#config;
    if (healthPort === undefined) return;
    this.#health = await startHealth(healthPort, {
      gateway: () => this.#bot?.health() ?? { state: 'connecting', heartbeatAgeMs: null },
      newestFigure: () => {
        const date = this.#engine?.newestDate();
        return date === undefined ? null : { date, ageDays: daysBetween(date, todayInLondon()) };
      },
      checkState: () => this.#state?.check() ?? Promise.reject(new Error('The state is not open.')),
    }).catch((error: unknown) => {
      throw portFault('HEALTH_PORT', healthPort, error);
    });
    this.#log.info({ port: this.#health.port }, 'telling health at /healthz');
  }
}
