/**
 * Brings what is in the outbox to Discord: evenly, every server in its turn, each message once. A message is fixed
 * and in hand on the disk before it is sent, so that whatever happens, the next process knows what may be there.
 */
import { setMaxListeners } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import type { Logger } from 'pino';
import { reportFault } from '../discord/errors.js';
import type { Sender } from '../discord/sender.js';
import type { Delivery, Due, State } from '../state/index.js';
import { composeDue } from './composing.js';
import { Pace } from './pace.js';
import { recheckAll, recheckGuild } from './rechecking.js';
import { tryToDeliver } from './trying.js';
import type { WriteMessage } from './update.js';

export type DeliveryOptions = {
  state: Pick<State, 'outbox' | 'subscriptions'>;
  sender: Sender;
  write: WriteMessage;
  log: Logger;
  /** Default: the system's clock. */
  now?: () => Date;
  /** Default: PER_SECOND. */
  perSecond?: number;
  /** From 0 to 1, for waits after failures. Default: Math.random. */
  random?: () => number;
};

export type RunningDelivery = {
  /** There is something new in the outbox. */
  wake(): void;
  /** Begins nothing more and waits, `patience` ms at most, for what is on its way. */
  stop(patience: number): Promise<void>;
};

/**
 * Of Discord's 50 requests a second, so that answers, registration and the rest never wait for deliveries.
 * https://docs.discord.com/developers/topics/rate-limits#global-rate-limit
 */
export const PER_SECOND = 40;

/** So much is asked for at a time, and so much of that is fixed and taken in hand together. */
const DUE_AT_ONCE = 400;
const IN_HAND_AT_ONCE = 20;

/** More requests without an answer than these are an outage, in which waiting is better than asking. */
const UNANSWERED_AT_MOST = 100;

/** Digests and waits after failures are due by the clock; so often it is looked at, in ms. */
const LOOK_EVERY = 1_000;

const DAY_MS = 86_400_000;

/** Starts to deliver. It never ends by itself: what fails is logged and tried again. */
export function startDelivery(options: DeliveryOptions): RunningDelivery {
  const courier = new Courier(options);
  courier.start();
  return courier;
}

class Courier implements RunningDelivery {
  readonly #options: Required<DeliveryOptions>;
  readonly #pace: Pace;
  readonly #stopping = new AbortController();
  readonly #unwritten = new Map<string, number>();
  readonly #onTheirWay = new Set<Promise<void>>();
  /** Ids of what is on its way: by a clock that is set forward it may look due again. */
  readonly #inHand = new Set<string>();
  #ran: Promise<void> = Promise.resolve();
  #awake = new AbortController();
  /** The place that was served last; the next round begins after it. At first anyone's. */
  #after: string;
  #stopHearing: () => void = () => {};
  #daily: NodeJS.Timeout | undefined;

