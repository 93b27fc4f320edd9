/** The things of the sandbox's Discord as it keeps them; `payloads/` turns them into Discord's JSON. */
import type { CommandBody } from './bodies/command.js';
import type { MessageComponent } from './bodies/component.js';
import type { EmbedBody } from './bodies/embed.js';
import type { ModalBody } from './bodies/modal.js';

export type User = {
  readonly id: string;
  name: string;
  readonly bot: boolean;
  /** The language of the person's Discord, as in `en-GB`. */
  locale: string;
  /** Whether bots may write to them. */
  acceptsDirectMessages: boolean;
  /** Whether they have installed the bot for themselves, to use it where it is not. */
  hasInstalled: boolean;
};

export type Role = {
  readonly id: string;
  name: string;
  permissions: bigint;
  position: number;
  /** Whether anyone may mention it. */
  mentionable: boolean;
};

export type Member = {
  readonly user: User;
  readonly guild: Guild;
  readonly roles: Set<string>;
  readonly joinedAt: number;
};

export type Guild = {
  readonly id: string;
  name: string;
  ownerId: string;
  locale: string;
  /** The role whose id is the guild's is @everyone's. */
  readonly roles: Map<string, Role>;
  readonly members: Map<string, Member>;
  readonly channels: Map<string, GuildChannel>;
  /** Discord itself has lost the server for a while. */
  outage: boolean;
};

export type Overwrite = { readonly target: 'role' | 'member'; allow: bigint; deny: bigint };

type Place = { readonly id: string; readonly messages: Map<string, Message> };

export type GuildChannel = Place & {
  readonly kind: 'guild';
  readonly guild: Guild;
  name: string;
  /** The channel that a thread is in; null: it is none. */
  readonly parent: GuildChannel | null;
  readonly position: number;
  readonly overwrites: Map<string, Overwrite>;
};

/** The conversation between one person and the bot. */
export type DirectChannel = Place & { readonly kind: 'direct'; readonly user: User };

export type Channel = GuildChannel | DirectChannel;

export type Attachment = {
  readonly id: string;
  readonly filename: string;
  readonly contentType: string;
  readonly description: string | null;
  readonly bytes: Uint8Array;
};

export type Mentions = {
  readonly users: readonly string[];
  readonly roles: readonly string[];
  readonly everyone: boolean;
};

export type Message = {
  readonly id: string;
  readonly channel: Channel;
  readonly author: User;
  readonly type: number;
  readonly createdAt: number;
  editedAt: number | null;
  content: string;
  embeds: readonly EmbedBody[];
  components: readonly MessageComponent[];
  attachments: readonly Attachment[];
  mentions: Mentions;
  flags: number;
  readonly tts: boolean;
  readonly nonce: string | number | null;
  readonly repliesTo: Message | null;
  /** The interaction that it answers. */
  readonly interaction: Interaction | null;
  /** Id of the webhook that posted it: the application's for answers to interactions. */
  readonly webhookId: string | null;
  /** The one person who sees it; null: everybody. */
  readonly onlyFor: User | null;
  readonly reactions: Map<string, Set<string>>;
  deleted: boolean;
};

export type InteractionKind = 'command' | 'autocomplete' | 'component' | 'modal';

export type InteractionState =
  | { readonly state: 'open' }
  | { readonly state: 'no-answer' }
  | { readonly state: 'message'; readonly deferred: boolean }
  | { readonly state: 'update'; readonly deferred: boolean }
  | { readonly state: 'choices'; readonly choices: readonly Choice[] }
  | { readonly state: 'modal'; readonly modal: ModalBody };

export type Choice = { readonly name: string; readonly value: string | number };

export type Interaction = {
  readonly id: string;
  readonly token: string;
  readonly kind: InteractionKind;
  readonly createdAt: number;
  readonly user: User;
  readonly channel: Channel;
  /** The `data` of Discord's interaction object. */
  readonly data: Readonly<Record<string, unknown>>;
  /** The message whose button was clicked, or from whose button the modal came. */
  readonly source: Message | null;
  /** The interaction that opened the modal. */
  readonly trigger: Interaction | null;
  state: InteractionState;
  /** What `@original` is. */
  original: Message | null;
};

export type Command = {
  readonly id: string;
  readonly version: string;
  readonly guildId: string | null;
  readonly body: CommandBody;
};
