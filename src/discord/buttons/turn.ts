/** "Page before" and "Next page" under a long answer: for the person who asked in place, for others on a copy of their own. */
import { MessageFlags } from 'discord.js';
import type { ButtonHandler } from '../command.js';
import { readArgument } from '../custom-ids.js';
import { renderLeaf } from '../leaves.js';
import { replaceMessage, respond } from '../reply.js';
import { keptAnswer } from './kept.js';
import { PREFIXES } from './prefixes.js';

export const turnButton: ButtonHandler = {
  prefix: PREFIXES.turn,
  async run(interaction, argument, context) {
    const { id, page = 0 } = readArgument(argument);
    const { query, askerId } = await keptAnswer(id, context);
    const answer = context.engine.answer(query);
    const isPrivate = interaction.message.flags.has(MessageFlags.Ephemeral);
    const isInPlace = isPrivate || interaction.user.id === askerId;
    const leaf = renderLeaf(answer, { answerId: id, page, private: isPrivate || !isInPlace });
    if (isInPlace) await replaceMessage(interaction, leaf, context);
    else await respond(interaction, leaf, context, { private: true });
  },
};
