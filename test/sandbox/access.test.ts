/** Who may do what, and Discord's refusals where the bot may not. */
import { expect } from 'vitest';
import { call } from './call.js';
import { sandboxTest } from './with-sandbox.js';

sandboxTest('a route that does not exist is a 404 and a problem', async ({ sandbox }) => {
  expect(await call(sandbox, 'GET', '/nothing/here')).toMatchObject({ status: 404, body: { code: 0 } });
  expect(sandbox.problems).toEqual(['GET /api/v10/nothing/here is not a route of the sandbox.']);
});

sandboxTest('without the token there is nothing', async ({ sandbox, general }) => {
  const refused = await call(sandbox, 'POST', `/channels/${general.id}/messages`, { content: 'x' }, 'wrong');
  expect(refused).toMatchObject({ status: 401, body: { message: '401: Unauthorized' } });
  expect(general.messages).toEqual([]);
});

sandboxTest('what is not JSON is refused', async ({ sandbox, general }) => {
  const refused = await call(sandbox, 'POST', `/channels/${general.id}/messages`, '{"content":');
  expect(refused).toMatchObject({ status: 400, body: { code: 50109 } });
});

sandboxTest('channels: unknown, not visible, not to be written in', async ({ sandbox, guild, general }) => {
  const write = (id: string, body: object = { content: 'x' }) =>
    call(sandbox, 'POST', `/channels/${id}/messages`, body);
  expect(await write('123456789012345678')).toMatchObject({ status: 404, body: { code: 10003 } });
  general.overwrite(sandbox.bot, { deny: ['SendMessages'] });
  expect(await write(general.id)).toMatchObject({ status: 403, body: { code: 50013 } });
  general.overwrite(sandbox.bot, { deny: ['ViewChannel'] });
  expect(await write(general.id)).toMatchObject({ status: 403, body: { code: 50001 } });
  general.overwrite(sandbox.bot, { deny: ['EmbedLinks'] });
  expect(await write(general.id)).toMatchObject({ status: 200 });
  expect(await write(general.id, { embeds: [{ title: 't' }] })).toMatchObject({ body: { code: 50013 } });
  guild.removeBot();
  expect(await write(general.id)).toMatchObject({ status: 403, body: { code: 50001 } });
});

sandboxTest('overwrites: everybody, then roles, then the person', async ({ sandbox, guild, general }) => {
  const quiet = guild.role({ name: 'quiet' });
  const bob = guild.member({ name: 'Bob', roles: [quiet] });
  const actor = sandbox.as(bob);
  general.overwrite(quiet, { deny: ['SendMessages'] });
  expect(() => actor.say(general, 'x')).toThrow('Bob may not do that here: SendMessages');
  general.overwrite(bob, { allow: ['SendMessages'] });
  expect(actor.say(general, 'y').content).toBe('y');
  const boss = guild.member({ name: 'Eva', roles: [quiet], permissions: ['Administrator'] });
  expect(sandbox.as(boss).say(general, 'z').content).toBe('z');
});

sandboxTest(
  'messages of others can be deleted with the permission, never edited',
  async ({ sandbox, guild, general, ada }) => {
    const path = `/channels/${general.id}/messages/${sandbox.as(ada).say(general, 'mine').id}`;
    expect(await call(sandbox, 'PATCH', path, { content: 'x' })).toMatchObject({
      status: 403,
      body: { code: 50005 },
    });
    expect(await call(sandbox, 'DELETE', path)).toMatchObject({ status: 403, body: { code: 50013 } });
    general.overwrite(sandbox.bot, { allow: ['ManageMessages'] });
    const deleted = await call(sandbox, 'DELETE', path);
    expect(deleted.status).toBe(204);
    expect(deleted.headers.get('content-type')).toBeNull();
    expect(await call(sandbox, 'GET', path)).toMatchObject({ status: 404, body: { code: 10008 } });
    expect(guild.guild.channels.size).toBe(1);
  },
);

sandboxTest('closed direct messages refuse the message, not the channel', async ({ sandbox, ada }) => {
  const opened = await call(sandbox, 'POST', '/users/@me/channels', { recipient_id: ada.id });
  expect(opened).toMatchObject({ status: 200, body: { type: 1, recipients: [{ id: ada.id }] } });
  const { id } = sandbox.as(ada).directChannel;
  expect(opened.body).toMatchObject({ id });
  ada.closeDirectMessages();
  const refused = await call(sandbox, 'POST', `/channels/${id}/messages`, { content: 'x' });
  expect(refused).toMatchObject({ status: 403, body: { code: 50007 } });
});

