/** From rows of the outbox to messages that are fixed: which updates a message tells, its nonce and its text. */
import { createHash } from 'node:crypto';
import type { Logger } from 'pino';
import { reportFault } from '../discord/errors.js';
import { payloadText } from '../discord/sender.js';
import type { DeliveryToMake, Due, State, WaitingGroup, WaitingRow } from '../state/index.js';
import type { Update, WriteMessage } from './update.js';

export type Composing = {
  state: Pick<State, 'outbox' | 'subscriptions'>;
  write: WriteMessage;
  log: Logger;
  now(): Date;
  /** Channels whose message could not be written, and until when they are left alone. */
  unwritten: Map<string, number>;
};

/** A message that can't be written is a bug of ours, which will not go away within a moment; in ms. */
const LEFT_ALONE = 600_000;

/** https://docs.discord.com/developers/resources/message#create-message */
const NONCE_LENGTH = 25;

/** New deliveries for the groups that are due, and the ids of those that exist already. */
export async function composeDue(
  due: readonly Due[],
  composing: Composing,
): Promise<{ made: DeliveryToMake[]; again: string[] }> {
  const made: DeliveryToMake[] = [];
  const again: string[] = [];
  for (const { item } of due) {
    if (item.kind === 'open') again.push(item.deliveryId);
    else made.push(...(await composeGroup(item.group, composing)));
  }
  return { made, again };
}

/** One message, or none where by now nothing waits; a message that can't be written is logged, and waits. */
async function composeGroup(
  group: WaitingGroup,
  { state, write, log, now, unwritten }: Composing,
): Promise<DeliveryToMake[]> {
  if ((unwritten.get(group.channelId) ?? 0) > now().getTime()) return [];
  try {
    const rows = await state.outbox.waiting(group, now());
    const [first] = rows;
    const subscription = first && (await state.subscriptions.byId(first.subscriptionId));
    if (!subscription) return [];
    const id = nonceOf(rows);
    const message = write(updatesOf(rows), { messageId: id, subscription });
    if (!JSON.stringify(message.components ?? []).includes(id))
      throw new Error('No button of the message holds its id, so that it could not be found again.');
    const { guildId, channelId } = subscription;
    return [
      {
        id,
        guildId,
        channelId,
        subscriptionId: subscription.id,
        payload: payloadText(message, id),
        rows,
      },
    ];
  } catch (error) {
    unwritten.set(group.channelId, now().getTime() + LEFT_ALONE);
    reportFault(error, log, { while: 'writing a message of updates', channel: group.channelId });
    return [];
  }
}

/** The same rows have the same nonce. */
function nonceOf(rows: readonly WaitingRow[]): string {
  const keys = rows.map(({ updateId, subscriptionId }) => `${updateId} ${subscriptionId}`).sort();
  return createHash('sha256').update(JSON.stringify(keys)).digest('hex').slice(0, NONCE_LENGTH);
}

/** Each update once, also where several subscriptions of the channel ask for it. */
function updatesOf(rows: readonly WaitingRow[]): Update[] {
  const updates = new Map<string, Update>();
  for (const { updateId, kind, figure, before, learnedAt } of rows) {
    updates.set(updateId, {
      id: updateId,
      kind,
      figure: JSON.parse(figure),
      ...(before === null ? {} : { before: JSON.parse(before) }),
      learnedAt,
    });
  }
  return [...updates.values()];
}
