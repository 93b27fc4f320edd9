/** One try to deliver one message, and what is noted of it. */
import type { Logger } from 'pino';
import type { Attempt } from '../discord/attempt.js';
import type { Sender } from '../discord/sender.js';
import type { Delivery, State } from '../state/index.js';
import type { Pace } from './pace.js';
import { type Verdict, verdictOf } from './verdict.js';

export type Means = {
  state: Pick<State, 'outbox' | 'subscriptions'>;
  sender: Sender;
  log: Logger;
  now(): Date;
  random(): number;
  brake: Pick<Pace, 'hold'>;
  /** Waits for the turn of one more request; false where the program stops. */
  turn(): Promise<boolean>;
};

/**
 * So long a message whose fate is unknown may be sent again in the certainty that Discord recognises its nonce: it
 * says "the past few minutes". Afterwards the channel is read first. In ms.
 * https://docs.discord.com/developers/resources/message#create-message
 */
export const NONCE_WINDOW = 110_000;

/** Permissions that come back are told by the gateway; so often it is looked for all the same, in ms. */
const RECHECK_AFTER = 86_400_000;

/** While Discord fails or is out of reach, everything waits a little, in ms, not only what has failed. */
const HOLD_AFTER_FAILURE = 100;

/** Tries once. What is unknown afterwards is in hand still, on the disk too. */
export async function tryToDeliver(delivery: Delivery, means: Means): Promise<void> {
  const { sender, log } = means;
  if (sender.mayWrite(delivery.channelId) === false)
    return settle(delivery, { kind: 'pause', reason: 'no-permission' }, means);
  const clear = await settleUnknown(delivery, means);
  if (clear === 'done') return;
  const begunAt = means.now();
  const attempt = await send(clear, means);
  const verdict = verdictOf(attempt, delivery.tries + 1, means.random());
  if (attempt.kind === 'rate-limited' && attempt.isGlobal) means.brake.hold(attempt.retryAfterMs);
  if (attempt.kind === 'unanswered' || attempt.kind === 'unreached') means.brake.hold(HOLD_AFTER_FAILURE);
  if (attempt.kind === 'refused' || attempt.kind === 'unanswered')
    log.info({ delivery: delivery.id, channel: delivery.channelId, attempt, verdict }, 'was not delivered');
  const unknownSince =
    verdict.kind === 'retry' && verdict.maybeSent ? (clear.unknownSince ?? begunAt) : clear.unknownSince;
  await settle({ ...clear, unknownSince }, verdict, means);
}

/** Conversations may have to be opened first; that makes no message. */
async function send(
  { guildId, channelId, subscriptionId, payload }: Delivery,
  means: Means,
): Promise<Attempt> {
  const { sender, state } = means;
  if (guildId !== null) return sender.send(channelId, payload);
  const subscription = await state.subscriptions.byId(subscriptionId);
  if (!subscription) return sender.send(channelId, payload);
  const opened = await sender.openConversation(subscription.createdBy);
  if (opened.kind === 'unanswered') return { kind: 'unreached', detail: opened.detail };
  return opened.kind === 'sent' ? sender.send(opened.messageId, payload) : opened;
}

/**
 * A message that may be there and is too old for its nonce: looked for, and noted as sent where it is there. Gives
 * the delivery, of which it is now known that it was not sent, or 'done' where this try is over.
 */
async function settleUnknown(delivery: Delivery, means: Means): Promise<Delivery | 'done'> {
  const { unknownSince } = delivery;
  if (unknownSince === null) return delivery;
  const age = means.now().getTime() - unknownSince.getTime();
  // By a clock that was set back it may be of any age.
  if (age >= 0 && age < NONCE_WINDOW) return delivery;
  const since = age < 0 ? means.now() : unknownSince;
  const found = await means.sender.find(delivery.channelId, delivery.id, since);
  switch (found.kind) {
    case 'found':
      await means.state.outbox.sent(delivery, found.messageId);
      return 'done';
    case 'absent': {
      if (await means.turn()) return { ...delivery, unknownSince: null };
      await means.state.outbox.release([delivery]);
      return 'done';
    }
    case 'unreadable':
      means.log.warn(
        { delivery: delivery.id, channel: delivery.channelId },
        'nobody can know whether this message arrived; it is not sent again',
      );
      await means.state.outbox.uncertain(delivery);
      return 'done';
    case 'failed': {
      const verdict = verdictOf(found.attempt, delivery.tries + 1, means.random());
      const afterMs = verdict.kind === 'retry' ? verdict.afterMs : NONCE_WINDOW;
      const problem = verdict.kind === 'retry' ? verdict.problem : 'discord-failing';
      await settle(delivery, { kind: 'retry', afterMs, problem, maybeSent: true }, means);
      return 'done';
    }
  }
}

/** Notes a verdict; `delivery.unknownSince` is what is known after the try. */
async function settle(delivery: Delivery, verdict: Verdict, { state, log, now }: Means): Promise<void> {
  const { outbox } = state;
  switch (verdict.kind) {
    case 'sent':
      return outbox.sent(delivery, verdict.messageId);
    case 'retry': {
      const at = new Date(now().getTime() + verdict.afterMs);
      return outbox.retry(delivery, { at, problem: verdict.problem, unknownSince: delivery.unknownSince });
    }
    case 'pause':
      return outbox.pause(delivery, verdict.reason, new Date(now().getTime() + RECHECK_AFTER));
    case 'end':
      return outbox.end(delivery, verdict.reason);
    case 'park':
      log.error(
        { delivery: delivery.id, channel: delivery.channelId, detail: verdict.detail },
        'Discord finds fault with a message of ours; it is kept and not sent again',
      );
      return outbox.park(delivery, verdict.detail);
  }
}
