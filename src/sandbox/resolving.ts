/** The people, channels and roles that options of a command name, in full as Discord sends them along. */

import type { Channel } from './model.js';
import { OPTION } from './option-types.js';
import { Impossible } from './options.js';
import { interactionChannelPayload, rolePayload } from './payloads/guild.js';
import type { Payload } from './payloads/payload.js';
import { memberWithoutUser, userPayload } from './payloads/user.js';
import { channelPermissions } from './permissions.js';
import type { World } from './world.js';

type SentOption = Readonly<Record<string, unknown>>;
type Found = {
  readonly kind: 'users' | 'members' | 'channels' | 'roles';
  readonly id: string;
  readonly payload: Payload;
};

/**
 * The `resolved` of the interaction's data; undefined where no option names anything.
 * https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-object-resolved-data-structure
 * @throws Impossible for an id that stands for nothing here
 */
export function resolvedOptions(
  world: World,
  channel: Channel,
  userId: string,
  options: readonly SentOption[],
): Readonly<Record<string, unknown>> | undefined {
  const found = flat(options).flatMap(({ type, value }) =>
    entitiesOf(world, channel, userId, type, String(value)),
  );
  if (found.length === 0) return undefined;
  const kinds = [...new Set(found.map(({ kind }) => kind))];
  const entries = kinds.map((kind) => [
    kind,
    Object.fromEntries(found.filter((entry) => entry.kind === kind).map(({ id, payload }) => [id, payload])),
  ]);
  return Object.fromEntries(entries);
}

function flat(options: readonly SentOption[]): SentOption[] {
  return options.flatMap((option) => (Array.isArray(option.options) ? flat(option.options) : [option]));
}

function entitiesOf(world: World, channel: Channel, userId: string, type: unknown, id: string): Found[] {
  const guild = channel.kind === 'guild' ? channel.guild : null;
  const user = world.users.get(id);
  const member = guild?.members.get(id);
  const role = guild?.roles.get(id);
  const people: Found[] = user === undefined ? [] : [{ kind: 'users', id, payload: userPayload(user) }];
  if (member !== undefined) {
    const permissions = channelPermissions(channel, id).toString();
    people.push({ kind: 'members', id, payload: { ...memberWithoutUser(member), permissions } });
  }
  const roles: Found[] = role === undefined ? [] : [{ kind: 'roles', id, payload: rolePayload(role) }];
  const place = guild?.channels.get(id);
  switch (type) {
    case OPTION.user:
      return someOf(people, id);
    case OPTION.role:
      return someOf(roles, id);
    case OPTION.mentionable:
      return someOf([...people, ...roles], id);
    case OPTION.channel: {
      if (place === undefined) return someOf([], id);
      const payload = interactionChannelPayload(place, channelPermissions(place, userId));
      return [{ kind: 'channels', id, payload }];
    }
    case OPTION.attachment:
      throw new Impossible('The sandbox does not send files with commands.');
    default:
      return [];
  }
}

function someOf(found: Found[], id: string): Found[] {
  if (found.length === 0) throw new Impossible(`There is nothing with the id ${id} to choose.`);
  return found;
}
