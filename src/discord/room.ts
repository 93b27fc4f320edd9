/** What the dispatcher and the listener for plain questions share. */

import type { Logger } from 'pino';
import type { Charts } from '../charts/index.js';
import type { EngineInUse } from '../engine/in-use.js';
import type { Engine } from '../engine.js';
import type { State } from '../state/index.js';
import type { BeingSent } from './being-sent.js';
import type { CommandContext, Language } from './command.js';
import type { CooldownKeeper } from './cooldowns.js';
import type { Counters } from './counters.js';

export type Room = {
  engines: EngineInUse;
  state: State;
  log: Logger;
  charts: Charts | undefined;
  now(): Date;
  cooldowns: CooldownKeeper;
  counters: Counters;
  beingSent: BeingSent;
};

/** What a handler is handed; it keeps to one engine from beginning to end. */
export function contextIn(
  { state, log, charts, now }: Room,
  engine: Engine,
  language: Language,
): CommandContext {
  return { engine, state, log, charts, now, language };
}
