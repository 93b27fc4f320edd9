import { describe, expect, test, vi } from 'vitest';
import type { Sandbox } from '../../src/sandbox/index.js';
import { stage, written } from './stage.js';

const POSTS = { method: 'POST', path: '/messages' } as const;
const MINUTE = 60_000;

/** Until it holds; what the bot does takes as long as it takes. */
const until = (holds: () => void | Promise<void>) => vi.waitFor(holds, { timeout: 15_000, interval: 20 });

describe('news', () => {
  test('comes to every channel that subscribed, as one message, once', async () => {
    const { guild, subscribe, tell, sandbox, state } = await stage();
    const [one, two, none] = [guild.channel('one'), guild.channel('two'), guild.channel('none')];
    await subscribe({ channelId: one.id });
    await subscribe({ channelId: two.id, to: { kind: 'metric', id: 'sent' } });
    await subscribe({ channelId: none.id, to: { kind: 'metric', id: 'boats' } });
    await tell('aaa', 'bbb');
    await until(() => expect(written(two)).toHaveLength(1));
    await tell('aaa');
    await tell('ccc');
    await until(() => expect(written(two)).toHaveLength(2));
    await sandbox.settled();
    expect(written(one)).toEqual(['aaa bbb', 'ccc']);
    expect(written(two)).toEqual(['aaa bbb', 'ccc']);
    expect(written(none)).toEqual([]);
    await until(async () =>
      expect(await state().outbox.counts()).toMatchObject({ sent: 4, open: 0, waiting: 0 }),
    );
    expect(sandbox.problems).toEqual([]);
  });

  test('of several subscriptions of a channel comes once, and all of them know', async () => {
    const { guild, subscribe, subscription, tell, sandbox, state } = await stage();
    const channel = guild.channel('one');
    const wide = await subscribe({ channelId: channel.id });
    const narrow = await subscribe({ channelId: channel.id, to: { kind: 'metric', id: 'sent' } });
    await tell('aaa');
    await until(async () => expect((await subscription(wide.id)).lastDelivered).toBeDefined());
    await sandbox.settled();
    expect(written(channel)).toEqual(['aaa']);
    expect((await subscription(narrow.id)).lastDelivered).toBeDefined();
    const mark = channel.messages[0]?.buttons[0]?.custom_id?.split(':')[1] ?? '';
    expect((await state().outbox.subscriptionsOf(mark)).sort()).toEqual([narrow.id, wide.id].sort());
  });

  test('mentions the role that it is for, and nobody else', async () => {
    const { guild, subscribe, tell, sandbox } = await stage();
    const role = guild.role({ name: 'readers' });
    const channel = guild.channel('one');
    await subscribe({ channelId: channel.id, roleId: role.id });
    await tell('aaa');
    await until(() => expect(written(channel)).toEqual([`${role.mention} aaa`]));
    const sent = sandbox.traffic.find(({ method, path }) => method === 'POST' && path.includes(channel.id));
    expect(sent?.body).toMatchObject({
      allowed_mentions: { parse: [], roles: [role.id] },
      enforce_nonce: true,
      nonce: expect.stringMatching(/^[0-9a-f]{25}$/),
    });
  });

  test('comes to a person in their own conversation', async () => {
    const { sandbox, subscribe, tell } = await stage();
    const ana = sandbox.person({ name: 'Ana' });
    const channelId = sandbox.world.directChannel(ana.user).id;
    await subscribe({ channelId, guildId: null, createdBy: ana.id });
    await tell('aaa');
    const messages = () => [...(sandbox.world.channels.get(channelId)?.messages.values() ?? [])];
    await until(() => expect(messages().map(({ content }) => content)).toEqual(['aaa']));
  });

  test('of a digest waits for it, also over a restart', async () => {
    const { sandbox, guild, subscribe, tell, restart } = await stage();
    const channel = guild.channel('one');
    await subscribe({ channelId: channel.id, when: 'daily' });
    await tell('aaa');
    await tell('bbb');
    await restart();
    await sandbox.settled();
    expect(written(channel)).toEqual([]);
    sandbox.advance(24 * 60 * MINUTE);
    await until(() => expect(written(channel)).toEqual(['aaa bbb']));
  });
});