sandboxTest(
  'replies: to what is gone only where the bot allows for it',
  async ({ sandbox, general, ada }) => {
    const own = sandbox.as(ada).say(general, 'question');
    sandbox.as(ada).delete(own);
    const reply = (message_reference: object) =>
      call(sandbox, 'POST', `/channels/${general.id}/messages`, { content: 'x', message_reference });
    const refused = await reply({ message_id: own.id });
    const errors = { message_reference: { _errors: [{ code: 'REPLIES_UNKNOWN_MESSAGE' }] } };
    expect(refused).toMatchObject({ status: 400, body: { code: 50035, errors } });
    expect(await reply({ message_id: own.id, fail_if_not_exists: false })).toMatchObject({ status: 200 });
    general.overwrite(sandbox.bot, { deny: ['ReadMessageHistory'] });
    expect(await reply({ message_id: own.id })).toMatchObject({ status: 403, body: { code: 160002 } });
  },
);

sandboxTest('a nonce makes a message once, for a few minutes', async ({ sandbox, general }) => {
  const send = (more: object) =>
    call(sandbox, 'POST', `/channels/${general.id}/messages`, { content: 'x', nonce: '7', ...more });
  const first = await send({ enforce_nonce: true });
  expect((await send({ enforce_nonce: true })).body).toEqual(first.body);
  expect(first.body).toMatchObject({ nonce: '7' });
  expect(general.messages).toHaveLength(1);
  await send({});
  expect(general.messages).toHaveLength(2);
  sandbox.advance(5 * 60_000);
  await send({ enforce_nonce: true });
  expect(general.messages).toHaveLength(3);
});

sandboxTest('mentions ping only whom the bot allows', async ({ sandbox, general, ada }) => {
  const send = async (allowed_mentions?: object) => {
    const body = { content: `${ada.mention} @everyone`, ...(allowed_mentions ? { allowed_mentions } : {}) };
    await call(sandbox, 'POST', `/channels/${general.id}/messages`, body);
    return general.messages.at(-1);
  };
  expect((await send())?.pings).toEqual([ada.id]);
  expect((await send({ parse: [] }))?.pings).toEqual([]);
  expect((await send({ parse: [], users: [ada.id] }))?.pings).toEqual([ada.id]);
  expect((await send({ parse: ['everyone'] }))?.pingsMany).toBe(false);
  general.overwrite(sandbox.bot, { allow: ['MentionEveryone'] });
  expect((await send({ parse: ['everyone'] }))?.pingsMany).toBe(true);
});

sandboxTest('a private conversation is between one person and the bot', async ({ sandbox, guild, ada }) => {
  const bob = sandbox.as(guild.member({ name: 'Bob' }));
  expect(() => bob.say(sandbox.as(ada).directChannel, 'hello')).toThrow('somebody else’s');
});

sandboxTest('threads: as their channel, but for a permission of their own to write', async (stage) => {
  const { sandbox, guild, general, ada, bot } = stage;
  const before = general.thread('before');
  const client = await bot((ready) => {
    ready.on('messageCreate', (message) => void (message.author.bot || message.reply('seen')));
  });
  const after = general.thread('after');
  await sandbox.settled();
  for (const { id } of [before, after]) {
    const channel = client.channels.cache.get(id);
    expect([channel?.isThread(), channel?.isThread() && channel.parentId]).toEqual([true, general.id]);
    const answer = await sandbox.as(ada).type({ id }, 'anybody here?');
    expect(answer.content).toBe('seen');
  }
  const listed = await client.guilds.cache.get(guild.id)?.channels.fetch();
  expect(listed?.size).toBe(1);
  general.overwrite(sandbox.bot, { deny: ['SendMessages'] });
  const write = () => call(sandbox, 'POST', `/channels/${after.id}/messages`, { content: 'x' });
  expect(await write()).toMatchObject({ status: 200 });
  general.overwrite(sandbox.bot, { deny: ['SendMessagesInThreads'] });
  expect(await write()).toMatchObject({ status: 403, body: { code: 50013 } });
});
