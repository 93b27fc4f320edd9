/** The crash test in small; `npm run test:crash` is the whole one. */
import { join } from 'node:path';
import { expect, inject, test } from 'vitest';
import { type Crashes, crash } from './crashes.js';

const SMALL = {
  channels: 12,
  spoilt: 6,
  times: 2,
  isHurried: true,
  kills: 1,
  seed: 11,
  life: 600,
  enforceNonce: true,
  tell: () => {},
};

const crashed = (different: Partial<Crashes> = {}) =>
  crash({ ...SMALL, programs: join(inject('compiled'), 'test/crash'), ...different });

test('killed and spoilt, every channel has each update exactly once; spoilt without nonces, some have it twice', async () => {
  const [real, without] = await Promise.all([crashed(), crashed({ enforceNonce: false, kills: 0 })]);
  expect(real).toMatchObject({ messages: 36, missing: [], doubled: [] });
  expect(real.counts).toMatchObject({ open: 0, waiting: 0, sent: 36, uncertain: 0 });
  expect(without.missing).toEqual([]);
  expect(without.doubled).not.toEqual([]);
});
