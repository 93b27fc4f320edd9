/** What follows from one try to deliver: a table of Discord's answers, and nothing else. */
import type { Attempt } from '../discord/attempt.js';
import type { EndReason, PauseReason, Problem } from '../state/index.js';

export type Verdict =
  | { kind: 'sent'; messageId: string }
  /** Tried again after so many ms; `maybeSent`: the message may have been made all the same. */
  | { kind: 'retry'; afterMs: number; problem: Problem; maybeSent: boolean }
  /** Until the permission is back. */
  | { kind: 'pause'; reason: PauseReason }
  /** The place is gone. */
  | { kind: 'end'; reason: EndReason }
  /** Our message is faulty: it is kept for inspection. */
  | { kind: 'park'; detail: string };

/** https://docs.discord.com/developers/topics/opcodes-and-status-codes#json-json-error-codes */
const PAUSES: Readonly<Record<number, PauseReason>> = {
  50001: 'no-access',
  50013: 'no-permission',
  50007: 'direct-messages-closed',
  50278: 'no-shared-server',
  40003: 'direct-messages-too-fast',
  50083: 'thread-archived',
};

const ENDS: Readonly<Record<number, EndReason>> = {
  10003: 'channel-gone',
  10004: 'server-gone',
};

/** Answers that find fault with the message and not with the place or the moment. */
const OUR_BUG: ReadonlySet<number> = new Set([400, 413, 415]);

/** Of the waits after failures; the first and the longest one, in ms. */
const FIRST_WAIT = 2_000;
const LONGEST_WAIT = 120_000;

/** A refusal that nobody foresaw is looked into by people, who need time. */
const UNFORESEEN_WAIT = 3_600_000;

/**
 * @param tries how often this delivery has been tried, this try included
 * @param random a number from 0 to 1, so that what failed together does not come back together
 */
export function verdictOf(attempt: Attempt, tries: number, random: number): Verdict {
  switch (attempt.kind) {
    case 'sent':
      return attempt;
    case 'refused':
      return verdictOfRefusal(attempt, random);
    case 'rate-limited':
      return {
        kind: 'retry',
        afterMs: attempt.retryAfterMs * (1 + random / 4),
        problem: 'rate-limited',
        maybeSent: false,
      };
    case 'unanswered':
      return {
        kind: 'retry',
        afterMs: backoff(tries, random),
        problem: attempt.status === null ? 'unreachable' : 'discord-failing',
        maybeSent: true,
      };
    case 'unreached':
      return { kind: 'retry', afterMs: backoff(tries, random), problem: 'unreachable', maybeSent: false };
  }
}

function verdictOfRefusal({ status, code, detail }: Attempt & { kind: 'refused' }, random: number): Verdict {
  const pause = PAUSES[code];
  if (pause) return { kind: 'pause', reason: pause };
  const end = ENDS[code];
  if (end) return { kind: 'end', reason: end };
  if (OUR_BUG.has(status)) return { kind: 'park', detail: `${status}, ${code}: ${detail}` };
  return {
    kind: 'retry',
    afterMs: UNFORESEEN_WAIT * (0.5 + random / 2),
    problem: 'discord-failing',
    maybeSent: false,
  };
}

/** Twice as long after each try, and somewhere between half of that and all of it. */
function backoff(tries: number, random: number): number {
  return Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** (tries - 1)) * (0.5 + random / 2);
}
