/** "Stop" under a message of new figures: ends its subscription, after asking once more. */
import type { ButtonInteraction } from 'discord.js';
import { discordCatalogueOf } from '../../language/discord-catalogue.js';
import { subscriptionWordsOf } from '../../language/subscription-words.js';
import type { Subscription } from '../../state/index.js';
import type { ButtonHandler, CommandContext } from '../command.js';
import { customId, readArgument } from '../custom-ids.js';
import { UserMistake } from '../errors.js';
import { replaceMessage, respond } from '../reply.js';
import { subscriptionsHere } from '../subscriptions/list-page.js';
import { mayManage } from '../subscriptions/places.js';
import { subjectsOf } from '../subscriptions/subjects.js';
import { placeOf, whatOf } from '../subscriptions/told.js';
import { PREFIXES } from './prefixes.js';
import { rowOf } from './rows.js';

export const stopButton: ButtonHandler = {
  prefix: PREFIXES.stop,
  async run(interaction, argument, context) {
    const { engine, language } = context;
    const found = await subscriptionFor(interaction, argument, context);
    const words = subscriptionWordsOf(language);
    const what = whatOf(found, subjectsOf(engine.knowledge()), language);
    const label = discordCatalogueOf(language).buttons.stopNow;
    const confirmation = {
      content: words.reallyStop(placeOf(found, language), what),
      components: rowOf([{ id: customId(PREFIXES.stopNow, found.id), label }]),
    };
    await respond(interaction, confirmation, context, { private: true });
  },
};

export const stopNowButton: ButtonHandler = {
  prefix: PREFIXES.stopNow,
  async run(interaction, argument, context) {
    const { state, engine, language } = context;
    const found = await subscriptionFor(interaction, argument, context);
    await state.subscriptions.remove(found.id);
    const words = subscriptionWordsOf(language);
    const subjects = subjectsOf(engine.knowledge());
    const left = (await subscriptionsHere(interaction, state)).filter(
      ({ channelId, status }) => channelId === found.channelId && status.kind !== 'ended',
    );
    const lines = [
      words.stopped(placeOf(found, language), whatOf(found, subjects, language)),
      ...(left.length > 0 ? [words.others(left.map((one) => whatOf(one, subjects, language)))] : []),
    ];
    await replaceMessage(interaction, { content: lines.join('\n') }, context);
  },
};

/** The subscription that the button names; a UserMistake where it is gone, or not for this person to end. */
async function subscriptionFor(
  interaction: ButtonInteraction,
  argument: string,
  { state, language }: CommandContext,
): Promise<Subscription> {
  const { mistakes } = subscriptionWordsOf(language);
  const found = await state.subscriptions.byId(readArgument(argument).id);
  if (!found || found.status.kind === 'ended') throw new UserMistake(mistakes.gone);
  if (mayManage(interaction, found)) return found;
  const channel = interaction.guild?.channels.cache.get(found.channelId);
  throw new UserMistake(mistakes.needsManage(`#${channel?.name ?? found.channelId}`));
}
