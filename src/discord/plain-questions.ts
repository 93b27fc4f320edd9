/** Questions without a command: answered where a person addresses the bot and no moderator has switched that off. */
import type { Message } from 'discord.js';
import { type KeptQuery, readKeptQuery } from '../answers/kept-query.js';
import type { Engine, Reply } from '../engine.js';
import { discordCatalogueOf } from '../language/discord-catalogue.js';
import { FOLLOW_UPS_LIVE_HOURS } from '../state/index.js';
import { forget, keepAnswer } from './answering.js';
import type { Language } from './command.js';
import { countIfUnknown } from './contributions/unknown.js';
import { reportFault } from './errors.js';
import { addressedBy, answerRepliedTo } from './listening.js';
import { languageOfLocale } from './locale.js';
import { sentence } from './reply.js';
import type { Room } from './room.js';
import { replyTo } from './sending.js';
import { ifStateAllows } from './without-state.js';

const NAME = 'plain question';

/** Answers one message if it is meant for the bot; never rejects. */
export async function hear(message: Message, botId: string, room: Room): Promise<void> {
  const { log, counters } = room;
  const where = { handler: NAME, message: message.id, channel: message.channelId };
  try {
    const addressed = addressedBy(message, botId);
    if (addressed === undefined || !(await isAllowed(message, room))) return;
    log.debug({ ...where, addressed, question: message.content }, 'a plain question');
    const wait = room.cooldowns.take(message.author.id, message.channelId);
    if (wait > 0) await tellToWait(message, wait, room);
    else await room.engines.during((engine) => answer(message, room, engine));
  } catch (error) {
    counters.count(NAME, 'failed');
    const words = discordCatalogueOf(languageIn(message)).room;
    const reference = reportFault(error, log, where);
    await replyTo(message, sentence(words.fault(reference)), log).catch((failure: unknown) => {
      reportFault(failure, log, { ...where, while: 'telling of a fault' });
    });
  }
}

async function answer(message: Message, room: Room, engine: Engine): Promise<void> {
  const { state, log, counters } = room;
  const repliedTo = answerRepliedTo(message);
  const previous =
    repliedTo === undefined ? undefined : await previousQuery(message.channelId, repliedTo, room);
  const reply = engine.ask(message.content, { previous, language: languageIn(message) });
  if (repliedTo !== undefined && !previous && leansOnly(reply)) {
    const words = discordCatalogueOf(reply.query.language).room;
    await replyTo(message, sentence(words.followUpExpired(FOLLOW_UPS_LIVE_HOURS)), log);
    return counters.count(NAME, 'mistaken');
  }
  const asker = { userId: message.author.id, channelId: message.channelId, guildId: message.guildId };
  const kept = await keepAnswer(reply, asker, null, { ...room, engine }, { askMore: false, private: false });
  await room.beingSent.during(message.channelId, async () => {
    const sentId = await replyTo(message, kept.message, log);
    if (sentId === undefined) return forget(kept.id, room);
    if (kept.id === undefined) return;
    await ifStateAllows('noting an answer’s message', log, state.answers.setMessage(kept.id, sentId));
  });
  await countIfUnknown(reply, room);
  counters.count(NAME, 'succeeded');
}

async function tellToWait(message: Message, seconds: number, { log, counters }: Room): Promise<void> {
  counters.count(NAME, 'cooledDown');
  const words = discordCatalogueOf(languageIn(message)).room;
  await replyTo(message, sentence(words.coolingDown(seconds)), log);
}

async function previousQuery(
  channelId: string,
  messageId: string,
  { state, beingSent, log }: Room,
): Promise<KeptQuery | undefined> {
  await beingSent.settled(channelId);
  const found = state.answers.byMessage(messageId);
  const saved = await ifStateAllows('looking for the answer before', log, found);
  return saved && readKeptQuery(saved.query);
}

/** A question that says nothing by itself ("and in November?"). */
function leansOnly({ query }: Reply): boolean {
  return query.parts.length > 0 && query.parts.every((part) => part.leans);
}

/** A thread does as its channel does. */
async function isAllowed(message: Message, { state, log }: Room): Promise<boolean> {
  if (!message.inGuild()) return true;
  const { channel } = message;
  const channelId = channel.isThread() ? (channel.parentId ?? channel.id) : channel.id;
  const set = state.settings.plainQuestions(message.guildId, channelId);
  // Who asks by name is answered, unless it is known that a moderator does not want that.
  return (await ifStateAllows('reading a setting', log, set)) ?? true;
}

/** Where the words don't tell: the server's language; direct messages carry none. */
function languageIn(message: Message): Language {
  return languageOfLocale(message.guild?.preferredLocale ?? 'en');
}
