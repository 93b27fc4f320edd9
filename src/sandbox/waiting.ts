/** Waiting for what the bot does, with an end that tells what happened instead. */
import type { Change } from './changes.js';
import type { World } from './world.js';

/**
 * Resolves with the first thing that `look` finds, now or at a later change.
 * @param patienceMs real time after which it gives up
 * @param complaint what is thrown then
 */
export function waitFor<Found>(
  world: World,
  look: (change: Change | null) => Found | null,
  patienceMs: number,
  complaint: () => Error,
): Promise<Found> {
  return new Promise((resolve, reject) => {
    const first = look(null);
    if (first !== null) return resolve(first);
    const timer = setTimeout(() => {
      stop();
      reject(complaint());
    }, patienceMs);
    const stop = world.changes.listen((change) => {
      const found = look(change);
      if (found === null) return;
      stop();
      clearTimeout(timer);
      // What caused the change is finished first: the answer to the bot goes out before the test goes on.
      setImmediate(() => resolve(found));
    });
  });
}
