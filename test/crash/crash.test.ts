/** The crash test in small; `npm run test:crash` is the whole one. */
import { join } from 'node:path';
import { expect, inject, test } from 'vitest';
import { type Crashes, crash } from './crashes.js';

const SMALL = { channels: 12, spoilt: 6, kills: 1, seed: 11, life: 600, tell: () => {} };

const crashed = (enforceNonce: boolean) => {
  const programs = join(inject('compiled'), 'test/crash');
  return crash({ ...SMALL, programs, enforceNonce } satisfies Crashes);
};

test('killed and spoilt, every channel has each update exactly once; without nonces some have it twice', async () => {
  const [real, without] = await Promise.all([crashed(true), crashed(false)]);
  expect(real).toMatchObject({ messages: 36, missing: [], doubled: [] });
  expect(real.counts).toMatchObject({ open: 0, waiting: 0, sent: 36, uncertain: 0 });
  expect(without.missing).toEqual([]);
  expect(without.doubled).not.toEqual([]);
}, 240_000);
