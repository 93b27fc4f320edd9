/** Routes of accounts, servers and channels, and of where the gateway is. */
import { z } from 'zod';
import { channelFor, guildFor } from '../access.js';
import { ApiFault } from '../api-fault.js';
import { snowflake } from '../bodies/fields.js';
import { parseBody } from '../bodies/parse.js';
import { applicationPayload } from '../payloads/command.js';
import { channelPayload, guildPayload, rolePayload } from '../payloads/guild.js';
import { memberPayload, ownUserPayload, userPayload } from '../payloads/user.js';
import { type Call, ok, type Route } from '../route.js';
import type { World } from '../world.js';

/** https://docs.discord.com/developers/events/gateway#session-start-limit-object */
const SESSION_START_LIMIT = { total: 1000, remaining: 1000, reset_after: 0, max_concurrency: 1 };

const recipient = z.strictObject({ recipient_id: snowflake });

export function placeRoutes(world: World, gatewayUrl: () => string): Route[] {
  const get = (path: string, login: boolean, answer: (call: Call) => unknown): Route => ({
    method: 'GET',
    path,
    login,
    handle: (call) => ok(answer(call)),
  });
  return [
    get('/gateway', false, () => ({ url: gatewayUrl() })),
    get('/gateway/bot', true, () => ({
      url: gatewayUrl(),
      shards: 1,
      session_start_limit: SESSION_START_LIMIT,
    })),
    get('/applications/@me', true, () => applicationPayload(world)),
    get('/oauth2/applications/@me', true, () => applicationPayload(world)),
    get('/users/@me', true, () => ownUserPayload(world.bot)),
    get('/users/:user', true, (call) => {
      const user = world.users.get(call.param('user'));
      if (user === undefined) throw new ApiFault('unknownUser');
      return userPayload(user);
    }),
    get('/channels/:channel', true, (call) => channelPayload(channelFor(world, call.param('channel')))),
    get('/guilds/:guild', true, (call) => guildPayload(guildFor(world, call.param('guild')))),
    get('/guilds/:guild/roles', true, (call) =>
      [...guildFor(world, call.param('guild')).roles.values()].map(rolePayload),
    ),
    get('/guilds/:guild/channels', true, (call) =>
      [...guildFor(world, call.param('guild')).channels.values()]
        .filter(({ parent }) => parent === null)
        .map(channelPayload),
    ),
    get('/guilds/:guild/members/:user', true, (call) => {
      const member = guildFor(world, call.param('guild')).members.get(call.param('user'));
      if (member === undefined) throw new ApiFault('unknownMember');
      return memberPayload(member);
    }),
    {
      method: 'POST',
      path: '/users/@me/channels',
      login: true,
      handle: (call) => {
        const unknown = (field: string) => world.problem(`POST /users/@me/channels: no field "${field}".`);
        const user = world.users.get(parseBody(recipient, call.body, unknown).recipient_id);
        if (user === undefined) throw new ApiFault('unknownUser');
        if (user.bot) throw new ApiFault('cannotMessageUser');
        return ok(channelPayload(world.directChannel(user)));
      },
    },
  ];
}
