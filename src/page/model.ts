/** What the page knows: the scene as it is by now, and where in it the person is. */
import type { Channel, Command, Message, PageEvent, Person, Scene } from '../sandbox/page/wire.js';
import type { Names } from './inline.js';

export class Model {
  scene: Scene;
  /** The id of the channel that is shown. */
  here: string;
  readonly messages = new Map<string, Message>();
  /** New messages in channels that are not shown. */
  readonly unread = new Map<string, number>();

  constructor(scene: Scene, here: string | undefined) {
    this.scene = scene;
    const known = scene.channels.some(({ id }) => id === here);
    this.here = (known ? here : scene.channels[0]?.id) ?? '';
    for (const message of scene.messages) this.messages.set(message.id, message);
  }

  /** Takes in what has happened since. */
  apply(event: Exclude<PageEvent, Scene>): void {
    switch (event.kind) {
      case 'message': {
        const { message } = event;
        const isNew = !this.messages.has(message.id);
        this.messages.set(message.id, message);
        const elsewhere = message.channel_id !== this.here && message.author.id !== this.me.id;
        if (isNew && elsewhere)
          this.unread.set(message.channel_id, (this.unread.get(message.channel_id) ?? 0) + 1);
        break;
      }
      case 'gone':
        this.messages.delete(event.id);
        break;
      case 'channels':
        this.scene = { ...this.scene, channels: event.channels, commands: event.commands };
        break;
      case 'connection':
        this.scene = { ...this.scene, connected: event.connected };
        break;
      case 'log':
      case 'typing':
        break;
    }
  }

  /** Goes to another channel, whose messages then count as read. */
  go(channel: string): void {
    this.here = channel;
    this.unread.delete(channel);
  }

  get me(): Person {
    const me = this.scene.people.find(({ id }) => id === this.scene.me);
    if (me === undefined) throw new Error('The scene is for nobody.');
    return me;
  }

  get place(): Channel | undefined {
    return this.scene.channels.find(({ id }) => id === this.here);
  }

  /** Oldest first. */
  messagesHere(): Message[] {
    return [...this.messages.values()].filter((message) => message.channel_id === this.here);
  }

  /** The commands of this type (1 chat, 2 people, 3 messages) that are offered here. */
  commandsHere(type: number): Command[] {
    return this.scene.commands.filter(
      (command) => command.type === type && command.channels.includes(this.here),
    );
  }

  /** The bot, and whoever can be acted as. */
  get everybody(): { id: string; name: string }[] {
    return [this.scene.bot, ...this.scene.people];
  }

  get names(): Names {
    const named = (list: readonly { id: string; name: string }[]) => (id: string) =>
      list.find((one) => one.id === id)?.name;
    const { channels, roles } = this.scene;
    return { user: named(this.everybody), role: named(roles), channel: named(channels) };
  }
}
