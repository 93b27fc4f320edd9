/** Who is to be told of new figures, where and when, and how telling them has gone so far. */
import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import {
  type EndReason,
  type PauseReason,
  type Subscription,
  type SubscriptionToAdd,
  subscriptionOf,
} from './subscription.js';
import { endThose, pauseThose } from './subscription-changes.js';
import type { Clock, Database, SubscriptionsTable } from './tables.js';
import { WritesTogether } from './writes-together.js';

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

export function subscriptionsIn(database: Database, clock: Clock): Subscriptions {
  const together = new WritesTogether(database, 'power-cut');
  const all = () => database.selectFrom('subscriptions').selectAll();
  const byId = async (id: string) => {
    const row = await all().where('id', '=', id).executeTakeFirst();
    return row && subscriptionOf(row);
  };
  return {
    async add(wanted) {
      let outcome: Awaited<ReturnType<typeof add>> | undefined;
      await together.run(async (inside) => {
        outcome = await add(inside, wanted, clock);
      });
      if (!outcome) throw new Error('A subscription was written that is not known.');
      return outcome;
    },
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
    pause: (id, reason, nextTry) =>
      pauseThose(database, { column: 'id', value: id }, reason, clock().getTime(), nextTry.getTime()),
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
      await endThose(database, { column: 'id', value: id }, reason, clock().getTime());
    },
    endIn: (place, reason) =>
      endThose(
        database,
        'channelId' in place
          ? { column: 'channel_id', value: place.channelId }
          : { column: 'guild_id', value: place.guildId },
        reason,
        clock().getTime(),
      ),
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
  inside: Database,
  { guildId, channelId, createdBy, to, when, roleId, language }: SubscriptionToAdd,
  clock: Clock,
): Promise<{ added: Subscription } | { existing: Subscription }> {
  const to_id = to.kind === 'everything' ? '' : to.id;
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
    await handOver(inside, id);
    const { numDeletedRows } = await inside
      .deleteFrom('subscriptions')
      .where('id', '=', id)
      .executeTakeFirst();
    return numDeletedRows > 0n;
  });
}

/**
 * What its message would have told others of the channel, one of them tells now, so that it stays one message: one
 * with a role, where a role waits for it (all that do are the same), otherwise the soonest and then the oldest.
 */
async function handOver(inside: Database, id: string): Promise<void> {
  await sql`
    WITH heirs AS (
      SELECT o.update_id, o.subscription_id, first_value(o.subscription_id) OVER (
        PARTITION BY o.update_id
        ORDER BY s.role_id IS NULL, CASE s.timing WHEN 'at-once' THEN 0 WHEN 'daily' THEN 1 ELSE 2 END, s.created_at
      ) AS heir
      FROM outbox o JOIN subscriptions s ON s.id = o.subscription_id
      WHERE o.covered_by = ${id} AND o.delivery_id IS NULL
    )
    UPDATE outbox SET covered_by = nullif(heirs.heir, outbox.subscription_id)
    FROM heirs
    WHERE heirs.update_id = outbox.update_id AND heirs.subscription_id = outbox.subscription_id
  `.execute(inside);
}