  constructor(options: DeliveryOptions) {
    this.#options = { now: () => new Date(), perSecond: PER_SECOND, random: Math.random, ...options };
    this.#pace = new Pace(this.#options.perSecond);
    // Everyone who waits for a turn listens whether the program stops.
    setMaxListeners(0, this.#stopping.signal);
    this.#after = String(Math.floor(this.#options.random() * 1e19));
  }

  start(): void {
    const recheck = (guildId: string) => this.#quietly('rechecking', () => this.#recheck(guildId));
    this.#stopHearing = this.#options.sender.onAccessChange((guildId) => void recheck(guildId));
    const all = () => this.#quietly('rechecking', () => recheckAll(this.#options));
    this.#daily = setInterval(() => void all(), DAY_MS).unref();
    this.#ran = this.#quietly('recovering', () => this.#options.state.outbox.recover())
      .then(all)
      .then(() => this.#run());
  }

  wake(): void {
    this.#awake.abort();
  }

  async stop(patience: number): Promise<void> {
    this.#stopHearing();
    clearInterval(this.#daily);
    this.#stopping.abort();
    this.wake();
    const late = new AbortController();
    const done = this.#ran.then(() => Promise.all(this.#onTheirWay)).finally(() => late.abort());
    await Promise.race([done, pause(patience, undefined, { signal: late.signal }).catch(() => {})]);
    if (this.#onTheirWay.size > 0)
      this.#options.log.warn({ deliveries: this.#onTheirWay.size }, 'stopped with messages on their way');
  }

  async #run(): Promise<void> {
    while (!this.#stopping.signal.aborted) {
      this.#awake = new AbortController();
      const isMore = await this.#quietly('delivering', () => this.#deliverDue());
      if (!isMore) await this.#rest();
    }
  }

  /** True where something was sent; what is due and can't be sent must not keep it from resting. */
  async #deliverDue(): Promise<boolean> {
    const { state, now } = this.#options;
    const all = await state.outbox.due(now(), this.#after, DUE_AT_ONCE);
    this.#after = all.at(-1)?.place ?? this.#after;
    const due = all.filter(({ item }) => item.kind === 'waiting' || !this.#inHand.has(item.deliveryId));
    let sent = 0;
    const batches = inBatches(due, IN_HAND_AT_ONCE);
    // While one batch goes out, the next is written down: the disk must not hold up the pace.
    let next = this.#takeInHand(batches[0] ?? []);
    for (let batch = 1; batch <= batches.length; batch += 1) {
      const inHand = await next;
      next = this.#takeInHand(this.#stopping.signal.aborted ? [] : (batches[batch] ?? []));
      // Its failure is heard of when it is waited for; until then it must not count as one that nobody hears of.
      next.catch(() => {});
      sent += inHand.length;
      await this.#sendAll(inHand);
    }
    await next;
    return sent > 0;
  }

  async #takeInHand(due: readonly Due[]): Promise<Delivery[]> {
    if (due.length === 0) return [];
    const { made, again } = await composeDue(due, { ...this.#options, unwritten: this.#unwritten });
    return this.#options.state.outbox.begin(made, again);
  }

  /** One after the other; what is not sent because the program stops is let go. */
  async #sendAll(inHand: readonly Delivery[]): Promise<void> {
    for (const [index, delivery] of inHand.entries()) {
      if (!(await this.#myTurn())) {
        await this.#options.state.outbox.release(inHand.slice(index));
        return;
      }
      const sending = this.#quietly('delivering', () => this.#send(delivery)).finally(() => {
        this.#onTheirWay.delete(sending);
        this.#inHand.delete(delivery.id);
      });
      this.#onTheirWay.add(sending);
      this.#inHand.add(delivery.id);
      if (this.#onTheirWay.size >= UNANSWERED_AT_MOST) await Promise.race(this.#onTheirWay);
    }
  }

  async #send(delivery: Delivery): Promise<void> {
    const means = { ...this.#options, brake: this.#pace, turn: () => this.#myTurn() };
    await tryToDeliver(delivery, means);
  }

  /** False where the program stops. */
  async #myTurn(): Promise<boolean> {
    return this.#pace.turn(this.#stopping.signal).then(
      () => true,
      () => false,
    );
  }

  async #recheck(guildId: string): Promise<void> {
    if (await recheckGuild(guildId, this.#options)) this.wake();
  }

  async #rest(): Promise<void> {
    await pause(LOOK_EVERY, undefined, { signal: this.#awake.signal }).catch(() => {});
  }

  /** A fault (a full disk, a bug) must not end all deliveries: it is logged, and everything is tried again. */
  async #quietly<Result>(what: string, work: () => Promise<Result>): Promise<Result | undefined> {
    try {
      return await work();
    } catch (error) {
      reportFault(error, this.#options.log, { while: what });
      return undefined;
    }
  }
}

function inBatches<Item>(all: readonly Item[], size: number): Item[][] {
  const batches: Item[][] = [];
  for (let start = 0; start < all.length; start += size) batches.push(all.slice(start, start + size));
  return batches;
}
