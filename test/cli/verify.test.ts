import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { main } from '../../src/cli/verify.js';
import { BASE, figure, folderWith, temporaryFolder } from '../knowledge/made-up.js';
import { captured } from './captured.js';

const STORED = join(import.meta.dirname, '../../../shared/documents');
const DATA = { 'base.yaml': BASE, 'f.yaml': `figures:\n${figure('F-100')}\n` };

test('says in one line that all holds', async () => {
  const texts = folderWith({ 'herald.txt': 'Swaps\n\nSo far 94 people.\n' });
  const { code, out, error } = await captured(main, ['--documents', texts, '--data', folderWith(DATA)]);
  expect([code, error]).toEqual([0, []]);
  expect(out).toEqual([expect.stringMatching(/^All holds: 1 printed .* 1 numbers of 1 texts .* S-101\.$/)]);
});

test('prints each fault, both ways, and exits with 1', async () => {
  const texts = folderWith({ 'herald.txt': 'Swaps of 3\n\nSo far 95 people.\n' });
  const { code, out, error } = await captured(main, ['--documents', texts, '--data', folderWith(DATA)]);
  expect([code, out]).toEqual([1, []]);
  expect(error).toEqual([
    expect.stringMatching(/^F-100: "94" doesn't stand/),
    expect.stringMatching(/^S-100 ¶1: nothing cites "3"/),
    expect.stringMatching(/^S-100 ¶2: nothing cites "95"/),
    '3 faults.',
  ]);
});

test('data that does not read is a fault', async () => {
  const texts = folderWith({ 'herald.txt': 'Swaps\n\nSo far 94 people.\n' });
  const data = folderWith({ ...DATA, 'x.yaml': 'figuers: []\n' });
  expect(await captured(main, ['--documents', texts, '--data', data])).toMatchObject({ code: 1 });
});

test.each([
  ['no folder', [], /^Usage: npm run verify/],
  ['an unknown option', ['--document', 'x'], /^Usage: npm run verify/],
  ['a folder that is not there', ['--documents', '/nowhere/at/all'], /can't be read/],
])('bad usage, %s: one sentence and 2', async (_, args, expected) => {
  const { code, out, error } = await captured(main, args);
  expect([code, out]).toEqual([2, []]);
  expect(error).toEqual([expect.stringMatching(expected)]);
});

test('a folder without texts is bad usage', async () => {
  expect((await captured(main, ['--documents', temporaryFolder()])).code).toBe(2);
});

test.skipIf(!existsSync(STORED))(
  'the data holds against the stored texts (skipped without them)',
  async () => {
    expect(
      (await captured(main, ['--documents', STORED, '--data', join(import.meta.dirname, '../../data')]))
        .error,
    ).toEqual([]);
  },
);
