/** `/healthz`: whether the bot is connected and can keep what it must, as JSON for whoever watches over it. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** How the connection to Discord is. */
export type GatewayHealth = {
  /** `ready` while events come in; any other word is told as it is. */
  state: string;
  /** Milliseconds since Discord last acknowledged a heartbeat; null before the first. */
  heartbeatAgeMs: number | null;
};

/** Messages to subscribers that somebody should look at; none is sent again by itself. */
export type DeliveryHealth = { parked: number; uncertain: number };

export type HealthSources = {
  gateway: () => GatewayHealth;
  /** The newest figure's date and its age in days; null where there is no figure. */
  newestFigure: () => { date: string; ageDays: number } | null;
  /** Rejects where the state file can't be written. */
  checkState: () => Promise<void>;
  /** How many messages Discord found fault with, and how many nobody knows the fate of; both are kept. */
  deliveries: () => Promise<DeliveryHealth>;
  /** What somebody should look at although the bot goes on: one sentence each. */
  warnings: () => readonly string[];
};

export type HealthServer = { port: number; close(): Promise<void> };

/**
 * Discord asks for a heartbeat about every 41 s; two in a row that were not acknowledged mean a dead connection.
 * https://discord.com/developers/docs/events/gateway#sending-heartbeats
 */
export const HEARTBEAT_TOO_OLD_MS = 90_000;

/** This machine only: what is told is nobody else's business. */
const HOST = '127.0.0.1';

/** Milliseconds for which a look at the state file is not repeated, however often is asked. */
const STATE_CHECK_LASTS = 1000;

/** Serves `/healthz` on a port (0: any free one): 200 where all is well, else 503. Rejects where the port is taken. */
export async function startHealth(port: number, sources: HealthSources): Promise<HealthServer> {
  const state = remembered(() => stateOf(sources));
  const server = createServer((request, response) => {
    const answer = (status: number, body: object) => {
      response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' });
      response.end(request.method === 'HEAD' ? undefined : `${JSON.stringify(body)}\n`);
    };
    const [path] = (request.url ?? '').split('?');
    if (path !== '/healthz') return answer(404, { error: 'There is only /healthz here.' });
    if (request.method !== 'GET' && request.method !== 'HEAD') return answer(405, { error: 'GET it.' });
    void state().then((known) => {
      const health = healthOf(sources, known);
      answer(health.ok ? 200 : 503, health);
    });
  });
  await listening(server, port);
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** What is wrong with the state, in words, and what it knows of deliveries, where it can be asked. */
type StateHealth = { problem: string | undefined; deliveries: DeliveryHealth | null };

async function stateOf({ checkState, deliveries }: HealthSources): Promise<StateHealth> {
  const problem = await checkState().then(() => undefined, messageOf);
  return { problem, deliveries: await deliveries().catch(() => null) };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function healthOf({ gateway, newestFigure, warnings }: HealthSources, { problem, deliveries }: StateHealth) {
  const { state, heartbeatAgeMs } = gateway();
  const isConnected = state === 'ready' && (heartbeatAgeMs ?? 0) <= HEARTBEAT_TOO_OLD_MS;
  const newest = newestFigure();
  return {
    ok: isConnected && problem === undefined,
    gateway: { ok: isConnected, state, heartbeatAgeMs },
    stateDatabase: problem === undefined ? { ok: true } : { ok: false, problem },
    deliveries,
    newestFigure: { date: newest?.date ?? null, ageDays: newest?.ageDays ?? null },
    warnings: warnings(),
  };
}

function listening(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, HOST, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

/** One look at a time, and not again for a moment. */
function remembered<Seen>(look: () => Promise<Seen>): () => Promise<Seen> {
  let known: Promise<Seen> | undefined;
  let until = 0;
  return () => {
    if (known && Date.now() < until) return known;
    until = Date.now() + STATE_CHECK_LASTS;
    known = look();
    return known;
  };
}
