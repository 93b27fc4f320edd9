/** Who is to be told of new figures, where and when, and how telling them has gone so far. */
import { randomBytes } from 'node:crypto';
import type { Selectable } from 'kysely';
import { z } from 'zod';
import type { Clock, Database, Language, SubscriptionsTable } from './tables.js';

/** What is subscribed to: ids of the data's metrics and topics. */
export type Target = { kind: 'metric' | 'topic'; id: string } | { kind: 'everything' };

/** Digests come at nine in the morning in London, weekly ones on Mondays. */
export type Timing = 'at-once' | 'daily' | 'weekly';

/** Why nothing can be delivered for now. */
export const PAUSE_REASONS = [
  'no-access',
  'no-permission',
  'direct-messages-closed',
  'no-shared-server',
  'direct-messages-too-fast',
  'thread-archived',
] as const;
export type PauseReason = (typeof PAUSE_REASONS)[number];

/** Why nothing will ever be delivered again: Discord says that channel or server are gone, or the bot was removed. */
export const END_REASONS = ['channel-gone', 'server-gone', 'server-left'] as const;
export type EndReason = (typeof END_REASONS)[number];

/** What went wrong when it was last tried. `refused`: Discord found our message faulty, which is our bug. */
export const PROBLEMS = [
  ...PAUSE_REASONS,
  ...END_REASONS,
  'discord-failing',
  'unreachable',
  'rate-limited',
  'refused',
  'uncertain',
] as const;
export type Problem = (typeof PROBLEMS)[number];

export type SubscriptionStatus =
  | { kind: 'active' }
  | { kind: 'paused'; reason: PauseReason; since: Date }
  | { kind: 'ended'; reason: EndReason; at: Date };

export type SubscriptionToAdd = {
  /** Null in direct messages. */
  guildId: string | null;
  /** A thread or a conversation is a channel too. */
  channelId: string;
  createdBy: string;
  to: Target;
  when: Timing;
  /** The role to mention. */
  roleId: string | null;
  language: Language;
};

export type Subscription = SubscriptionToAdd & {
  /** 6 characters of [A-Za-z0-9_-]. */
  id: string;
  createdAt: Date;
  status: SubscriptionStatus;
  lastDelivered?: Date;
  lastProblem?: { problem: Problem; at: Date };
  /** When something that failed is tried again; no moment is known for what merely waits for its digest. */
  nextTry?: Date;
};

export type Subscriptions = {
  /**
   * Once this resolves, the subscription is on the disk and may be promised. One that has not ended, in the same
   * channel and to the same, is kept as it is and given back instead.
   */
  add(wanted: SubscriptionToAdd): Promise<{ added: Subscription } | { existing: Subscription }>;
  byId(id: string): Promise<Subscription | undefined>;
  /** Those of a server, ended ones too, the oldest first. */
  ofGuild(guildId: string): Promise<Subscription[]>;
  /** Those of a person's direct messages, ended ones too, the oldest first. */
  ofPerson(userId: string): Promise<Subscription[]>;
  /** Deletes it and what waits for it; false where it is unknown. What was delivered stays accounted for. */
  remove(id: string): Promise<boolean>;
  /** Those that have not ended, a page at a time in the order of their ids; `after`: the last id of the page before. */
  livePage(after: string, limit: number): Promise<Subscription[]>;
  /** Pauses it (nothing where it has ended) until something tells that it can go on, or until `nextTry`. */
  pause(id: string, reason: PauseReason, nextTry: Date): Promise<void>;
  /** Ends a pause; what waited is due. */
  resume(id: string): Promise<void>;
  /** Paused ones of a server; null for direct messages. */
  pausedOf(guildId: string | null): Promise<Subscription[]>;
  end(id: string, reason: EndReason): Promise<void>;
  /** Ends all that are live in a channel or thread, or in a server; gives how many. */
  endIn(place: { channelId: string } | { guildId: string }, reason: EndReason): Promise<number>;
  /** Servers with live subscriptions. */
  guildsKnown(): Promise<string[]>;
  /** Deletes what ended ENDED_KEPT_DAYS ago or longer; gives how many. */
  purgeEnded(now?: Date): Promise<number>;
};

/** For so many days `list` tells that a subscription has ended. */
export const ENDED_KEPT_DAYS = 30;

const DAY = 86_400_000;

