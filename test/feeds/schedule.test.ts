import { expect, test } from 'vitest';
import type { Checked } from '../../src/feeds/arrivals-feed.js';
import { EVERY_MS, Schedule, waitAfter } from '../../src/feeds/schedule.js';

const MINUTE = 60_000;

test('failures are retried later and later, never more rarely than usual, and never before the server wants', () => {
  const waits = [0, 1, 2, 3, 4, 5, 6, 20].map((failures) => waitAfter(failures, undefined, 0) / MINUTE);
  expect(waits).toEqual([30, 1, 2, 4, 8, 16, 30, 30]);
  expect(waitAfter(1, 10 * MINUTE, 0)).toBe(10 * MINUTE);
  expect(waitAfter(1, 10 * MINUTE, 1)).toBe(11 * MINUTE);
  expect(waitAfter(1, 365 * 24 * 60 * MINUTE, 0)).toBe(6 * 60 * MINUTE);
  expect(waitAfter(0, undefined, 1)).toBe(1.1 * EVERY_MS);
});

test('it reads again and again, tells of failures and of many in a row, and stops', async () => {
  const unavailable: Checked = { outcome: 'unavailable', reason: 'status 500' };
  const outcomes: Checked[] = [...Array<Checked>(5).fill(unavailable), { outcome: 'nothing-new' }];
  const failures: number[] = [];
  const troubles: (string | undefined)[] = [];
  let schedule: Schedule | undefined;
  await new Promise<void>((resolve) => {
    const check = async (): Promise<Checked> => {
      troubles.push(schedule?.trouble);
      const next = outcomes.shift();
      if (!next) resolve();
      return next ?? { outcome: 'nothing-new' };
    };
    const onFailure = (_: string, inARow: number) => void failures.push(inARow);
    schedule = new Schedule({ feed: { check, trouble: undefined }, onFailure, everyMs: 1 });
    schedule.start();
  });
  await schedule?.stop();
  expect(failures).toEqual([1, 2, 3, 4, 5]);
  expect(troubles.map((trouble) => trouble !== undefined)).toEqual([
    ...[false, false, false, false, false],
    ...[true, false],
  ]);
});