describe('what fails', () => {
  test.each([
    ['a 500 before the message is made', (sandbox: Sandbox) => sandbox.faults.serverError(POSTS)],
    ['a 500 after', (sandbox: Sandbox) => sandbox.faults.serverError({ ...POSTS, when: 'after' })],
    ['a cut connection', (sandbox: Sandbox) => sandbox.faults.breakConnection(POSTS)],
    ['one cut after', (sandbox: Sandbox) => sandbox.faults.breakConnection({ ...POSTS, when: 'after' })],
    ['a rate limit', (sandbox: Sandbox) => sandbox.faults.rateLimit(POSTS)],
    ['the global one', (sandbox: Sandbox) => sandbox.faults.rateLimit({ ...POSTS, global: true })],
  ])('with %s is tried again and arrives once', async (_, fault) => {
    const { sandbox, guild, subscribe, subscription, tell } = await stage();
    const channel = guild.channel('one');
    const { id } = await subscribe({ channelId: channel.id });
    fault(sandbox);
    await tell('aaa');
    await until(async () => expect((await subscription(id)).lastDelivered).toBeDefined());
    await sandbox.settled();
    expect(written(channel)).toEqual(['aaa']);
    const posts = sandbox.traffic.filter(
      ({ method, path }) => method === 'POST' && path.includes(channel.id),
    );
    expect(posts).toHaveLength(2);
    expect((await subscription(id)).lastProblem).toBeUndefined();
  });

  test('shows why and when it is tried again, and ends nobody’s subscription', async () => {
    const { sandbox, guild, subscribe, subscription, tell } = await stage();
    const channel = guild.channel('one');
    const { id } = await subscribe({ channelId: channel.id });
    sandbox.faults.serverError({ ...POSTS, times: 1_000 });
    await tell('aaa');
    await until(async () =>
      expect(await subscription(id)).toMatchObject({
        status: { kind: 'active' },
        lastProblem: { problem: 'discord-failing' },
        nextTry: expect.any(Date),
      }),
    );
  });

  test('for lack of a permission pauses, and arrives when the permission is back', async () => {
    const { sandbox, guild, subscribe, subscription, tell } = await stage();
    const channel = guild.channel('one');
    const { id } = await subscribe({ channelId: channel.id });
    channel.overwrite(sandbox.bot, { deny: ['SendMessages'] });
    await sandbox.settled();
    await tell('aaa');
    await until(async () =>
      expect((await subscription(id)).status).toMatchObject({ kind: 'paused', reason: 'no-permission' }),
    );
    expect(sandbox.traffic.filter(({ status }) => status === 403)).toEqual([]);
    channel.overwrite(sandbox.bot, { allow: ['SendMessages'] });
    await until(() => expect(written(channel)).toEqual(['aaa']));
    await until(async () => expect((await subscription(id)).status).toEqual({ kind: 'active' }));
  });

  test('because a person takes no messages pauses, and is looked for a day later', async () => {
    const { sandbox, subscribe, subscription, tell } = await stage();
    const ana = sandbox.person({ name: 'Ana' });
    const channelId = sandbox.world.directChannel(ana.user).id;
    const { id } = await subscribe({ channelId, guildId: null, createdBy: ana.id });
    ana.closeDirectMessages();
    await tell('aaa');
    await until(async () =>
      expect((await subscription(id)).status).toMatchObject({
        kind: 'paused',
        reason: 'direct-messages-closed',
      }),
    );
    ana.user.acceptsDirectMessages = true;
    sandbox.advance(25 * 60 * MINUTE);
    await until(async () => expect((await subscription(id)).status).toEqual({ kind: 'active' }));
  });

  test('because the channel is gone ends the subscription; a server that is left ends all of them', async () => {
    const { sandbox, guild, subscribe, subscription, tell, log } = await stage();
    const other = sandbox.guild({ name: 'Elsewhere' });
    const gone = guild.channel('gone');
    const left = other.channel('left');
    await sandbox.settled();
    const one = await subscribe({ channelId: gone.id });
    const two = await subscribe({ channelId: left.id, guildId: other.id });
    gone.delete();
    other.removeBot();
    await until(async () => {
      expect((await subscription(one.id)).status).toMatchObject({ kind: 'ended', reason: 'channel-gone' });
      expect((await subscription(two.id)).status).toMatchObject({ kind: 'ended', reason: 'server-left' });
    });
    const unknown = await subscribe({ channelId: '123456789012345678' });
    await tell('aaa');
    await until(async () =>
      expect((await subscription(unknown.id)).status).toMatchObject({
        kind: 'ended',
        reason: 'channel-gone',
      }),
    );
    expect(log.filter(({ level }) => level === 'error')).toEqual([]);
  });

  test('because a server is out ends nothing', async () => {
    const { sandbox, guild, subscribe, subscription } = await stage();
    const { id } = await subscribe({ channelId: guild.channel('one').id });
    await sandbox.settled();
    guild.setOutage(true);
    await sandbox.settled();
    expect((await subscription(id)).status).toEqual({ kind: 'active' });
  });

  test('because our message is faulty is kept, and touches no subscription', async () => {
    const { sandbox, guild, subscribe, subscription, tell, state } = await stage();
    const channel = guild.channel('one');
    const { id } = await subscribe({ channelId: channel.id });
    await tell('x'.repeat(2_001));
    await until(async () => expect(await state().outbox.counts()).toMatchObject({ parked: 1, open: 0 }));
    expect(await state().outbox.troubled()).toEqual({ parked: 1, uncertain: 0 });
    expect(await subscription(id)).toMatchObject({
      status: { kind: 'active' },
      lastProblem: { problem: 'refused' },
    });
    await tell('bbb');
    await until(() => expect(written(channel)).toEqual(['bbb']));
    expect(sandbox.problems).toEqual([]);
  });
});

