import { basename } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { type Asked, askOne, QUESTIONS_TODAY, questionFiles, readQuestions } from '../../src/cli/eval.js';
import { projectEngine } from '../engine/opened.js';

/** Lowest share of right answers in each file of questions; raise it when the answers get better. */
const FLOORS: Record<string, number> = {
  'audience.jsonl': 0.92,
  'balcony.jsonl': 0.9,
  'callers.jsonl': 0.94,
  'chat.jsonl': 0.94,
  'chatter.jsonl': 0.95,
  'citations.jsonl': 0.94,
  'columnists.jsonl': 0.93,
  'corner.jsonl': 0.94,
  'debaters.jsonl': 0.87,
  'dev.jsonl': 0.97,
  'followers.jsonl': 0.98,
  'forum.jsonl': 0.86,
  'gallery.jsonl': 0.89,
  'harbour.jsonl': 0.89,
  'kitchen.jsonl': 0.9,
  'latecomers.jsonl': 0.92,
  'lesser-counts.jsonl': 0.87,
  'listeners.jsonl': 0.9,
  'lobby.jsonl': 0.96,
  'lurkers.jsonl': 0.81,
  'members.jsonl': 0.94,
  'moderators.jsonl': 0.95,
  'narrowed.jsonl': 0.94,
  'neighbourhood.jsonl': 0.92,
  'neighbours.jsonl': 0.92,
  'newcomers.jsonl': 0.98,
  'onlookers.jsonl': 0.93,
  'panellists.jsonl': 0.93,
  'paragraphs.jsonl': 0.91,
  'passers-by.jsonl': 0.96,
  'people.jsonl': 0.9,
  'principles.jsonl': 0.95,
  'quayside.jsonl': 0.95,
  'quiz.jsonl': 0.87,
  'readers.jsonl': 0.94,
  'strangers.jsonl': 0.94,
  'terrace.jsonl': 0.97,
  'visitors.jsonl': 0.89,
  'voices.jsonl': 0.96,
  'watchers.jsonl': 0.93,
  'wide.jsonl': 0.95,
};
/** Highest share of answers that give a figure with confidence and are not right. */
const CONFIDENTLY_WRONG = 0.011;

const asked = new Map<string, Asked[]>();

beforeAll(() => {
  const engine = projectEngine();
  for (const file of questionFiles()) {
    const answers = readQuestions(file).map((question) => askOne(engine, question, QUESTIONS_TODAY));
    asked.set(basename(file), answers);
  }
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
