/** "Ask more": a modal that takes the next question, which leans on what the answer above it was asked. */
import { ComponentType, MessageFlags, type ModalComponentData, TextInputStyle } from 'discord.js';
import { discordCatalogueOf } from '../../language/discord-catalogue.js';
import { respondWithAnswer } from '../answering.js';
import type { ButtonHandler, Language, ModalHandler } from '../command.js';
import { customId, readArgument } from '../custom-ids.js';
import { MODAL_QUESTION_LIMIT } from '../limits.js';
import { quietly } from '../reply.js';
import { keptAnswer } from './kept.js';
import { PREFIXES } from './prefixes.js';

const QUESTION = 'question';

export const askMoreButton: ButtonHandler = {
  prefix: PREFIXES.askMore,
  async run(interaction, argument, context) {
    const { id } = readArgument(argument);
    const { query } = await keptAnswer(id, context);
    await quietly(interaction, context.log, () => interaction.showModal(modalFor(id, query.language)));
  },
};

export const askMoreModal: ModalHandler = {
  prefix: PREFIXES.askMore,
  async run(interaction, argument, context) {
    const { query } = await keptAnswer(readArgument(argument).id, context);
    const question = interaction.fields.getTextInputValue(QUESTION);
    const reply = context.engine.ask(question, { previous: query, language: context.language });
    const isPrivate = interaction.message?.flags.has(MessageFlags.Ephemeral) ?? false;
    await respondWithAnswer(interaction, reply, context, { private: isPrivate });
  },
};

function modalFor(id: string, language: Language): ModalComponentData {
  const words = discordCatalogueOf(language).askMore;
  return {
    customId: customId(PREFIXES.askMore, id),
    title: words.title,
    components: [
      {
        type: ComponentType.ActionRow,
        components: [
          {
            type: ComponentType.TextInput,
            customId: QUESTION,
            label: words.label,
            placeholder: words.example,
            style: TextInputStyle.Short,
            maxLength: MODAL_QUESTION_LIMIT,
            required: true,
          },
        ],
      },
    ],
  };
}
