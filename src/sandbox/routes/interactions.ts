/** Routes of interactions: the callback, `@original`, and follow-ups. */
import { z } from 'zod';
import { acknowledge, followUp } from '../acknowledging.js';
import { ApiFault, badField } from '../api-fault.js';
import { CALLBACK, callback, fits } from '../bodies/callback.js';
import { webhookMessage } from '../bodies/message.js';
import { parseBody } from '../bodies/parse.js';
import { answeredInteraction, unansweredInteraction } from '../interactions.js';
import type { Interaction, Message } from '../model.js';
import { callbackPayload } from '../payloads/interaction.js';
import { messagePayload } from '../payloads/message.js';
import { edit, editBody } from '../posting.js';
import { type Call, DONE, ok, type Route } from '../route.js';
import type { World } from '../world.js';

const WEBHOOK = '/webhooks/:application/:token';
const MESSAGE = `${WEBHOOK}/messages/:message`;

/** https://docs.discord.com/developers/interactions/receiving-and-responding#endpoints */
export function interactionRoutes(world: World): Route[] {
  const unknown = (route: string) => (field: string) =>
    world.problem(`${route}: Discord has no field "${field}" in this body.`);
  return [
    {
      method: 'POST',
      path: '/interactions/:interaction/:token/callback',
      login: false,
      handle: (call) => {
        const interaction = unansweredInteraction(world, call.param('interaction'), call.param('token'));
        const body = parseBody(callback, callbackBody(interaction, call.body), unknown('POST callback'));
        if (!fits(interaction.kind, body.type, interaction.source !== null)) {
          throw badField(
            ['type'],
            'INTERACTION_CALLBACK_TYPE_INVALID',
            `An interaction of this kind cannot be answered by type ${body.type}.`,
          );
        }
        acknowledge(world, interaction, body, call.files);
        const wanted = call.query('with_response') === 'true';
        return wanted ? ok(callbackPayload(world, interaction, body.type)) : DONE;
      },
    },
    {
      method: 'POST',
      path: WEBHOOK,
      login: false,
      handle: (call) => {
        const interaction = interactionOf(world, call);
        const body = parseBody(webhookMessage, call.body ?? {}, unknown('POST follow-up'));
        return ok(messagePayload(world, followUp(world, interaction, body, call.files)));
      },
    },
    {
      method: 'GET',
      path: MESSAGE,
      login: false,
      handle: (call) =>
        ok(messagePayload(world, messageOf(interactionOf(world, call), call.param('message')))),
    },
    {
      method: 'PATCH',
      path: MESSAGE,
      login: false,
      handle: (call) => {
        const message = messageOf(interactionOf(world, call), call.param('message'));
        edit(
          world,
          message,
          parseBody(webhookMessage, editBody(message, call.body), unknown('PATCH answer')),
          call.files,
        );
        return ok(messagePayload(world, message));
      },
    },
    {
      method: 'DELETE',
      path: MESSAGE,
      login: false,
      handle: (call) => {
        world.deleteMessage(messageOf(interactionOf(world, call), call.param('message')));
        return DONE;
      },
    },
  ];
}

function interactionOf(world: World, call: Call): Interaction {
  return answeredInteraction(world, call.param('application'), call.param('token'));
}

/** An update is an edit of the message that the interaction came from. */
function callbackBody({ source }: Interaction, body: unknown): unknown {
  const update = z.looseObject({ type: z.literal(CALLBACK.update), data: z.unknown() }).safeParse(body);
  return update.success ? { ...update.data, data: editBody(source, update.data.data) } : (body ?? {});
}

/** `@original`, or a message that was made or shown by this interaction. @throws ApiFault 10008 */
function messageOf(interaction: Interaction, id: string): Message {
  const { original } = interaction;
  const found = id === '@original' ? original : interaction.channel.messages.get(id);
  const own = found === original || found?.interaction === interaction;
  if (!found || found.deleted || !own) throw new ApiFault('unknownMessage');
  return found;
}
