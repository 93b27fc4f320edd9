/** What one person can reach: channels and messages that exist, that they see, and in which they may act. */
import type { Person } from './arranging.js';
import type { Channel, Message } from './model.js';
import { Impossible } from './options.js';
import { allows, channelPermissions, type PermissionName } from './permissions.js';
import { ShownMessage } from './shown.js';
import type { World } from './world.js';

/** Where somebody acts: anything with the id of a channel. */
export type Place = { readonly id: string };

export class Reach {
  readonly #world: World;
  readonly #person: Person;

  constructor(world: World, person: Person) {
    this.#world = world;
    this.#person = person;
  }

  /** @throws Impossible where it is gone or somebody else's */
  channel(place: Place): Channel {
    const channel = this.#world.channels.get(place.id);
    if (channel === undefined) throw new Impossible('That channel does not exist.');
    if (channel.kind === 'direct' && channel.user !== this.#person.user) {
      throw new Impossible('That conversation is somebody else’s.');
    }
    return channel;
  }

  /** @throws Impossible where it is gone or not shown to this person */
  message(shown: ShownMessage): Message {
    const message = this.channel({ id: shown.channelId }).messages.get(shown.id);
    if (message === undefined) throw new Impossible('That message is gone.');
    if (!this.#reads(message)) throw new Impossible(`${this.#person.name} does not see that message.`);
    return message;
  }

  /** A message that this person wrote. @throws Impossible */
  own(shown: ShownMessage): Message {
    const message = this.message(shown);
    if (message.author !== this.#person.user) throw new Impossible('That message is somebody else’s.');
    return message;
  }

  /** What they can read there, oldest first. */
  messages(place: Place): ShownMessage[] {
    const channel = this.channel(place);
    if (!allows(channelPermissions(channel, this.#person.id), 'ViewChannel')) return [];
    const visible = [...channel.messages.values()].filter((message) => this.#reads(message));
    return visible.map((message) => new ShownMessage(message));
  }

  /** @throws Impossible where they lack the permission */
  need(channel: Channel, name: PermissionName): void {
    if (allows(channelPermissions(channel, this.#person.id), name)) return;
    throw new Impossible(`${this.#person.name} may not do that here: ${name}.`);
  }

  #reads(message: Message): boolean {
    return message.onlyFor === null || message.onlyFor === this.#person.user;
  }
}
