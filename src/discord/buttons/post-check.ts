/** "Post here": the check for everybody in the channel, without the message's words and without naming anybody. */
import { checkCatalogueOf } from '../../language/check-catalogue.js';
import { respondWithAnswer } from '../answering.js';
import { postingIn } from '../check-posting.js';
import type { ButtonHandler } from '../command.js';
import { readArgument } from '../custom-ids.js';
import { UserMistake } from '../errors.js';
import { keptAnswer } from './kept.js';
import { PREFIXES } from './prefixes.js';

export const postCheckButton: ButtonHandler = {
  prefix: PREFIXES.postCheck,
  async run(interaction, argument, context) {
    const { query } = await keptAnswer(readArgument(argument).id, context);
    const words = checkCatalogueOf(context.language);
    const posting = await postingIn(interaction, context);
    switch (posting) {
      case 'switched-off':
        throw new UserMistake(words.postingOff);
      case 'not-permitted':
        throw new UserMistake(words.mayNotPost);
      case 'nobody-there':
      case 'allowed':
        return respondWithAnswer(interaction, { query, answer: context.engine.answer(query) }, context);
    }
  },
};
