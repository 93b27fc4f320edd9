/** What a person's page is told: the whole scene first, then each change of it. */
import type { Person } from '../arranging.js';
import type { Change } from '../changes.js';
import type { World } from '../world.js';
import type { PageLog } from './log.js';
import type { PageOptions } from './options.js';
import type { Scenery } from './scene.js';
import type { PageEvent, Scene } from './wire.js';

export type Feed = {
  readonly world: World;
  readonly scenery: Scenery;
  readonly options: PageOptions;
  readonly log: PageLog;
  readonly connected: () => boolean;
};

export function sceneFor(feed: Feed, person: Person): Scene {
  const { world, scenery, options, log } = feed;
  const { bot } = world;
  const { guild } = options.guild;
  return {
    kind: 'scene',
    bot: { id: bot.id, name: bot.name },
    guild: guild.name,
    me: person.id,
    people: scenery.people,
    roles: [...guild.roles.values()]
      .filter(({ id }) => id !== guild.id)
      .map(({ id, name }) => ({ id, name })),
    channels: scenery.channels(person),
    commands: scenery.commands(person),
    messages: scenery.messages(person),
    examples: [...(options.examples ?? [])],
    actions: (options.actions ?? []).map(({ id, label, hint }) => ({ id, label, hint })),
    connected: feed.connected(),
    log: [...log.lines],
  };
}

/** What the change means for this person's page; null where they see nothing of it. The drawer's lines come apart. */
export function eventFor(feed: Feed, person: Person, change: Change): PageEvent | null {
  const { scenery } = feed;
  switch (change.kind) {
    case 'message-created':
    case 'message-edited':
    case 'reaction-added':
    case 'reaction-removed':
      if (!scenery.sees(person, change.message)) return null;
      return { kind: 'message', message: scenery.message(change.message) };
    case 'message-deleted': {
      const { message } = change;
      return scenery.sees(person, message)
        ? { kind: 'gone', channel: message.channel.id, id: message.id }
        : null;
    }
    case 'typing':
      return { kind: 'typing', channel: change.channel.id };
    case 'channel-created':
    case 'channel-updated':
    case 'channel-deleted':
    case 'role-updated':
    case 'member-updated':
    case 'commands-changed':
    case 'guild-added':
    case 'guild-removed':
      return { kind: 'channels', channels: scenery.channels(person), commands: scenery.commands(person) };
    case 'gateway':
      return { kind: 'connection', connected: feed.connected() };
    case 'guild-shown':
    case 'direct-channel-opened':
    case 'role-created':
    case 'member-joined':
    case 'interaction-created':
    case 'interaction-answered':
    case 'interaction-unanswered':
    case 'request':
    case 'dispatched':
    case 'problem':
      return null;
  }
}
