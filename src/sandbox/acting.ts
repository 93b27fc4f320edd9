/** Acting as a person: typing, commands, buttons, menus and modals, each resolving to what is then shown. */

import type { Person } from './arranging.js';
import { COMPONENT } from './bodies/component.js';
import type { Change } from './changes.js';
import type { Faults } from './faults.js';
import { type NewInteraction, startInteraction } from './interactions.js';
import { mentionsOf } from './mentions.js';
import type { Channel, Command, Message } from './model.js';
import { COMMAND_TYPE, offeredCommand } from './offered.js';
import { focusedOption, Impossible, sentOptions, type TypedOptions } from './options.js';
import { completed, NO_RESPONSE } from './outcomes.js';
import { messageEventPayload } from './payloads/message.js';
import { toWriteIn } from './permissions.js';
import { type Place, Reach } from './reach.js';
import { resolvedOptions } from './resolving.js';
import { Shown, ShownMessage, type ShownModal } from './shown.js';
import { submittedComponents } from './submitting.js';
import { waitFor } from './waiting.js';
import type { World } from './world.js';

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

/** The bot has left somebody waiting. */
export class NotAnswered extends Error {}

export class Actor {
  readonly #stage: Stage;
  readonly #person: Person;
  readonly #reach: Reach;

  constructor(stage: Stage, person: Person) {
    this.#stage = stage;
    this.#person = person;
    this.#reach = new Reach(stage.world, person);
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
    return this.#reach.messages(place);
  }

  /** Changes the text of an own message. */
  edit(message: ShownMessage, text: string): void {
    const own = this.#reach.own(message);
    const answered = own.repliesTo?.author ?? null;
    const pinged = answered !== null && own.mentions.users.includes(answered.id);
    const mentions = mentionsOf(text, own.channel, own.author, undefined, pinged ? answered : null);
    this.#stage.world.editMessage(own, { content: text, mentions });
  }

  /** Deletes an own message, or anybody's where permitted. */
  delete(message: ShownMessage): void {
    const found = this.#reach.message(message);
    if (found.author !== this.#person.user) this.#reach.need(found.channel, 'ManageMessages');
    this.#stage.world.deleteMessage(found);
  }

  /** Uses a slash command; subcommands after a space, as in `settings language`. */
  async slash(place: Place, name: string, options: TypedOptions = {}): Promise<Shown> {
    const channel = this.#reach.channel(place);
    const { command, words } = offeredCommand(this.#stage.world, channel, this.#person.user, name);
    const data = this.#commandData(channel, command, sentOptions(command.body, words, options, null));
    return this.#interact({ kind: 'command', channel, user: this.#person.user, data });
  }

  /** Right-clicks a message and picks a command of its menu, by its name in their language. */
  async rightClick(message: ShownMessage, name: string): Promise<Shown> {
    const target = this.#reach.message(message);
    const { channel } = target;
    if (target.onlyFor !== null)
      throw new Impossible('A message that only one person sees has no such menu.');
    const { world } = this.#stage;
    const { user } = this.#person;
    const { command } = offeredCommand(world, channel, user, name, COMMAND_TYPE.message);
    const resolved = { messages: { [target.id]: messageEventPayload(world, target, true) } };
    const data = {
      id: command.id,
      name: command.body.name,
      type: COMMAND_TYPE.message,
      target_id: target.id,
      resolved,
      ...(command.guildId === null ? {} : { guild_id: command.guildId }),
    };
    return this.#interact({ kind: 'command', channel, user, data });
  }

  /** Types into an option and resolves to what is suggested; `others` are the options already filled in. */
  async autocomplete(
    place: Place,
    name: string,
    option: string,
    typed: string,
    others: TypedOptions = {},
  ): Promise<Shown> {
    const channel = this.#reach.channel(place);
    const { command, words } = offeredCommand(this.#stage.world, channel, this.#person.user, name);
    focusedOption(command.body, words, option);
    const options = sentOptions(command.body, words, { ...others, [option]: typed }, option);
    const data = this.#commandData(channel, command, options);
    return this.#interact({ kind: 'autocomplete', channel, user: this.#person.user, data });
  }

  /** Clicks a button, by its label or custom id. */
  async click(message: ShownMessage, name: string): Promise<Shown> {
    const source = this.#reach.message(message);
    const button = message.button(name);
    if (button === undefined) {
      const labels = message.buttons.map(({ label, custom_id }) => `"${label ?? custom_id}"`).join(', ');
      throw new Impossible(`There is no button "${name}", only ${labels || 'none'}.`);
    }
    if (button.disabled === true) throw new Impossible(`The button "${name}" is disabled.`);
    if (button.custom_id === undefined) throw new Impossible(`The button "${name}" is a link.`);
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
    const source = this.#reach.message(message);
    const menu = message.menus.find((entry) => entry.custom_id === customId);
    if (menu === undefined || menu.disabled === true) throw new Impossible(`There is no menu "${customId}".`);
    const values = picked.map((name) => {
      if (menu.type !== COMPONENT.stringSelect) return name;
      const option = menu.options.find(({ label, value }) => label === name || value === name);
      if (option === undefined) throw new Impossible(`The menu "${customId}" has no "${name}".`);
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
    if (interaction.user !== this.#person.user) throw new Impossible('The modal is open on another screen.');
    const components = submittedComponents(modal.body, values);
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
    const channel = this.#reach.channel(place);
    this.#reach.need(channel, toWriteIn(channel));
    const { user } = this.#person;
    const mentions = mentionsOf(text, channel, user, undefined, ping ? (repliesTo?.author ?? null) : null);
    const type = repliesTo === null ? 0 : REPLY;
    return this.#stage.world.addMessage({ channel, author: user, content: text, repliesTo, mentions, type });
  }

  #postReply(to: ShownMessage, text: string, ping: boolean): Message {
    const message = this.#reach.message(to);
    if (message.onlyFor !== null)
      throw new Impossible('One cannot reply to a message that only one person sees.');
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
    const { world, faults, patienceMs, connected, transcript } = this.#stage;
    this.#reach.need(given.channel, 'ViewChannel');
    if (!connected()) return new Shown(NO_RESPONSE, transcript);
    const interaction = startInteraction(world, faults, given);
    const look = (change: Change | null) => completed(interaction, change);
    const failure = () => this.#failure(`The bot left a ${given.kind} without an answer.`);
    return new Shown(await waitFor(world, look, patienceMs, failure), transcript);
  }

  #commandData(channel: Channel, command: Command, options: readonly Readonly<Record<string, unknown>>[]) {
    const place = command.guildId === null ? {} : { guild_id: command.guildId };
    const resolved = resolvedOptions(this.#stage.world, channel, this.#person.id, options);
    const named = resolved === undefined ? {} : { resolved };
    return { id: command.id, name: command.body.name, type: 1, options, ...named, ...place };
  }

  #failure(what: string): Error {
    return new NotAnswered(`${what}\n${this.#stage.transcript()}`);
  }
}
