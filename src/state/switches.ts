/** What moderators allow or stop for a channel or for a whole server: by the channel's setting, else the server's, else allowed. */
import type { Database } from './tables.js';

/** What stands for the whole server where a channel is named. */
const WHOLE_SERVER = '';

export type SwitchName = 'plain_questions' | 'check_posting';

export type SwitchSetting = {
  guildId: string;
  /** Null: the whole server. */
  channelId: string | null;
  allowed: boolean;
};

/** Whether it is allowed there. */
export async function isAllowed(
  database: Database,
  name: SwitchName,
  guildId: string,
  channelId: string,
): Promise<boolean> {
  const rows = await database
    .selectFrom(name)
    .select(['channel_id', 'allowed'])
    .where('guild_id', '=', guildId)
    .where((row) => row.or([row('channel_id', '=', channelId), row('channel_id', '=', WHOLE_SERVER)]))
    .execute();
  const own = rows.find((row) => row.channel_id === channelId);
  const server = rows.find((row) => row.channel_id === WHOLE_SERVER);
  return (own ?? server)?.allowed !== 0;
}

/** Sets it; for a whole server this also ends what its channels had of their own. */
export async function setAllowed(
  database: Database,
  name: SwitchName,
  { guildId, channelId, allowed }: SwitchSetting,
): Promise<void> {
  const value = Number(allowed);
  await database.transaction().execute(async (inside) => {
    if (channelId === null) await inside.deleteFrom(name).where('guild_id', '=', guildId).execute();
    await inside
      .insertInto(name)
      .values({ guild_id: guildId, channel_id: channelId ?? WHOLE_SERVER, allowed: value })
      .onConflict((row) => row.columns(['guild_id', 'channel_id']).doUpdateSet({ allowed: value }))
      .execute();
  });
}
