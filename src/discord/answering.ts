/** An answer on its way to a person: kept first, so that its buttons work from the moment they are seen. */
import type { Reply } from '../engine.js';
import type { CommandContext } from './command.js';
import { countIfUnknown } from './contributions/unknown.js';
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
  // Under the interaction's id, which Discord puts into the message, so that its answer need not be waited for.
  const shownBy = isPrivate ? null : interaction.id;
  const manner = { askMore: true, private: isPrivate };
  const { id, message } = await keepAnswer(reply, asker, shownBy, context, manner);
  const isShown = await respond(interaction, message, context, { private: isPrivate });
  if (!isShown) await context.state.answers.remove(id);
  await countIfUnknown(reply, context);
}

/** Keeps what an answer needs later, to be found by its message or interaction if that is known, and makes its message. */
export async function keepAnswer(
  { query, answer }: Reply,
  { userId, channelId, guildId }: Asker,
  shownBy: string | null,
  { state, engine }: Pick<CommandContext, 'state' | 'engine'>,
  shown: { askMore: boolean; private: boolean },
): Promise<KeptAnswer> {
  const id = await state.answers.save({
    query,
    askerId: userId,
    channelId,
    guildId,
    messageId: shownBy,
    language: answer.language,
  });
  // Words have no earlier values; looking for some takes as long as answering.
  const hasEarlier = answer.figures.length > 0 && engine.earlier(query, answer).status === 'answered';
  const suggest = answer.status === 'unknown' && query.parts.some(({ metrics }) => metrics.length > 0);
  return { id, message: renderAnswer(answer, { answerId: id, hasEarlier, suggest, ...shown }) };
}
