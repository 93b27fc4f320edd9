/** SIGTERM and SIGINT: the first one asks to stop, a later one ends the program at once. */

/** The bot itself waits 8 s for what is in hand; services are killed 10 s after a SIGTERM. In ms. */
export const PATIENCE = 9_000;

/** npm hands on a signal that came to the program as well (Ctrl-C, systemd): the same one, within so many ms. */
const ECHO = 1_000;

/** Listens from now on; resolves with the first signal. */
export function stopSignal(): Promise<NodeJS.Signals> {
  return new Promise((resolve) => {
    let first: number | undefined;
    for (const signal of ['SIGTERM', 'SIGINT'] as const) {
      process.on(signal, () => {
        first ??= performance.now();
        if (performance.now() - first > ECHO) process.exit(1);
        resolve(signal);
      });
    }
  });
}

/** Resolves with true once `work` is done, or with false after `patience` ms. */
export async function within(patience: number, work: Promise<unknown>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), patience);
  });
  const done = await Promise.race([work.then(() => true), late]);
  clearTimeout(timer);
  return done;
}
