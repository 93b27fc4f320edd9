/** Holds the floor under the share of right answers; `npm run eval` shows every miss. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Asked, askOne, QUESTIONS_TODAY, questionFiles, readQuestions } from '../../src/cli/eval.js';
import { type Engine, openEngine } from '../../src/engine.js';
import { projectRoot } from '../../src/paths.js';

/** Lowest share of right answers in each file of questions; raise it when the answers get better. */
const FLOORS: Record<string, number> = {
  'callers.jsonl': 0.91,
  'chat.jsonl': 0.9,
  'corner.jsonl': 0.89,
  'dev.jsonl': 0.97,
  'followers.jsonl': 0.95,
  'kitchen.jsonl': 0.82,
  'neighbours.jsonl': 0.89,
  'newcomers.jsonl': 0.94,
  'paragraphs.jsonl': 0.89,
  'passers-by.jsonl': 0.92,
  'people.jsonl': 0.84,
  'principles.jsonl': 0.92,
  'quiz.jsonl': 0.85,
  'readers.jsonl': 0.9,
  'strangers.jsonl': 0.9,
  'voices.jsonl': 0.9,
  'wide.jsonl': 0.92,
};
/** Highest share of answers that give a figure with confidence and are not right. */
const CONFIDENTLY_WRONG = 0.015;

let folder: string;
let engine: Engine;
const asked = new Map<string, Asked[]>();

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tally-eval-'));
  engine = openEngine({
    dataPaths: [join(projectRoot, 'data')],
    databasePath: join(folder, 'knowledge.sqlite'),
  });
  for (const file of questionFiles()) {
    const answers = readQuestions(file).map((question) => askOne(engine, question, QUESTIONS_TODAY));
    asked.set(basename(file), answers);
  }
});

afterAll(() => {
  engine.close();
  rmSync(folder, { recursive: true });
});

test('every file of questions has a floor', () => {
  expect(questionFiles().map((file) => basename(file))).toEqual(Object.keys(FLOORS));
});

test.each(Object.entries(FLOORS))('%s: at least %d right', (name, floor) => {
  const answers = asked.get(name) ?? [];
  const right = answers.filter(({ judged }) => judged.right).length;
  expect(right / answers.length).toBeGreaterThanOrEqual(floor);
});

test('hardly any answer is confidently wrong', () => {
  const answers = [...asked.values()].flat();
  const wrong = answers.filter(({ judged }) => judged.confidentlyWrong).length;
  expect(wrong / answers.length).toBeLessThanOrEqual(CONFIDENTLY_WRONG);
});
