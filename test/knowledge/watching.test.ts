import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { watchData } from '../../src/knowledge/watching.js';
import { temporaryFolder } from './made-up.js';

/** Watches, and gives how to wait for the next thing that it tells. */
async function watched(paths: readonly string[]) {
  let told = 0;
  let tell: (() => void) | undefined;
  const watching = await watchData(paths, {
    settleMs: 60,
    lookMs: 20,
    onChange: () => {
      told += 1;
      tell?.();
    },
    onError: (error) => {
      throw error;
    },
  });
  onTestFinished(() => watching.close());
  const after = async (change: () => void) => {
    const next = new Promise<void>((resolve) => {
      tell = resolve;
    });
    change();
    await next;
  };
  return { after, told: () => told };
}

test('files that are written, replaced by renaming, added in new folders and removed are noticed', async () => {
  const folder = temporaryFolder();
  const { after } = await watched([folder]);
  const file = join(folder, 'figures.yaml');
  await after(() => writeFileSync(file, 'figures: []'));
  for (const text of ['figures: [ ]', 'figures: [  ]']) {
    await after(() => {
      writeFileSync(join(folder, '.figures.yaml.swp'), text);
      renameSync(join(folder, '.figures.yaml.swp'), file);
    });
  }
  await after(() => {
    mkdirSync(join(folder, 'deep', 'down'), { recursive: true });
    writeFileSync(join(folder, 'deep', 'down', 'more.yml'), 'figures: []');
  });
  await after(() => rmSync(file));
});

test('a folder that appears later, goes and comes back is noticed, and what is written into it', async () => {
  const learnt = join(temporaryFolder(), 'var', 'data');
  const { after } = await watched([learnt]);
  for (const _ of [1, 2]) {
    await after(() => mkdirSync(learnt, { recursive: true }));
    await after(() => writeFileSync(join(learnt, 'day.yaml'), 'figures: []'));
    await after(() => rmSync(learnt, { recursive: true }));
  }
});

test('several changes in a row are told once; files that are no data are not told at all', async () => {
  const folder = temporaryFolder();
  const { after, told } = await watched([folder]);
  writeFileSync(join(folder, '.figures.yaml.swp'), 'x');
  writeFileSync(join(folder, 'notes.txt'), 'x');
  await after(() => {
    for (const n of [1, 2, 3]) writeFileSync(join(folder, `${n}.yaml`), 'figures: []');
  });
  expect(told()).toBe(1);
});
