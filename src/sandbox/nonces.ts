/** Nonces: a message that its author sends again within a few minutes is not made twice. */
import type { Clock } from './clock.js';
import type { Message } from './model.js';

/** Discord says "the past few minutes". https://docs.discord.com/developers/resources/message#create-message */
const REMEMBERED_MS = 5 * 60_000;

export class Nonces {
  readonly #clock: Clock;
  readonly #known = new Map<string, Message>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** The message that this author sent with this nonce just now. */
  earlier(authorId: string, nonce: string | number): Message | null {
    const known = this.#known.get(`${authorId} ${nonce}`);
    const fresh = known !== undefined && this.#clock.now() - known.createdAt < REMEMBERED_MS;
    return fresh ? known : null;
  }

  remember(authorId: string, nonce: string | number, message: Message): void {
    this.#known.set(`${authorId} ${nonce}`, message);
  }
}
