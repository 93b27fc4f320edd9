/** Subscribing, listing, removing, previewing and stopping, as people do it. */
import { ApplicationIntegrationType, InteractionContextType } from 'discord.js';
import { expect } from 'vitest';
import { commands as ours } from '../../commands/index.js';
import type { Command } from '../../src/discord/command.js';
import { respond } from '../../src/discord/reply.js';
import { sampleOf } from '../../src/updates/sample.js';
import { updateMessage } from '../../src/updates/update-message.js';
import { type Scene, scene } from './stage.js';

const RETURNED = 'metric:returned-to-france';
const MESSAGE = '0123456789abcdef012345678';

/** Posts what a delivery would post, for the first subscription here. */
const tell: Command = {
  data: {
    name: 'tell',
    description: 'Post what the first subscription would be told',
    integration_types: [ApplicationIntegrationType.GuildInstall],
    contexts: [InteractionContextType.Guild, InteractionContextType.BotDM],
  },
  async run(interaction, context) {
    const { state, engine, now } = context;
    const [subscription] = interaction.guildId
      ? await state.subscriptions.ofGuild(interaction.guildId)
      : await state.subscriptions.ofPerson(interaction.user.id);
    if (!subscription) throw new Error('There is no subscription.');
    const updates = sampleOf(['returned-to-france', 'accepted-from-france'], 2, engine.knowledge(), now());
    const message = updateMessage(updates, { messageId: MESSAGE, subscription }, engine.knowledge());
    await respond(interaction, message, context);
  },
};
const withTell = { commands: [...ours, tell] };

async function told(play: Scene, to = RETURNED) {
  const { sandbox, moderator, general } = play;
  await sandbox.as(moderator).slash(general, 'subscriptions add', { to });
  return (await sandbox.as(moderator).slash(general, 'tell')).message;
}

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

scene(
  'the message mentions that role and nothing else',
  async (play) => {
    const { sandbox, guild, moderator, general } = play;
    const readers = guild.role({ name: 'readers' });
    await sandbox.as(moderator).slash(general, 'subscriptions add', { to: RETURNED, role: readers.id });
    const { message } = await sandbox.as(moderator).slash(general, 'tell');
    expect(message.content).toMatch(new RegExp(`^${readers.mention} \\*\\*2 new figures\\*\\*$`));
    expect(message.pingsMany).toBe(true);
    const sent = sandbox.traffic.findLast(({ path }) => path.endsWith('/callback'));
    expect(sent?.body).toMatchObject({ data: { allowed_mentions: { parse: [], roles: [readers.id] } } });
  },
  withTell,
);

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

scene('the list says how each fares, to those who may manage them', async (play) => {
  const { sandbox, guild, moderator, ana, general, state } = play;
  const mia = sandbox.as(moderator);
  expect((await mia.slash(general, 'subscriptions list')).message.content).toMatch(
    /^There are no subscriptions here/,
  );
  for (const to of [RETURNED, 'topic:costs', 'everything'])
    await mia.slash(general, 'subscriptions add', { to });
  const [first, second] = await state().subscriptions.ofGuild(guild.id);
  await state().subscriptions.pause(first?.id ?? '', 'no-permission', new Date('2026-12-01T08:00:00Z'));
  await state().subscriptions.end(second?.id ?? '', 'channel-gone');
  const { message } = await mia.slash(general, 'subscriptions list');
  expect(message.ephemeral).toBe(true);
  const blocks = message.text.split('\n\n');
  expect(blocks[0]).toContain(
    `${general.mention}: **People returned to France** (at once)\n-# nothing delivered yet`,
  );
  expect(blocks[0]).toMatch(
    /-# paused since <t:\d+:f>: I lack a permission there.*\n-# next try <t:1796112000:f>/,
  );
  expect(blocks[1]).toMatch(
    /\*\*Costs and funding \(topic\)\*\*.*\n.*\n-# ended <t:\d+:f>: the channel was deleted/,
  );
  expect(blocks[2]).toContain('**everything**');
  const refused = await sandbox.as(ana).slash(general, 'subscriptions list');
  expect(refused.message.content).toMatch(/^To see or remove subscriptions you need/);
});

