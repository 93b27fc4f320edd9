/** Checking a message's figures, as people do it: in its menu, alone, then for everybody. */
import { expect } from 'vitest';
import type { ShownMessage } from '../../src/sandbox/index.js';
import { scene } from './stage.js';

const CHECK = 'Check the figures';

scene(
  'a check is shown to the person alone, each claim with its verdict in words, its number, date and source',
  async ({ sandbox, general, ana, ben }) => {
    const said = sandbox
      .as(ben)
      .say(
        general,
        'my rent is 281 a month!! only 94 sent back to france by 10 nov 2025, 200 let in by then',
      );
    const { message } = await sandbox.as(ana).rightClick(said, CHECK);
    expect(message.ephemeral).toBe(true);
    const [line = '', other = ''] = textOf(message).split('\n').slice(1);
    expect(textOf(message)).toMatch(/2 figures checked/);
    expect(line).toMatch(
      /94 sent back to france.*\*\*Supported\*\*.*94, as of about 10 November 2025.*\[1\]/,
    );
    expect(other).toMatch(/200 let in.*\*\*Contradicted\*\*.*57, as of about 10 November 2025/);
    expect(textOf(message)).not.toMatch(/rent/);
    const { message: sources } = await sandbox.as(ana).click(message, 'Sources');
    expect(textOf(sources)).toMatch(/\[1\]/);
  },
);

scene('posting it names nobody and repeats none of the words', async ({ sandbox, general, ana, ben }) => {
  const said = sandbox
    .as(ben)
    .say(general, 'Fewer than 100 illegals have been returned so far, what a farce');
  const { message } = await sandbox.as(ana).rightClick(said, CHECK);
  expect(textOf(message)).toMatch(/Out of date/);
  const posted = await sandbox.as(ana).click(message, 'Post here');
  expect(posted.message.ephemeral).toBe(false);
  const text = textOf(posted.message);
  expect(text).toMatch(
    /fewer than 100 \(people returned to France\).*Out of date.*the newest is 1,087, as of 30 June 2026/,
  );
  expect(text).not.toMatch(/illegals|farce|Ben|Ana|so far/);
  expect(text).not.toContain(ben.id);
  expect(sandbox.as(ben).sees(general).at(-1)?.id).toBe(posted.message.id);
  const { outcome } = await sandbox.as(ana).click(posted.message, 'Delete');
  expect(outcome.kind).toBe('nothing');
});

scene(
  'a message without claims gets one line and nothing to post',
  async ({ sandbox, general, ana, ben }) => {
    const said = sandbox.as(ben).say(general, 'we let in 3 goals and my rent is 281');
    const { message } = await sandbox.as(ana).rightClick(said, CHECK);
    expect(message.content).toMatch(/no figures about the “one in, one out” pilot/);
    expect(message.content).not.toContain('\n');
    expect([message.embeds, message.buttons]).toEqual([[], []]);
  },
);

scene(
  'moderators switch posting off, for what was checked before as well',
  async ({ sandbox, guild, general, ana, ben, moderator }) => {
    const said = sandbox.as(ben).say(general, '281 sent back to france');
    const { message } = await sandbox.as(ana).rightClick(said, CHECK);
    const set = await sandbox
      .as(moderator)
      .slash(general, 'settings check-posting', { state: 'off', where: 'server' });
    expect(set.message.content).toMatch(/can no longer be posted on this server/);
    const refused = await sandbox.as(ana).click(message, 'Post here');
    expect([refused.message.ephemeral, refused.message.content]).toEqual([
      true,
      expect.stringMatching(/Moderators have switched off posting/),
    ]);
    const again = await sandbox.as(ana).rightClick(said, CHECK);
    expect(again.message.button('Post here')).toBeUndefined();
    const other = guild.channel('open');
    await sandbox.as(moderator).slash(other, 'settings check-posting', { state: 'on' });
    const there = await sandbox
      .as(ana)
      .rightClick(sandbox.as(ben).say(other, '281 sent back to france'), CHECK);
    expect(there.message.button('Post here')).toBeDefined();
  },
);

scene('in French, under its French name', async ({ sandbox, guild, general, ben }) => {
  const zoe = sandbox.as(guild.member({ name: 'Zoé', locale: 'fr' }));
  const said = sandbox
    .as(ben)
    .say(general, '500 personnes renvoyées en France au 31 octobre 2025, dont 20 enfants renvoyés');
  const { message } = await zoe.rightClick(said, 'Vérifier les chiffres');
  expect(textOf(message)).toMatch(
    /« 500 personnes renvoyées en France au 31 octobre 2025 » : \*\*Contredit\*\*. Les sources donnent 75/,
  );
  const posted = await zoe.click(message, 'Publier ici');
  expect(textOf(posted.message)).toMatch(/500 \(personnes renvoyées en France\) : Contredit/);
});

scene('in a direct message there is nobody to post it for', async ({ sandbox, ana }) => {
  const actor = sandbox.as(ana);
  const answer = await actor.dm('how many had been returned by 31 october 2025');
  const { message } = await actor.rightClick(answer, CHECK);
  expect(textOf(message)).toMatch(/Supported/);
  expect(message.buttons.map(({ label }) => label)).toEqual(['Sources']);
});

scene(
  'whoever installed it for themselves takes it along to servers that the bot is not on',
  async ({ sandbox }) => {
    const elsewhere = sandbox.guild({ name: 'Elsewhere', bot: false });
    const lounge = elsewhere.channel('lounge');
    const person = elsewhere.member({ name: 'Dora' });
    const dora = sandbox.as(person);
    const said = sandbox
      .as(elsewhere.member({ name: 'Emil' }))
      .say(lounge, '75 sent back to france by 31 october 2025');
    await expect(dora.rightClick(said, CHECK)).rejects.toThrow(/is not on Elsewhere/);
    person.installBot();
    const { message } = await dora.rightClick(said, CHECK);
    expect(textOf(message)).toMatch(/75 sent back.*Supported/);
    const posted = await dora.click(message, 'Post here');
    expect(textOf(posted.message)).toMatch(/75 \(people returned to France\): Supported/);
  },
);

scene(
  'a message whose words are long, many or meant to format stays within the limits',
  async ({ sandbox, general, ana, ben }) => {
    const claims = Array.from(
      { length: 30 },
      (_, index) => `${index + 100} people sent back to **france** [x](https://x.example) @everyone`,
    );
    const said = sandbox.as(ben).say(general, claims.join('. ').slice(0, 2_000));
    const { message } = await sandbox.as(ana).rightClick(said, CHECK);
    expect(textOf(message)).toMatch(/more figures? in the message (?:is|are) not shown/);
    expect(textOf(message)).not.toMatch(/@everyone|x\.example/);
  },
);

/** All that a message shows. */
function textOf({ content, embeds }: ShownMessage): string {
  return [content, ...embeds.map(({ description }) => description ?? '')].join('\n');
}
