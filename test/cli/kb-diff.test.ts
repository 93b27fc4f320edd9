import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { main } from '../../src/cli/kb.js';
import { openState } from '../../src/state/index.js';
import { announce } from '../../src/updates/announce.js';
import { folderWith, temporaryFolder } from '../knowledge/made-up.js';
import { BASE, figure, knowledgeOf } from '../updates/made-up.js';
import { captured } from './captured.js';

const total = (id: string, asOf: string, value: number) =>
  figure(id, { asOf, value: String(value), printed: `"${value}"` });

const FIRST = total('F-100', '2025-11-10', 94);
const SECOND = total('F-101', '2026-01-27', 281);
const OLDER = total('F-102', '2025-10-31', 75);

function folderOf(figures: readonly string[]): string {
  return folderWith({ 'base.yaml': BASE, 'figures.yaml': `figures:\n${figures.join('\n')}\n` });
}

/** A state file of a bot that knows these figures. */
async function stateKnowing(figures: readonly string[]): Promise<string> {
  const path = join(temporaryFolder(), 'state.sqlite');
  const state = await openState(path);
  await announce(knowledgeOf(figures), state);
  await state.close();
  vi.stubEnv('STATE_PATH', path);
  onTestFinished(() => void vi.unstubAllEnvs());
  return path;
}

test('diff says what would be told and how much would be silent, and changes nothing', async () => {
  await stateKnowing([FIRST]);
  const args = ['diff', '--data', folderOf([FIRST, SECOND, OLDER])];
  const expected = [
    'new F-101: people sent: 94 → 281, as of 2026-01-27 (S-100)',
    '1 would be told; 1 more would be taken in silently.',
  ];
  expect(await captured(main, args)).toEqual({ code: 0, out: expected, error: [] });
  expect((await captured(main, args)).out).toEqual(expected);
});

test('diff says where there is nothing to tell', async () => {
  await stateKnowing([FIRST]);
  const { out } = await captured(main, ['diff', '--data', folderOf([FIRST])]);
  expect(out).toEqual(['Nobody would be told of anything.']);
});

test('diff also reads the state of a bot that is running', async () => {
  const path = await stateKnowing([FIRST]);
  const running = await openState(path);
  const { code, out } = await captured(main, ['diff', '--data', folderOf([FIRST, SECOND])]);
  expect([code, out.length]).toEqual([0, 2]);
  await running.close();
});

test('without a state file diff says that nobody would be told', async () => {
  vi.stubEnv('STATE_PATH', join(temporaryFolder(), 'none.sqlite'));
  const { code, out } = await captured(main, ['diff', '--data', folderOf([FIRST])]);
  expect(code).toBe(0);
  expect(out).toEqual([expect.stringMatching(/none\.sqlite knows no figures yet: .* tell nobody\.$/)]);
  vi.unstubAllEnvs();
});