/** 4.5 bytes are 6 characters of base64url; a collision is tried again. */
const ID_LENGTH = 6;

const rowSchema = z.object({
  id: z.string(),
  guild_id: z.string().nullable(),
  channel_id: z.string(),
  created_by: z.string(),
  to_kind: z.enum(['metric', 'topic', 'everything']),
  to_id: z.string(),
  timing: z.enum(['at-once', 'daily', 'weekly']),
  role_id: z.string().nullable(),
  language: z.enum(['en', 'fr']),
  created_at: z.number(),
  last_delivered_at: z.number().nullable(),
  last_problem: z.enum(PROBLEMS).nullable(),
  last_problem_at: z.number().nullable(),
  next_try_at: z.number().nullable(),
});

const statusSchema = z.union([
  z.object({ status: z.literal('active') }),
  z.object({ status: z.literal('paused'), status_reason: z.enum(PAUSE_REASONS), status_at: z.number() }),
  z.object({ status: z.literal('ended'), status_reason: z.enum(END_REASONS), status_at: z.number() }),
]);

export function subscriptionsIn(database: Database, clock: Clock): Subscriptions {
  const all = () => database.selectFrom('subscriptions').selectAll();
  const byId = async (id: string) => {
    const row = await all().where('id', '=', id).executeTakeFirst();
    return row && subscriptionOf(row);
  };
  return {
    add: (wanted) => add(database, wanted, clock),
    byId,
    async ofGuild(guildId) {
      const rows = await all().where('guild_id', '=', guildId).orderBy('created_at').orderBy('id').execute();
      return rows.map(subscriptionOf);
    },
    async ofPerson(userId) {
      const rows = await all()
        .where('created_by', '=', userId)
        .where('guild_id', 'is', null)
        .orderBy('created_at')
        .orderBy('id')
        .execute();
      return rows.map(subscriptionOf);
    },
    remove: (id) => remove(database, id),
    async livePage(after, limit) {
      const rows = await all()
        .where('id', '>', after)
        .where('status', '!=', 'ended')
        .orderBy('id')
        .limit(limit)
        .execute();
      return rows.map(subscriptionOf);
    },
    async pause(id, reason, nextTry) {
      const now = clock().getTime();
      await database
        .updateTable('subscriptions')
        .set((row) => ({
          status: 'paused',
          // Since when it is paused, not when it was last tried.
          status_at: row.case().when('status', '=', 'paused').then(row.ref('status_at')).else(now).end(),
          status_reason: reason,
          last_problem: reason,
          last_problem_at: now,
          next_try_at: nextTry.getTime(),
        }))
        .where('id', '=', id)
        .where('status', '!=', 'ended')
        .execute();
    },
    async resume(id) {
      await database
        .updateTable('subscriptions')
        .set({ status: 'active', status_reason: null, status_at: null, next_try_at: null })
        .where('id', '=', id)
        .where('status', '=', 'paused')
        .execute();
    },
    async pausedOf(guildId) {
      const rows = await all()
        .where('status', '=', 'paused')
        .where('guild_id', guildId === null ? 'is' : '=', guildId)
        .execute();
      return rows.map(subscriptionOf);
    },
    async end(id, reason) {
      await endWhere(database, 'id', id, reason, clock());
    },
    endIn: (place, reason) =>
      'channelId' in place
        ? endWhere(database, 'channel_id', place.channelId, reason, clock())
        : endWhere(database, 'guild_id', place.guildId, reason, clock()),
    async guildsKnown() {
      const rows = await database
        .selectFrom('subscriptions')
        .select('guild_id')
        .distinct()
        .where('status', '!=', 'ended')
        .where('guild_id', 'is not', null)
        .execute();
      return rows.flatMap(({ guild_id }) => guild_id ?? []);
    },
    async purgeEnded(now = clock()) {
      const { numDeletedRows } = await database
        .deleteFrom('subscriptions')
        .where('status', '=', 'ended')
        .where('status_at', '<=', now.getTime() - ENDED_KEPT_DAYS * DAY)
        .executeTakeFirst();
      return Number(numDeletedRows);
    },
  };
}

