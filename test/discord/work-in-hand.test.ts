import { expect, test } from 'vitest';
import { WorkInHand } from '../../src/discord/work-in-hand.js';

test('closing waits for what is in hand and takes nothing more', async () => {
  const inHand = new WorkInHand();
  const done: string[] = [];
  let finish = () => {};
  inHand.run(async () => {
    await new Promise<void>((resolve) => {
      finish = resolve;
    });
    done.push('first');
  });
  const closed = inHand.close(60_000);
  inHand.run(async () => void done.push('too late'));
  finish();
  expect(await closed).toBe(0);
  expect(done).toEqual(['first']);
});

test('closing gives up in the end and says how much is left', async () => {
  const inHand = new WorkInHand();
  inHand.run(() => new Promise(() => {}));
  expect(await inHand.close(1)).toBe(1);
});
