import { spawnSync } from 'node:child_process';
import { closeSync, openSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import { openState, type State } from '../../src/state/index.js';
import { temporaryFolder } from '../knowledge/made-up.js';
import { aSubscription } from './a-subscription.js';
import { anAnswer, statePath } from './made-up.js';

/** SQLite objects of the tests, kept for the reason that src/state/sqlite.ts gives. */
const kept: unknown[] = [];

/** Holds the file as a database browser does in the middle of an edit. */
function holding(path: string): () => void {
  const browser = new Sqlite(path);
  kept.push(browser);
  browser.exec('BEGIN IMMEDIATE');
  return () => {
    browser.exec('COMMIT');
    browser.close();
  };
}

test('a write waits for another program without holding up this one, and is done once that lets go', async () => {
  const path = statePath();
  const state = await openState(path);
  const release = holding(path);
  let turns = 0;
  const turning = setInterval(() => {
    turns += 1;
    if (turns === 10) release();
  }, 5);
  const id = await state.answers.save(anAnswer());
  clearInterval(turning);
  expect(turns).toBeGreaterThanOrEqual(10);
  expect(await state.answers.byId(id)).toBeDefined();
  await state.close();
});

test('a file that stays locked is said to be, what is known can be read, and nothing unkept is confirmed', async () => {
  const path = statePath();
  const state = await openState(path);
  const id = await state.answers.save(anAnswer());
  const release = holding(path);
  const [check, subscribed] = await Promise.allSettled([
    state.check(),
    state.subscriptions.add(aSubscription({ guildId: '1' })),
  ]);
  expect(check).toMatchObject({
    reason: { message: expect.stringContaining(`${path} is locked by another`) },
  });
  expect(subscribed.status).toBe('rejected');
  expect(await state.answers.byId(id)).toBeDefined();
  release();
  await state.check();
  expect(await state.subscriptions.ofGuild('1')).toEqual([]);
  await state.close();
});

test('a file that is damaged while it is in use is said to be', async () => {
  const path = statePath();
  const state = await openState(path);
  for (let n = 0; n < 50; n++) await state.answers.save(anAnswer({ query: 'x'.repeat(2_000) }));
  await state.check({ wholly: true });
  // What is still in the log beside the file hides the damage.
  const other = new Sqlite(path);
  kept.push(other);
  other.pragma('wal_checkpoint(TRUNCATE)');
  other.close();
  const handle = openSync(path, 'r+');
  writeSync(handle, Buffer.alloc(60_000, 0xaa), 0, 60_000, 8_192);
  closeSync(handle);
  await expect(state.check({ wholly: true })).rejects.toThrow(`${path} is damaged`);
  await state.close();
});

/** A small disk of its own, where the machine lets tests make one. */
function smallDisk(): string | undefined {
  const folder = join(temporaryFolder(), 'disk');
  spawnSync('mkdir', [folder]);
  const { status } = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=2500k', 'tmpfs', folder]);
  if (status !== 0) return undefined;
  onTestFinished(() => void spawnSync('umount', ['-l', folder]));
  return folder;
}

/** Makes the file longer until the disk is full to the last byte. */
function fill(path: string): void {
  const handle = openSync(path, 'a');
  try {
    for (;;) writeSync(handle, Buffer.alloc(512));
  } catch (error) {
    expect(error).toMatchObject({ code: 'ENOSPC' });
  } finally {
    closeSync(handle);
  }
}

test('a full disk is said to be; all that was confirmed is there, then and once there is room', async ({
  skip,
}) => {
  const disk = smallDisk();
  if (!disk) return skip('This machine does not let tests mount a small disk.');
  const path = join(disk, 'state.sqlite');
  const state = await openState(path);
  const filler = join(disk, 'filler');
  writeFileSync(filler, Buffer.alloc(1_900_000));
  const confirmed: string[] = [];
  let refusal: unknown;
  for (let n = 0; refusal === undefined; n++) {
    const wanted = aSubscription({ guildId: '1', channelId: `${n}` });
    await state.subscriptions.add(wanted).then(
      (outcome) => void ('added' in outcome && confirmed.push(outcome.added.id)),
      (error: unknown) => {
        refusal = error;
      },
    );
  }
  expect(refusal).toMatchObject({ code: 'SQLITE_FULL' });
  fill(filler);
  await expect(checkedUntilRefused(state)).rejects.toThrow(
    `There is no room left to write ${path}; make room on its disk.`,
  );
  const ids = async (of: State) => (await of.subscriptions.ofGuild('1')).map(({ id }) => id).sort();
  expect(confirmed.length).toBeGreaterThan(10);
  expect(await ids(state)).toEqual([...confirmed].sort());
  rmSync(filler);
  await state.check();
  await state.close();
  const again = await openState(path);
  expect(await ids(again)).toEqual([...confirmed].sort());
  await again.close();
});

/** The file's log may hold room of its own for a few writes yet, more or less of it with each new table. */
async function checkedUntilRefused(state: State): Promise<void> {
  for (let n = 0; n < 500; n++) await state.check();
}