async function add(
  database: Database,
  { guildId, channelId, createdBy, to, when, roleId, language }: SubscriptionToAdd,
  clock: Clock,
): Promise<{ added: Subscription } | { existing: Subscription }> {
  const to_id = to.kind === 'everything' ? '' : to.id;
  return database.transaction().execute(async (inside) => {
    const existing = await inside
      .selectFrom('subscriptions')
      .selectAll()
      .where('channel_id', '=', channelId)
      .where('to_kind', '=', to.kind)
      .where('to_id', '=', to_id)
      .where('status', '!=', 'ended')
      .executeTakeFirst();
    if (existing) return { existing: subscriptionOf(existing) };
    const row: SubscriptionsTable = {
      id: await freeId(inside),
      guild_id: guildId,
      channel_id: channelId,
      created_by: createdBy,
      to_kind: to.kind,
      to_id,
      timing: when,
      role_id: roleId,
      language,
      created_at: clock().getTime(),
      status: 'active',
      status_reason: null,
      status_at: null,
      last_delivered_at: null,
      last_problem: null,
      last_problem_at: null,
      next_try_at: null,
    };
    await inside.insertInto('subscriptions').values(row).execute();
    return { added: subscriptionOf(row) };
  });
}

/** Ids in use by what was delivered are taken as well: an outbox row must never mean another subscription. */
async function freeId(database: Database): Promise<string> {
  for (;;) {
    const id = randomBytes(ID_LENGTH).toString('base64url').slice(0, ID_LENGTH);
    const subscription = await database
      .selectFrom('subscriptions')
      .select('id')
      .where('id', '=', id)
      .executeTakeFirst();
    const delivered = await database
      .selectFrom('outbox')
      .select('subscription_id')
      .where('subscription_id', '=', id)
      .executeTakeFirst();
    if (!subscription && !delivered) return id;
  }
}

async function remove(database: Database, id: string): Promise<boolean> {
  return database.transaction().execute(async (inside) => {
    await inside
      .deleteFrom('outbox')
      .where('subscription_id', '=', id)
      .where('delivery_id', 'is', null)
      .execute();
    // What its message would have told others of the channel, they are now told themselves.
    await inside
      .updateTable('outbox')
      .set({ covered_by: null })
      .where('covered_by', '=', id)
      .where('delivery_id', 'is', null)
      .execute();
    const { numDeletedRows } = await inside
      .deleteFrom('subscriptions')
      .where('id', '=', id)
      .executeTakeFirst();
    return numDeletedRows > 0n;
  });
}

async function endWhere(
  database: Database,
  column: 'id' | 'channel_id' | 'guild_id',
  value: string,
  reason: EndReason,
  at: Date,
): Promise<number> {
  const { numUpdatedRows } = await database
    .updateTable('subscriptions')
    .set({
      status: 'ended',
      status_reason: reason,
      status_at: at.getTime(),
      last_problem: reason,
      last_problem_at: at.getTime(),
      next_try_at: null,
    })
    .where(column, '=', value)
    .where('status', '!=', 'ended')
    .executeTakeFirst();
  return Number(numUpdatedRows);
}

/** Throws where the row is not as this file writes it: another program has changed it. */
function subscriptionOf(row: Selectable<SubscriptionsTable>): Subscription {
  const { data, error } = rowSchema.and(statusSchema).safeParse(row);
  if (!data)
    throw new Error(`The subscription ${row.id} in the state file can't be read: ${z.prettifyError(error)}`);
  return {
    id: data.id,
    guildId: data.guild_id,
    channelId: data.channel_id,
    createdBy: data.created_by,
    to: data.to_kind === 'everything' ? { kind: 'everything' } : { kind: data.to_kind, id: data.to_id },
    when: data.timing,
    roleId: data.role_id,
    language: data.language,
    createdAt: new Date(data.created_at),
    status: statusOf(data),
    ...(data.last_delivered_at === null ? {} : { lastDelivered: new Date(data.last_delivered_at) }),
    ...(data.last_problem === null
      ? {}
      : { lastProblem: { problem: data.last_problem, at: new Date(data.last_problem_at ?? 0) } }),
    ...(data.next_try_at === null ? {} : { nextTry: new Date(data.next_try_at) }),
  };
}

function statusOf(row: z.infer<typeof statusSchema>): SubscriptionStatus {
  switch (row.status) {
    case 'active':
      return { kind: 'active' };
    case 'paused':
      return { kind: 'paused', reason: row.status_reason, since: new Date(row.status_at) };
    case 'ended':
      return { kind: 'ended', reason: row.status_reason, at: new Date(row.status_at) };
  }
}
