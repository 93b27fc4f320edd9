import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { banner, converse } from '../src/cli/conversation.js';
import { readConfig } from '../src/config.js';
import { openEngine } from '../src/engine.js';
import { dataPaths, defaultDatabasePath } from '../src/paths.js';
import { folderWith, temporaryFolder } from './knowledge/made-up.js';
import { started } from './started.js';

const QUESTIONS =
  'how many have been sent back to france as of 10 nov 2025\n\n  \nand how many came the other way?\ncapital of peru\n';

test('piped questions are answered in order, follow-ups too, and it exits with 0', async () => {
  const { code, out, error } = await started('src/main.js', [], { stdin: QUESTIONS });
  expect([code, error]).toEqual([0, '']);
  expect(out).toMatch(/^[^\n]*\b94\b.*^[^\n]*\b57\b.*Try: /ms);
  expect(out).not.toMatch(/^>|To leave|Goodbye/m);
});

test('nothing piped is no fault', async () => {
  expect(await started('src/main.js', [])).toEqual({ code: 0, out: '', error: '' });
});

test('all faults of the environment are named at once, and nothing is answered', async () => {
  const environment = { DATA_PATHS: '/no/such/one,data,/no/such/two' };
  const { code, out, error } = await started('src/main.js', [], { stdin: QUESTIONS, environment });
  expect([code, out]).toEqual([2, '']);
  expect(error.trimEnd().split('\n')).toEqual([
    expect.stringMatching(/^DATA_PATHS names \/no\/such\/one, but .*mend.*\.$/),
    expect.stringMatching(/^DATA_PATHS names \/no\/such\/two, but .*mend.*\.$/),
  ]);
});

test('the environment may come from .env in the folder it is started in', async () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, '.env'), 'DATA_PATHS=/no/such/folder\n');
  const { code, out, error } = await started('src/main.js', [], { folder });
  expect([code, out]).toEqual([2, '']);
  expect(error).toContain('/no/such/folder');
});

test('bad data is named by file and line, without a stack trace', async () => {
  const environment = { DATA_PATHS: folderWith({ 'bad.yaml': 'topics: [\n' }) };
  const { code, error } = await started('src/main.js', [], { environment });
  expect(code).toBe(1);
  expect(error).toMatch(/^\S*bad\.yaml: line 2 .*\n$/);
});

test('DATA_PATHS is optional; a file will do as well as a folder', () => {
  expect(readConfig({})).toEqual({ config: { dataPaths: dataPaths({}) } });
  const file = join(folderWith({ 'a.yaml': '' }), 'a.yaml');
  expect(readConfig({ DATA_PATHS: file })).toEqual({ config: { dataPaths: [file] } });
});

test('in a terminal the prompt comes before each question, and a word ends it', async () => {
  const engine = openEngine({ dataPaths: dataPaths({}), databasePath: defaultDatabasePath });
  const seen: string[] = [];
  const output = {
    out: (line: string) => void seen.push(line),
    error: () => undefined,
    drained: () => Promise.resolve(),
  };
  async function* lines() {
    yield* ['capital of peru', '', ' QUIT ', 'how many returned'];
  }
  await converse({
    engine,
    lines: lines(),
    output,
    ready: () => void seen.push('>'),
    leaveBy: ['quit', 'exit'],
  });
  engine.close();
  expect(seen).toEqual(['>', expect.stringContaining('Try: '), '>', '>']);
});

test('the banner says what it is, what to ask and how to leave', () => {
  const lines = banner(['quit', 'exit']).trimEnd().split('\n');
  expect(lines).toHaveLength(3);
  expect(lines[1]?.match(/\?/g)).toHaveLength(3);
  expect(lines[2]).toContain('Ctrl-D or type quit or exit');
});