scene('a long list has pages', async (play) => {
  const { sandbox, guild, moderator, general, state } = play;
  for (let at = 0; at < 40; at++) {
    await state().subscriptions.add({
      guildId: guild.id,
      channelId: general.id,
      createdBy: moderator.id,
      to: { kind: 'metric', id: `a-metric-of-old-${at}` },
      when: 'at-once',
      roleId: null,
      language: 'en',
    });
  }
  const mia = sandbox.as(moderator);
  const { message } = await mia.slash(general, 'subscriptions list');
  expect(message.text).toContain('Page 1 of 2');
  await play.restart();
  const next = await mia.click(message, 'Next page');
  expect(next.kind).toBe('update');
  expect(next.message.text).toContain('A-metric-of-old-39');
});

scene('a subscription is picked from the list and removed', async (play) => {
  const { sandbox, guild, moderator, ana, general, state } = play;
  const mia = sandbox.as(moderator);
  for (const to of [RETURNED, 'everything']) await mia.slash(general, 'subscriptions add', { to });
  const typing = (actor = mia) =>
    actor.autocomplete(general, 'subscriptions remove', 'subscription', 'returned');
  const [choice] = (await typing()).choices;
  expect(choice?.name).toBe('#general: People returned to France (at once)');
  expect((await typing(sandbox.as(ana))).choices).toEqual([]);
  const subscription = String(choice?.value);
  const refused = await sandbox.as(ana).slash(general, 'subscriptions remove', { subscription });
  expect(refused.message.content).toMatch(/Manage Channels/);
  const removed = await mia.slash(general, 'subscriptions remove', { subscription });
  expect(removed.message.content).toBe(
    `Removed: I no longer tell ${general.mention} of **People returned to France**.`,
  );
  expect(await state().subscriptions.ofGuild(guild.id)).toHaveLength(1);
  const again = await mia.slash(general, 'subscriptions remove', { subscription });
  expect(again.message.content).toBe('That subscription does not exist any more.');
});

scene('a subscription is also removed by the name of what it is to', async (play) => {
  const { sandbox, guild, moderator, ana, general, state } = play;
  const mia = sandbox.as(moderator);
  const remove = async (subscription: string, actor = mia) =>
    (await actor.slash(general, 'subscriptions remove', { subscription })).message.content;
  for (const to of [RETURNED, 'topic:costs']) await mia.slash(general, 'subscriptions add', { to });
  expect(await remove('everything')).toMatch(/^No subscription here goes by that name/);
  expect(await remove('costs', sandbox.as(ana))).toMatch(/^No subscription here goes by that name/);
  expect(await remove('costs')).toMatch(/^Removed: .*Costs and funding/);
  const left = await state().subscriptions.ofGuild(guild.id);
  expect(left.map(({ to }) => to)).toEqual([{ kind: 'metric', id: 'returned-to-france' }]);
});

scene('a subscription of another server can’t be removed', async (play) => {
  const { sandbox, moderator, general, state } = play;
  const elsewhere = sandbox.guild({ name: 'Elsewhere' });
  const outcome = await state().subscriptions.add({
    guildId: elsewhere.id,
    channelId: elsewhere.channel('general').id,
    createdBy: moderator.id,
    to: { kind: 'everything' },
    when: 'at-once',
    roleId: null,
    language: 'en',
  });
  const subscription = 'added' in outcome ? outcome.added.id : '';
  const refused = await sandbox.as(moderator).slash(general, 'subscriptions remove', { subscription });
  expect(refused.message.content).toBe('That subscription does not exist any more.');
  expect(await state().subscriptions.byId(subscription)).toBeDefined();
});

scene('a preview shows the message to the person only, with buttons that do nothing', async (play) => {
  const { sandbox, ana, ben, general, guild, state } = play;
  const { message } = await sandbox.as(ana).slash(general, 'subscriptions preview', { to: RETURNED });
  expect(message.ephemeral).toBe(true);
  expect(message.content).toMatch(/^\*\*People returned to France: .*[\d,]+\*\*.* \[1\]$/);
  expect(message.text).toContain('A preview: only you see it, and nothing is sent.');
  expect(message.buttons.every(({ disabled }) => disabled === true)).toBe(true);
  const digest = await sandbox
    .as(ben)
    .slash(general, 'subscriptions preview', { to: 'topic:scheme', when: 'weekly' });
  expect(digest.message.content).toBe('**Weekly digest: 3 new figures**');
  expect(await state().subscriptions.ofGuild(guild.id)).toEqual([]);
});

