/** New figures are told to whoever subscribed: what the data have that was not known goes out, now and after each change. */
import type { Logger } from 'pino';
import type { Sender } from '../discord/sender.js';
import type { Engine } from '../engine.js';
import type { State } from '../state/index.js';
import { announce } from '../updates/announce.js';
import { type RunningDelivery, startDelivery } from '../updates/delivery.js';
import { updateMessage } from '../updates/update-message.js';

export type Telling = {
  /** To be called with the engine that is in use whenever its data have changed. */
  learn(engine: Engine): Promise<void>;
  /** Begins nothing more; what is on its way is finished (`patience` ms at most). */
  stop(patience: number): Promise<void>;
};

/** Tells what is new in the data since the last time, and delivers from now on. `engine` gives the one in use. */
export async function startTelling(
  engine: () => Engine,
  { state, sender, log }: { state: State; sender: Sender; log: Logger },
): Promise<Telling> {
  const learn = async (current: Engine) => {
    const updates = await announce(current.knowledge(), state);
    if (updates.length > 0) {
      const figures = updates.map(
        ({ figure, kind }) => `${figure.id}${kind === 'revision' ? ' (revised)' : ''}`,
      );
      log.info({ figures }, 'there are new figures to tell');
    }
    delivery?.wake();
  };
  let delivery: RunningDelivery | undefined;
  await learn(engine());
  delivery = startDelivery({
    state,
    sender,
    log,
    write: (updates, addressed) => updateMessage(updates, addressed, engine().knowledge()),
  });
  return { learn, stop: (patience) => delivery.stop(patience) };
}
