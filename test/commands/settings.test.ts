/** Who may switch plain questions off, and what that does. */
import { describe, expect, test } from 'vitest';
import { commands } from '../../commands/index.js';
import { slashCommands } from '../../src/discord/command.js';
import { stage } from './stage.js';

/** As a server has it that opened the command to everybody in its own settings. */
const opened = slashCommands(commands).map((command) =>
  command.data.name === 'settings'
    ? { ...command, data: { ...command.data, default_member_permissions: null } }
    : command,
);
const on = stage(opened);

describe('/settings plain-questions', () => {
  test('somebody who manages the server switches them off and on for all of it', async () => {
    const { sandbox, guild, channel, state } = on();
    const olga = sandbox.as(guild.member({ name: 'Olga', permissions: ['ManageGuild'] }));
    const off = await olga.slash(channel, 'settings plain-questions', { state: 'off', where: 'server' });
    expect(off.message.ephemeral).toBe(true);
    expect(off.message.content).toMatch(/no longer answer plain questions on this server/);
    expect(await state.settings.plainQuestions(guild.id, channel.id)).toBe(false);
    await olga.slash(channel, 'settings plain-questions', { state: 'on', where: 'server' });
    expect(await state.settings.plainQuestions(guild.id, channel.id)).toBe(true);
  });

  test('somebody who manages channels may do so for one channel, not for the server', async () => {
    const { sandbox, guild, state } = on();
    const quiet = guild.channel('quiet');
    const other = guild.channel('other');
    const carl = sandbox.as(guild.member({ name: 'Carl', permissions: ['ManageChannels'] }));
    const off = await carl.slash(quiet, 'settings plain-questions', { state: 'off' });
    expect(off.message.content).toMatch(/in this channel/);
    expect(await state.settings.plainQuestions(guild.id, quiet.id)).toBe(false);
    expect(await state.settings.plainQuestions(guild.id, other.id)).toBe(true);
    const refused = await carl.slash(quiet, 'settings plain-questions', { state: 'off', where: 'server' });
    expect(refused.message.content).toMatch(/Manage Server/);
    expect(await state.settings.plainQuestions(guild.id, other.id)).toBe(true);
  });

  test('anybody else is told what they need, in their language', async () => {
    const { ada, zoe, guild, channel, state } = on();
    const refused = await ada.slash(channel, 'settings plain-questions', { state: 'off' });
    expect(refused.message.content).toMatch(/Manage Channels/);
    expect(refused.message.ephemeral).toBe(true);
    const french = await zoe.slash(channel, 'settings plain-questions', { state: 'off' });
    expect(french.message.content).toMatch(/Gérer les salons/);
    expect(await state.settings.plainQuestions(guild.id, channel.id)).toBe(true);
  });
});