describe('what may have arrived, too long ago for its nonce', () => {
  test.each([
    ['is found in the channel and not sent again', 'after'],
    ['is sent where it is not there', 'before'],
  ] as const)('%s', async (_, when) => {
    const { sandbox, guild, subscribe, subscription, tell, restart, state } = await stage();
    const channel = guild.channel('one');
    const { id } = await subscribe({ channelId: channel.id });
    sandbox.faults.serverError({ ...POSTS, when });
    await tell('aaa');
    await until(async () => expect((await subscription(id)).lastProblem).toBeDefined());
    await restart(() => sandbox.advance(10 * MINUTE));
    await until(async () => expect((await subscription(id)).lastDelivered).toBeDefined());
    await sandbox.settled();
    expect(written(channel)).toEqual(['aaa']);
    expect(await state().outbox.counts()).toMatchObject({ sent: 1, open: 0, uncertain: 0 });
  });

  test('is uncertain where the bot may not read, and never sent again', async () => {
    const { sandbox, guild, subscribe, subscription, tell, restart, state } = await stage();
    const channel = guild.channel('one');
    const { id } = await subscribe({ channelId: channel.id });
    channel.overwrite(sandbox.bot, { deny: ['ReadMessageHistory'] });
    sandbox.faults.serverError({ ...POSTS, when: 'after' });
    await tell('aaa');
    await until(async () => expect((await subscription(id)).lastProblem).toBeDefined());
    await restart(() => sandbox.advance(10 * MINUTE));
    await until(async () => expect(await state().outbox.uncertainOf(id)).toBe(1));
    expect(await state().outbox.troubled()).toEqual({ parked: 0, uncertain: 1 });
    expect(await subscription(id)).toMatchObject({
      status: { kind: 'active' },
      lastProblem: { problem: 'uncertain' },
    });
    sandbox.advance(48 * 60 * MINUTE);
    await sandbox.settled();
    expect(written(channel)).toEqual(['aaa']);
    await tell('bbb');
    await until(() => expect(written(channel)).toEqual(['aaa', 'bbb']));
  });
});

test('what is on its way when the bot stops is finished, and the rest comes after the next start', async () => {
  const { guild, subscribe, tell, restart, state } = await stage();
  const channels = Array.from({ length: 30 }, (_, index) => guild.channel(`c${index}`));
  for (const { id } of channels) await subscribe({ channelId: id });
  await tell('aaa');
  await until(() =>
    expect(channels.filter((channel) => written(channel).length > 0).length).toBeGreaterThan(3),
  );
  await restart(() => {
    const reached = channels.filter((channel) => written(channel).length > 0).length;
    expect(reached).toBeLessThan(channels.length);
  });
  await until(async () => expect(await state().outbox.counts()).toMatchObject({ sent: 30, open: 0 }));
  expect(channels.map(written)).toEqual(channels.map(() => ['aaa']));
});
