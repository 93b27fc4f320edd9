/** Messages, modals and choices as a person sees them. */
import { type Button, COMPONENT, everyComponent, type Select } from './bodies/component.js';
import { FLAG } from './bodies/message.js';
import { type ModalBody, modalInputs, type TextInput } from './bodies/modal.js';
import type { Choice, Interaction, Message } from './model.js';

/** A message on the screen; it follows what becomes of it. */
export class ShownMessage {
  readonly #message: Message;

  constructor(message: Message) {
    this.#message = message;
  }

  get id(): string {
    return this.#message.id;
  }

  get channelId(): string {
    return this.#message.channel.id;
  }

  get authorId(): string {
    return this.#message.author.id;
  }

  get content(): string {
    return this.#message.content;
  }

  get embeds(): Message['embeds'] {
    return this.#message.embeds;
  }

  /** Everything that can be read in it: content, embeds, text components and labels of buttons. */
  get text(): string {
    return messageText(this.#message);
  }

  get buttons(): readonly Button[] {
    return everyComponent(this.#message.components).flatMap(({ component }) =>
      component.type === COMPONENT.button ? [component] : [],
    );
  }

  get menus(): readonly Select[] {
    return everyComponent(this.#message.components).flatMap(({ component }) =>
      isSelect(component) ? [component] : [],
    );
  }

  /** The button with this label or custom id. */
  button(name: string): Button | undefined {
    return this.buttons.find((button) => button.label === name || button.custom_id === name);
  }

  /** With the description that is read to those who can't see them; null where there is none. */
  get files(): readonly {
    readonly filename: string;
    readonly description: string | null;
    readonly bytes: Uint8Array;
  }[] {
    return this.#message.attachments;
  }

  /** Only the person whom it answers sees it. */
  get ephemeral(): boolean {
    return this.#message.onlyFor !== null;
  }

  /** "… is thinking": deferred and not yet answered. */
  get loading(): boolean {
    return (this.#message.flags & FLAG.loading) !== 0;
  }

  get edited(): boolean {
    return this.#message.editedAt !== null;
  }

  get deleted(): boolean {
    return this.#message.deleted;
  }

  /** The id of the message that it replies to. */
  get repliesTo(): string | null {
    return this.#message.repliesTo?.id ?? null;
  }

  /** Ids of the people whom it pings. */
  get pings(): readonly string[] {
    return this.#message.mentions.users;
  }

  /** Whether it pings everybody or a role. */
  get pingsMany(): boolean {
    return this.#message.mentions.everyone || this.#message.mentions.roles.length > 0;
  }

  get reactions(): readonly string[] {
    return [...this.#message.reactions.keys()];
  }
}

/** A modal on the screen. */
export class ShownModal {
  readonly interaction: Interaction;
  readonly #body: ModalBody;

  constructor(interaction: Interaction, body: ModalBody) {
    this.interaction = interaction;
    this.#body = body;
  }

  get customId(): string {
    return this.#body.custom_id;
  }

  get title(): string {
    return this.#body.title;
  }

  get body(): ModalBody {
    return this.#body;
  }

  get inputs(): readonly (TextInput | Select)[] {
    return modalInputs(this.#body);
  }
}

/** What a person sees after acting. */
export type Outcome =
  | { readonly kind: 'message'; readonly message: ShownMessage }
  | { readonly kind: 'update'; readonly message: ShownMessage }
  | { readonly kind: 'choices'; readonly choices: readonly Choice[] }
  | { readonly kind: 'modal'; readonly modal: ShownModal }
  | { readonly kind: 'nothing' }
  /** "The application did not respond." */
  | { readonly kind: 'failed'; readonly reason: string };

/** An outcome, with getters that say what was there instead when it is not what the test expects. */
export class Shown {
  readonly outcome: Outcome;
  readonly #transcript: () => string;

  constructor(outcome: Outcome, transcript: () => string) {
    this.outcome = outcome;
    this.#transcript = transcript;
  }

  get kind(): Outcome['kind'] {
    return this.outcome.kind;
  }

  /** The new or changed message. @throws where there is none, with the transcript */
  get message(): ShownMessage {
    const { outcome } = this;
    if (outcome.kind === 'message' || outcome.kind === 'update') return outcome.message;
    throw this.#unexpected('a message');
  }

  get choices(): readonly Choice[] {
    if (this.outcome.kind === 'choices') return this.outcome.choices;
    throw this.#unexpected('choices');
  }

  get modal(): ShownModal {
    if (this.outcome.kind === 'modal') return this.outcome.modal;
    throw this.#unexpected('a modal');
  }

  /** Why nothing is shown, in Discord's words. */
  get error(): string {
    if (this.outcome.kind === 'failed') return this.outcome.reason;
    throw this.#unexpected('an error');
  }

  #unexpected(wanted: string): Error {
    const got = this.outcome.kind === 'failed' ? `"${this.outcome.reason}"` : this.outcome.kind;
    return new Error(`Expected ${wanted}, but was shown ${got}.\n${this.#transcript()}`);
  }
}

/** Everything that can be read in a message, a part a line. */
export function messageText(message: Message): string {
  const embeds = message.embeds.flatMap((embed) => [
    embed.author?.name,
    embed.title,
    embed.description,
    ...(embed.fields ?? []).flatMap((field) => [field.name, field.value]),
    embed.footer?.text,
  ]);
  const components = everyComponent(message.components).map(({ component }) => {
    if (component.type === COMPONENT.textDisplay) return component.content;
    return component.type === COMPONENT.button
      ? `[${component.label ?? component.emoji?.name ?? ''}]`
      : undefined;
  });
  const files = message.attachments.map((file) => `(file ${file.filename})`);
  const loading = (message.flags & FLAG.loading) !== 0 ? ['… is thinking'] : [];
  return [message.content, ...embeds, ...components, ...files, ...loading].filter(Boolean).join('\n');
}

function isSelect(component: { type: number }): component is Select {
  return component.type === COMPONENT.stringSelect || (component.type >= 5 && component.type <= 8);
}
