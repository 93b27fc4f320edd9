/** The rules of interactions: three seconds, a quarter of an hour, one acknowledgement, and who sees what. */
import { type ChatInputCommandInteraction, Events, type Interaction, MessageFlags } from 'discord.js';
import { expect } from 'vitest';
import type { Shown } from '../../src/sandbox/index.js';
import { call } from './call.js';
import { type Stage, sandboxTest } from './with-sandbox.js';

const COMMAND = { name: 'ask', description: 'Asks' };

/** A bot with the command /ask, which leaves interactions to the test. */
async function asked(
  stage: Stage,
): Promise<{ interaction: ChatInputCommandInteraction; shown: Promise<Shown> }> {
  const { bot, sandbox, ada, general } = stage;
  const client = await bot();
  const arrived = new Promise<ChatInputCommandInteraction>((resolve) => {
    client.on(Events.InteractionCreate, (interaction: Interaction) => {
      if (interaction.isChatInputCommand()) resolve(interaction);
    });
  });
  await client.application.commands.set([COMMAND]);
  const shown = sandbox.as(ada).slash(general, 'ask');
  return { interaction: await arrived, shown };
}

sandboxTest('an acknowledgement after three seconds comes too late', async (stage) => {
  const { interaction, shown } = await asked(stage);
  stage.sandbox.advance(2_000);
  expect(interaction.replied).toBe(false);
  stage.sandbox.advance(1_000);
  expect((await shown).error).toBe('The application did not respond');
  await expect(interaction.reply('late')).rejects.toMatchObject({ code: 10062, status: 404 });
  expect(stage.general.messages).toEqual([]);
});

sandboxTest('an interaction can be late from the start', async (stage) => {
  stage.sandbox.faults.lateInteractions();
  const { interaction, shown } = await asked(stage);
  expect((await shown).kind).toBe('failed');
  await expect(interaction.deferReply()).rejects.toMatchObject({ code: 10062 });
});

sandboxTest('it is acknowledged once', async (stage) => {
  const { interaction, shown } = await asked(stage);
  const path = `/interactions/${interaction.id}/${interaction.token}/callback`;
  const once = await call(stage.sandbox, 'POST', path, { type: 4, data: { content: 'one' } });
  expect(once.status).toBe(204);
  expect((await shown).message.content).toBe('one');
  const twice = await call(stage.sandbox, 'POST', path, { type: 4, data: { content: 'two' } });
  expect(twice).toMatchObject({ status: 400, body: { code: 40060 } });
  const stranger = await call(stage.sandbox, 'POST', `/interactions/${interaction.id}/other/callback`, {
    type: 5,
  });
  expect(stranger).toMatchObject({ status: 404, body: { code: 10062 } });
});

sandboxTest('its token is good for a quarter of an hour', async (stage) => {
  const { interaction } = await asked(stage);
  await interaction.reply('answer');
  stage.sandbox.advance(14 * 60_000);
  await interaction.editReply('changed');
  expect(stage.general.messages.map(({ content, edited }) => ({ content, edited }))).toEqual([
    { content: 'changed', edited: true },
  ]);
  stage.sandbox.advance(60_000);
  await expect(interaction.editReply('again')).rejects.toMatchObject({ code: 50027, status: 401 });
  await expect(interaction.followUp('more')).rejects.toMatchObject({ code: 50027 });
});

sandboxTest('nothing can be added before the acknowledgement', async (stage) => {
  const { interaction, shown } = await asked(stage);
  const path = `/webhooks/${interaction.applicationId}/${interaction.token}`;
  expect(await call(stage.sandbox, 'POST', path, { content: 'x' })).toMatchObject({ body: { code: 10015 } });
  stage.sandbox.advance(3_000);
  expect((await shown).kind).toBe('failed');
});

sandboxTest(
  'a deferred answer stays as private as it was put off, and the first follow-up takes its place',
  async (stage) => {
    const { interaction, shown } = await asked(stage);
    await interaction.deferReply({ flags: MessageFlags.Ephemeral });
    const first = await interaction.followUp('here it is');
    const { message } = await shown;
    expect(message).toMatchObject({
      content: 'here it is',
      ephemeral: true,
      loading: false,
      edited: false,
      id: first.id,
    });
    const second = await interaction.followUp('in public');
    expect(stage.general.messages.map(({ id }) => id)).toEqual([second.id]);
    expect(await interaction.fetchReply()).toMatchObject({ id: first.id, content: 'here it is' });
    const fetched = await call(stage.sandbox, 'GET', `/channels/${stage.general.id}/messages/${first.id}`);
    expect(fetched).toMatchObject({ status: 404, body: { code: 10008 } });
    await interaction.deleteReply();
    await expect(interaction.fetchReply()).rejects.toMatchObject({ code: 10008 });
  },
);

sandboxTest('the answer is the message that discord.js gives back', async (stage) => {
  const { interaction } = await asked(stage);
  const response = await interaction.reply({ content: 'x', withResponse: true });
  const [message] = stage.general.messages;
  expect(response.resource?.message?.id).toBe(message?.id);
  expect(response.interaction).toMatchObject({ id: interaction.id, responseMessageId: message?.id });
  expect(response.resource?.message?.interactionMetadata?.user.id).toBe(stage.ada.id);
});

sandboxTest('each kind of interaction takes only its own kinds of answer', async (stage) => {
  const { interaction } = await asked(stage);
  const path = `/interactions/${interaction.id}/${interaction.token}/callback`;
  for (const body of [{ type: 6 }, { type: 7, data: {} }, { type: 8, data: { choices: [] } }]) {
    expect(await call(stage.sandbox, 'POST', path, body)).toMatchObject({
      status: 400,
      body: { code: 50035 },
    });
  }
  const modal = (title: string, inputs: number) => ({
    type: 9,
    data: {
      custom_id: 'm',
      title,
      components: Array.from({ length: inputs }, (_, at) => ({
        type: 1,
        components: [{ type: 4, custom_id: `i${at}`, label: 'L', style: 1 }],
      })),
    },
  });
  for (const [title, inputs] of [
    ['x'.repeat(46), 1],
    ['x', 6],
    ['x', 0],
  ] as const) {
    expect(await call(stage.sandbox, 'POST', path, modal(title, inputs))).toMatchObject({
      body: { code: 50035 },
    });
  }
  expect(await call(stage.sandbox, 'POST', path, modal('x'.repeat(45), 5))).toMatchObject({ status: 204 });
});

sandboxTest('what the bot learns of an interaction', async (stage) => {
  const { interaction } = await asked(stage);
  expect(interaction).toMatchObject({
    locale: 'en-GB',
    guildId: stage.guild.id,
    channelId: stage.general.id,
  });
  expect(interaction.memberPermissions?.has('SendMessages')).toBe(true);
  expect(interaction.memberPermissions?.has('ManageGuild')).toBe(false);
  expect(interaction.appPermissions.has('EmbedLinks')).toBe(true);
  expect(interaction.context).toBe(0);
  await interaction.reply('x');
});

sandboxTest('without a bot nothing responds', async ({ sandbox, general, ada }) => {
  await call(sandbox, 'PUT', `/applications/${sandbox.bot.id}/commands`, [COMMAND]);
  expect((await sandbox.as(ada).slash(general, 'ask')).error).toBe('The application did not respond');
});
