/** Long work in small steps: all at once where nobody waits, or in pieces between which events are handled. */
import { setImmediate } from 'node:timers/promises';

/** Work that stops after each of its steps, and gives a result in the end. */
export type Steps<Result> = Generator<undefined, Result, undefined>;

/** So long the event loop is held at most, in ms; gateway heartbeats and interactions share it. */
const PIECE_MS = 4;

/** Takes all steps without a pause. */
export function atOnce<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** Takes the steps, and lets other events be handled after each few milliseconds. */
export async function inPieces<Result>(steps: Steps<Result>): Promise<Result> {
  let since = performance.now();
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    if (performance.now() - since < PIECE_MS) continue;
    await setImmediate();
    since = performance.now();
  }
}
