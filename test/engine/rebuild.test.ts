import { readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type Engine, openEngine } from '../../src/engine.js';
import { projectRoot } from '../../src/paths.js';
import { temporaryFolder } from '../knowledge/made-up.js';

const QUESTION = 'how many had been sent back to france as of 10 november 2025';

function answerOf(engine: Engine): string {
  return engine.ask(QUESTION, { today: '2026-11-22' }).answer.lines.join('\n');
}

function setUp() {
  const databasePath = join(temporaryFolder(), 'var', 'knowledge.sqlite');
  const open = () => openEngine({ dataPaths: [join(projectRoot, 'data')], databasePath });
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
  damage(databasePath);
  expect(answer()).toBe(before);
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
