/** Who a message mentions, and whom a bot's message may ping. */
import type { AllowedMentions } from './bodies/message.js';
import type { Channel, Mentions, User } from './model.js';
import { allows, channelPermissions } from './permissions.js';

const NOBODY: Mentions = { users: [], roles: [], everyone: false };

/**
 * The mentions in a text, as far as they are allowed and concern people and roles that exist.
 * https://docs.discord.com/developers/resources/message#allowed-mentions-object
 * @param allowed what the sender allows; undefined: everything, which is also what people's messages do
 * @param repliedTo the author of the message replied to
 */
export function mentionsOf(
  text: string,
  channel: Channel,
  author: User,
  allowed: AllowedMentions | undefined,
  repliedTo: User | null,
): Mentions {
  const found = textMentions(text, channel, author);
  const parse = allowed?.parse ?? [];
  const users = found.users.filter(
    (id) => !allowed || parse.includes('users') || allowed.users?.includes(id),
  );
  const roles = found.roles.filter(
    (id) => !allowed || parse.includes('roles') || allowed.roles?.includes(id),
  );
  const everyone = found.everyone && (!allowed || parse.includes('everyone'));
  const pinged = repliedTo !== null && (allowed === undefined || allowed.replied_user === true);
  return { users: [...new Set([...users, ...(pinged ? [repliedTo.id] : [])])], roles, everyone };
}

function textMentions(text: string, channel: Channel, author: User): Mentions {
  const users = [...text.matchAll(/<@!?(\d+)>/g)].map((match) => match[1] ?? '');
  if (channel.kind === 'direct') return { ...NOBODY, users };
  const { guild } = channel;
  const mayPingAll = allows(channelPermissions(channel, author.id), 'MentionEveryone');
  const roles = [...text.matchAll(/<@&(\d+)>/g)]
    .map((match) => match[1] ?? '')
    .filter((id) => mayPingAll || guild.roles.get(id)?.mentionable === true);
  return { users, roles, everyone: mayPingAll && /@(?:everyone|here)\b/.test(text) };
}
