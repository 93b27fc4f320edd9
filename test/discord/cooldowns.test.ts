import { expect, test } from 'vitest';
import { CooldownKeeper } from '../../src/discord/cooldowns.js';

const LIMITS = { user: { size: 2, perSecond: 0.5 }, channel: { size: 3, perSecond: 1 } };

function keeper() {
  let time = 0;
  const cooldowns = new CooldownKeeper(LIMITS, () => new Date(time));
  return {
    take: (user: string, channel: string) => cooldowns.take(user, channel),
    pass: (ms: number) => (time += ms),
  };
}

test('a person may ask so much at once, then waits the seconds that are named', () => {
  const { take, pass } = keeper();
  expect([take('ana', 'a'), take('ana', 'b'), take('ana', 'c')]).toEqual([0, 0, 2]);
  pass(1_900);
  expect(take('ana', 'a')).toBe(1);
  pass(100);
  expect(take('ana', 'a')).toBe(0);
});

test('a channel has a limit of its own, whoever asks', () => {
  const { take } = keeper();
  expect(['a', 'b', 'c', 'd'].map((user) => take(user, 'channel'))).toEqual([0, 0, 0, 1]);
  expect(take('d', 'another')).toBe(0);
});

test('being refused costs nothing', () => {
  const { take, pass } = keeper();
  take('ana', 'a');
  take('ana', 'a');
  for (let count = 0; count < 5; count++) expect(take('ana', 'a')).toBe(2);
  pass(2_000);
  expect(take('ana', 'a')).toBe(0);
});

test('a clock that is set back does not punish', () => {
  const { take, pass } = keeper();
  take('ana', 'a');
  pass(-60_000);
  expect(take('ana', 'a')).toBe(0);
});
