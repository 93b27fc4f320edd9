/** Everything that can happen in the sandbox, as one stream: the gateway, the transcript and a page live on it. */
import type {
  Channel,
  Command,
  DirectChannel,
  Guild,
  GuildChannel,
  Interaction,
  Member,
  Message,
  Role,
  User,
} from './model.js';
import type { Payload } from './payloads/payload.js';

/** One request of the bot and what it was answered. */
export type Exchange = {
  readonly method: string;
  /** Below `/api/v10`, without the query. */
  readonly path: string;
  readonly query: string;
  /** The JSON sent; of a multipart request its `payload_json`; undefined where there was none. */
  readonly body: unknown;
  /** How many files came with it. */
  readonly files: number;
  readonly status: number;
  /** The JSON answered; undefined where there was none. */
  readonly answer: unknown;
};

export type Change =
  | { readonly kind: 'message-created'; readonly message: Message }
  | { readonly kind: 'message-edited'; readonly message: Message }
  | { readonly kind: 'message-deleted'; readonly message: Message }
  | {
      readonly kind: 'reaction-added' | 'reaction-removed';
      readonly message: Message;
      readonly user: User;
      readonly emoji: string;
    }
  | { readonly kind: 'typing'; readonly channel: Channel; readonly user: User }
  | { readonly kind: 'guild-added'; readonly guild: Guild }
  /** One session has logged in and is told of a server that the bot has been on. */
  | { readonly kind: 'guild-shown'; readonly guild: Guild; readonly sessionId: string }
  | { readonly kind: 'guild-removed'; readonly guild: Guild; readonly outage: boolean }
  | { readonly kind: 'channel-created'; readonly channel: GuildChannel }
  | { readonly kind: 'channel-updated'; readonly channel: GuildChannel }
  | { readonly kind: 'channel-deleted'; readonly channel: GuildChannel }
  | { readonly kind: 'direct-channel-opened'; readonly channel: DirectChannel }
  | { readonly kind: 'role-created' | 'role-updated'; readonly guild: Guild; readonly role: Role }
  | { readonly kind: 'member-joined' | 'member-updated'; readonly member: Member }
  | {
      readonly kind: 'commands-changed';
      readonly guildId: string | null;
      readonly commands: readonly Command[];
    }
  | { readonly kind: 'interaction-created'; readonly interaction: Interaction }
  | { readonly kind: 'interaction-answered'; readonly interaction: Interaction }
  | { readonly kind: 'interaction-unanswered'; readonly interaction: Interaction }
  | { readonly kind: 'gateway'; readonly event: GatewayEvent }
  | { readonly kind: 'request'; readonly exchange: Exchange }
  /** An event went out to the bot, or waits for it to resume. */
  | { readonly kind: 'dispatched'; readonly name: string; readonly payload: Payload }
  | { readonly kind: 'problem'; readonly text: string };

/** What happened to the bot's connection. */
export type GatewayEvent = 'identified' | 'resumed' | 'closed' | 'refused' | 'cut';

export type Listener = (change: Change) => void;

/** The stream: whoever listens hears each change once, in order, at once. */
export class Changes {
  readonly #listeners = new Set<Listener>();

  /** Calls `listener` at each change from now on; the result ends that. */
  listen(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  tell(change: Change): void {
    for (const listener of [...this.#listeners]) listener(change);
  }
}
