/** Acting as a person: typing, commands, buttons, menus and modals, each resolving to what is then shown. */

import type { Person } from './arranging.js';
import { COMPONENT } from './bodies/component.js';
import { FLAG } from './bodies/message.js';
import type { Faults } from './faults.js';
import { type NewInteraction, startInteraction } from './interactions.js';
import { mentionsOf } from './mentions.js';
import type { Channel, Command, Interaction, Message } from './model.js';
import { focusedOption, Impossible, sentOptions, type TypedOptions } from './options.js';
import { allows, channelPermissions, type PermissionName } from './permissions.js';
import { type Outcome, Shown, ShownMessage, ShownModal } from './shown.js';
import { submittedComponents } from './submitting.js';
import { waitFor } from './waiting.js';
import type { World } from './world.js';

/** Where somebody acts: anything with the id of a channel. */
export type Place = { readonly id: string };

export type Stage = {
  readonly world: World;
  readonly faults: Faults;
  /** How long to wait in real time for the bot before a test fails. */
  readonly patienceMs: number;
  readonly transcript: () => string;
  /** Whether a bot is logged in. */
  readonly connected: () => boolean;
};

const REPLY = 19;

export class Actor {
  readonly #stage: Stage;
  readonly #person: Person;

  constructor(stage: Stage, person: Person) {
    this.#stage = stage;
    this.#person = person;
  }

  /** Writes a message and resolves to it at once. */
  say(place: Place, text: string): ShownMessage {
    return new ShownMessage(this.#post(place, text, null, true));
  }

  /** Writes a message and resolves to the bot's answer. */
  async type(place: Place, text: string): Promise<ShownMessage> {
    return this.#answerTo(this.#post(place, text, null, true));
  }

  /** Replies to a message; the reply pings its author unless `ping` is false. */
  async reply(to: ShownMessage, text: string, options: { ping?: boolean } = {}): Promise<ShownMessage> {
    return this.#answerTo(this.#postReply(to, text, options.ping ?? true));
  }

  /** Replies without waiting for an answer. */
  sayInReply(to: ShownMessage, text: string, options: { ping?: boolean } = {}): ShownMessage {
    return new ShownMessage(this.#postReply(to, text, options.ping ?? true));
  }

  /** Writes to the bot in private and resolves to its answer. */
  async dm(text: string): Promise<ShownMessage> {
    return this.type(this.directChannel, text);
  }

  /** The private conversation with the bot. */
  get directChannel(): Place {
    return this.#stage.world.directChannel(this.#person.user);
  }

  /** What this person can read in a channel, oldest first. */
  sees(place: Place): ShownMessage[] {
    const channel = this.#channel(place);
    if (!allows(channelPermissions(channel, this.#person.id), 'ViewChannel')) return [];
    const visible = [...channel.messages.values()].filter((message) => this.#mayRead(message));
    return visible.map((message) => new ShownMessage(message));
  }

  /** Changes the text of an own message. */
  edit(message: ShownMessage, text: string): void {
    const own = this.#own(message);
    const mentions = mentionsOf(text, own.channel, own.author, undefined, own.repliesTo?.author ?? null);
    this.#stage.world.editMessage(own, { content: text, mentions });
  }

  /** Deletes an own message, or anybody's where permitted. */
  delete(message: ShownMessage): void {
    const found = this.#message(message);
    if (found.author !== this.#person.user) this.#need(found.channel, 'ManageMessages');
    this.#stage.world.deleteMessage(found);
  }

  /** Uses a slash command; subcommands after a space, as in `settings language`. */
  async slash(place: Place, name: string, options: TypedOptions = {}): Promise<Shown> {
    const channel = this.#channel(place);
    const { command, words } = this.#command(channel, name);
    const data = this.#commandData(command, sentOptions(command.body, words, options, null));
    return this.#interact({ kind: 'command', channel, user: this.#person.user, data });
  }

  /** Types into an option and resolves to what is suggested; `others` are the options already filled in. */
  async autocomplete(
    place: Place,
    name: string,
    option: string,
    typed: string,
    others: TypedOptions = {},
  ): Promise<Shown> {
    const channel = this.#channel(place);
    const { command, words } = this.#command(channel, name);
    focusedOption(command.body, words, option);
    const options = sentOptions(command.body, words, { ...others, [option]: typed }, option);
    const data = this.#commandData(command, options);
    return this.#interact({ kind: 'autocomplete', channel, user: this.#person.user, data });
  }

  /** Clicks a button, by its label or custom id. */
  async click(message: ShownMessage, name: string): Promise<Shown> {
    const source = this.#message(message);
    const button = message.button(name);
    if (button === undefined) {
      const labels = message.buttons.map(({ label, custom_id }) => `"${label ?? custom_id}"`).join(', ');
      throw this.#impossible(`There is no button "${name}", only ${labels || 'none'}.`);
    }
    if (button.disabled === true) throw this.#impossible(`The button "${name}" is disabled.`);
    if (button.custom_id === undefined) throw this.#impossible(`The button "${name}" is a link.`);
    const data = { component_type: COMPONENT.button, custom_id: button.custom_id, id: button.id ?? 1 };
    return this.#interact({
      kind: 'component',
      channel: source.channel,
      user: this.#person.user,
      data,
      source,
    });
  }

  /** Picks entries of a menu, by their values or labels. */
  async pick(message: ShownMessage, customId: string, ...picked: readonly string[]): Promise<Shown> {
    const source = this.#message(message);
    const menu = message.menus.find((entry) => entry.custom_id === customId);
    if (menu === undefined || menu.disabled === true)
      throw this.#impossible(`There is no menu "${customId}".`);
    const values = picked.map((name) => {
      if (menu.type !== COMPONENT.stringSelect) return name;
      const option = menu.options.find(({ label, value }) => label === name || value === name);
      if (option === undefined) throw this.#impossible(`The menu "${customId}" has no "${name}".`);
      return option.value;
    });
    const data = { component_type: menu.type, custom_id: customId, values, id: menu.id ?? 1 };
    return this.#interact({
      kind: 'component',
      channel: source.channel,
      user: this.#person.user,
      data,
      source,
    });
  }

  /** Fills in a modal, by the custom ids of its inputs, and sends it. */
  async submitModal(modal: ShownModal, values: Readonly<Record<string, string>>): Promise<Shown> {
    const { interaction } = modal;
    if (interaction.user !== this.#person.user)
      throw this.#impossible('The modal is open on another screen.');
    const components = this.#possibly(() => submittedComponents(modal.body, values));
    const data = { custom_id: modal.customId, components };
    const { channel, source } = interaction;
    return this.#interact({
      kind: 'modal',
      channel,
      user: this.#person.user,
      data,
      source,
      trigger: interaction,
    });
  }

  #post(place: Place, text: string, repliesTo: Message | null, ping: boolean): Message {
    const channel = this.#channel(place);
    this.#need(channel, 'SendMessages');
    const { user } = this.#person;
    const mentions = mentionsOf(text, channel, user, undefined, ping ? (repliesTo?.author ?? null) : null);
    const type = repliesTo === null ? 0 : REPLY;
    return this.#stage.world.addMessage({ channel, author: user, content: text, repliesTo, mentions, type });
  }

  #postReply(to: ShownMessage, text: string, ping: boolean): Message {
    const message = this.#message(to);
    if (message.onlyFor !== null)
      throw this.#impossible('One cannot reply to a message that only one person sees.');
    return this.#post({ id: message.channel.id }, text, message, ping);
  }

