/** First contact: an unmodified discord.js logs in, is asked, and answers. */
import { Events } from 'discord.js';
import { expect, test } from 'vitest';
import { startSandbox } from '../../src/sandbox/index.js';
import { startTestBot } from './bot.js';

test('a bot logs in, registers a command, and is asked by command, mention and in private', async () => {
  const sandbox = await startSandbox();
  const guild = sandbox.guild({ name: 'Newsroom' });
  const general = guild.channel('general');
  const ada = guild.member({ name: 'Ada' });
  const client = await startTestBot(sandbox, (bot) => {
    bot.on(Events.InteractionCreate, async (interaction) => {
      if (interaction.isChatInputCommand()) {
        await interaction.reply(`You asked: ${interaction.options.getString('question')}`);
      }
    });
    bot.on(Events.MessageCreate, async (message) => {
      if (!message.author.bot) await message.reply(`Read: ${message.content}`);
    });
  });
  expect(client.guilds.cache.get(guild.id)?.members.me?.user.id).toBe(sandbox.bot.id);
  await client.application.commands.set([
    {
      name: 'ask',
      description: 'Asks',
      options: [{ type: 3, name: 'question', description: 'What', required: true }],
    },
  ]);
  const shown = await sandbox.as(ada).slash(general, 'ask', { question: 'How many?' });
  expect(shown.message.content).toBe('You asked: How many?');
  const answer = await sandbox.as(ada).type(general, `${sandbox.bot.mention} hello`);
  expect(answer.content).toBe(`Read: ${sandbox.bot.mention} hello`);
  expect((await sandbox.as(ada).dm('psst')).content).toBe('Read: psst');
  expect(sandbox.problems).toEqual([]);
  await client.destroy();
  await sandbox.close();
});
