/** Scenes with a small bot of their own, which show that the sandbox and its language work. */
import { ButtonStyle, ComponentType, Events, MessageFlags, TextInputStyle } from 'discord.js';
import { expect } from 'vitest';
import { startTestBot } from '../sandbox/bot.js';
import { scenesWith } from './scene.js';

const scene = scenesWith(async (sandbox) => {
  const client = await startTestBot(sandbox, (bot) => {
    bot.on(Events.InteractionCreate, async (interaction) => {
      if (interaction.isChatInputCommand()) {
        const secret = interaction.options.getBoolean('private') ?? false;
        await interaction.reply({
          embeds: [{ title: 'A colour', description: interaction.options.getString('name') ?? 'none' }],
          components: [
            {
              type: ComponentType.ActionRow,
              components: [
                {
                  type: ComponentType.Button,
                  style: ButtonStyle.Primary,
                  label: 'Again',
                  custom_id: 'again',
                },
                {
                  type: ComponentType.Button,
                  style: ButtonStyle.Danger,
                  label: 'Delete',
                  custom_id: 'delete',
                },
              ],
            },
          ],
          ...(secret ? { flags: MessageFlags.Ephemeral } : {}),
        });
      } else if (interaction.isAutocomplete()) {
        const typed = interaction.options.getFocused();
        const known = ['red', 'green', 'grey'].filter((name) => name.startsWith(typed));
        await interaction.respond(known.map((name) => ({ name: name.toUpperCase(), value: name })));
      } else if (interaction.isButton() && interaction.customId === 'again') {
        await interaction.showModal({
          customId: 'more',
          title: 'One more',
          components: [
            {
              type: ComponentType.ActionRow,
              components: [
                {
                  type: ComponentType.TextInput,
                  customId: 'name',
                  label: 'Name',
                  style: TextInputStyle.Short,
                },
              ],
            },
          ],
        });
      } else if (interaction.isButton()) {
        await interaction.deferUpdate();
        await interaction.deleteReply();
      } else if (interaction.isModalSubmit()) {
        await interaction.deferReply();
        await interaction.editReply(`More: ${interaction.fields.getTextInputValue('name')}`);
      }
    });
    bot.on(Events.MessageCreate, async (message) => {
      if (message.author.bot || !(message.guild === null || message.mentions.has(bot.user))) return;
      await message.reply(`You wrote: ${message.content.replace(/<@\d+> */, '')}`);
    });
  });
  await client.application.commands.set([
    {
      name: 'colour',
      nameLocalizations: { fr: 'couleur' },
      description: 'Shows a colour',
      options: [
        { type: 3, name: 'name', description: 'Its name', required: true, autocomplete: true },
        { type: 5, name: 'private', description: 'Only for you' },
      ],
    },
  ]);
  return { stop: () => client.destroy() };
});

scene('a command is completed, used, and carried on by button and modal', async ({ general, enter }) => {
  const ada = enter('Ada');
  const suggested = await ada.autocomplete(general, 'colour', 'name', 'gr');
  expect(suggested.choices).toEqual([
    { name: 'GREEN', value: 'green' },
    { name: 'GREY', value: 'grey' },
  ]);
  const { message } = await ada.slash(general, 'colour', { name: 'green' });
  expect(message.text).toBe('A colour\ngreen\n[Again]\n[Delete]');
  const { modal } = await ada.click(message, 'Again');
  expect(modal.title).toBe('One more');
  const more = await ada.submitModal(modal, { name: 'blue' });
  expect(more.message.content).toBe('More: blue');
  expect((await ada.click(message, 'Delete')).kind).toBe('nothing');
  expect(general.messages.map(({ content }) => content)).toEqual(['More: blue']);
});

scene('a private answer is seen by nobody else', async ({ general, enter }) => {
  const ada = enter('Ada');
  const bob = enter('Bob');
  const { message } = await ada.slash(general, 'colour', { name: 'red', private: true });
  expect(message.ephemeral).toBe(true);
  expect(ada.sees(general).map(({ id }) => id)).toEqual([message.id]);
  expect(bob.sees(general)).toEqual([]);
  await expect(bob.click(message, 'Again')).rejects.toThrow('Bob does not see that message');
});

scene(
  'mentions, replies and direct messages are answered, all else is not',
  async ({ sandbox, general, enter, restartBot }) => {
    const ada = enter('Ada');
    ada.say(general, 'is anybody here?');
    await sandbox.settled();
    expect(general.messages).toHaveLength(1);
    const answer = await ada.type(general, `${sandbox.bot.mention} good morning`);
    expect(answer.content).toBe('You wrote: good morning');
    await restartBot();
    const second = await ada.reply(answer, 'and again');
    expect(second.content).toBe('You wrote: and again');
    ada.sayInReply(second, 'without a ping', { ping: false });
    await sandbox.settled();
    expect(general.messages.at(-1)?.content).toBe('without a ping');
    expect((await ada.dm('in private')).content).toBe('You wrote: in private');
  },
);
