/** The tables of the state file as Kysely sees them. Times are in ms since 1970; flags are 0 or 1. */
import type { Kysely } from 'kysely';

export type Language = 'en' | 'fr';

export type Tables = {
  answers: AnswersTable;
  plain_questions: SwitchTable;
  check_posting: SwitchTable;
  left_guilds: LeftGuildsTable;
  checks: ChecksTable;
};

export type AnswersTable = {
  id: string;
  /** Discord's id of the message that shows the answer, once it is known. */
  message_id: string | null;
  /** JSON. */
  query: string;
  asker_id: string;
  channel_id: string;
  /** Null in direct messages. */
  guild_id: string | null;
  language: Language;
  saved_at: number;
};

/** Something that moderators allow or stop, by channel or server. */
export type SwitchTable = {
  guild_id: string;
  /** Empty for the whole server. */
  channel_id: string;
  allowed: number;
};

export type LeftGuildsTable = { guild_id: string; left_at: number };

/** One row, written to see whether the file can be written. */
export type ChecksTable = { id: number; checked_at: number };

export type Database = Kysely<Tables>;

/** Gives the time; handed in so that tests need not wait. */
export type Clock = () => Date;
