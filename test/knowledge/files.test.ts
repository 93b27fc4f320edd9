import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readDataFolders } from '../../src/knowledge/files.js';
import { DataError } from '../../src/knowledge/problems.js';
import { BASE, EVENT, folderWith, QUOTE, STATEMENT, temporaryFolder } from './made-up.js';
import { problemsOf } from './problems-of.js';

test('sound data has no problems and is joined from all files', () => {
  const folder = folderWith({
    'base.yaml': BASE,
    'deep/er/q.yml': QUOTE,
    'e.yaml': EVENT,
    't.yaml': STATEMENT,
  });
  const { data, problems, fileOf } = readDataFolders([folder]);
  expect(problems).toEqual([]);
  expect(data.quotes.map(fileOf)).toEqual([join(folder, 'deep/er/q.yml')]);
  expect([data.sources.length, data.events.length, data.statements.length]).toEqual([2, 1, 1]);
  expect(data.neutral).toMatchObject([{ id: 'politeness', en: ['please'], fr: ['merci'] }]);
});

test('files of nothing but remarks, other files and hidden files are no problem', () => {
  expect(
    problemsOf({ 'empty.yaml': '# nothing yet\n', 'notes.txt': ': : :', '.hidden.yaml': ': : :' }),
  ).toEqual([]);
});

test('the hash changes with names and bytes, and not with the place', () => {
  const hash = (files: Record<string, string>) => readDataFolders([folderWith(files)]).hash;
  const first = hash({ 'a.yaml': BASE });
  expect(hash({ 'a.yaml': BASE })).toBe(first);
  expect(hash({ 'b.yaml': BASE })).not.toBe(first);
  expect(hash({ 'a.yaml': `${BASE}\n` })).not.toBe(first);
});

test('a file that two paths reach is read once', () => {
  const folder = folderWith({ 'a.yaml': BASE });
  expect(readDataFolders([folder, join(folder, 'a.yaml')]).data.metrics).toHaveLength(2);
});

test('a missing folder is a problem', () => {
  const missing = join(temporaryFolder(), 'none');
  const [problem] = readDataFolders([missing]).problems;
  expect(problem).toMatchObject({ file: missing, message: expect.stringContaining('no such data folder') });
});

test('a DataError lists every problem, one a line', () => {
  const error = new DataError([
    { file: 'a.yaml', entry: 'F-001', message: 'mend this' },
    { file: 'b.yaml', entry: '', message: 'mend that' },
  ]);
  expect(error.message).toBe('a.yaml, F-001: mend this\nb.yaml: mend that');
});

test('a file that changes between two reads changes the hash', () => {
  const folder = folderWith({ 'a.yaml': BASE });
  const before = readDataFolders([folder]).hash;
  writeFileSync(join(folder, 'a.yaml'), `${BASE}# one more line\n`);
  expect(readDataFolders([folder]).hash).not.toBe(before);
});
