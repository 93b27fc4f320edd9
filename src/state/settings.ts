/** What the moderators of a server have set, and when a server was left; forgotten some time after that. */
import { isAllowed, type SwitchSetting, setAllowed } from './switches.js';
import type { Clock, Database } from './tables.js';

const DAY = 86_400_000;

/** So many days after the bot has left a server, what is kept of it is deleted. */
export const LEFT_GUILDS_KEPT_DAYS = 30;

export type Settings = {
  /** Whether mentions and replies are answered here: by the channel's setting, else the server's, else yes. */
  plainQuestions(guildId: string, channelId: string): Promise<boolean>;
  /** Sets it for a channel, or for the whole server, which also ends what its channels had of their own. */
  setPlainQuestions(setting: SwitchSetting): Promise<void>;
  /** Whether a check of a message's figures may be posted here. */
  checkPosting(guildId: string, channelId: string): Promise<boolean>;
  /** Sets it for a channel, or for the whole server. */
  setCheckPosting(setting: SwitchSetting): Promise<void>;
  /** Notes that the bot was removed from a server; the first time counts. */
  guildLeft(guildId: string, at: Date): Promise<void>;
  /** The bot is there again: nothing of the server will be purged. */
  guildBack(guildId: string): Promise<void>;
  /**
   * Holds what is kept against all servers that the bot is in: the others were left while it was not
   * running, and no event will ever tell. To be called with the complete list only.
   */
  guildsPresent(guildIds: readonly string[], at: Date): Promise<void>;
  /** Deletes all that is kept of servers left LEFT_GUILDS_KEPT_DAYS ago or longer; gives their ids. */
  purgeLeftGuilds(now?: Date): Promise<string[]>;
};

export function settingsIn(database: Database, clock: Clock): Settings {
  return {
    plainQuestions: (guildId, channelId) => isAllowed(database, 'plain_questions', guildId, channelId),
    setPlainQuestions: (setting) => setAllowed(database, 'plain_questions', setting),
    checkPosting: (guildId, channelId) => isAllowed(database, 'check_posting', guildId, channelId),
    setCheckPosting: (setting) => setAllowed(database, 'check_posting', setting),
    guildLeft: (guildId, at) => noteLeft(database, guildId, at),
    guildBack: (guildId) => noteBack(database, guildId),
    async guildsPresent(guildIds, at) {
      const present = new Set(guildIds);
      for (const guildId of await guildsKnown(database)) {
        if (present.has(guildId)) await noteBack(database, guildId);
        else await noteLeft(database, guildId, at);
      }
    },
    async purgeLeftGuilds(now = clock()) {
      const left = await database
        .selectFrom('left_guilds')
        .select('guild_id')
        .where('left_at', '<=', now.getTime() - LEFT_GUILDS_KEPT_DAYS * DAY)
        .execute();
      for (const { guild_id } of left) await forgetGuild(database, guild_id);
      return left.map((row) => row.guild_id);
    },
  };
}

async function noteLeft(database: Database, guildId: string, at: Date): Promise<void> {
  await database
    .insertInto('left_guilds')
    .values({ guild_id: guildId, left_at: at.getTime() })
    .onConflict((row) => row.column('guild_id').doNothing())
    .execute();
}

async function noteBack(database: Database, guildId: string): Promise<void> {
  await database.deleteFrom('left_guilds').where('guild_id', '=', guildId).execute();
}

/** Servers of which anything is kept. */
async function guildsKnown(database: Database): Promise<string[]> {
  const settings = database.selectFrom('plain_questions').select('guild_id');
  const answers = database.selectFrom('answers').select('guild_id').where('guild_id', 'is not', null);
  const subscriptions = database
    .selectFrom('subscriptions')
    .select('guild_id')
    .where('guild_id', 'is not', null);
  const posting = database.selectFrom('check_posting').select('guild_id');
  const rows = await settings
    .union(posting)
    .union(answers.$narrowType<{ guild_id: string }>())
    .union(subscriptions.$narrowType<{ guild_id: string }>())
    .execute();
  return rows.map((row) => row.guild_id);
}

async function forgetGuild(database: Database, guildId: string): Promise<void> {
  await database.transaction().execute(async (inside) => {
    await inside.deleteFrom('plain_questions').where('guild_id', '=', guildId).execute();
    await inside.deleteFrom('check_posting').where('guild_id', '=', guildId).execute();
    await inside.deleteFrom('answers').where('guild_id', '=', guildId).execute();
    const subscriptions = inside.selectFrom('subscriptions').select('id').where('guild_id', '=', guildId);
    await inside.deleteFrom('outbox').where('subscription_id', 'in', subscriptions).execute();
    await inside.deleteFrom('subscriptions').where('guild_id', '=', guildId).execute();
    await inside.deleteFrom('deliveries').where('guild_id', '=', guildId).execute();
    await inside.deleteFrom('left_guilds').where('guild_id', '=', guildId).execute();
  });
}
