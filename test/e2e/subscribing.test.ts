/** Subscribing, to what and where, and who may. */
import { expect } from 'vitest';
import { scene } from './stage.js';

const RETURNED = 'metric:returned-to-france';

scene('a moderator subscribes this channel, and is told how such figures come in', async (play) => {
  const { sandbox, moderator, general, guild, state } = play;
  const { message } = await sandbox.as(moderator).slash(general, 'subscriptions add', { to: RETURNED });
  expect(message.ephemeral).toBe(true);
  expect(message.content).toContain(
    `Done. I will tell ${general.mention} of new figures: **People returned to France**, as soon as I learn of them.`,
  );
  expect(message.content).toContain('no regular official feed');
  expect(message.content).toMatch(
    /The newest one so far: People returned to France: [\d,]+, as of .* \d{4} \(\[/,
  );
  const [kept] = await state().subscriptions.ofGuild(guild.id);
  expect(kept).toMatchObject({
    channelId: general.id,
    createdBy: moderator.id,
    to: { kind: 'metric', id: 'returned-to-france' },
    when: 'at-once',
    roleId: null,
    language: 'en',
    status: { kind: 'active' },
  });
});

scene('daily figures do have a feed, and an answer says so', async ({ sandbox, moderator, general }) => {
  const { message } = await sandbox
    .as(moderator)
    .slash(general, 'subscriptions add', { to: 'metric:small-boat-arrivals', when: 'daily' });
  expect(message.content).toContain('every day at 09:00 London time');
  expect(message.content).toContain('An official source publishes daily (small boat arrivals)');
  expect(message.content).not.toContain('no regular official feed');
});

scene('subscribing twice to the same says so and changes nothing', async (play) => {
  const { sandbox, moderator, general, guild, state } = play;
  const mia = sandbox.as(moderator);
  await mia.slash(general, 'subscriptions add', { to: RETURNED });
  const again = await mia.slash(general, 'subscriptions add', { to: RETURNED, when: 'weekly' });
  expect(again.message.content).toMatch(/^I already tell .* as soon as I learn of them.*remove it first/);
  expect(await state().subscriptions.ofGuild(guild.id)).toHaveLength(1);
});

scene('what to subscribe to is suggested while typing: figures, topics and everything', async (play) => {
  const { sandbox, moderator, general } = play;
  const typing = (typed: string) =>
    sandbox.as(moderator).autocomplete(general, 'subscriptions add', 'to', typed);
  const first = (await typing('')).choices;
  expect(first[0]).toEqual({ name: 'Everything', value: 'everything' });
  expect(first.map(({ value }) => value)).toContain('topic:returns');
  expect((await typing('sent ba')).choices.map(({ value }) => value)).toContain(RETURNED);
  expect((await typing('deaths')).choices[0]?.value).toBe('topic:deaths');
});

scene('what names nothing is refused with what is near', async ({ sandbox, moderator, general }) => {
  const mia = sandbox.as(moderator);
  const near = await mia.slash(general, 'subscriptions add', { to: 'smal boat arivals' });
  expect(near.message.content).toMatch(
    /^I know no figure or topic called “smal boat arivals”\. Did you mean: .*mall boat/,
  );
  const far = await mia.slash(general, 'subscriptions add', { to: 'qzxqzx' });
  expect(far.message.content).toBe('I know no figure or topic called “qzxqzx”.');
});

scene('without Manage Channels or Manage Server nobody subscribes a channel', async (play) => {
  const { sandbox, guild, ana, general, state } = play;
  const refused = await sandbox.as(ana).slash(general, 'subscriptions add', { to: RETURNED });
  expect(refused.message.content).toMatch(
    /^To manage the subscriptions of #general you need the permission “Manage Channels” there/,
  );
  const own = guild.channel('anas');
  own.overwrite(ana, { allow: ['ManageChannels'] });
  const there = await sandbox.as(ana).slash(general, 'subscriptions add', { to: RETURNED, channel: own.id });
  expect(there.message.content).toContain(`I will tell ${own.mention}`);
  expect((await state().subscriptions.ofGuild(guild.id)).map(({ channelId }) => channelId)).toEqual([own.id]);
});

scene('the permission that the bot lacks is named at once, and nothing is kept', async (play) => {
  const { sandbox, guild, moderator, general, state } = play;
  const mia = sandbox.as(moderator);
  const add = async (channel: string) =>
    (await mia.slash(general, 'subscriptions add', { to: RETURNED, channel })).message.content;
  const mute = guild.channel('mute');
  mute.overwrite(guild.everyone, { deny: ['SendMessages', 'EmbedLinks'] });
  expect(await add(mute.id)).toMatch(
    /^I can’t write in #mute yet: there I still need “Send Messages” and “Embed Links”\./,
  );
  const hidden = guild.channel('hidden');
  hidden.overwrite(guild.everyone, { deny: ['ViewChannel'] });
  hidden.overwrite(moderator, { allow: ['ViewChannel'] });
  expect(await add(hidden.id)).toContain('I still need “View Channel”.');
  const thread = mute.thread('aside');
  mute.overwrite(guild.everyone, { deny: ['SendMessagesInThreads'] });
  expect(await add(thread.id)).toContain('“Send Messages in Threads”');
  expect(await state().subscriptions.ofGuild(guild.id)).toEqual([]);
  mute.overwrite(guild.everyone, { deny: ['SendMessages'] });
  expect(await add(thread.id)).toContain(`I will tell ${thread.mention}`);
});

scene('a role is mentioned only if the person could mention it, and @everyone never', async (play) => {
  const { sandbox, guild, moderator, general, state } = play;
  const carl = sandbox.as(guild.member({ name: 'Carl', permissions: ['ManageChannels'] }));
  const readers = guild.role({ name: 'readers' });
  const staff = guild.role({ name: 'staff', mentionable: false });
  const add = async (role: string, to: string, actor = carl) =>
    (await actor.slash(general, 'subscriptions add', { to, role })).message.content;
  expect(await add(guild.everyone.id, RETURNED)).toBe(
    'I never mention @\u200beveryone. Pick another role, or none.',
  );
  expect(await add(staff.id, RETURNED)).toMatch(/^You could not mention @staff in #general yourself/);
  expect(await add(staff.id, RETURNED, sandbox.as(moderator))).toMatch(
    /^I could not mention @staff in #general/,
  );
  expect(await state().subscriptions.ofGuild(guild.id)).toEqual([]);
  expect(await add(readers.id, RETURNED)).toContain(`and mention ${readers.mention}`);
  general.overwrite(guild.everyone, { allow: ['MentionEveryone'] });
  expect(await add(staff.id, 'everything')).toContain(`and mention ${staff.mention}`);
});

scene('in a direct message one subscribes for oneself', async (play) => {
  const { sandbox, ana, state } = play;
  const direct = sandbox.as(ana).directChannel;
  const { message } = await sandbox
    .as(ana)
    .slash(direct, 'subscriptions add', { to: 'everything', when: 'weekly' });
  expect(message.content).toMatch(
    /^Done\. I will tell you here of new figures: \*\*everything\*\*, every Monday/,
  );
  const [kept] = await state().subscriptions.ofPerson(ana.id);
  expect(kept).toMatchObject({ guildId: null, channelId: direct.id, createdBy: ana.id, when: 'weekly' });
  const listed = await sandbox.as(ana).slash(direct, 'subscriptions list');
  expect(listed.message.text).toContain('**everything** (weekly digest)');
});
