/** Answers go out even where the state file is damaged, locked or full: then without what has to be kept for them. */
import type { Logger } from 'pino';

/** So long an answer waits for the state, in ms; Discord waits 3 s for the answer. */
const PATIENCE_MS = 700;

/** The result, or undefined where the state can't give it in time, which is logged. Never rejects. */
export async function ifStateAllows<Result>(
  what: string,
  log: Logger,
  work: Promise<Result>,
): Promise<Result | undefined> {
  const failed = work.then(
    (result) => ({ result }),
    (error: unknown) => ({ error }),
  );
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<{ error: unknown }>((resolve) => {
    const error = new Error(`The state file did not answer within ${PATIENCE_MS} ms.`);
    timer = setTimeout(() => resolve({ error }), PATIENCE_MS);
  });
  const outcome = await Promise.race([failed, late]);
  clearTimeout(timer);
  if ('result' in outcome) return outcome.result;
  log.error({ err: outcome.error, while: what }, 'went on without the state file');
  return undefined;
}
