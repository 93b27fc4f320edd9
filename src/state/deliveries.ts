/** Deliveries: fixed before they are sent, taken in hand before each try, and what each try says of them. */
import { z } from 'zod';
import type { WaitingRow } from './due.js';
import type { Database, DeliveriesTable } from './tables.js';

/** A delivery that is fixed: what is sent again is the same to the letter. */
export type Delivery = {
  /** The nonce: 25 characters of [0-9a-f]. */
  id: string;
  guildId: string | null;
  channelId: string;
  subscriptionId: string;
  /** As JSON; empty once it was sent. */
  payload: string;
  /** Since when it may have been sent without our knowing; null where it certainly was not. */
  unknownSince: Date | null;
  tries: number;
};

export type DeliveryToMake = Omit<Delivery, 'unknownSince' | 'tries'> & {
  rows: readonly Pick<WaitingRow, 'updateId' | 'subscriptionId'>[];
};

export type DeliveryStatus = DeliveriesTable['status'];

/** What is in hand is not due; a process that ends badly has its work recovered by the next one at once. */
const IN_HAND_MS = 600_000;

export const deliverySchema = z.object({
  id: z.string(),
  guild_id: z.string().nullable(),
  channel_id: z.string(),
  subscription_id: z.string(),
  payload: z.string(),
  status: z.enum(['open', 'sent', 'uncertain', 'parked', 'dropped']),
  unknown_since: z.number().nullable(),
  tries: z.number(),
  message_id: z.string().nullable(),
});

/** Makes and takes in hand; see `Outbox.begin`. */
export async function begin(
  database: Database,
  made: readonly DeliveryToMake[],
  again: readonly string[],
  now: number,
): Promise<Delivery[]> {
  return database.transaction().execute(async (inside) => {
    for (const { id, guildId, channelId, subscriptionId, payload, rows } of made) {
      await inside
        .insertInto('deliveries')
        .values({
          id,
          guild_id: guildId,
          channel_id: channelId,
          subscription_id: subscriptionId,
          payload,
          status: 'open',
          unknown_since: null,
          tries: 0,
          next_try_at: now,
          message_id: null,
          problem: null,
          made_at: now,
          settled_at: null,
        })
        .execute();
      let assigned = 0n;
      for (const { updateId, subscriptionId: told } of rows)
        assigned += await assign(inside, id, updateId, told);
      // Since it was written, nobody may be left whom it would tell: it would tell who has just stopped it.
      if (assigned === 0n) await inside.deleteFrom('deliveries').where('id', '=', id).execute();
    }
    const begun: Delivery[] = [];
    for (const id of [...made.map((delivery) => delivery.id), ...again]) {
      const row = await inside
        .selectFrom('deliveries')
        .selectAll()
        .where('id', '=', id)
        .where('status', '=', 'open')
        .executeTakeFirst();
      if (!row) continue;
      const delivery = readable(row);
      if (!delivery) {
        // One that another program has spoilt must not keep the others of its batch from going out.
        await inside
          .updateTable('deliveries')
          .set({ status: 'parked', problem: 'unreadable', settled_at: now })
          .where('id', '=', id)
          .execute();
        continue;
      }
      begun.push(delivery);
      await inside
        .updateTable('deliveries')
        .set({
          unknown_since: delivery.unknownSince?.getTime() ?? now,
          tries: delivery.tries + 1,
          next_try_at: now + IN_HAND_MS,
        })
        .where('id', '=', id)
        .execute();
    }
    return begun;
  });
}

/** A row, and those of other subscriptions of the channel that read along; gives how many still waited for it. */
async function assign(
  inside: Database,
  id: string,
  updateId: string,
  subscriptionId: string,
): Promise<bigint> {
  const { numUpdatedRows } = await inside
    .updateTable('outbox')
    .set({ delivery_id: id })
    .where((row) =>
      // Each with the update, so that each has its index.
      row.or([
        row.and({ update_id: updateId, subscription_id: subscriptionId }),
        row.and({ update_id: updateId, covered_by: subscriptionId }),
      ]),
    )
    .where('delivery_id', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows;
}

/** Throws where the row is not as this file writes it: another program has changed it. */
export function deliveryOf(row: DeliveriesTable): Delivery {
  const delivery = readable(row);
  if (!delivery) throw new Error(`The delivery ${row.id} in the state file can't be read.`);
  return delivery;
}

function readable(row: DeliveriesTable): Delivery | undefined {
  const { data } = deliverySchema.safeParse(row);
  if (!data) return undefined;
  return {
    id: data.id,
    guildId: data.guild_id,
    channelId: data.channel_id,
    subscriptionId: data.subscription_id,
    payload: data.payload,
    unknownSince: data.unknown_since === null ? null : new Date(data.unknown_since),
    tries: data.tries,
  };
}
