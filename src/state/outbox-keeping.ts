/** What the outbox holds, counted, and what of it is thrown away in time. */
import { sql } from 'kysely';
import type { Database, DeliveriesTable } from './tables.js';

type DeliveryStatus = DeliveriesTable['status'];

/** For so many days the button under a message finds its subscriptions, and a delivery can be looked into. */
export const DELIVERIES_KEPT_DAYS = 90;

const DAY = 86_400_000;

/** All but `open`; named one by one, so that the index by status and age serves. */
const SETTLED = sql`'sent', 'uncertain', 'parked', 'dropped'`;

/** How many deliveries there are of each status, and how many rows wait to become one. */
export async function countsOf(database: Database): Promise<Record<DeliveryStatus | 'waiting', number>> {
  const counted = { waiting: 0, open: 0, sent: 0, uncertain: 0, parked: 0, dropped: 0 };
  const rows = await database
    .selectFrom('deliveries')
    .select(['status', (row) => row.fn.countAll<number>().as('count')])
    .groupBy('status')
    .execute();
  for (const { status, count } of rows) counted[status] = count;
  const { count } = await database
    .selectFrom('outbox')
    .where('delivery_id', 'is', null)
    .where('covered_by', 'is', null)
    .select((row) => row.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return { ...counted, waiting: count };
}

/** How many deliveries somebody should look at: those that Discord found fault with, and those of unknown fate. */
export async function troubledOf(database: Database): Promise<{ parked: number; uncertain: number }> {
  const of = async (status: DeliveryStatus) => {
    const { count } = await database
      .selectFrom('deliveries')
      .where('status', '=', status)
      .select((row) => row.fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow();
    return count;
  };
  return { parked: await of('parked'), uncertain: await of('uncertain') };
}

/** Drops what nobody is left to be told of, and deletes what was settled long ago; `now` in ms. */
export async function purge(database: Database, now: number): Promise<void> {
  const long = now - DELIVERIES_KEPT_DAYS * DAY;
  await database.transaction().execute(async (inside) => {
    await sql`
      UPDATE deliveries SET status = 'dropped', settled_at = ${now}
      WHERE status = 'open' AND NOT EXISTS (
        SELECT 1 FROM outbox o JOIN subscriptions s ON s.id = o.subscription_id
        WHERE o.delivery_id = deliveries.id AND s.status <> 'ended')
    `.execute(inside);
    await sql`
      DELETE FROM outbox WHERE delivery_id IN (
        SELECT id FROM deliveries WHERE status IN (${SETTLED}) AND settled_at <= ${long})
    `.execute(inside);
    await sql`
      DELETE FROM outbox WHERE delivery_id IS NULL
        AND subscription_id NOT IN (SELECT id FROM subscriptions WHERE status <> 'ended')
    `.execute(inside);
    await sql`DELETE FROM deliveries WHERE status IN (${SETTLED}) AND settled_at <= ${long}`.execute(inside);
    await sql`
      DELETE FROM updates WHERE learned_at <= ${long} AND id NOT IN (SELECT update_id FROM outbox)
    `.execute(inside);
  });
}
