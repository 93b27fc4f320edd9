/** The page buttons of the list of subscriptions. */
import type { ButtonHandler } from '../command.js';
import { readArgument } from '../custom-ids.js';
import { replaceMessage } from '../reply.js';
import { listPage } from '../subscriptions/list-page.js';
import { PREFIXES } from './prefixes.js';

export const subscriptionsButton: ButtonHandler = {
  prefix: PREFIXES.subscriptions,
  async run(interaction, argument, context) {
    const { page = 0 } = readArgument(argument);
    await replaceMessage(interaction, await listPage(interaction, page, context), context);
  },
};
