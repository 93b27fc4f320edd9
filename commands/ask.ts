/** `/ask question [private]`: a question in plain words. */
import { ApplicationCommandOptionType } from 'discord.js';
import { respondWithAnswer } from '../src/discord/answering.js';
import type { Command } from '../src/discord/command.js';
import { EVERYWHERE } from '../src/discord/everywhere.js';
import { described } from '../src/language/discord-catalogue.js';

/** As long as a message may be: https://docs.discord.com/developers/resources/message#create-message */
const QUESTION_LIMIT = 2_000;

export default {
  data: {
    name: 'ask',
    ...described(({ ask }) => ask.description),
    ...EVERYWHERE,
    options: [
      {
        type: ApplicationCommandOptionType.String,
        name: 'question',
        ...described(({ ask }) => ask.question),
        required: true,
        max_length: QUESTION_LIMIT,
      },
      {
        type: ApplicationCommandOptionType.Boolean,
        name: 'private',
        ...described(({ isPrivate }) => isPrivate),
      },
    ],
  },

  async run(interaction, context) {
    const question = interaction.options.getString('question', true);
    const reply = context.engine.ask(question, { language: context.language });
    const isPrivate = interaction.options.getBoolean('private') ?? false;
    await respondWithAnswer(interaction, reply, context, { private: isPrivate });
  },
} satisfies Command;
