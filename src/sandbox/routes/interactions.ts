/** Routes of interactions: the callback, `@original`, and follow-ups. */
import { ApiFault, badField } from '../api-fault.js';
import { CALLBACK, type Callback, callback, fits } from '../bodies/callback.js';
import { FLAG, type MessageBody, webhookMessage } from '../bodies/message.js';
import { parseBody } from '../bodies/parse.js';
import { answeredInteraction, unansweredInteraction } from '../interactions.js';
import type { Interaction, Message } from '../model.js';
import { callbackPayload } from '../payloads/interaction.js';
import { messagePayload } from '../payloads/message.js';
import { edit, newContent } from '../posting.js';
import { type Call, DONE, ok, type Route, type SentFile } from '../route.js';
import type { World } from '../world.js';

const WEBHOOK = '/webhooks/:application/:token';
const MESSAGE = `${WEBHOOK}/messages/:message`;
/** Types of messages: the answer to a chat command, and one that refers to another message. */
const CHAT_COMMAND = 20;
const REPLY = 19;

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
        const body = parseBody(callback, call.body ?? {}, unknown('POST callback'));
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
        edit(world, message, parseBody(webhookMessage, call.body ?? {}, unknown('PATCH answer')), call.files);
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

/** `@original`, or a message that was made or shown by this interaction. @throws ApiFault 10008 */
function messageOf(interaction: Interaction, id: string): Message {
  const { original } = interaction;
  const found = id === '@original' ? original : interaction.channel.messages.get(id);
  const own = found === original || found?.interaction === interaction;
  if (!found || found.deleted || !own) throw new ApiFault('unknownMessage');
  return found;
}

function acknowledge(
  world: World,
  interaction: Interaction,
  body: Callback,
  files: readonly SentFile[],
): void {
  switch (body.type) {
    case CALLBACK.message: {
      const content = newContent(world, interaction.channel, body.data, files, null);
      const original = answer(world, interaction, content, ((body.data.flags ?? 0) & FLAG.ephemeral) !== 0);
      return world.answerInteraction(interaction, { state: 'message', deferred: false }, original);
    }
    case CALLBACK.deferredMessage: {
      const loading = { flags: FLAG.loading };
      const original = answer(world, interaction, loading, ((body.data?.flags ?? 0) & FLAG.ephemeral) !== 0);
      return world.answerInteraction(interaction, { state: 'message', deferred: true }, original);
    }
    case CALLBACK.deferredUpdate:
      return world.answerInteraction(interaction, { state: 'update', deferred: true }, interaction.source);
    case CALLBACK.update: {
      const { source } = interaction;
      if (source === null || source.deleted) throw new ApiFault('unknownMessage');
      edit(world, source, body.data ?? webhookMessage.parse({}), files);
      return world.answerInteraction(interaction, { state: 'update', deferred: false }, source);
    }
    case CALLBACK.choices:
      return world.answerInteraction(interaction, { state: 'choices', choices: body.data.choices }, null);
    case CALLBACK.modal:
      return world.answerInteraction(interaction, { state: 'modal', modal: body.data }, null);
  }
}

/** A follow-up; the first one after a deferred answer takes that one's place. */
function followUp(
  world: World,
  interaction: Interaction,
  body: MessageBody,
  files: readonly SentFile[],
): Message {
  const { original } = interaction;
  if (original !== null && !original.deleted && (original.flags & FLAG.loading) !== 0) {
    edit(world, original, body, files);
    return original;
  }
  const content = newContent(world, interaction.channel, body, files, null);
  const ephemeral = ((body.flags ?? 0) & FLAG.ephemeral) !== 0;
  return answer(world, interaction, { ...content, repliesTo: original }, ephemeral);
}

function answer(
  world: World,
  interaction: Interaction,
  content: ReturnType<typeof newContent>,
  ephemeral: boolean,
): Message {
  const repliesTo = content.repliesTo ?? interaction.source;
  return world.addMessage({
    ...content,
    channel: interaction.channel,
    author: world.bot,
    type: repliesTo === null ? (interaction.kind === 'command' ? CHAT_COMMAND : 0) : REPLY,
    repliesTo,
    flags: (content.flags ?? 0) | (ephemeral ? FLAG.ephemeral : 0),
    onlyFor: ephemeral ? interaction.user : null,
    webhookId: world.bot.id,
    interaction,
  });
}