scene('of everything the most telling figures come first, not the latest', async ({ sandbox, ana }) => {
  const person = sandbox.as(ana);
  const direct = person.directChannel;
  const added = await person.slash(direct, 'subscriptions add', { to: 'everything' });
  expect(added.message.text).toMatch(/daily \(small boat arrivals, boats that arrived\)/);
  expect(added.message.text).toContain('One that is known already: Small boat arrivals: ');
  const { message } = await person.slash(direct, 'subscriptions preview', { to: 'everything' });
  expect(message.text.match(/^- \*\*[^:]+/gm)).toEqual([
    '- **People returned to France',
    '- **People accepted from France',
    '- **Small boat arrivals',
  ]);
});

scene('in French', async (play) => {
  const { sandbox, guild, general } = play;
  const zoe = sandbox.as(guild.member({ name: 'Zoé', locale: 'fr', permissions: ['ManageGuild'] }));
  const added = await zoe.slash(general, 'subscriptions add', { to: 'topic:returns', when: 'daily' });
  expect(added.message.content).toMatch(
    /^C’est fait\. Nouveaux chiffres annoncés dans <#\d+> : \*\*Les renvois en France \(thème\)\*\*/,
  );
  expect(added.message.content).toContain('il n’y a pas de flux officiel régulier');
  const listed = await zoe.slash(general, 'subscriptions list');
  expect(listed.message.text).toContain('(résumé quotidien)\n-# aucun envoi jusqu’ici');
  const preview = await zoe.slash(general, 'subscriptions preview', { to: RETURNED });
  expect(preview.message.content).toMatch(/^\*\*Personnes renvoyées en France : /);
  const refused = await zoe.slash(general, 'subscriptions add', { to: 'qzxqzx' });
  expect(refused.message.content).toMatch(/^Je ne connais ni chiffre ni thème/);
});

scene(
  'stop: asks once more, for those who manage the channel, also after a restart',
  async (play) => {
    const { sandbox, ana, moderator, guild, state } = play;
    const message = await told(play);
    await play.restart();
    const refused = await sandbox.as(ana).click(message, 'Stop');
    expect(refused.message.content).toMatch(/^To manage the subscriptions of #general/);
    const asked = await sandbox.as(moderator).click(message, 'Stop');
    expect(asked.message.ephemeral).toBe(true);
    expect(asked.message.content).toMatch(/^Stop telling <#\d+> of \*\*People returned to France\*\*\?$/);
    expect(await state().subscriptions.ofGuild(guild.id)).toHaveLength(1);
    await play.restart();
    const stopped = await sandbox.as(moderator).click(asked.message, 'Stop now');
    expect(stopped.kind).toBe('update');
    expect(stopped.message.content).toMatch(/^Stopped: I no longer tell/);
    expect(stopped.message.buttons).toEqual([]);
    expect(await state().subscriptions.ofGuild(guild.id)).toEqual([]);
    const late = await sandbox.as(moderator).click(message, 'Stop');
    expect(late.message.content).toBe('That subscription does not exist any more.');
  },
  withTell,
);

scene(
  'stop says what else goes on in the channel',
  async (play) => {
    const { sandbox, moderator, general } = play;
    const message = await told(play);
    const mia = sandbox.as(moderator);
    await mia.slash(general, 'subscriptions add', { to: 'topic:deaths' });
    const asked = await mia.click(message, 'Stop');
    const stopped = await mia.click(asked.message, 'Stop now');
    expect(stopped.message.content).toContain(
      'Another subscription goes on here: Deaths in the Channel (topic).',
    );
  },
  withTell,
);

scene(
  'in a direct message the person stops their own',
  async (play) => {
    const { sandbox, ana, state } = play;
    const direct = sandbox.as(ana).directChannel;
    await sandbox.as(ana).slash(direct, 'subscriptions add', { to: RETURNED });
    const { message } = await sandbox.as(ana).slash(direct, 'tell');
    const asked = await sandbox.as(ana).click(message, 'Stop');
    await sandbox.as(ana).click(asked.message, 'Stop now');
    expect(await state().subscriptions.ofPerson(ana.id)).toEqual([]);
  },
  withTell,
);

scene(
  'earlier values of each figure in the message, for whoever clicks',
  async (play) => {
    const { sandbox, ben } = play;
    const message = await told(play);
    await play.restart();
    const shown = await sandbox.as(ben).click(message, 'Earlier values');
    expect(shown.message.ephemeral).toBe(true);
    const { text } = shown.message;
    expect(text).toMatch(/People returned to France/);
    const pages = [text];
    for (let page = shown.message; page.button('Next page'); ) {
      page = (await sandbox.as(ben).click(page, 'Next page')).message;
      pages.push(page.text);
    }
    expect(pages.join('\n')).toMatch(/\*\*803|803, as of 31 May 2026/);
  },
  withTell,
);
