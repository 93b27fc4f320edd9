/** All sessions of the bot, and which of them an event is for. */
import type { Payload } from './payloads/payload.js';
import type { Session } from './session.js';

/** https://docs.discord.com/developers/events/gateway#gateway-intents */
export const INTENT = {
  /** What every session gets. */
  none: 0,
  guilds: 1 << 0,
  guildMembers: 1 << 1,
  guildPresences: 1 << 8,
  guildMessages: 1 << 9,
  guildMessageReactions: 1 << 10,
  guildMessageTyping: 1 << 11,
  directMessages: 1 << 12,
  directMessageReactions: 1 << 13,
  directMessageTyping: 1 << 14,
  messageContent: 1 << 15,
} as const;

/** Who an event is for: sessions with this intent on the shard of this server (null: a direct message), or only one. */
export type Audience = {
  readonly guildId: string | null;
  readonly intent: number;
  readonly sessionId?: string;
};

export type GatewayEvent = {
  readonly name: string;
  readonly payload: Payload;
  readonly audience: Audience;
};

export class Sessions {
  readonly #sessions = new Map<string, Session>();
  #twice: string | null = null;

  add(session: Session): void {
    this.#sessions.set(session.id, session);
  }

  get(id: string): Session | undefined {
    return this.#sessions.get(id);
  }

  delete(id: string): void {
    this.#sessions.delete(id);
  }

  /** All, those too that wait to be resumed. */
  get all(): Session[] {
    return [...this.#sessions.values()];
  }

  /** Those whose connection is up. */
  get live(): Session[] {
    return this.all.filter((session) => session.socket !== null);
  }

  /** Whether any session may read what is not addressed to it. */
  get readContent(): boolean {
    return this.all.some((session) => (session.intents & INTENT.messageContent) !== 0);
  }

  /** Sends an event to whom it concerns; those who are away get it when they resume. False where that is nobody. */
  dispatch({ name, payload, audience }: GatewayEvent): boolean {
    const copies = this.#twice === name ? 2 : 1;
    if (this.#twice === name) this.#twice = null;
    const concerned = this.all.filter((known) => isFor(known, audience));
    for (const session of concerned) {
      for (let copy = 0; copy < copies; copy += 1) session.dispatch(name, payload);
    }
    return concerned.length > 0;
  }

  /** The next event of this name goes out twice. */
  duplicateNext(name: string): void {
    this.#twice = name;
  }
}

/** Direct messages go to shard 0, servers by their id. https://docs.discord.com/developers/events/gateway#sharding */
export function shardOf(guildId: string | null, shards: number): number {
  return guildId === null ? 0 : Number((BigInt(guildId) >> 22n) % BigInt(shards));
}

function isFor(session: Session, { guildId, intent, sessionId }: Audience): boolean {
  const [shard, shards] = session.shard;
  if (sessionId !== undefined && sessionId !== session.id) return false;
  return shardOf(guildId, shards) === shard && (intent === INTENT.none || (session.intents & intent) !== 0);
}
