/** The tables of the state file as Kysely sees them. Times are in ms since 1970; flags are 0 or 1. */
import type { Generated, Kysely } from 'kysely';

export type Language = 'en' | 'fr';

export type Tables = {
  answers: AnswersTable;
  plain_questions: SwitchTable;
  check_posting: SwitchTable;
  left_guilds: LeftGuildsTable;
  checks: ChecksTable;
  subscriptions: SubscriptionsTable;
  ledger: LedgerTable;
  updates: UpdatesTable;
  outbox: OutboxTable;
  deliveries: DeliveriesTable;
  suggestions: SuggestionsTable;
  remarks: RemarksTable;
  unknown_questions: UnknownQuestionsTable;
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

export type SubscriptionsTable = {
  id: string;
  /** Null in direct messages. */
  guild_id: string | null;
  channel_id: string;
  created_by: string;
  to_kind: 'metric' | 'topic' | 'everything';
  /** Empty for everything. */
  to_id: string;
  timing: 'at-once' | 'daily' | 'weekly';
  role_id: string | null;
  language: Language;
  created_at: number;
  status: 'active' | 'paused' | 'ended';
  /** Why it is paused or ended, and since when; null while it is active. */
  status_reason: string | null;
  status_at: number | null;
  last_delivered_at: number | null;
  last_problem: string | null;
  last_problem_at: number | null;
  next_try_at: number | null;
};

/** Every figure that was ever known, so that nothing is news twice. */
export type LedgerTable = {
  figure_id: string;
  hash: string;
  /** JSON: the figure as it was when it was last learned. */
  figure: string;
  /** 1 where people were told of it. */
  told: number;
  learned_at: number;
};

export type UpdatesTable = {
  id: string;
  kind: 'new' | 'revision';
  /** JSON. */
  figure: string;
  /** JSON. */
  before: string | null;
  learned_at: number;
};

/** One row for each update and subscription that is to be told of it. */
export type OutboxTable = {
  update_id: string;
  subscription_id: string;
  due_at: number;
  /** Another subscription of the same channel whose message tells it already. */
  covered_by: string | null;
  /** The delivery that carries it, once that is fixed. */
  delivery_id: string | null;
};

/** A message as it is sent, fixed before it is first sent. */
export type DeliveriesTable = {
  /** The nonce. */
  id: string;
  guild_id: string | null;
  channel_id: string;
  /** The subscription under whose name it is sent; the others are found by the outbox. */
  subscription_id: string;
  /** JSON: what Discord is sent; empty once it was. */
  payload: string;
  status: 'open' | 'sent' | 'uncertain' | 'parked' | 'dropped';
  /** Since when it may have been sent without our knowing; null where it certainly was not. */
  unknown_since: number | null;
  tries: number;
  next_try_at: number;
  /** Discord's id of the message, once it is known. */
  message_id: string | null;
  problem: string | null;
  made_at: number;
  settled_at: number | null;
};

/** As they were typed, with how they were read as JSON. */
export type SuggestionsTable = {
  id: Generated<number>;
  metric: string;
  value: string;
  date: string;
  address: string;
  words: string;
  reading: string;
  language: Language;
  status: 'draft' | 'waiting' | 'written' | 'set-aside';
  saved_at: number;
  settled_at: number | null;
};

/** What people found wrong or missing in an answer. */
export type RemarksTable = {
  id: Generated<number>;
  said: string;
  question: string;
  answer: string;
  language: Language;
  saved_at: number;
  done_at: number | null;
};

/** Questions that got no answer, with how often they were asked. */
export type UnknownQuestionsTable = {
  id: Generated<number>;
  /** In lower case: by it a question is known again. */
  folded: string;
  question: string;
  language: Language;
  times: number;
  last_asked_at: number;
  done_at: number | null;
};

export type Database = Kysely<Tables>;

/** Gives the time; handed in so that tests need not wait. */
export type Clock = () => Date;
