/** What of the outbox is due, in the order in which it goes out: nobody is always the last. */
import { sql } from 'kysely';
import { z } from 'zod';
import type { Database, Language } from './tables.js';

/** What waits to become one message: the rows of a channel that speak to the same role, in one language and form. */
export type WaitingGroup = {
  channelId: string;
  roleId: string | null;
  language: Language;
  when: 'at-once' | 'daily' | 'weekly';
};

export type DueItem = { kind: 'waiting'; group: WaitingGroup } | { kind: 'open'; deliveryId: string };

/** Due, in the order in which it is to go out, with the place (a server, or a conversation) that it is for. */
export type Due = { place: string; item: DueItem };

export type WaitingRow = {
  updateId: string;
  subscriptionId: string;
  kind: 'new' | 'revision';
  /** Figures as JSON. */
  figure: string;
  before: string | null;
  learnedAt: Date;
};

const dueSchema = z.object({
  place: z.string(),
  delivery_id: z.string().nullable(),
  channel_id: z.string(),
  role_id: z.string().nullable(),
  language: z.enum(['en', 'fr']),
  timing: z.enum(['at-once', 'daily', 'weekly']),
});

/** What Discord lets nobody be told of now is not due: a paused subscription is, when its next try is. */
const MAY_BE_TOLD = sql`(s.status = 'active' OR (s.status = 'paused' AND s.next_try_at <= `;

/** The first of each place, then the second of each…, beginning after the place `after`. */
export async function due(database: Database, now: number, after: string, limit: number): Promise<Due[]> {
  const { rows } = await sql`
    WITH items AS (
      SELECT coalesce(s.guild_id, s.channel_id) AS place, NULL AS delivery_id, s.channel_id, s.role_id,
        s.language, s.timing, min(o.due_at) AS since
      FROM outbox o JOIN subscriptions s ON s.id = o.subscription_id
      WHERE o.delivery_id IS NULL AND o.covered_by IS NULL AND o.due_at <= ${now}
        AND ${MAY_BE_TOLD}${now}))
      GROUP BY s.channel_id, s.role_id, s.language, s.timing
      UNION ALL
      SELECT coalesce(d.guild_id, d.channel_id), d.id, d.channel_id, NULL, 'en', 'at-once', d.made_at
      FROM deliveries d
      WHERE d.status = 'open' AND d.next_try_at <= ${now} AND EXISTS (
        SELECT 1 FROM outbox o JOIN subscriptions s ON s.id = o.subscription_id
        WHERE o.delivery_id = d.id AND ${MAY_BE_TOLD}${now})))
    )
    SELECT place, delivery_id, channel_id, role_id, language, timing FROM items
    ORDER BY row_number() OVER (PARTITION BY place ORDER BY since, channel_id), place <= ${after}, place
    LIMIT ${limit}
  `.execute(database);
  return rows.map((row) => {
    const { place, delivery_id, channel_id, role_id, language, timing } = dueSchema.parse(row);
    if (delivery_id !== null) return { place, item: { kind: 'open', deliveryId: delivery_id } };
    const group = { channelId: channel_id, roleId: role_id, language, when: timing };
    return { place, item: { kind: 'waiting', group } };
  });
}

/** The rows of a group that are due, the oldest news first. */
export async function waiting(database: Database, group: WaitingGroup, now: number): Promise<WaitingRow[]> {
  const { channelId, roleId, language, when } = group;
  const rows = await database
    .selectFrom('subscriptions')
    .innerJoin('outbox', 'outbox.subscription_id', 'subscriptions.id')
    .innerJoin('updates', 'updates.id', 'outbox.update_id')
    .select([
      'outbox.update_id',
      'outbox.subscription_id',
      'updates.kind',
      'updates.figure',
      'updates.before',
      'updates.learned_at',
    ])
    .where('subscriptions.channel_id', '=', channelId)
    .where('subscriptions.role_id', roleId === null ? 'is' : '=', roleId)
    .where('subscriptions.language', '=', language)
    .where('subscriptions.timing', '=', when)
    .where('subscriptions.status', '!=', 'ended')
    .where('outbox.delivery_id', 'is', null)
    .where('outbox.covered_by', 'is', null)
    .where('outbox.due_at', '<=', now)
    .orderBy('updates.learned_at')
    .orderBy('outbox.update_id')
    .orderBy('subscriptions.created_at')
    .execute();
  return rows.map((row) => ({
    updateId: row.update_id,
    subscriptionId: row.subscription_id,
    kind: row.kind,
    figure: row.figure,
    before: row.before,
    learnedAt: new Date(row.learned_at),
  }));
}
