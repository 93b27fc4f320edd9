/**
 * The one way out for replies to interactions. It knows the three states of an interaction (fresh, deferred,
 * replied), and that an acknowledgement which comes too late or twice is nobody's mistake.
 */
import {
  type ButtonInteraction,
  type ChatInputCommandInteraction,
  DiscordAPIError,
  type MessageContextMenuCommandInteraction,
  MessageFlags,
  type ModalSubmitInteraction,
  RESTJSONErrorCodes,
} from 'discord.js';
import type { Logger } from 'pino';
import { escapeTyped } from './markdown.js';
import { type BotMessage, payloadOf } from './message.js';

export type Answerable =
  | ChatInputCommandInteraction
  | MessageContextMenuCommandInteraction
  | ButtonInteraction
  | ModalSubmitInteraction;

export type Manner = {
  /** Shown to the person who asked only. */
  private?: boolean | undefined;
};

/** The interaction is gone: 3 s without an acknowledgement, acknowledged elsewhere, 15 min over, message deleted. */
const PASSED_BY: ReadonlySet<string | number> = new Set([
  RESTJSONErrorCodes.UnknownInteraction,
  RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged,
  RESTJSONErrorCodes.InvalidWebhookToken,
  RESTJSONErrorCodes.UnknownMessage,
  RESTJSONErrorCodes.UnknownWebhook,
]);

/**
 * Shows a message in answer to an interaction, whatever its state; false where the interaction has passed by
 * (which is logged).
 */
export async function respond(
  interaction: Answerable,
  message: BotMessage,
  { log }: { log: Logger },
  manner: Manner = {},
): Promise<boolean> {
  const payload = { ...payloadOf(message), ...flagsOf(manner) };
  return quietly(interaction, log, async () => {
    const state = stateOf(interaction);
    switch (state) {
      case 'fresh':
        return interaction.reply(payload);
      case 'deferred':
        return interaction.editReply(payloadOf(message));
      case 'replied':
        return interaction.followUp(payload);
      default:
        return state satisfies never;
    }
  });
}

/** Puts what took longer into an answer that is shown already; one that was deleted in the meantime stays deleted. */
export async function addLater(
  interaction: Answerable,
  message: BotMessage,
  { log }: { log: Logger },
): Promise<void> {
  await quietly(interaction, log, () => interaction.editReply(payloadOf(message)));
}

/** Replaces the message under which a button was clicked. */
export async function replaceMessage(
  interaction: ButtonInteraction,
  message: BotMessage,
  { log }: { log: Logger },
): Promise<void> {
  await quietly(interaction, log, () => interaction.update(payloadOf(message)));
}

/** A message of one plain sentence; what people typed stands in it unformatted. */
export function sentence(text: string): BotMessage {
  return { content: escapeTyped(text) };
}

/**
 * Runs what talks to Discord; false where the interaction has passed by, which is logged. Told that it was
 * acknowledged already, that was most often ourselves, when Discord's word of it was lost and the request repeated.
 */
export async function quietly(
  interaction: { id: string; createdTimestamp: number },
  log: Logger,
  work: () => Promise<unknown>,
): Promise<boolean> {
  try {
    await work();
    return true;
  } catch (error) {
    if (!(error instanceof DiscordAPIError) || !PASSED_BY.has(error.code)) throw error;
    const ageMs = Date.now() - interaction.createdTimestamp;
    log.info({ interaction: interaction.id, code: error.code, ageMs }, 'an interaction had passed by');
    return error.code === RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged;
  }
}

function flagsOf({ private: isPrivate = false }: Manner) {
  return isPrivate ? { flags: MessageFlags.Ephemeral as const } : {};
}

/** After `deferUpdate` (which leaves `ephemeral` null) the deferred message is the one that holds the button. */
function stateOf({ replied, deferred, ephemeral }: Answerable): 'fresh' | 'deferred' | 'replied' {
  if (replied || (deferred && ephemeral === null)) return 'replied';
  return deferred ? 'deferred' : 'fresh';
}
