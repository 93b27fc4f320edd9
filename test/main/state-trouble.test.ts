import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../knowledge/made-up.js';
import { launched, littleKnowledge } from '../launched.js';

/** SQLite objects of the tests, kept for the reason that src/state/sqlite.ts gives. */
const kept: unknown[] = [];

test('while the state file can’t be written, questions are answered without buttons, and health says why', async () => {
  const statePath = join(temporaryFolder(), 'state.sqlite');
  const program = launched({
    stdin: null,
    environment: {
      STATE_PATH: statePath,
      ...littleKnowledge(),
      HEALTH_PORT: '0',
    },
  });
  const [, port] = await program.says(/"port":(\d+),"msg":"telling health/);
  const health = async () => (await fetch(`http://127.0.0.1:${port}/healthz`)).json();
  await program.says(/"msg":"ready"/);

  const browser = new Sqlite(statePath);
  kept.push(browser);
  browser.exec('BEGIN IMMEDIATE');
  program.write('people sent\n');
  await program.says(/People sent: 94/);
  await program.says(/went on without the state file/);
  expect(program.written().out).not.toContain('[Sources]');
  expect(await health()).toMatchObject({
    ok: false,
    stateDatabase: { ok: false, problem: expect.stringContaining('is locked by another program') },
  });

  browser.exec('COMMIT');
  browser.close();
  program.write('people sent\n');
  await program.says(/\[Sources\]/);
  program.kill('SIGTERM');
  expect((await program.ended).code).toBe(0);
});
