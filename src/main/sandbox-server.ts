/** The server that a visitor finds in the sandbox: its channels, and whom they can be. */
import type { ArrangedChannel, ArrangedGuild, Person, Sandbox } from '../sandbox/index.js';

export type SandboxServer = {
  guild: ArrangedGuild;
  general: ArrangedChannel;
  /** May do everything that moderators do. */
  moderator: Person;
  /** May do what everybody may. */
  member: Person;
};

/** Two text channels, a thread, a moderator and a member. */
export function arrangeServer(sandbox: Sandbox): SandboxServer {
  const guild = sandbox.guild({ name: 'Newsroom' });
  const general = guild.channel('general');
  guild.channel('figures');
  general.thread('small boats');
  const moderator = guild.member({
    name: 'Sam',
    permissions: ['ManageGuild', 'ManageChannels', 'ManageMessages', 'MentionEveryone'],
  });
  const member = guild.member({ name: 'Alex' });
  return { guild, general, moderator, member };
}
