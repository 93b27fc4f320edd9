import { expect, test } from 'vitest';
import { Pace } from '../../src/updates/pace.js';

const open = new AbortController().signal;

/** Moments of so many turns after each other, in ms since the first was asked for. */
async function turns(pace: Pace, count: number): Promise<number[]> {
  const start = performance.now();
  const moments: number[] = [];
  for (let index = 0; index < count; index += 1) {
    await pace.turn(open);
    moments.push(performance.now() - start);
  }
  return moments;
}

test('no second ever has more turns than it may, and a few to catch up with', async () => {
  const moments = await turns(new Pace(200), 60);
  const inWindow = (start: number) =>
    moments.filter((moment) => moment >= start && moment < start + 100).length;
  expect(Math.max(...moments.map(inWindow))).toBeLessThanOrEqual(20 + 8);
});

test('turns that were missed are made up for, but only a few', async () => {
  const pace = new Pace(100);
  await pace.turn(open);
  await new Promise((resolve) => setTimeout(resolve, 200));
  const moments = await turns(pace, 10);
  expect(moments[4]).toBeLessThan(10);
  expect(moments[9]).toBeGreaterThan(30);
});

test('a brake holds everyone, also those who wait already', async () => {
  const pace = new Pace(2);
  // What can be had without waiting; the next turn is half a second away.
  await turns(pace, 6);
  const waiting = turns(pace, 1);
  pace.hold(700);
  const [moment = 0] = await waiting;
  expect(moment).toBeGreaterThanOrEqual(695);
});

test('who waits is let go when the program stops', async () => {
  const pace = new Pace(5);
  const stopping = new AbortController();
  // What can be had without waiting.
  await turns(pace, 6);
  const waiting = pace.turn(stopping.signal);
  stopping.abort();
  await expect(waiting).rejects.toThrow();
  await expect(pace.turn(stopping.signal)).rejects.toThrow();
});
