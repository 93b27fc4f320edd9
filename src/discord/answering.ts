/** An answer on its way to a person: kept first, so that its buttons work from the moment they are seen. */
import type { Reply } from '../engine.js';
import type { CommandContext } from './command.js';
import { countIfUnknown } from './contributions/unknown.js';
import { renderLeaf } from './leaves.js';
import type { BotMessage } from './message.js';
import { type Picture, withPicture } from './pictures.js';
import { renderAnswer } from './render.js';
import { type Answerable, addLater, type Manner, respond } from './reply.js';
import { ifStateAllows } from './without-state.js';

/** Who is answered where. */
export type Asker = { userId: string; channelId: string; guildId: string | null };

/** `id` is undefined where the state could not keep it. */
export type KeptAnswer = { id: string | undefined; message: BotMessage };

export type AnswerManner = Manner & {
  /** On its way already; it must not reject. */
  picture?: Promise<Picture | undefined> | undefined;
};

/**
 * A chart takes a twentieth of a second once the libraries are loaded, so that text and picture nearly always come
 * together; one that takes longer than this, in ms, is added to the answer later. Discord waits for 3 s:
 * https://docs.discord.com/developers/interactions/receiving-and-responding#responding-to-an-interaction
 */
const PICTURE_PATIENCE_MS = 1_000;

const PUBLIC = { askMore: false, private: false };

/** Answers a command or a modal, keeps the query for buttons and follow-ups, and offers to ask more. A slow picture follows. */
export async function respondWithAnswer(
  interaction: Answerable,
  reply: Reply,
  context: CommandContext,
  { private: isPrivate = false, picture }: AnswerManner = {},
): Promise<void> {
  // Under the interaction's id, which Discord puts into the message, so that its answer need not be waited for.
  const shownBy = isPrivate ? null : interaction.id;
  const manner = { askMore: true, private: isPrivate };
  const { id, message } = await keepAnswer(reply, askerOf(interaction), shownBy, context, manner);
  const inTime = picture && (await Promise.race([picture, patience()]));
  const isLate = inTime === 'late';
  const shown = isLate ? message : withPicture(message, inTime);
  const isShown = await respond(interaction, shown, context, { private: isPrivate });
  if (!isShown) await forget(id, context);
  await countIfUnknown(reply, context);
  const late = isShown && isLate ? await picture : undefined;
  if (late) await addLater(interaction, withPicture(message, late), context);
}

function askerOf({ user, channelId, guildId }: Answerable): Asker {
  return { userId: user.id, channelId: channelId ?? '', guildId };
}

function patience(): Promise<'late'> {
  return new Promise((resolve) => {
    setTimeout(() => resolve('late'), PICTURE_PATIENCE_MS).unref();
  });
}

/** Answers a command with the first page of a long answer; what is not known is one short answer. */
export async function respondWithPages(
  interaction: Answerable,
  reply: Reply,
  context: CommandContext,
): Promise<void> {
  if (reply.answer.status === 'unknown') return respondWithAnswer(interaction, reply, context);
  const { id, message } = await keepAnswer(reply, askerOf(interaction), interaction.id, context, PUBLIC);
  if (id === undefined) return void (await respond(interaction, message, context));
  const leaf = renderLeaf(reply.answer, { answerId: id, page: 0, private: false });
  const isShown = await respond(interaction, leaf, context);
  if (!isShown) await forget(id, context);
}

/** Forgets an answer that was not shown. */
export async function forget(
  id: string | undefined,
  { state, log }: Pick<CommandContext, 'state' | 'log'>,
): Promise<void> {
  if (id !== undefined) await ifStateAllows('forgetting an answer', log, state.answers.remove(id));
}

/** Keeps what an answer needs later, to be found by its message or interaction if that is known, and makes its message. */
export async function keepAnswer(
  reply: Reply,
  { userId, channelId, guildId }: Asker,
  shownBy: string | null,
  { state, engine, log }: Pick<CommandContext, 'state' | 'engine' | 'log'>,
  shown: { askMore: boolean; private: boolean },
): Promise<KeptAnswer> {
  const { query, answer } = reply;
  const toSave = {
    query,
    askerId: userId,
    channelId,
    guildId,
    messageId: shownBy,
    language: answer.language,
  };
  const id = await ifStateAllows('keeping an answer', log, state.answers.save(toSave));
  const hasEarlier = engine.hasEarlier(reply);
  const suggest = answer.status === 'unknown' && query.parts.some(({ metrics }) => metrics.length > 0);
  return { id, message: renderAnswer(answer, { answerId: id, hasEarlier, suggest, ...shown }) };
}
