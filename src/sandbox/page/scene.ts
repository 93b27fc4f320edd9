/** What one person sees of the server: channels, messages, and the commands that they are offered. */
import type { Person } from '../arranging.js';
import type { Channel, Command, Message } from '../model.js';
import { offeredCommands } from '../offered.js';
import { commandPayload } from '../payloads/command.js';
import { messagePayload } from '../payloads/message.js';
import { allows, channelPermissions } from '../permissions.js';
import type { World } from '../world.js';
import type { PageOptions } from './options.js';
import type { Channel as ShownChannel, Command as ShownCommand, Person as ShownPerson } from './wire.js';
import * as wire from './wire.js';

/** A few hundred are more than anybody scrolls back to. */
const MOST_MESSAGES = 300;

export class Scenery {
  readonly #world: World;
  readonly #options: PageOptions;

  constructor(world: World, options: PageOptions) {
    this.#world = world;
    this.#options = options;
  }

  get people(): ShownPerson[] {
    return this.#options.people.map(({ person: { user }, role }) => ({
      id: user.id,
      name: user.name,
      role,
      locale: user.locale,
    }));
  }

  /** The person with this id, the first one if it is nobody's. */
  person(id: string): Person {
    const found = this.#options.people.find(({ person }) => person.id === id) ?? this.#options.people[0];
    if (found === undefined) throw new Error('A page needs somebody to be.');
    return found.person;
  }

  /** Text channels, each followed by its threads, then the conversation with the bot. */
  places({ user }: Person): Channel[] {
    const channels = [...this.#options.guild.guild.channels.values()].filter((channel) =>
      allows(channelPermissions(channel, user.id), 'ViewChannel'),
    );
    const inOrder = channels
      .filter(({ parent }) => parent === null)
      .flatMap((channel) => [channel, ...channels.filter(({ parent }) => parent === channel)]);
    return [...inOrder, this.#world.directChannel(user)];
  }

  channels(person: Person): ShownChannel[] {
    return this.places(person).map((channel) =>
      channel.kind === 'direct'
        ? { id: channel.id, kind: 'direct', name: this.#world.bot.name, parent: null }
        : {
            id: channel.id,
            kind: channel.parent === null ? 'text' : 'thread',
            name: channel.name,
            parent: channel.parent?.id ?? null,
          },
    );
  }

  commands(person: Person): ShownCommand[] {
    const offered = new Map<Command, string[]>();
    for (const channel of this.places(person)) {
      for (const command of offeredCommands(this.#world, channel, person.user)) {
        offered.set(command, [...(offered.get(command) ?? []), channel.id]);
      }
    }
    return [...offered].map(([command, channels]) =>
      wire.command.parse({ ...commandPayload(this.#world, command, true), channels }),
    );
  }

  /** Oldest first, of all their channels; as on Discord, what only they could see is gone when the page is opened anew. */
  messages(person: Person): wire.Message[] {
    return this.places(person).flatMap((channel) =>
      [...channel.messages.values()]
        .filter(({ onlyFor }) => onlyFor === null)
        .slice(-MOST_MESSAGES)
        .map((message) => this.message(message)),
    );
  }

  message(message: Message): wire.Message {
    return wire.message.parse(messagePayload(this.#world, message));
  }

  /** Whether this person sees the message. */
  sees(person: Person, message: Message): boolean {
    return isFor(person, message) && this.places(person).includes(message.channel);
  }
}

function isFor({ user }: Person, { onlyFor }: Message): boolean {
  return onlyFor === null || onlyFor === user;
}
