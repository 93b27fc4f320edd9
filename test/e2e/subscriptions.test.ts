/** Listing, previewing and removing subscriptions, as people do it; and all of it in French. */
import { expect } from 'vitest';
import { scene } from './stage.js';

const RETURNED = 'metric:returned-to-france';

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
