import { existsSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { backUp } from '../../src/state/backup.js';
import { openState, StateUnusable } from '../../src/state/index.js';
import { started } from '../started.js';
import { anAnswer, otherProcessHolding, statePath } from './made-up.js';

const PROGRAM = 'src/cli/backup.js';

test('a copy made while another process writes is whole, private, and can be put in the file’s place', async () => {
  const path = statePath();
  const other = await otherProcessHolding(path);
  const target = join(dirname(path), 'backups', 'copy.sqlite');
  const { code, out } = await started(PROGRAM, [target], { environment: { STATE_PATH: path } });
  expect([code, out]).toEqual([0, `Copied ${path} to ${target}.\n`]);
  expect(statSync(target).mode & 0o077).toBe(0);
  expect(readdirSync(dirname(target))).toEqual(['copy.sqlite']);
  await other.kill();
  const restored = await openState(target);
  expect(await restored.answers.byId(other.answerId)).toMatchObject(anAnswer());
  await restored.close();
});

test('everything that was confirmed before the copy is in it, whatever is written meanwhile', async () => {
  const path = statePath();
  const state = await openState(path);
  const ids: string[] = [];
  for (let n = 0; n < 200; n++) ids.push(await state.answers.save(anAnswer({ query: 'x'.repeat(500) })));
  const target = join(dirname(path), 'copy.sqlite');
  const copying = backUp(path, target);
  for (let n = 0; n < 50; n++) await state.answers.save(anAnswer());
  await copying;
  const restored = await openState(target);
  for (const id of ids) expect(await restored.answers.byId(id)).toBeDefined();
  await restored.close();
  await state.close();
});

test('what is there is not written over; what is missing or damaged is said', async () => {
  const path = statePath();
  const target = join(dirname(path), 'copy.sqlite');
  await expect(backUp(path, target)).rejects.toThrow(`There is no state file at ${path}`);
  await (await openState(path)).close();
  writeFileSync(target, 'mine');
  await expect(backUp(path, target)).rejects.toThrow(`${target} is there already`);
  const rubbish = statePath();
  writeFileSync(rubbish, 'This is a shopping list.\n'.repeat(200));
  const other = join(dirname(rubbish), 'copy.sqlite');
  await expect(backUp(rubbish, other)).rejects.toThrow(StateUnusable);
  expect(existsSync(other)).toBe(false);
});

test('bad usage is 2, a fault 1', async () => {
  expect((await started(PROGRAM, ['a', 'b'])).code).toBe(2);
  expect((await started(PROGRAM, ['--help'])).code).toBe(2);
  const { code, error } = await started(PROGRAM, [], { environment: { STATE_PATH: statePath() } });
  expect([code, error]).toEqual([1, expect.stringMatching(/^There is no state file/)]);
});