  /** The bot's next message there: the reply to this one, else one that replies to nothing. */
  #answerTo(question: Message): Promise<ShownMessage> {
    const { world, patienceMs } = this.#stage;
    const find = () => {
      const later = [...question.channel.messages.values()].filter(
        (message) =>
          message.author === world.bot &&
          BigInt(message.id) > BigInt(question.id) &&
          message.onlyFor === null,
      );
      const answer =
        later.find((message) => message.repliesTo === question) ??
        later.find((message) => message.repliesTo === null);
      return answer === undefined ? null : new ShownMessage(answer);
    };
    return waitFor(world, find, patienceMs, () =>
      this.#failure(`The bot did not answer "${question.content}".`),
    );
  }

  async #interact(given: NewInteraction): Promise<Shown> {
    const { world, faults } = this.#stage;
    this.#need(given.channel, 'ViewChannel');
    if (!this.#stage.connected())
      return this.#shown({ kind: 'failed', reason: 'The application did not respond' });
    const interaction = startInteraction(world, faults, given);
    const outcome = await this.#waitFor(() => outcomeOf(interaction), `${given.kind} was not answered`);
    return this.#shown(await this.#finished(interaction, outcome));
  }

  /** After a deferral, what then comes: an edit, a deletion, or a new message. */
  async #finished(interaction: Interaction, outcome: Outcome): Promise<Outcome> {
    const { state, original } = { state: interaction.state, original: interaction.original };
    const deferred = (state.state === 'message' || state.state === 'update') && state.deferred;
    if (!deferred || original === null) return outcome;
    const { world, patienceMs } = this.#stage;
    return waitFor(
      world,
      (change): Outcome | null => {
        if (original.deleted) return { kind: 'nothing' };
        if (state.state === 'message' && (original.flags & FLAG.loading) === 0) return outcome;
        if (change?.kind === 'message-edited' && change.message === original) return outcome;
        if (change?.kind !== 'message-created' || change.message.interaction !== interaction) return null;
        return change.message === original
          ? null
          : { kind: 'message', message: new ShownMessage(change.message) };
      },
      patienceMs,
      () => this.#failure('The bot put its answer off and then gave none.'),
    );
  }

  #waitFor(look: () => Outcome | null, complaint: string): Promise<Outcome> {
    return waitFor(this.#stage.world, look, this.#stage.patienceMs, () => this.#failure(complaint));
  }

  #shown(outcome: Outcome): Shown {
    return new Shown(outcome, this.#stage.transcript);
  }

  #command(channel: Channel, name: string): { command: Command; words: readonly string[] } {
    const [first = '', ...words] = name.replace(/^\//, '').split(' ');
    const { world } = this.#stage;
    const guildId = channel.kind === 'guild' ? channel.guild.id : null;
    const own = guildId === null ? [] : (world.commands.get(guildId) ?? []);
    const known = [...own, ...(world.commands.get(null) ?? [])];
    const command = known.find(({ body }) => body.name === first && (body.type ?? 1) === 1);
    if (command === undefined) {
      const names = known.map(({ body }) => `/${body.name}`).join(' ');
      throw this.#impossible(`There is no command /${first}; registered are: ${names || 'none'}.`);
    }
    this.#need(channel, 'UseApplicationCommands');
    const { contexts, dm_permission: dm, default_member_permissions: needed } = command.body;
    const context = channel.kind === 'guild' ? 0 : 1;
    const offered = contexts ? contexts.includes(context) : context === 0 || dm !== false;
    if (!offered) throw this.#impossible(`/${first} is not offered here.`);
    const bits = BigInt(needed ?? 0);
    const mine = channelPermissions(channel, this.#person.id);
    const hidden =
      needed !== null &&
      needed !== undefined &&
      channel.kind === 'guild' &&
      (bits === 0n || (mine & bits) !== bits);
    if (hidden) throw this.#impossible(`/${first} is not shown to ${this.#person.name}.`);
    return { command, words };
  }

  #commandData(command: Command, options: readonly Readonly<Record<string, unknown>>[]) {
    const place = command.guildId === null ? {} : { guild_id: command.guildId };
    return { id: command.id, name: command.body.name, type: 1, options, ...place };
  }

  #channel(place: Place): Channel {
    const channel = this.#stage.world.channels.get(place.id);
    if (channel === undefined) throw this.#impossible('That channel does not exist.');
    return channel;
  }

  #message(shown: ShownMessage): Message {
    const message = this.#channel({ id: shown.channelId }).messages.get(shown.id);
    if (message === undefined) throw this.#impossible('That message is gone.');
    if (!this.#mayRead(message)) throw this.#impossible(`${this.#person.name} does not see that message.`);
    return message;
  }

  #own(shown: ShownMessage): Message {
    const message = this.#message(shown);
    if (message.author !== this.#person.user) throw this.#impossible('That message is somebody else’s.');
    return message;
  }

  #mayRead(message: Message): boolean {
    if (message.channel.kind === 'direct' && message.channel.user !== this.#person.user) return false;
    return message.onlyFor === null || message.onlyFor === this.#person.user;
  }

  #need(channel: Channel, ...names: readonly PermissionName[]): void {
    const bits = channelPermissions(channel, this.#person.id);
    const missing = names.find((name) => !allows(bits, name));
    if (missing !== undefined)
      throw this.#impossible(`${this.#person.name} may not do that here: ${missing}.`);
  }

  #possibly<Result>(run: () => Result): Result {
    try {
      return run();
    } catch (error) {
      throw error instanceof Impossible ? this.#impossible(error.message) : error;
    }
  }

  #impossible(why: string): Impossible {
    return new Impossible(`${why}\n${this.#stage.transcript()}`);
  }

  #failure(what: string): Error {
    return new Error(`${what}\n${this.#stage.transcript()}`);
  }
}

function outcomeOf(interaction: Interaction): Outcome | null {
  const { state, original } = interaction;
  switch (state.state) {
    case 'open':
      return null;
    case 'no-answer':
      return { kind: 'failed', reason: 'The application did not respond' };
    case 'message':
    case 'update':
      return original === null
        ? { kind: 'nothing' }
        : { kind: state.state, message: new ShownMessage(original) };
    case 'choices':
      return { kind: 'choices', choices: state.choices };
    case 'modal':
      return { kind: 'modal', modal: new ShownModal(interaction, state.modal) };
  }
}
