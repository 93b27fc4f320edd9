/** One session of the bot with the gateway: what was sent in it, so that a dropped connection can catch up. */
import type { WebSocket } from 'ws';
import type { Payload } from './payloads/payload.js';

/** https://docs.discord.com/developers/topics/opcodes-and-status-codes#gateway-gateway-opcodes */
export const OP = {
  dispatch: 0,
  heartbeat: 1,
  identify: 2,
  presence: 3,
  resume: 6,
  reconnect: 7,
  requestMembers: 8,
  invalidSession: 9,
  hello: 10,
  heartbeatAck: 11,
} as const;

/** How many dispatches are kept for a resume. */
const KEPT = 10_000;

type Dispatch = { readonly op: 0; readonly s: number; readonly t: string; readonly d: Payload };

export class Session {
  readonly id: string;
  readonly intents: number;
  readonly shard: readonly [number, number];
  #socket: WebSocket | null;
  #sequence = 0;
  readonly #sent: Dispatch[] = [];

  constructor(id: string, intents: number, shard: readonly [number, number], socket: WebSocket) {
    this.id = id;
    this.intents = intents;
    this.shard = shard;
    this.#socket = socket;
  }

  get socket(): WebSocket | null {
    return this.#socket;
  }

  get sequence(): number {
    return this.#sequence;
  }

  /** Sends an event, or keeps it for the resume where the connection is down. */
  dispatch(event: string, payload: Payload): void {
    this.#sequence += 1;
    // Later changes must not show in what is sent again, so it is fixed here.
    const dispatch: Dispatch = { op: OP.dispatch, s: this.#sequence, t: event, d: structuredClone(payload) };
    this.#sent.push(dispatch);
    if (this.#sent.length > KEPT) this.#sent.shift();
    this.#send(dispatch);
  }

  /** Whether the bot can be given everything that it missed since `sequence`. */
  reaches(sequence: number): boolean {
    const oldest = this.#sent[0]?.s ?? 1;
    return sequence >= oldest - 1 && sequence <= this.#sequence;
  }

  /** Carries on over a new connection, after what was missed. */
  resume(socket: WebSocket, sequence: number): void {
    this.#socket = socket;
    for (const dispatch of this.#sent.filter((sent) => sent.s > sequence)) this.#send(dispatch);
    this.dispatch('RESUMED', {});
  }

  /** The connection is gone; the session waits to be resumed. */
  detach(): void {
    this.#socket = null;
  }

  #send(dispatch: Dispatch): void {
    this.#socket?.send(JSON.stringify(dispatch));
  }
}
