/** What a test is told where the bot does not do what it should. */
import { Events } from 'discord.js';
import { expect } from 'vitest';
import type { Change } from '../../src/sandbox/index.js';
import { sandboxTest } from './with-sandbox.js';

sandboxTest('what is shown instead is told, with everything that happened', async (stage) => {
  const { sandbox, general, ada, bot } = stage;
  const client = await bot((ready) => {
    ready.on(Events.InteractionCreate, async (interaction) => {
      if (interaction.isChatInputCommand()) await interaction.reply('only this');
    });
  });
  await client.application.commands.set([{ name: 'ask', description: 'Asks' }]);
  const shown = await sandbox.as(ada).slash(general, 'ask');
  expect(() => shown.modal).toThrow('Expected a modal, but was shown message.');
  expect(() => shown.modal).toThrow('#general Ada: command /ask');
  expect(() => shown.modal).toThrow('#general Tally: only this');
  expect(() => shown.choices).toThrow('Expected choices');
  await expect(sandbox.as(ada).click(shown.message, 'More')).rejects.toThrow('There is no button "More"');
});

sandboxTest(
  'a bot that says nothing is told of, too',
  async ({ sandbox, general, ada, bot }) => {
    await bot();
    const typed = sandbox.as(ada).type(general, `${sandbox.bot.mention} hello`);
    await expect(typed).rejects.toThrow(/The bot did not answer.*[\s\S]*gateway identified/);
  },
  { patienceMs: 50 },
);

sandboxTest('everything that happens can be listened to', async ({ sandbox, guild, general, ada }) => {
  const heard: Change['kind'][] = [];
  const stop = sandbox.onChange((change) => {
    if (change.kind !== 'dispatched') heard.push(change.kind);
  });
  const message = sandbox.as(ada).say(general, 'one');
  sandbox.as(ada).edit(message, 'two');
  sandbox.as(ada).delete(message);
  guild.member({ name: 'Bob' });
  stop();
  guild.channel('later');
  expect(heard).toEqual(['message-created', 'message-edited', 'message-deleted', 'member-joined']);
  expect(message.deleted).toBe(true);
});
