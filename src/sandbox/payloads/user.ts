/** People and members as Discord's JSON. */
import type { Member, User } from '../model.js';
import type { Payload } from './payload.js';

/** https://docs.discord.com/developers/resources/user#user-object */
export function userPayload(user: User): Payload {
  return {
    id: user.id,
    username: user.name.toLowerCase().replace(/[^a-z0-9_.]/g, '_'),
    global_name: user.bot ? null : user.name,
    discriminator: user.bot ? '0001' : '0',
    avatar: null,
    bot: user.bot,
    system: false,
    public_flags: 0,
    flags: 0,
    primary_guild: null,
  };
}

/** The bot's own account. https://docs.discord.com/developers/resources/user#get-current-user */
export function ownUserPayload(user: User): Payload {
  return { ...userPayload(user), mfa_enabled: true, locale: 'en-US', verified: true, email: null };
}

/** https://docs.discord.com/developers/resources/guild#guild-member-object */
export function memberPayload(member: Member): Payload {
  return { ...memberWithoutUser(member), user: userPayload(member.user) };
}

/** As it comes with a message, whose author is the user. */
export function memberWithoutUser(member: Member): Payload {
  return {
    roles: [...member.roles],
    nick: null,
    avatar: null,
    banner: null,
    joined_at: new Date(member.joinedAt).toISOString(),
    premium_since: null,
    pending: false,
    deaf: false,
    mute: false,
    flags: 0,
    communication_disabled_until: null,
  };
}
