/** "Wrong or missing?": a modal; what is written goes to the maintainers with the question and the answer. */
import { contributionWordsOf } from '../../language/contribution-words.js';
import { discordCatalogueOf } from '../../language/discord-catalogue.js';
import type { ButtonHandler, ModalHandler } from '../command.js';
import { feedbackModal, SAID } from '../contributions/modals.js';
import { wordsAsked } from '../contributions/unknown.js';
import { customId, readArgument } from '../custom-ids.js';
import { quietly, respond, sentence } from '../reply.js';
import { keptAnswer } from './kept.js';
import { PREFIXES } from './prefixes.js';
import { rowOf } from './rows.js';

export const feedbackButton: ButtonHandler = {
  prefix: PREFIXES.feedback,
  async run(interaction, argument, context) {
    const { id } = readArgument(argument);
    await keptAnswer(id, context);
    await quietly(interaction, context.log, () => interaction.showModal(feedbackModal(id, context.language)));
  },
};

export const feedbackModalHandler: ModalHandler = {
  prefix: PREFIXES.feedback,
  async run(interaction, argument, context) {
    const { state, engine, language, log } = context;
    const { id } = readArgument(argument);
    const { query } = await keptAnswer(id, context);
    const remark = await state.feedback.saveRemark({
      said: interaction.fields.getTextInputValue(SAID).trim(),
      question: wordsAsked(query),
      answer: engine.answer(query).lines.join('\n'),
      language,
    });
    log.info({ remark }, 'something was found wrong or missing');
    const { feedback } = contributionWordsOf(language);
    const label = discordCatalogueOf(language).buttons.suggest;
    const thanks = {
      ...sentence(`${feedback.thanks} ${feedback.orSuggest}`),
      components: rowOf([{ id: customId(PREFIXES.suggest, id), label }]),
    };
    await respond(interaction, thanks, context, { private: true });
  },
};
