import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { inject } from 'vitest';
import type { AnswerToSave } from '../../src/state/index.js';
import { temporaryFolder } from '../knowledge/made-up.js';

/** A path at which no file is yet. */
export function statePath(): string {
  return join(temporaryFolder(), 'state.sqlite');
}

/** An answer as the bot would keep it, except for what the test says. */
export function anAnswer(different: Partial<AnswerToSave> = {}): AnswerToSave {
  return {
    query: { language: 'en', parts: [{ metrics: ['returned-to-france'] }] },
    askerId: '100',
    channelId: '200',
    guildId: '300',
    messageId: null,
    language: 'en',
    ...different,
  };
}

/** A clock that stands still until it is set forward. */
export function aClock(start = '2026-02-01T12:00:00Z') {
  let time = new Date(start).getTime();
  return {
    now: () => new Date(time),
    forward: ({ days = 0, hours = 0, minutes = 0 }) => {
      time += ((days * 24 + hours) * 60 + minutes) * 60_000;
    },
  };
}

/** Starts another process that opens the state file, saves an answer, and goes on holding the file. */
export async function otherProcessHolding(path: string) {
  const stateModule = pathToFileURL(join(inject('compiled'), 'src', 'state', 'index.js')).href;
  const script = `
    const { openState } = await import(${JSON.stringify(stateModule)});
    const state = await openState(${JSON.stringify(path)});
    process.stdin.once('data', async () => { await state.close(); process.exit(0); });
    console.log(await state.answers.save(${JSON.stringify(anAnswer())}));`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const [said] = await once(child.stdout.setEncoding('utf8'), 'data');
  const ended = once(child, 'exit');
  return {
    answerId: String(said).trim(),
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
    close: async () => {
      child.stdin.write('close\n');
      await ended;
    },
  };
}
