/** Looks after the state file while the bot runs: what is wrong with it is said once, and again when it is well. */
import type { Logger } from 'pino';
import type { State } from '../state/index.js';

const EVERY_MS = 30_000;

/** Every so many looks the whole file is read, which takes a few milliseconds a megabyte. */
const WHOLE_EVERY = 20;

/** Starts looking; gives how to stop. */
export function watchState(state: State, log: Logger, everyMs = EVERY_MS): () => void {
  let looks = 0;
  let trouble: string | undefined;
  const look = async () => {
    looks += 1;
    const found = await troubleOf(state, looks % WHOLE_EVERY === 0);
    if (found !== undefined && trouble === undefined)
      log.error({ problem: found }, 'the state file can’t be used');
    if (found === undefined && trouble !== undefined) log.info('the state file can be used again');
    trouble = found;
  };
  const timer = setInterval(() => void look(), everyMs).unref();
  return () => clearInterval(timer);
}

async function troubleOf(state: State, wholly: boolean): Promise<string | undefined> {
  try {
    await state.check({ wholly });
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
