/** How subscriptions pause and end, and what is noted of each try to deliver; one that has ended stays so. */
import { sql } from 'kysely';
import type { EndReason, PauseReason, Problem } from './subscription.js';
import type { Database } from './tables.js';

type Which = { column: 'id' | 'channel_id' | 'guild_id'; value: string };

/** Pauses them until something tells that they can go on, or until `nextTry`; `now` and `nextTry` in ms. */
export async function pauseThose(
  database: Database,
  { column, value }: Which,
  reason: PauseReason,
  now: number,
  nextTry: number,
): Promise<void> {
  await database
    .updateTable('subscriptions')
    .set((row) => ({
      // Since when it is paused, not when it was last tried.
      status_at: row.case().when('status', '=', 'paused').then(row.ref('status_at')).else(now).end(),
      status: 'paused',
      status_reason: reason,
      last_problem: reason,
      last_problem_at: now,
      next_try_at: nextTry,
    }))
    .where(column, '=', value)
    .where('status', '!=', 'ended')
    .execute();
}

/** Gives how many that were. */
export async function endThose(
  database: Database,
  { column, value }: Which,
  reason: EndReason,
  now: number,
): Promise<number> {
  const { numUpdatedRows } = await database
    .updateTable('subscriptions')
    .set({
      status: 'ended',
      status_reason: reason,
      status_at: now,
      last_problem: reason,
      last_problem_at: now,
      next_try_at: null,
    })
    .where(column, '=', value)
    .where('status', '!=', 'ended')
    .executeTakeFirst();
  return Number(numUpdatedRows);
}

/** Those whose message arrived are active, whatever they were before; an ended one stays ended. */
export async function noteDelivered(inside: Database, deliveryId: string, now: number): Promise<void> {
  await sql`
    UPDATE subscriptions SET status = 'active', status_reason = NULL, status_at = NULL, next_try_at = NULL,
      last_problem = NULL, last_problem_at = NULL, last_delivered_at = ${now}
    WHERE status <> 'ended' AND id IN (SELECT subscription_id FROM outbox WHERE delivery_id = ${deliveryId})
  `.execute(inside);
}

/** Of those that are active: what went wrong, and when it is tried again; paused ones have their own reason. */
export async function noteProblem(
  inside: Database,
  deliveryId: string,
  problem: Problem,
  now: number,
  nextTry: number | null,
): Promise<void> {
  await sql`
    UPDATE subscriptions SET last_problem = ${problem}, last_problem_at = ${now}, next_try_at = ${nextTry}
    WHERE status = 'active' AND id IN (SELECT subscription_id FROM outbox WHERE delivery_id = ${deliveryId})
  `.execute(inside);
}
