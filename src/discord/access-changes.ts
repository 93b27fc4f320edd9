/** Hears of servers in which the bot may now read and write elsewhere than before. */
import { type Client, Events } from 'discord.js';

/** Gives how to stop. Roles, overwrites, the bot's own roles, threads, and whole servers can make the difference. */
export function followAccess(client: Client, listener: (guildId: string) => void): () => void {
  const listeners = {
    [Events.ChannelUpdate]: (_old: unknown, channel: unknown) => tell(guildIdOf(channel)),
    [Events.ChannelCreate]: (channel: unknown) => tell(guildIdOf(channel)),
    [Events.ThreadUpdate]: (_old: unknown, thread: unknown) => tell(guildIdOf(thread)),
    [Events.GuildRoleUpdate]: (_old: unknown, role: unknown) => tell(guildIdOf(role)),
    [Events.GuildRoleDelete]: (role: unknown) => tell(guildIdOf(role)),
    [Events.GuildMemberUpdate]: (_old: unknown, member: { id: string }) => {
      if (member.id === client.user?.id) tell(guildIdOf(member));
    },
    [Events.GuildCreate]: ({ id }: { id: string }) => tell(id),
    [Events.GuildAvailable]: ({ id }: { id: string }) => tell(id),
  };
  function tell(guildId: string | undefined): void {
    if (guildId !== undefined) listener(guildId);
  }
  for (const [event, heard] of Object.entries(listeners)) client.on(event, heard);
  return () => {
    for (const [event, heard] of Object.entries(listeners)) client.off(event, heard);
  };
}

/** Channels, threads, roles and members all have their server; conversations have none. */
function guildIdOf(of: unknown): string | undefined {
  if (typeof of !== 'object' || of === null || !('guild' in of)) return undefined;
  const { guild } = of;
  if (typeof guild !== 'object' || guild === null || !('id' in guild)) return undefined;
  return String(guild.id);
}
