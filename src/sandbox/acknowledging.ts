/** What becomes of the callbacks and follow-ups of an interaction: messages, edits, choices, modals. */
import { ApiFault } from './api-fault.js';
import { CALLBACK, type Callback } from './bodies/callback.js';
import { FLAG, type MessageBody, webhookMessage } from './bodies/message.js';
import type { Interaction, Message } from './model.js';
import { edit, newContent } from './posting.js';
import type { SentFile } from './route.js';
import type { World } from './world.js';

/** Types of messages: the answer to a chat command, and one that refers to another message. */
const CHAT_COMMAND = 20;
const REPLY = 19;

/** Does what the callback says. @throws ApiFault 50006, 50035 or 10008 */
export function acknowledge(
  world: World,
  interaction: Interaction,
  body: Callback,
  files: readonly SentFile[],
): void {
  switch (body.type) {
    case CALLBACK.message: {
      const content = newContent(world, interaction.channel, body.data, files, null);
      const original = addAnswer(world, interaction, content, body.data.flags);
      world.answerInteraction(interaction, { state: 'message', deferred: false }, original);
      break;
    }
    case CALLBACK.deferredMessage: {
      const original = addAnswer(world, interaction, { flags: FLAG.loading }, body.data?.flags);
      world.answerInteraction(interaction, { state: 'message', deferred: true }, original);
      break;
    }
    case CALLBACK.deferredUpdate:
      world.answerInteraction(interaction, { state: 'update', deferred: true }, interaction.source);
      break;
    case CALLBACK.update: {
      const { source } = interaction;
      if (source === null || source.deleted) throw new ApiFault('unknownMessage');
      edit(world, source, body.data ?? webhookMessage.parse({}), files);
      world.answerInteraction(interaction, { state: 'update', deferred: false }, source);
      break;
    }
    case CALLBACK.choices:
      world.answerInteraction(interaction, { state: 'choices', choices: body.data.choices }, null);
      break;
    case CALLBACK.modal:
      world.answerInteraction(interaction, { state: 'modal', modal: body.data }, null);
      break;
  }
}

/**
 * A follow-up; the first one after a deferred answer takes that one's place.
 * https://docs.discord.com/developers/interactions/receiving-and-responding#create-followup-message
 * @throws ApiFault 50006 or 50035
 */
export function followUp(
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
  return addAnswer(world, interaction, { ...content, repliesTo: original }, body.flags);
}

function addAnswer(
  world: World,
  interaction: Interaction,
  content: ReturnType<typeof newContent>,
  wanted: number | null | undefined,
): Message {
  const ephemeral = ((wanted ?? 0) & FLAG.ephemeral) !== 0;
  const repliesTo = content.repliesTo ?? interaction.source;
  const plain = interaction.kind === 'command' ? CHAT_COMMAND : 0;
  return world.addMessage({
    ...content,
    channel: interaction.channel,
    author: world.bot,
    type: repliesTo === null ? plain : REPLY,
    repliesTo,
    flags: (content.flags ?? 0) | (ephemeral ? FLAG.ephemeral : 0),
    onlyFor: ephemeral ? interaction.user : null,
    webhookId: world.bot.id,
    interaction,
  });
}
