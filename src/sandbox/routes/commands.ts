/** Routes of the commands of an application, those for everywhere and those of one server. */
import { isDeepStrictEqual } from 'node:util';
import { guildFor } from '../access.js';
import { ApiFault } from '../api-fault.js';
import { type CommandBody, command, commands, tooMany } from '../bodies/command.js';
import { parseBody } from '../bodies/parse.js';
import type { Command } from '../model.js';
import { commandPayload } from '../payloads/command.js';
import { type Call, DONE, ok, type Route } from '../route.js';
import type { World } from '../world.js';

/** https://docs.discord.com/developers/interactions/application-commands#endpoints */
export function commandRoutes(world: World): Route[] {
  return [
    ...routesBelow(world, '/applications/:application/commands', () => null),
    ...routesBelow(world, '/applications/:application/guilds/:guild/commands', (call) => {
      const guild = world.guilds.get(call.param('guild'));
      // https://docs.discord.com/developers/topics/opcodes-and-status-codes: without access to the server
      if (guild === undefined) throw new ApiFault('missingAccess');
      return guildFor(world, guild.id).id;
    }),
  ];
}

function routesBelow(world: World, path: string, placeOf: (call: Call) => string | null): Route[] {
  const place = (call: Call) => {
    if (call.param('application') !== world.bot.id) throw new ApiFault('unknownApplication');
    return placeOf(call);
  };
  const unknown = (field: string) => world.problem(`${path}: Discord has no field "${field}" in a command.`);
  const all = (guildId: string | null) => world.commands.get(guildId) ?? [];
  const one = (call: Call) => {
    const found = all(place(call)).find(({ id }) => id === call.param('command'));
    if (found === undefined) throw new ApiFault('unknownCommand');
    return found;
  };
  const set = (guildId: string | null, bodies: readonly CommandBody[]) => {
    if (tooMany(bodies)) throw new ApiFault('tooManyCommands');
    world.setCommands(
      guildId,
      bodies.map((body) => registered(world, guildId, body)),
    );
    return all(guildId);
  };
  return [
    {
      method: 'GET',
      path,
      login: true,
      handle: (call) => {
        const localised = call.query('with_localizations') === 'true';
        return ok(all(place(call)).map((entry) => commandPayload(world, entry, localised)));
      },
    },
    {
      method: 'PUT',
      path,
      login: true,
      handle: (call) => {
        const guildId = place(call);
        const bodies = parseBody(commands, call.body, unknown);
        return ok(set(guildId, bodies).map((entry) => commandPayload(world, entry, true)));
      },
    },
    {
      method: 'POST',
      path,
      login: true,
      handle: (call) => {
        const guildId = place(call);
        const body = parseBody(command, call.body, unknown);
        const others = all(guildId)
          .map((entry) => entry.body)
          .filter((entry) => !sameName(entry, body));
        const made = set(guildId, [...others, body]).at(-1);
        if (made === undefined) throw new ApiFault('unknownCommand');
        return { status: 201, body: commandPayload(world, made, true) };
      },
    },
    {
      method: 'GET',
      path: `${path}/:command`,
      login: true,
      handle: (call) => ok(commandPayload(world, one(call), true)),
    },
    {
      method: 'DELETE',
      path: `${path}/:command`,
      login: true,
      handle: (call) => {
        const gone = one(call);
        world.setCommands(
          gone.guildId,
          all(gone.guildId).filter((entry) => entry !== gone),
        );
        return DONE;
      },
    },
  ];
}

/** A command keeps its id while its name and type stay, and its version while nothing changes. */
function registered(world: World, guildId: string | null, body: CommandBody): Command {
  const before = (world.commands.get(guildId) ?? []).find((entry) => sameName(entry.body, body));
  if (before !== undefined && isDeepStrictEqual(before.body, body)) return before;
  return { id: before?.id ?? world.newId(), version: world.newId(), guildId, body };
}

function sameName(a: CommandBody, b: CommandBody): boolean {
  return a.name === b.name && (a.type ?? 1) === (b.type ?? 1);
}
