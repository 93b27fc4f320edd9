/** The state file on its own thread: what is kept is kept, and what is wrong with the file is said as plainly. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import Sqlite from 'better-sqlite3';
import { expect, inject, onTestFinished, test } from 'vitest';
import { openState, StateInUse } from '../../src/state/index.js';
import { anAnswer, statePath } from './made-up.js';

/** SQLite objects of the tests, kept for the reason that src/state/sqlite.ts gives. */
const kept: unknown[] = [];

const thread = pathToFileURL(join(inject('compiled'), 'src', 'state', 'thread-worker.js'));

async function opened(path = statePath()) {
  const state = await openState(path, { thread });
  onTestFinished(() => state.close());
  return state;
}

test('what was kept is there after it was closed and opened again', async () => {
  const path = statePath();
  const state = await opened(path);
  const ids = await Promise.all(Array.from({ length: 30 }, () => state.answers.save(anAnswer())));
  await state.close();
  await expect(state.answers.byId(ids[0] ?? '')).rejects.toThrow();
  const again = await opened(path);
  const found = await Promise.all(ids.map((id) => again.answers.byId(id)));
  expect(found.map((answer) => answer?.id)).toEqual(ids);
});

test('transactions that are asked for at once come one after another', async () => {
  const state = await opened();
  const learn = (id: string) =>
    state.ledger.learn({
      entries: [],
      updates: [{ id, kind: 'new', figure: '{}', before: null, learnedAt: new Date() }],
      outbox: [],
    });
  const outcomes = await Promise.allSettled([
    learn('a'),
    learn('b'),
    state.check({ wholly: true }),
    learn('c'),
  ]);
  expect(outcomes.map(({ status }) => status)).toEqual(Array(4).fill('fulfilled'));
});

test('a locked file is waited for, and said to be locked', async () => {
  const path = statePath();
  const state = await opened(path);
  const browser = new Sqlite(path);
  kept.push(browser);
  onTestFinished(() => void browser.close());
  browser.exec('BEGIN IMMEDIATE');
  await expect(state.check()).rejects.toThrow(`${path} is locked by another`);
  const waiting = state.check();
  browser.exec('COMMIT');
  await waiting;
});

test('a file that is none of ours is said to be damaged, and one in use to be in use', async () => {
  const path = statePath();
  writeFileSync(path, 'This is no database. '.repeat(100));
  await expect(openState(path, { thread })).rejects.toThrow(`${path} is damaged`);
  const other = statePath();
  await opened(other);
  await expect(openState(other, { thread })).rejects.toThrow(StateInUse);
});

test('a thread that is lost is said to be, and its file can be opened anew', async () => {
  const path = statePath();
  const lost = join(path, '..', 'lost.mjs');
  writeFileSync(
    lost,
    `import { parentPort } from 'node:worker_threads';
parentPort.on('message', () => process.exit());
parentPort.postMessage('opened');`,
  );
  await expect(openState(path, { thread: pathToFileURL(lost) })).rejects.toThrow(
    'The thread with the state file has ended.',
  );
  await opened(path);
});
