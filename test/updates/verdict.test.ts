import { describe, expect, test } from 'vitest';
import { verdictOf } from '../../src/updates/verdict.js';

const refused = (status: number, code: number) =>
  ({ kind: 'refused', status, code, detail: 'What Discord says' }) as const;
const unanswered = (status: number | null) => ({ kind: 'unanswered', status, detail: 'broken' }) as const;

describe('by Discord’s codes', () => {
  // https://docs.discord.com/developers/topics/opcodes-and-status-codes#json-json-error-codes
  test.each([
    [403, 50001, 'Missing access', { kind: 'pause', reason: 'no-access' }],
    [403, 50013, 'Missing permissions', { kind: 'pause', reason: 'no-permission' }],
    [403, 50007, 'Cannot message this user', { kind: 'pause', reason: 'direct-messages-closed' }],
    [403, 50278, 'No mutual servers', { kind: 'pause', reason: 'no-shared-server' }],
    [429, 40003, 'Opening conversations too fast', { kind: 'pause', reason: 'direct-messages-too-fast' }],
    [400, 50083, 'Thread is archived', { kind: 'pause', reason: 'thread-archived' }],
    [404, 10003, 'Unknown channel', { kind: 'end', reason: 'channel-gone' }],
    [404, 10004, 'Unknown server', { kind: 'end', reason: 'server-gone' }],
    [400, 50035, 'Invalid form body', { kind: 'park' }],
    [400, 50006, 'Empty message', { kind: 'park' }],
    [413, 40005, 'Too large', { kind: 'park' }],
    // None of these says anything of the place: they are outages, or for people to look into.
    [401, 0, 'Unauthorized', { kind: 'retry', problem: 'discord-failing', maybeSent: false }],
    [403, 0, 'A proxy in between', { kind: 'retry', problem: 'discord-failing', maybeSent: false }],
    [404, 0, 'Not found', { kind: 'retry', problem: 'discord-failing', maybeSent: false }],
    [403, 40333, 'Blocked on the way', { kind: 'retry', problem: 'discord-failing', maybeSent: false }],
  ])('%i with %i, %s', (status, code, _, verdict) => {
    expect(verdictOf(refused(status, code), 1, 0.5)).toMatchObject(verdict);
  });

  test.each([500, 502, 503, 504])('%i may have made the message, and is tried again', (status) => {
    expect(verdictOf(unanswered(status), 1, 0.5)).toMatchObject({
      kind: 'retry',
      problem: 'discord-failing',
      maybeSent: true,
    });
  });
});

test('a connection that breaks may have made the message, one that was never there has not', () => {
  const verdict = { kind: 'retry', problem: 'unreachable' };
  expect(verdictOf(unanswered(null), 1, 0.5)).toMatchObject({ ...verdict, maybeSent: true });
  const unreached = { kind: 'unreached', detail: 'ECONNREFUSED' } as const;
  expect(verdictOf(unreached, 1, 0.5)).toMatchObject({ ...verdict, maybeSent: false });
});

test('a rate limit is waited for as long as Discord says, or a little longer', () => {
  const limited = { kind: 'rate-limited', retryAfterMs: 4_000, isGlobal: false } as const;
  const waits = [0, 0.5, 1].map((random) => verdictOf(limited, 9, random));
  expect(waits).toEqual(
    [4_000, 4_500, 5_000].map((afterMs) => ({
      kind: 'retry',
      afterMs,
      problem: 'rate-limited',
      maybeSent: false,
    })),
  );
});

test('what was sent is sent', () => {
  expect(verdictOf({ kind: 'sent', messageId: '1' }, 1, 0.5)).toEqual({ kind: 'sent', messageId: '1' });
});

test('waits grow with every try up to two minutes, and differ', () => {
  const wait = (tries: number, random: number) => {
    const verdict = verdictOf(unanswered(500), tries, random);
    return verdict.kind === 'retry' ? verdict.afterMs : undefined;
  };
  expect([1, 2, 3, 4, 100].map((tries) => wait(tries, 1))).toEqual([2_000, 4_000, 8_000, 16_000, 120_000]);
  expect(wait(3, 0)).toBe(4_000);
});
