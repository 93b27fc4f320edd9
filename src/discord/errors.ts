/** The two kinds of things that go wrong: a person's mistake, which they are told of, and a fault of ours. */
import { randomBytes } from 'node:crypto';
import type { Logger } from 'pino';

/** Something that the person can mend. The message, a sentence of the catalogue, is shown to them as it is. */
export class UserMistake extends Error {
  override readonly name = 'UserMistake';
}

/** Logs a fault of ours with its cause under a short reference id, which is all that people are shown of it. */
export function reportFault(error: unknown, log: Logger, where: Record<string, unknown>): string {
  const reference = randomBytes(4).toString('hex');
  log.error({ err: error, reference, ...where }, 'a fault of ours');
  return reference;
}
