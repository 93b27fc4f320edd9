import { expect, test } from 'vitest';
import { lostFor } from '../../src/discord/login.js';

test.each([
  [4004, 'token', /DISCORD_TOKEN/],
  [4013, 'intents', /intents/],
  [4014, 'intents', /intents/],
  [4010, 'sharding', /sharding/],
  [4011, 'sharding', /sharding/],
  [4012, 'unreachable', /DISCORD_API_URL/],
])('close code %i means %s, in a sentence that says what to mend', (code, reason, message) => {
  const lost = lostFor(code);
  expect(lost.reason).toBe(reason);
  expect(lost.message).toMatch(message);
});
