/** What must not be lost while the bot runs: opens the state file, for one instance at a time. */
import { closeSync, mkdirSync, openSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { dirname } from 'node:path';
import { type Dialect, Kysely, sql } from 'kysely';
import { type Answers, answersIn } from './answers.js';
import { damaged, noRoom, StateUnusable, unusable } from './errors.js';
import { type Feedback, feedbackIn } from './feedback.js';
import { type LedgerStore, ledgerIn } from './ledger.js';
import { lockFor } from './lock.js';
import { migrate } from './migrate.js';
import { migrations } from './migrations.js';
import { type Outbox, outboxIn } from './outbox.js';
import { type Settings, settingsIn } from './settings.js';
import { openDurably, StateDialect } from './sqlite.js';
import { type Subscriptions, subscriptionsIn } from './subscriptions.js';
import { type Suggestions, suggestionsIn } from './suggestions.js';
import type { Clock, Database, Tables } from './tables.js';
import { StateThread, ThreadDialect } from './thread.js';

export {
  type Answers,
  type AnswerToSave,
  BUTTONS_LIVE_DAYS,
  FOLLOW_UPS_LIVE_HOURS,
  type SavedAnswer,
} from './answers.js';
export { openBeside, type SentIn } from './beside.js';
export type { Delivery, DeliveryToMake } from './deliveries.js';
export type { Due, DueItem, WaitingGroup, WaitingRow } from './due.js';
export { StateInUse, StateUnusable } from './errors.js';
export { type Feedback, type Remark, UNKNOWN_KEPT_DAYS, type UnknownQuestion } from './feedback.js';
export { type LedgerEntry, type LedgerStore, ledgerOfFile } from './ledger.js';
export type { DeliveryStatus, Outbox } from './outbox.js';
export { DELIVERIES_KEPT_DAYS } from './outbox-keeping.js';
export { LEFT_GUILDS_KEPT_DAYS, type Settings } from './settings.js';
export type {
  EndReason,
  PauseReason,
  Problem,
  Subscription,
  SubscriptionStatus,
  SubscriptionToAdd,
  Target,
  Timing,
} from './subscription.js';
export { ENDED_KEPT_DAYS, type Subscriptions } from './subscriptions.js';
export {
  DRAFTS_KEPT_HOURS,
  type Suggestion,
  type Suggestions,
  type SuggestionTyped,
} from './suggestions.js';
export type { SwitchSetting } from './switches.js';
export type { Language } from './tables.js';
export { STATE_THREAD } from './thread.js';

/** With less room on its disk than this, writes are about to fail. */
const LEAST_FREE_BYTES = 1_000_000;

export type State = {
  answers: Answers;
  ledger: LedgerStore;
  outbox: Outbox;
  settings: Settings;
  subscriptions: Subscriptions;
  /** What people found wrong or missing. */
  feedback: Feedback;
  /** Figures that people suggest. */
  suggestions: Suggestions;
  /**
   * Writes to the file, and reads it `wholly` if that is asked for, which takes a few milliseconds a megabyte;
   * rejects with StateUnusable, which says what to mend. So it does where there is hardly any room left.
   */
  check(how?: { wholly?: boolean }): Promise<void>;
  /** Lets the file go; may be called again. What is asked of the state afterwards is rejected. */
  close(): Promise<void>;
};

export type StateOptions = {
  /** Default: the system's clock. */
  now?: Clock;
  /** Whether questions that get no answer are counted; they are, unless said otherwise. */
  countUnknown?: boolean;
  /** STATE_THREAD, to hold the file on a thread of its own, as whatever must not wait for a disk does. Default: on this one. */
  thread?: URL;
};

/**
 * Opens the state file at `path`, making it (and its folder) where there is none, and brings its tables up
 * to date. Rejects with StateInUse where another instance has it open, and with StateUnusable where it
 * can't be written, is damaged, or comes from a newer version; the message says what to mend.
 */
export async function openState(
  path: string,
  { now: clock = () => new Date(), countUnknown = true, thread }: StateOptions = {},
): Promise<State> {
  const { dialect, release } = await openLocked(path, thread);
  const database: Database = new Kysely<Tables>({ dialect });
  const close = async () => {
    await database.destroy();
    await release();
  };
  const state: State = {
    answers: answersIn(database, clock),
    ledger: ledgerIn(database, clock),
    outbox: outboxIn(database, clock),
    settings: settingsIn(database, clock),
    subscriptions: subscriptionsIn(database, clock),
    feedback: feedbackIn(database, clock, { countUnknown }),
    suggestions: suggestionsIn(database, clock),
    check: async ({ wholly = false } = {}) => {
      try {
        await writeCheck(database, clock);
        await roomCheck(path);
        if (wholly) await soundCheck(database, path);
      } catch (error) {
        throw error instanceof StateUnusable ? error : unusable(path, error);
      }
    },
    close,
  };
  try {
    await soundCheck(database, path);
    await migrate(database, migrations, path);
    await writeCheck(database, clock);
    return state;
  } catch (error) {
    await close();
    throw error instanceof StateUnusable ? error : unusable(path, error);
  }
}

/** `release` lets go of the file and of its lock. */
type Held = { dialect: Dialect; release: () => Promise<void> };

async function openLocked(path: string, thread: URL | undefined): Promise<Held> {
  let unlock: (() => void) | undefined;
  try {
    mkdirSync(dirname(path), { recursive: true });
    unlock = lockFor(path);
    makePrivately(path);
    const { dialect, close } = thread ? await onThread(path, thread) : onThisThread(path);
    const release = async () => {
      await close();
      unlock?.();
    };
    return { dialect, release };
  } catch (error) {
    unlock?.();
    throw error instanceof StateUnusable ? error : unusable(path, error);
  }
}

async function onThread(path: string, file: URL) {
  const thread = await StateThread.open(path, file);
  return { dialect: new ThreadDialect(thread), close: () => thread.close() };
}

function onThisThread(path: string) {
  const statements = openDurably(path);
  return { dialect: new StateDialect({ database: statements }), close: async () => statements.close() };
}

/**
 * Makes the file, if there is none, readable to its owner only: it holds who asked. Done before SQLite opens
 * it, because closing a file ends all locks that the process has on it.
 */
function makePrivately(path: string): void {
  closeSync(openSync(path, 'a', 0o600));
}

/** On a full disk a small write may still fit in where a larger one has failed. */
async function roomCheck(path: string): Promise<void> {
  const { bavail, bsize } = await statfs(dirname(path));
  if (bavail * bsize < LEAST_FREE_BYTES) throw noRoom(path);
}

/** Reads the whole file; throws StateUnusable where something in it is broken. */
async function soundCheck(database: Database, path: string): Promise<void> {
  const { rows } = await sql<{ quick_check: string }>`PRAGMA quick_check(1)`.execute(database);
  if (rows[0]?.quick_check !== 'ok') throw damaged(path);
}

async function writeCheck(database: Database, clock: Clock): Promise<void> {
  const checked_at = clock().getTime();
  await database
    .insertInto('checks')
    .values({ id: 1, checked_at })
    .onConflict((row) => row.column('id').doUpdateSet({ checked_at }))
    .execute();
}
