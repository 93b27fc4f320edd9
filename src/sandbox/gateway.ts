/** The gateway: connections over WebSocket, logging in, heartbeats, resuming, and sending events to who may see them. */
import { randomUUID } from 'node:crypto';
import type { Server } from 'node:http';
import { type RawData, type WebSocket, WebSocketServer } from 'ws';
import { z } from 'zod';
import type { Guild } from './model.js';
import type { Payload } from './payloads/payload.js';
import { ownUserPayload } from './payloads/user.js';
import { OP, Session } from './session.js';
import type { World } from './world.js';

/** https://docs.discord.com/developers/events/gateway#gateway-intents */
export const INTENT = {
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

const PRIVILEGED = INTENT.guildMembers | INTENT.guildPresences | INTENT.messageContent;

/** https://docs.discord.com/developers/topics/opcodes-and-status-codes#gateway-gateway-close-event-codes */
const CLOSE = {
  unknownError: 4000,
  decodeError: 4002,
  notAuthenticated: 4003,
  badToken: 4004,
  forbiddenIntents: 4014,
};

const HEARTBEAT_INTERVAL_MS = 41_250;

const frame = z.object({ op: z.int(), d: z.unknown() });
const identify = z.object({
  token: z.string(),
  intents: z.int(),
  shard: z.tuple([z.int(), z.int()]).optional(),
});
const resume = z.object({ token: z.string(), session_id: z.string(), seq: z.int() });

/** Who an event is for: sessions with this intent, on the shard of this server (null: a direct message). */
export type Audience = { readonly guildId: string | null; readonly intent: number };

export class Gateway {
  readonly #world: World;
  readonly #token: string;
  readonly #privileged: boolean;
  readonly #server: WebSocketServer;
  readonly #sessions = new Map<string, Session>();
  readonly #heartbeats = new Map<WebSocket, (() => void)[]>();
  #twice: string | null = null;

  /** `privileged`: whether the application may use the privileged intents. */
  constructor(world: World, token: string, privileged: boolean) {
    this.#world = world;
    this.#token = token;
    this.#privileged = privileged;
    this.#server = new WebSocketServer({ noServer: true });
    this.#server.on('connection', (socket) => this.#greet(socket));
  }

  /** Takes over connections to `/gateway` of this server. */
  attach(http: Server): void {
    http.on('upgrade', (request, socket, head) => {
      if (!/^\/gateway\/?(?:\?|$)/.test(request.url ?? '')) {
        this.#world.problem(`A WebSocket was opened at ${request.url}; there is only /gateway.`);
        socket.destroy();
        return;
      }
      this.#server.handleUpgrade(request, socket, head, (opened) =>
        this.#server.emit('connection', opened, request),
      );
    });
  }

  get url(): string {
    return `${this.#world.origin.replace(/^http/, 'ws')}/gateway`;
  }

  /** Whether a bot is logged in and its connection is up. */
  get connected(): boolean {
    return this.#live().length > 0;
  }

  /** Whether a bot is logged in, be it that its connection is down for the moment and it will resume. */
  get reachable(): boolean {
    return this.#sessions.size > 0;
  }

  /** Sends an event to whom it concerns. */
  dispatch(event: string, payload: Payload, audience: Audience): void {
    for (const session of this.#sessions.values()) {
      if (!isFor(session, audience)) continue;
      session.dispatch(event, payload);
      if (this.#twice === event) session.dispatch(event, payload);
    }
    if (this.#twice === event) this.#twice = null;
  }

  /** The intents of whoever is logged in, together. */
  get intents(): number {
    return [...this.#sessions.values()].reduce((all, session) => all | session.intents, 0);
  }

  /** The next event of this name is sent twice, as Discord now and then does. */
  duplicateNext(event: string): void {
    this.#twice = event;
  }

  /** Ends the connections without a word, as a broken network does; the bot can resume. */
  cut(): void {
    for (const session of this.#live()) session.socket?.terminate();
    this.#tell('cut');
  }

  /** Asks the bot to connect anew and resume (op 7). */
  askToReconnect(): void {
    for (const session of this.#live()) sendFrame(session.socket, { op: OP.reconnect, d: null });
  }

  /** Ends the sessions (op 9): the bot has to log in anew, and what it missed is lost. */
  invalidate(): void {
    for (const session of this.#live()) {
      this.#sessions.delete(session.id);
      sendFrame(session.socket, { op: OP.invalidSession, d: false });
    }
  }

  /** Resolves once the bot has received everything sent so far: it answers heartbeats in order. */
  async received(): Promise<void> {
    const asked = this.#live().map(
      (session) =>
        new Promise<void>((resolve) => {
          const { socket } = session;
          if (socket === null) return resolve();
          this.#heartbeats.set(socket, [...(this.#heartbeats.get(socket) ?? []), resolve]);
          sendFrame(socket, { op: OP.heartbeat, d: null });
        }),
    );
    await Promise.all(asked);
  }

  close(): void {
    for (const socket of this.#server.clients) socket.terminate();
    this.#server.close();
  }

  #live(): Session[] {
    return [...this.#sessions.values()].filter((session) => session.socket !== null);
  }

  #greet(socket: WebSocket): void {
    sendFrame(socket, { op: OP.hello, d: { heartbeat_interval: HEARTBEAT_INTERVAL_MS } });
    socket.on('message', (data) => this.#receive(socket, data));
    socket.on('close', (code) => this.#closed(socket, code));
    // A connection that breaks also closes, and that is where it is dealt with.
    socket.on('error', () => socket.terminate());
  }

  #receive(socket: WebSocket, data: RawData): void {
    const parsed = frame.safeParse(jsonOf(data));
    if (!parsed.success) return socket.close(CLOSE.decodeError, 'Decode error.');
    const { op, d } = parsed.data;
    switch (op) {
      case OP.heartbeat:
        sendFrame(socket, { op: OP.heartbeatAck, d: null });
        for (const answered of this.#heartbeats.get(socket) ?? []) answered();
        this.#heartbeats.delete(socket);
        return;
      case OP.identify:
        return this.#identify(socket, d);
      case OP.resume:
        return this.#resume(socket, d);
      case OP.presence:
        return;
      default:
        this.#world.problem(`The sandbox's gateway does not know op ${op}.`);
    }
  }

  #identify(socket: WebSocket, data: unknown): void {
    const asked = identify.safeParse(data);
    if (!asked.success) return socket.close(CLOSE.decodeError, 'Decode error.');
    const { token, intents, shard } = asked.data;
    if (token !== this.#token) return this.#refuse(socket, CLOSE.badToken, 'Authentication failed.');
    if (!this.#privileged && (intents & PRIVILEGED) !== 0) {
      return this.#refuse(socket, CLOSE.forbiddenIntents, 'Disallowed intent(s).');
    }
    const session = new Session(randomUUID(), intents, shard ?? [0, 1], socket);
    this.#sessions.set(session.id, session);
    const guilds = [...this.#world.guilds.values()].filter(
      (guild) =>
        guild.members.has(this.#world.bot.id) && shardOf(guild.id, session.shard[1]) === session.shard[0],
    );
    session.dispatch('READY', this.#ready(session, guilds));
    this.#tell('identified');
    for (const guild of guilds.filter(({ outage }) => !outage)) {
      this.#world.changes.tell({ kind: 'guild-shown', guild, sessionId: session.id });
    }
  }

  /** Sends an event to one session only. */
  dispatchTo(sessionId: string, event: string, payload: Payload): void {
    this.#sessions.get(sessionId)?.dispatch(event, payload);
  }

  #ready(session: Session, guilds: readonly Guild[]): Payload {
    return {
      v: 10,
      user: ownUserPayload(this.#world.bot),
      guilds: guilds.map(({ id }) => ({ id, unavailable: true })),
      session_id: session.id,
      resume_gateway_url: this.url,
      shard: session.shard,
      application: { id: this.#world.bot.id, flags: 0 },
      session_type: 'normal',
      private_channels: [],
      relationships: [],
      user_settings: {},
    };
  }

  #resume(socket: WebSocket, data: unknown): void {
    const asked = resume.safeParse(data);
    if (!asked.success) return socket.close(CLOSE.decodeError, 'Decode error.');
    if (asked.data.token !== this.#token)
      return this.#refuse(socket, CLOSE.badToken, 'Authentication failed.');
    const session = this.#sessions.get(asked.data.session_id);
    if (session === undefined || !session.reaches(asked.data.seq)) {
      return sendFrame(socket, { op: OP.invalidSession, d: false });
    }
    session.resume(socket, asked.data.seq);
    this.#tell('resumed');
  }

  #refuse(socket: WebSocket, code: number, reason: string): void {
    socket.close(code, reason);
    this.#tell('refused');
  }

  #closed(socket: WebSocket, code: number): void {
    for (const answered of this.#heartbeats.get(socket) ?? []) answered();
    this.#heartbeats.delete(socket);
    const session = [...this.#sessions.values()].find((known) => known.socket === socket);
    if (session === undefined) return;
    session.detach();
    // A client that says goodbye properly ends its session.
    if (code === 1000 || code === 1001) this.#sessions.delete(session.id);
    this.#tell('closed');
  }

  #tell(event: 'identified' | 'resumed' | 'closed' | 'refused' | 'cut'): void {
    this.#world.changes.tell({ kind: 'gateway', event });
  }
}

/** Direct messages go to shard 0, servers by their id. https://docs.discord.com/developers/events/gateway#sharding */
function shardOf(guildId: string | null, shards: number): number {
  return guildId === null ? 0 : Number((BigInt(guildId) >> 22n) % BigInt(shards));
}

function isFor(session: Session, { guildId, intent }: Audience): boolean {
  const [shard, shards] = session.shard;
  return shardOf(guildId, shards) === shard && (intent === 0 || (session.intents & intent) !== 0);
}

function sendFrame(socket: WebSocket | null, payload: Payload): void {
  socket?.send(JSON.stringify(payload));
}

function jsonOf(data: RawData): unknown {
  try {
    return JSON.parse(String(data));
  } catch {
    // Not JSON: the schema refuses undefined, and the sender hears 4002.
    return undefined;
  }
}
