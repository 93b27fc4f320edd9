/** The gateway: connections over WebSocket, logging in, heartbeats, resuming, and what can go wrong with them. */
import { randomUUID } from 'node:crypto';
import type { Server } from 'node:http';
import { type RawData, type WebSocket, WebSocketServer } from 'ws';
import { z } from 'zod';
import type { Guild } from './model.js';
import type { Payload } from './payloads/payload.js';
import { ownUserPayload } from './payloads/user.js';
import { OP, Session } from './session.js';
import { type GatewayEvent, INTENT, Sessions, shardOf } from './sessions.js';
import type { World } from './world.js';

const PRIVILEGED = INTENT.guildMembers | INTENT.guildPresences | INTENT.messageContent;

/** https://docs.discord.com/developers/topics/opcodes-and-status-codes#gateway-gateway-close-event-codes */
const CLOSE = { decodeError: 4002, badToken: 4004, forbiddenIntents: 4014 } as const;

/** Codes by which a client says that it will not come back. */
const GOODBYE = [1000, 1001];

const HEARTBEAT_INTERVAL_MS = 41_250;

const frame = z.object({ op: z.int(), d: z.unknown() });
const identify = z.object({
  token: z.string(),
  intents: z.int(),
  shard: z.tuple([z.int(), z.int()]).optional(),
});
const resume = z.object({ token: z.string(), session_id: z.string(), seq: z.int() });

export class Gateway {
  readonly #world: World;
  readonly #token: string;
  readonly #privileged: boolean;
  readonly #server = new WebSocketServer({ noServer: true });
  readonly #sessions = new Sessions();
  /** Who waits for the next heartbeat of a connection. */
  readonly #awaited = new Map<WebSocket, (() => void)[]>();

  /** `privileged`: whether the application may use the privileged intents. */
  constructor(world: World, token: string, privileged: boolean) {
    this.#world = world;
    this.#token = token;
    this.#privileged = privileged;
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
    return this.#sessions.live.length > 0;
  }

  /** Whether a bot is logged in, even if its connection is down for the moment and it has yet to resume. */
  get reachable(): boolean {
    return this.#sessions.all.length > 0;
  }

  /** Whether the bot may read messages that are not addressed to it. */
  get readsContent(): boolean {
    return this.#sessions.readContent;
  }

  /** Sends an event to whom it concerns; false where that is nobody. */
  dispatch(event: GatewayEvent): boolean {
    return this.#sessions.dispatch(event);
  }

  /** The next event of this name is sent twice, as Discord now and then does. */
  duplicateNext(name: string): void {
    this.#sessions.duplicateNext(name);
  }

  /** Ends the connections without a word, as a broken network does; the bot can resume. */
  cut(): void {
    for (const { socket } of this.#sessions.live) socket?.terminate();
    this.#tell('cut');
  }

  /** Asks the bot to connect anew and resume (op 7). */
  askToReconnect(): void {
    for (const { socket } of this.#sessions.live) send(socket, { op: OP.reconnect, d: null });
  }

  /** Ends the sessions (op 9): the bot has to log in anew, and what it missed is lost. */
  invalidate(): void {
    for (const { id, socket } of this.#sessions.live) {
      this.#sessions.delete(id);
      send(socket, { op: OP.invalidSession, d: false });
    }
  }

  /** Resolves once the bot has received everything sent so far: it answers a call for a heartbeat in order. */
  async received(): Promise<void> {
    const sockets = this.#sessions.live.flatMap(({ socket }) => (socket === null ? [] : [socket]));
    await Promise.all(
      sockets.map(
        (socket) =>
          new Promise<void>((resolve) => {
            this.#awaited.set(socket, [...(this.#awaited.get(socket) ?? []), resolve]);
            send(socket, { op: OP.heartbeat, d: null });
          }),
      ),
    );
  }

  close(): void {
    for (const socket of this.#server.clients) socket.terminate();
    this.#server.close();
  }

  #greet(socket: WebSocket): void {
    send(socket, { op: OP.hello, d: { heartbeat_interval: HEARTBEAT_INTERVAL_MS } });
    socket.on('message', (data) => this.#receive(socket, data));
    socket.on('close', (code) => this.#closed(socket, code));
    // A connection that breaks also closes, and that is where it is dealt with.
    socket.on('error', () => socket.terminate());
  }

  #receive(socket: WebSocket, data: RawData): void {
    const parsed = frame.safeParse(jsonOf(data));
    if (!parsed.success) {
      socket.close(CLOSE.decodeError, 'Decode error.');
      return;
    }
    const { op, d } = parsed.data;
    if (op === OP.heartbeat) this.#heartbeat(socket);
    else if (op === OP.identify) this.#identify(socket, d);
    else if (op === OP.resume) this.#resume(socket, d);
    else if (op !== OP.presence) this.#world.problem(`The sandbox's gateway does not know op ${op}.`);
  }

  #heartbeat(socket: WebSocket): void {
    send(socket, { op: OP.heartbeatAck, d: null });
    this.#release(socket);
  }

  #identify(socket: WebSocket, data: unknown): void {
    const asked = identify.safeParse(data);
    if (!asked.success) {
      socket.close(CLOSE.decodeError, 'Decode error.');
      return;
    }
    const { token, intents, shard } = asked.data;
    if (token !== this.#token) {
      this.#refuse(socket, CLOSE.badToken, 'Authentication failed.');
      return;
    }
    if (!this.#privileged && (intents & PRIVILEGED) !== 0) {
      this.#refuse(socket, CLOSE.forbiddenIntents, 'Disallowed intent(s).');
      return;
    }
    const session = new Session(randomUUID(), intents, shard ?? [0, 1], socket);
    this.#sessions.add(session);
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

  /** https://docs.discord.com/developers/events/gateway-events#ready */
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
    if (!asked.success) {
      socket.close(CLOSE.decodeError, 'Decode error.');
      return;
    }
    if (asked.data.token !== this.#token) {
      this.#refuse(socket, CLOSE.badToken, 'Authentication failed.');
      return;
    }
    const session = this.#sessions.get(asked.data.session_id);
    if (session === undefined || !session.reaches(asked.data.seq)) {
      send(socket, { op: OP.invalidSession, d: false });
      return;
    }
    session.resume(socket, asked.data.seq);
    this.#tell('resumed');
  }

  #refuse(socket: WebSocket, code: number, reason: string): void {
    socket.close(code, reason);
    this.#tell('refused');
  }

  #closed(socket: WebSocket, code: number): void {
    this.#release(socket);
    const session = this.#sessions.all.find((known) => known.socket === socket);
    if (session === undefined) return;
    session.detach();
    if (GOODBYE.includes(code)) this.#sessions.delete(session.id);
    this.#tell('closed');
  }

  #release(socket: WebSocket): void {
    for (const resolve of this.#awaited.get(socket) ?? []) resolve();
    this.#awaited.delete(socket);
  }

  #tell(event: 'identified' | 'resumed' | 'closed' | 'refused' | 'cut'): void {
    this.#world.changes.tell({ kind: 'gateway', event });
  }
}

function send(socket: WebSocket | null, payload: Payload): void {
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
