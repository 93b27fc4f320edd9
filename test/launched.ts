import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { inject } from 'vitest';
import { variableNames } from '../src/config.js';
import { BASE, figure, folderWith, temporaryFolder } from './knowledge/made-up.js';

export type Ended = { code: number | null; out: string; error: string };

/** A program that runs on until it is told to stop. */
export type Launched = {
  /** What it has written so far, to stdout and to stderr. */
  written(): { out: string; error: string };
  /** Resolves with the first match in what it writes; rejects where it ends without one. */
  says(pattern: RegExp): Promise<RegExpExecArray>;
  /** Types something. */
  write(text: string): void;
  /** Resolves when it writes something; rejects where it ends. */
  writesMore(): Promise<void>;
  kill(signal: NodeJS.Signals): void;
  ended: Promise<Ended>;
};

export type LaunchOptions = {
  args?: readonly string[];
  environment?: NodeJS.ProcessEnv;
  /** Text, after which stdin is closed; null leaves it open. */
  stdin?: string | null;
  /** Where it is started; one of its own, for the test that runs, unless said otherwise. */
  folder?: string;
};

/** A little made-up data in place of the project's: enough where it does not matter what is answered, and sooner open. */
export function littleKnowledge(): NodeJS.ProcessEnv {
  return {
    DATA_PATHS: folderWith({ 'base.yaml': BASE, 'sent.yaml': `figures:\n${figure('F-100')}` }),
    KNOWLEDGE_PATH: join(temporaryFolder(), 'knowledge.sqlite'),
  };
}

/** Starts `src/main.js` as people do, with a state file of its own and nothing else of this environment. */
export function launched(options: LaunchOptions = {}): Launched {
  const { args = [], environment = {}, stdin = '', folder = temporaryFolder() } = options;
  const inherited = Object.entries(process.env).filter(([name]) => !variableNames.includes(name));
  const child = spawn(process.execPath, [join(inject('compiled'), 'src/main.js'), ...args], {
    cwd: folder,
    env: { ...Object.fromEntries(inherited), STATE_PATH: join(folder, 'state.sqlite'), ...environment },
  });
  child.stdin.on('error', () => undefined);
  if (stdin !== null) child.stdin.end(stdin);
  return watched(child);
}

/** Listens to a program that was started with pipes. */
export function watched(child: ChildProcess): Launched {
  let out = '';
  let error = '';
  const listeners = new Set<() => void>();
  const hear = (text: string, take: (text: string) => void) => {
    take(text);
    for (const listener of listeners) listener();
  };
  child.stdout?.setEncoding('utf8').on('data', (text) => hear(text, (more) => (out += more)));
  child.stderr?.setEncoding('utf8').on('data', (text) => hear(text, (more) => (error += more)));
  const ended = new Promise<Ended>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, out, error }));
  });
  return {
    written: () => ({ out, error }),
    says: (pattern) =>
      new Promise((resolve, reject) => {
        const look = () => {
          const found = pattern.exec(out) ?? pattern.exec(error);
          if (!found) return;
          listeners.delete(look);
          resolve(found);
        };
        listeners.add(look);
        look();
        void ended.then(({ code }) =>
          reject(new Error(`It ended with ${code} without saying ${pattern}:\n${out}\n${error}`)),
        );
      }),
    write: (text) => void child.stdin?.write(text),
    writesMore: () =>
      new Promise((resolve, reject) => {
        const heard = () => {
          listeners.delete(heard);
          resolve();
        };
        listeners.add(heard);
        void ended.then(({ code }) => reject(new Error(`It ended with ${code}:\n${out}\n${error}`)));
      }),
    kill: (signal) => void child.kill(signal),
    ended,
  };
}
