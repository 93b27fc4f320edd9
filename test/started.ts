import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { inject } from 'vitest';
import { temporaryFolder } from './knowledge/made-up.js';

export type Started = { code: number | null; out: string; error: string };

/** Starts a compiled program as people do, in a folder of its own, so that no `.env` of the project is read. */
export function started(
  program: string,
  args: readonly string[],
  { stdin = '', environment = {}, folder = temporaryFolder() } = {},
): Promise<Started> {
  return new Promise((resolve, reject) => {
    const { DATA_PATHS: _, ...inherited } = process.env;
    const child = spawn(process.execPath, [join(inject('compiled'), program), ...args], {
      cwd: folder,
      env: { ...inherited, ...environment },
    });
    let out = '';
    let error = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      out += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      error += text;
    });
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, out, error }));
    child.stdin.on('error', () => undefined);
    child.stdin.end(stdin);
  });
}
