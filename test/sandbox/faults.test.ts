/** Faults on demand, and what an unmodified discord.js makes of them. */
import { RESTEvents, type TextChannel } from 'discord.js';
import { expect } from 'vitest';
import { call } from './call.js';
import { type Stage, sandboxTest } from './with-sandbox.js';

async function channelOf({ bot, general }: Stage, options = {}): Promise<TextChannel> {
  const client = await bot(undefined, options);
  const channel = client.channels.cache.get(general.id);
  if (!channel?.isTextBased() || channel.isDMBased()) throw new Error('The bot does not know #general.');
  return channel as TextChannel;
}

const texts = ({ general }: Stage) => general.messages.map(({ content }) => content);

sandboxTest('a 5xx before storing is repeated by the client', async (stage) => {
  const channel = await channelOf(stage);
  stage.sandbox.faults.serverError({ method: 'POST', path: '/messages', times: 2, status: 502 });
  await channel.send('here');
  expect(texts(stage)).toEqual(['here']);
  expect(stage.sandbox.traffic.map(({ status }) => status)).toEqual([200, 502, 502, 200]);
});

sandboxTest('after storing, only the nonce keeps the message from being made twice', async (stage) => {
  const channel = await channelOf(stage);
  stage.sandbox.faults.serverError({ path: '/messages', when: 'after' });
  await channel.send('once');
  expect(texts(stage)).toEqual(['once']);
  stage.sandbox.faults.serverError({ path: '/messages', when: 'after' });
  await channel.send({ content: 'twice', enforceNonce: false });
  expect(texts(stage)).toEqual(['once', 'twice', 'twice']);
});

sandboxTest('a connection that is reset counts like a 5xx', async (stage) => {
  const channel = await channelOf(stage);
  stage.sandbox.faults.breakConnection({ path: '/messages', when: 'after' });
  await channel.send('once');
  expect(texts(stage)).toEqual(['once']);
});

sandboxTest('429 of a route and of all is waited for', async (stage) => {
  const channel = await channelOf(stage);
  const limited: boolean[] = [];
  channel.client.rest.on(RESTEvents.RateLimited, ({ global }) => limited.push(global));
  stage.sandbox.faults.rateLimit({ path: '/messages', retryAfterMs: 20 });
  stage.sandbox.faults.rateLimit({ path: '/messages', retryAfterMs: 20, global: true });
  await channel.send('patience');
  expect(texts(stage)).toEqual(['patience']);
  expect(limited).toEqual([false, true]);
});

sandboxTest('a request that hangs goes on when it is let go', async (stage) => {
  const channel = await channelOf(stage);
  const release = stage.sandbox.faults.hang({ path: '/messages' });
  const sent = channel.send('at last');
  await stage.sandbox.gateway.received();
  expect(texts(stage)).toEqual([]);
  release();
  await sent;
  expect(texts(stage)).toEqual(['at last']);
});

sandboxTest('only what is aimed at is struck', async (stage) => {
  const { sandbox, general } = stage;
  sandbox.faults.serverError({ method: 'PATCH', path: /messages\/\d+$/ });
  const sent = await call(sandbox, 'POST', `/channels/${general.id}/messages`, { content: 'x' });
  expect(sent.status).toBe(200);
  const [message] = general.messages;
  const path = `/channels/${general.id}/messages/${message?.id}`;
  expect((await call(sandbox, 'PATCH', path, { content: 'y' })).status).toBe(500);
  expect((await call(sandbox, 'PATCH', path, { content: 'y' })).status).toBe(200);
});

sandboxTest(
  'buckets: headers count down, then 429 with the time to wait',
  async ({ sandbox, general, guild }) => {
    const path = `/channels/${general.id}/messages`;
    const first = await call(sandbox, 'POST', path, { content: 'x' });
    expect(first.headers.get('x-ratelimit-limit')).toBe('2');
    expect(first.headers.get('x-ratelimit-remaining')).toBe('1');
    expect(Number(first.headers.get('x-ratelimit-reset-after'))).toBeGreaterThan(50);
    await call(sandbox, 'POST', path, { content: 'x' });
    const struck = await call(sandbox, 'POST', path, { content: 'x' });
    expect(struck).toMatchObject({ status: 429, body: { global: false } });
    expect(Number(struck.headers.get('retry-after'))).toBeGreaterThan(50);
    expect(general.messages).toHaveLength(2);
    const beside = await call(sandbox, 'POST', `/channels/${guild.channel('side').id}/messages`, {
      content: 'x',
    });
    expect(beside.status).toBe(200);
  },
  { rateLimits: { messages: { requests: 2, perMs: 60_000 } } },
);

sandboxTest(
  'all requests together have a limit too',
  async ({ sandbox }) => {
    const answers = [];
    for (let at = 0; at < 4; at += 1) answers.push(await call(sandbox, 'GET', '/users/@me'));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 429]);
    expect(answers.at(-1)?.headers.get('x-ratelimit-global')).toBe('true');
  },
  { rateLimits: { global: { requests: 3, perMs: 60_000 } } },
);
