/** An answer on its way to a person: kept first, so that its buttons work from the moment they are seen. */
import type { Reply } from '../engine.js';
import type { CommandContext } from './command.js';
import type { BotMessage } from './message.js';
import { renderAnswer } from './render.js';
import { type Answerable, type Manner, respond } from './reply.js';

/** Who is answered where. */
export type Asker = { userId: string; channelId: string; guildId: string | null };

export type KeptAnswer = { id: string; message: BotMessage };

/** Answers a command or a modal, keeps the query for buttons and follow-ups, and offers to ask more. */
export async function respondWithAnswer(
  interaction: Answerable,
  reply: Reply,
  context: CommandContext,
  { private: isPrivate = false }: Manner = {},
): Promise<void> {
  const asker = {
    userId: interaction.user.id,
    channelId: interaction.channelId ?? '',
    guildId: interaction.guildId,
  };
  const { id, message } = await keepAnswer(reply, asker, context, { askMore: true, private: isPrivate });
  await context.beingSent.during(asker.channelId, async () => {
    const messageId = await respond(interaction, message, context, { private: isPrivate });
    if (messageId === undefined) await context.state.answers.remove(id);
    else if (!isPrivate) await context.state.answers.setMessage(id, messageId);
  });
}

/** Keeps what an answer needs later and makes its message. */
export async function keepAnswer(
  { query, answer }: Reply,
  { userId, channelId, guildId }: Asker,
  { state, engine }: Pick<CommandContext, 'state' | 'engine'>,
  shown: { askMore: boolean; private: boolean },
): Promise<KeptAnswer> {
  const id = await state.answers.save({
    query,
    askerId: userId,
    channelId,
    guildId,
    messageId: null,
    language: answer.language,
  });
  const hasEarlier = engine.earlier(query).status === 'answered';
  return { id, message: renderAnswer(answer, { answerId: id, hasEarlier, ...shown }) };
}
