/** The message that subscribers get, and its buttons: earlier values, and stopping. */
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
