import { spawn, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, inject, test } from 'vitest';
import { temporaryFolder } from './knowledge/made-up.js';
import { watched } from './launched.js';

/** `script`, of util-linux, gives a program a terminal; skipped where that isn't installed. */
const hasScript = spawnSync('script', ['--version']).stdout?.includes('util-linux') ?? false;

/** Starts the program at a terminal. */
function atTerminal() {
  const folder = temporaryFolder();
  const program = `${process.execPath} ${join(inject('compiled'), 'src/main.js')}`;
  const { DISCORD_TOKEN: _, ...inherited } = process.env;
  const child = spawn('script', ['-qfec', `stty cols 200 && ${program}`, '/dev/null'], {
    cwd: folder,
    env: { ...inherited, STATE_PATH: join(folder, 'state.sqlite'), TERM: 'xterm' },
  });
  return { ...watched(child), type: (keys: string) => void child.stdin.write(keys) };
}

test.skipIf(!hasScript)(
  'at a terminal Tab completes from the bot’s own suggestions, and Ctrl-D leaves',
  async () => {
    const terminal = atTerminal();
    await terminal.says(/No DISCORD_TOKEN is set.*^\S* ready /ms);
    await terminal.says(/> /);
    terminal.type('/fig\t');
    await terminal.says(/\/figure /);
    terminal.type('sent back\t');
    await terminal.says(/^People returned to France\r?$.*Tab again: People returned to France.*sent back/ms);
    terminal.type('\t');
    await terminal.says(/> .*\/figure People returned to France/);
    terminal.type(' as\t');
    await terminal.says(/as_of:/);
    terminal.type('31 oct\t');
    await terminal.says(/as_of:31 October /i);
    terminal.type('2025\r');
    await terminal.says(/People returned to France: 75, as of 31 October 2025/);
    terminal.type('\x04');
    const { code, out } = await terminal.ended;
    expect(code).toBe(0);
    expect(out).toContain('Goodbye.');
  },
);
