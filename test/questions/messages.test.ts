/** Holds the floor under the share of messages whose figures are checked rightly; `npm run eval` shows every miss. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { messagesFile, QUESTIONS_TODAY } from '../../src/cli/eval.js';
import { checkMessages, type MessageChecked } from '../../src/cli/eval-messages.js';
import { projectRoot } from '../../src/paths.js';
import { projectEngine } from '../engine/opened.js';

const FLOOR = 0.96;
/** Messages of others, which may stand beside the project and were not written for this program. */
const OTHERS =
  ['../shared', '../../shared']
    .map((folder) => join(projectRoot, folder, 'questions', 'messages-dev.jsonl'))
    .find((file) => existsSync(file)) ?? '';
const OTHERS_FLOOR = 0.85;

const engine = projectEngine();

test(`at least ${FLOOR} of the messages are checked rightly, and no claim is found in a quiet one`, () => {
  const checked = checkMessages(messagesFile, engine, QUESTIONS_TODAY);
  expect(checked.length).toBeGreaterThanOrEqual(2_000);
  expect(shareRight(checked)).toBeGreaterThanOrEqual(FLOOR);
  expect(inventedIn(checked)).toEqual([]);
});

test.skipIf(OTHERS === '')('messages of others are checked rightly (../shared/questions)', () => {
  const checked = checkMessages(OTHERS, engine, QUESTIONS_TODAY);
  expect(shareRight(checked)).toBeGreaterThanOrEqual(OTHERS_FLOOR);
  expect(inventedIn(checked)).toEqual([]);
});

function shareRight(checked: readonly MessageChecked[]): number {
  return checked.filter(({ faults }) => faults.length === 0).length / checked.length;
}

/** Quiet messages in which a claim was found. */
function inventedIn(checked: readonly MessageChecked[]): string[] {
  return checked
    .filter(({ message, faults }) => message.claims.length === 0 && faults.length > 0)
    .map(({ message }) => message.message);
}
