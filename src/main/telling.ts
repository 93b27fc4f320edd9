/** New figures are told to whoever subscribed: what the data have that was not known goes out, now and after each change. */
import type { Logger } from 'pino';
import { reportFault } from '../discord/errors.js';
import type { Sender } from '../discord/sender.js';
import type { Engine } from '../engine.js';
import type { State } from '../state/index.js';
import { announce } from '../updates/announce.js';
import { startDelivery } from '../updates/delivery.js';
import { updateMessage } from '../updates/update-message.js';

export type Telling = {
  /** To be called with the engine that is in use whenever its data have changed. */
  learn(engine: Engine): Promise<void>;
  /** Begins nothing more; what is on its way is finished (`patience` ms at most). */
  stop(patience: number): Promise<void>;
};

/** What could not be learned (the disk was full, the state locked) is learned after so many ms. */
const LEARN_AGAIN_AFTER = 60_000;

/** Tells what is new in the data since the last time, and delivers from now on. `engine` gives the one in use. */
export async function startTelling(
  engine: () => Engine,
  { state, sender, log }: { state: State; sender: Sender; log: Logger },
): Promise<Telling> {
  let again: NodeJS.Timeout | undefined;
  let isStopped = false;
  const delivery = startDelivery({
    state,
    sender,
    log,
    write: (updates, addressed) => updateMessage(updates, addressed, engine().knowledge()),
  });
  // A fault must not keep the bot from answering, nor the news from being told later.
  const learn = async (current: Engine) => {
    clearTimeout(again);
    try {
      await learnFrom(current, state, log);
      delivery.wake();
    } catch (error) {
      if (isStopped) return;
      reportFault(error, log, { while: 'looking for news' });
      again = setTimeout(() => void learn(engine()), LEARN_AGAIN_AFTER).unref();
    }
  };
  await learn(engine());
  return {
    learn,
    stop: (patience) => {
      isStopped = true;
      clearTimeout(again);
      return delivery.stop(patience);
    },
  };
}

async function learnFrom(engine: Engine, state: State, log: Logger): Promise<void> {
  const updates = await announce(engine.knowledge(), state);
  if (updates.length === 0) return;
  const figures = updates.map(({ figure, kind }) => `${figure.id}${kind === 'revision' ? ' (revised)' : ''}`);
  log.info({ figures }, 'there are new figures to tell');
}
