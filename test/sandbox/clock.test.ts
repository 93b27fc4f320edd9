/** The sandbox's time and the ids made from it. */
import { expect, test } from 'vitest';
import { Clock } from '../../src/sandbox/clock.js';
import { snowflakes } from '../../src/sandbox/snowflakes.js';

test('a frozen clock moves only when it is told to, and runs what falls due in order', () => {
  const clock = new Clock({ frozenAt: new Date('2026-02-01T12:00:00Z') });
  const ran: string[] = [];
  clock.after(2_000, () => ran.push('second'));
  clock.after(1_000, () => ran.push('first'));
  const cancel = clock.after(1_500, () => ran.push('never'));
  cancel();
  clock.advance(999);
  expect(ran).toEqual([]);
  clock.advance(1_001);
  expect(ran).toEqual(['first', 'second']);
  expect(new Date(clock.now()).toISOString()).toBe('2026-02-01T12:00:02.000Z');
});

test('a running clock runs on from where it was moved', async () => {
  const clock = new Clock();
  clock.advance(3_600_000);
  expect(clock.now() - Date.now()).toBeGreaterThan(3_599_000);
  await new Promise<void>((resolve) => clock.after(5, resolve));
});

test('ids rise while time stands still, and tell the time', () => {
  const clock = new Clock({ frozenAt: new Date('2026-02-01T12:00:00Z') });
  const next = snowflakes(clock);
  const ids = Array.from({ length: 5_000 }, next);
  expect(new Set(ids).size).toBe(5_000);
  expect(ids.toSorted((a, b) => (BigInt(a) < BigInt(b) ? -1 : 1))).toEqual(ids);
  expect(Number(BigInt(ids[0] ?? 0) >> 22n) + 1_420_070_400_000).toBe(clock.now());
});
