/** What is to be told to whom: rows of the outbox become deliveries, and each delivery comes to an end that is kept. */
import { begin, type Delivery, type DeliveryToMake, deliveryOf, deliverySchema } from './deliveries.js';
import { type Due, due, type WaitingGroup, type WaitingRow, waiting } from './due.js';
import { countsOf, purge, troubledOf } from './outbox-keeping.js';
import type { EndReason, PauseReason, Problem } from './subscription.js';
import { endThose, noteDelivered, noteProblem, pauseThose } from './subscription-changes.js';
import type { Clock, Database, DeliveriesTable } from './tables.js';
import { WritesTogether } from './writes-together.js';

export type DeliveryStatus = DeliveriesTable['status'];

export type Outbox = {
  /** What is due at `now`: the first of each place, then the second of each…, beginning after the place `after`. */
  due(now: Date, after: string, limit: number): Promise<Due[]>;
  /** The rows of a group that are due, the oldest news first, each once. */
  waiting(group: WaitingGroup, now: Date): Promise<WaitingRow[]>;
  byId(
    deliveryId: string,
  ): Promise<(Delivery & { status: DeliveryStatus; messageId: string | null }) | undefined>;
  /**
   * Takes deliveries in hand, new ones and others: from this moment on they may have been sent, whatever becomes of
   * this process. Gives them as they were before; those that are not open any more are left out.
   */
  begin(made: readonly DeliveryToMake[], again: readonly string[]): Promise<Delivery[]>;
  /** Lets go what was taken in hand and not sent. */
  release(deliveries: readonly Delivery[]): Promise<void>;
  /** After a start: what the process before had in hand is due now. */
  recover(): Promise<void>;
  sent(delivery: Delivery, messageId: string): Promise<void>;
  /** Tried again at `at`; `unknownSince` as far as is known after this try. */
  retry(delivery: Delivery, again: { at: Date; problem: Problem; unknownSince: Date | null }): Promise<void>;
  /** The channel's subscriptions pause; the delivery waits with them. */
  pause(delivery: Delivery, reason: PauseReason, nextTry: Date): Promise<void>;
  /** The channel's subscriptions end, and the delivery with them. */
  end(delivery: Delivery, reason: EndReason): Promise<void>;
  /** Kept for inspection, never tried again: Discord found fault with it (`detail`). */
  park(delivery: Delivery, detail: string): Promise<void>;
  /** Nobody can know whether it arrived; never sent again. */
  uncertain(delivery: Delivery): Promise<void>;
  /** The subscriptions that a message was sent for, by the id that stands in its buttons. */
  subscriptionsOf(deliveryId: string): Promise<string[]>;
  /** How many deliveries of a subscription ended without anybody knowing whether they arrived. */
  uncertainOf(subscriptionId: string): Promise<number>;
  /** How many deliveries there are of each status, and how many rows wait to become one. */
  counts(): Promise<Record<DeliveryStatus | 'waiting', number>>;
  /** How many deliveries somebody should look at; quickly, however many there are. */
  troubled(): Promise<{ parked: number; uncertain: number }>;
  /** Drops what nobody is left to be told of, and deletes what was settled DELIVERIES_KEPT_DAYS ago or longer. */
  purge(now?: Date): Promise<void>;
};

export function outboxIn(database: Database, clock: Clock): Outbox {
  // What a power cut undoes is in hand still: by its nonce, or by reading the channel, it is known what became of it.
  const together = new WritesTogether(database, 'restart');
  const settle = (
    id: string,
    changes: Partial<DeliveriesTable>,
    after?: (inside: Database) => Promise<void>,
  ) =>
    together.run(async (inside) => {
      await inside.updateTable('deliveries').set(changes).where('id', '=', id).execute();
      await after?.(inside);
    });
  const now = () => clock().getTime();
  return {
    due: (at, after, limit) => due(database, at.getTime(), after, limit),
    waiting: (group, at) => waiting(database, group, at.getTime()),
    async byId(id) {
      const row = await database.selectFrom('deliveries').selectAll().where('id', '=', id).executeTakeFirst();
      if (!row) return undefined;
      const { status, message_id } = deliverySchema.parse(row);
      return { ...deliveryOf(row), status, messageId: message_id };
    },
    begin: (made, again) => begin(database, made, again, now()),
    async release(deliveries) {
      await database.transaction().execute(async (inside) => {
        for (const { id, unknownSince, tries } of deliveries) {
          const unknown_since = unknownSince?.getTime() ?? null;
          await inside
            .updateTable('deliveries')
            .set({ unknown_since, tries, next_try_at: now() })
            .where('id', '=', id)
            .where('status', '=', 'open')
            .execute();
        }
      });
    },
    async recover() {
      await database
        .updateTable('deliveries')
        .set({ next_try_at: now() })
        .where('status', '=', 'open')
        .where('unknown_since', 'is not', null)
        .where('next_try_at', '>', now())
        .execute();
    },
    sent: ({ id }, messageId) => {
      // Its text stands in the channel now; ninety days of them would fill the disk.
      const done = { status: 'sent', payload: '', unknown_since: null, problem: null } as const;
      return settle(id, { ...done, message_id: messageId, settled_at: now() }, (inside) =>
        noteDelivered(inside, id, now()),
      );
    },
    retry: ({ id }, { at, problem, unknownSince }) => {
      const unknown_since = unknownSince?.getTime() ?? null;
      return settle(id, { next_try_at: at.getTime(), problem, unknown_since }, (inside) =>
        noteProblem(inside, id, problem, now(), at.getTime()),
      );
    },
    pause: ({ id, channelId, unknownSince }, reason, nextTry) => {
      const unknown_since = unknownSince?.getTime() ?? null;
      return settle(id, { next_try_at: now(), problem: reason, unknown_since }, (inside) =>
        pauseThose(inside, { column: 'channel_id', value: channelId }, reason, now(), nextTry.getTime()),
      );
    },
    end: ({ id, channelId }, reason) =>
      settle(id, { status: 'dropped', problem: reason, settled_at: now() }, async (inside) => {
        await endThose(inside, { column: 'channel_id', value: channelId }, reason, now());
      }),
    park: ({ id }, detail) =>
      settle(id, { status: 'parked', problem: detail, settled_at: now() }, (inside) =>
        noteProblem(inside, id, 'refused', now(), null),
      ),
    uncertain: ({ id }) =>
      settle(id, { status: 'uncertain', problem: 'uncertain', settled_at: now() }, (inside) =>
        noteProblem(inside, id, 'uncertain', now(), null),
      ),
    async subscriptionsOf(id) {
      const rows = await database
        .selectFrom('outbox')
        .select('subscription_id')
        .distinct()
        .where('delivery_id', '=', id)
        .execute();
      return rows.map(({ subscription_id }) => subscription_id);
    },
    async uncertainOf(subscriptionId) {
      const { count } = await database
        .selectFrom('outbox')
        .innerJoin('deliveries', 'deliveries.id', 'outbox.delivery_id')
        .where('outbox.subscription_id', '=', subscriptionId)
        .where('deliveries.status', '=', 'uncertain')
        .select((row) => row.fn.count<number>('deliveries.id').distinct().as('count'))
        .executeTakeFirstOrThrow();
      return count;
    },
    counts: () => countsOf(database),
    troubled: () => troubledOf(database),
    purge: (at = clock()) => purge(database, at.getTime()),
  };
}
