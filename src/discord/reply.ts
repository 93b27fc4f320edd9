/**
 * The one way out for replies to interactions. It knows the three states of an interaction (fresh, deferred,
 * replied), and that an acknowledgement which comes too late or twice is nobody's mistake.
 */
import {
  type ButtonInteraction,
  type ChatInputCommandInteraction,
  DiscordAPIError,
  MessageFlags,
  type ModalSubmitInteraction,
  RESTJSONErrorCodes,
} from 'discord.js';
import type { Logger } from 'pino';
import { escapeTyped } from './markdown.js';
import { type BotMessage, payloadOf } from './message.js';

export type Answerable = ChatInputCommandInteraction | ButtonInteraction | ModalSubmitInteraction;

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
 * Shows a message in answer to an interaction, whatever its state; gives the id of the message where Discord
 * tells it, undefined where the interaction has passed by (which is logged).
 */
export async function respond(
  interaction: Answerable,
  message: BotMessage,
  { log }: { log: Logger },
  manner: Manner = {},
): Promise<string | undefined> {
  return quietly(interaction, log, async () => {
    const state = stateOf(interaction);
    switch (state) {
      case 'fresh':
        return acknowledge(interaction, message, manner, log);
      case 'deferred':
        return (await interaction.editReply(payloadOf(message))).id;
      case 'replied':
        return (await interaction.followUp({ ...payloadOf(message), ...flagsOf(manner) })).id;
      default:
        return state satisfies never;
    }
  });
}

/**
 * The first answer. Told that there is one already, it is most often our own, sent twice because Discord's word
 * of the first was lost: then the message is looked up.
 */
async function acknowledge(
  interaction: Answerable,
  message: BotMessage,
  manner: Manner,
  log: Logger,
): Promise<string | undefined> {
  try {
    const payload = { ...payloadOf(message), ...flagsOf(manner), withResponse: true as const };
    return (await interaction.reply(payload)).resource?.message?.id;
  } catch (error) {
    if (!isRefusal(error, RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged)) throw error;
    log.info({ interaction: interaction.id }, 'an interaction was acknowledged already');
    return (await interaction.fetchReply()).id;
  }
}

function isRefusal(error: unknown, code: RESTJSONErrorCodes): boolean {
  return error instanceof DiscordAPIError && error.code === code;
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

/** Runs what talks to Discord; where the interaction has passed by, that is logged and undefined given. */
export async function quietly<Result>(
  interaction: { id: string; createdTimestamp: number },
  log: Logger,
  work: () => Promise<Result>,
): Promise<Result | undefined> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof DiscordAPIError) || !PASSED_BY.has(error.code)) throw error;
    const ageMs = Date.now() - interaction.createdTimestamp;
    log.info({ interaction: interaction.id, code: error.code, ageMs }, 'an interaction had passed by');
    return undefined;
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
