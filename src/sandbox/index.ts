/**
 * A stand-in for Discord on loopback: an unmodified discord.js logs in to it, and tests or a page act as people.
 * It knows Discord's protocol and nothing of the bot.
 */
import { Server } from 'node:http';
import { createAdaptorServer, type HttpBindings } from '@hono/node-server';
import { Hono } from 'hono';
import { Actor, type Stage } from './acting.js';
import { ArrangedGuild, type GuildOptions, newPerson, Person, type PersonOptions } from './arranging.js';
import { type BusyCount, countBusy } from './busy.js';
import type { Exchange, Listener } from './changes.js';
import { Clock } from './clock.js';
import { Faults } from './faults.js';
import { Gateway } from './gateway.js';
import { feedGateway } from './gateway-feed.js';
import { isOfPage, pageApplication } from './page/application.js';
import { PageLog } from './page/log.js';
import type { PageOptions } from './page/options.js';
import { Scenery } from './page/scene.js';
import { DEFAULT_RATE_LIMITS, RateLimiter, type RateLimits } from './rate-limits.js';
import { restApplication } from './rest.js';
import { commandRoutes } from './routes/commands.js';
import { interactionRoutes } from './routes/interactions.js';
import { messageRoutes } from './routes/messages.js';
import { placeRoutes } from './routes/places.js';
import { recordTraffic } from './traffic.js';
import { Transcript } from './transcript.js';
import { waitFor } from './waiting.js';
import { World } from './world.js';

export { Actor } from './acting.js';
export { ArrangedChannel, ArrangedGuild, ArrangedRole, type MemberOptions, Person } from './arranging.js';
export type { Change, Exchange } from './changes.js';
export { Clock } from './clock.js';
export { Impossible } from './options.js';
export type { PageAction, PageOptions } from './page/options.js';
export { PERMISSIONS, type PermissionName } from './permissions.js';
export { Shown, ShownMessage, ShownModal } from './shown.js';

const LOOPBACK = '127.0.0.1';

export type SandboxOptions = {
  /** 0 or nothing: any that is free. */
  readonly port?: number;
  readonly token?: string;
  /** Every request is appended to this file as JSON lines. */
  readonly trafficLog?: string;
  readonly clock?: Clock;
  readonly botName?: string;
  readonly rateLimits?: Partial<RateLimits>;
  /** Whether the application may use privileged intents. */
  readonly privilegedIntents?: boolean;
  /** How long acting people wait for the bot, in milliseconds of real time. */
  readonly patienceMs?: number;
};

/** Starts a sandbox. @throws where the port is taken */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const sandbox = new Sandbox(options);
  await sandbox.listen(options.port ?? 0);
  return sandbox;
}

export class Sandbox {
  readonly token: string;
  readonly clock: Clock;
  readonly faults = new Faults();
  readonly world: World;
  readonly gateway: Gateway;
  /** Every request and its answer. */
  readonly traffic: readonly Exchange[];
  /** What the bot must not do, such as asking for routes that do not exist; tests assert that it stays empty. */
  readonly problems: string[] = [];
  readonly #transcript: Transcript;
  readonly #patienceMs: number;
  readonly #server: Server;
  readonly #busy: BusyCount;
  #page: Hono | undefined;

