import { readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type Engine, openEngine } from '../../src/engine.js';
import { BASE, figure, folderWith, temporaryFolder } from '../knowledge/made-up.js';

function answerOf(engine: Engine): string {
  return engine.ask('people sent', { today: '2026-11-22' }).answer.lines.join('\n');
}

function setUp() {
  const data = folderWith({ 'base.yaml': BASE, 'figures.yaml': `figures:\n${figure('F-100')}\n` });
  const databasePath = join(temporaryFolder(), 'var', 'knowledge.sqlite');
  const open = () => openEngine({ dataPaths: [data], databasePath });
  const answer = () => {
    const engine = open();
    try {
      return answerOf(engine);
    } finally {
      engine.close();
    }
  };
  return { databasePath, open, answer };
}

test.each<[string, (path: string) => void]>([
  ['missing', (path) => rmSync(path)],
  ['empty', (path) => truncateSync(path, 0)],
  ['cut off', (path) => truncateSync(path, 40_000)],
  ['something else', (path) => writeFileSync(path, 'this is no database\n'.repeat(500))],
  ['broken inside', (path) => spoil(path, 8_192, 60_000)],
])('a knowledge base file that is %s is rebuilt when it is opened', (_, damage) => {
  const { databasePath, answer } = setUp();
  const before = answer();
  expect(before).toMatch(/\b94\b/);
  const sound = readFileSync(databasePath);
  damage(databasePath);
  expect(answer()).toBe(before);
  expect(readFileSync(databasePath).equals(sound)).toBe(true);
});

test('a knowledge base file that is sound is left as it is', () => {
  const { databasePath, answer } = setUp();
  answer();
  const { ino, mtimeMs } = statSync(databasePath);
  answer();
  expect(statSync(databasePath)).toMatchObject({ ino, mtimeMs });
});

test('whoever has it open goes on answering while it is deleted and rebuilt', () => {
  const { databasePath, open, answer } = setUp();
  const engine = open();
  const before = answerOf(engine);
  rmSync(databasePath);
  expect(answerOf(engine)).toBe(before);
  expect(answer()).toBe(before);
  expect(answerOf(engine)).toBe(before);
  engine.close();
});

function spoil(path: string, from: number, to: number): void {
  const bytes = readFileSync(path);
  bytes.fill(0xa5, from, to);
  writeFileSync(path, bytes);
}