  constructor(options: SandboxOptions) {
    this.clock = options.clock ?? new Clock();
    this.world = new World(this.clock, options.botName ?? 'Tally');
    this.token = options.token ?? `${Buffer.from(this.world.bot.id).toString('base64url')}.sandbox.token`;
    this.#patienceMs = options.patienceMs ?? 10_000;
    this.#transcript = new Transcript(this.world);
    this.traffic = recordTraffic(this.world, options.trafficLog ?? null);
    this.world.changes.listen((change) => {
      if (change.kind === 'problem') this.problems.push(change.text);
    });
    this.gateway = new Gateway(this.world, this.token, options.privilegedIntents ?? false);
    feedGateway(this.world, this.gateway);
    const limiter = new RateLimiter({ ...DEFAULT_RATE_LIMITS, ...options.rateLimits });
    const rest = { world: this.world, token: this.token, faults: this.faults, limiter };
    const application = restApplication(rest, [
      ...placeRoutes(this.world, () => this.gateway.url),
      ...messageRoutes(this.world),
      ...interactionRoutes(this.world),
      ...commandRoutes(this.world),
    ]);
    const served = new Hono<{ Bindings: HttpBindings }>();
    served.all('*', ({ req, env }) => {
      const page = isOfPage(req.path) ? this.#page : undefined;
      return (page ?? application).fetch(req.raw, env);
    });
    const server = createAdaptorServer({ fetch: served.fetch });
    if (!(server instanceof Server)) throw new Error('The sandbox serves plain HTTP only.');
    this.#server = server;
    this.#busy = countBusy(server);
    this.gateway.attach(server);
  }

  /** Where the REST API is, without the version: what `DISCORD_API_URL` is set to. */
  get apiUrl(): string {
    return `${this.world.origin}/api`;
  }

  /** The bot as others see it. */
  get bot(): Person {
    return new Person(this.world.bot);
  }

  get transcript(): string {
    return this.#transcript.text;
  }

  /** Hears of everything that happens from now on; the result ends that. */
  onChange(listener: Listener): () => void {
    return this.world.changes.listen(listener);
  }

  /** A server, with the bot on it unless said otherwise. */
  guild(options: GuildOptions = {}): ArrangedGuild {
    return new ArrangedGuild(this.world, options);
  }

  /** Somebody who is on no server yet. */
  person(options: PersonOptions): Person {
    return newPerson(this.world, options);
  }

  /** Acts as this person. */
  as(person: Person): Actor {
    return new Actor(this.stage, person);
  }

  /** What acting people need of the sandbox. */
  get stage(): Stage {
    return {
      world: this.world,
      faults: this.faults,
      patienceMs: this.#patienceMs,
      transcript: () => this.transcript,
      connected: () => this.gateway.reachable,
    };
  }

  /** Shows this server as a web page, and gives its address. */
  showPage(options: PageOptions): string {
    const { world, faults, gateway } = this;
    const scenery = new Scenery(world, options);
    const feed = { world, scenery, options, log: new PageLog(world), connected: () => gateway.connected };
    const actorFor = (person: Person) => this.as(person);
    this.#page = pageApplication(feed, { world, faults, gateway, scenery, options, actorFor });
    return `${world.origin}/`;
  }

  /** Moves time forward. */
  advance(ms: number): void {
    this.clock.advance(ms);
  }

  /** Resolves once a bot is logged in and sees its servers; at once if one is. */
  async ready(): Promise<void> {
    const failure = () => new Error(`No bot has logged in.\n${this.transcript}`);
    await waitFor(this.world, () => (this.gateway.connected ? true : null), this.#patienceMs, failure);
    await this.gateway.received();
  }

  /**
   * Resolves once the bot has received everything and then has asked for nothing for `quietMs`: to see that it
   * does not answer. A bot that thinks longer than that would go unnoticed.
   */
  async settled(quietMs = 100): Promise<void> {
    await this.gateway.received();
    await this.#busy.idle(quietMs);
  }

  /** Stops serving and drops whoever is connected. */
  async close(): Promise<void> {
    this.faults.releaseAll();
    this.clock.close();
    this.gateway.close();
    await new Promise<void>((resolve) => {
      this.#server.close(() => resolve());
      this.#server.closeAllConnections();
    });
  }

  /** Starts to serve. @throws where the port is taken */
  async listen(port: number): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      this.#server.once('error', reject);
      this.#server.listen(port, LOOPBACK, resolve);
    });
    const address = this.#server.address();
    if (address === null || typeof address === 'string') throw new Error('The sandbox has no address.');
    this.world.origin = `http://${LOOPBACK}:${address.port}`;
  }
}
