/** `/subscriptions remove`: ends one, picked from those that the person may manage. */
import type { ChatInputCommandInteraction } from 'discord.js';
import type { CommandContext } from '../../src/discord/command.js';
import { UserMistake } from '../../src/discord/errors.js';
import { respond } from '../../src/discord/reply.js';
import { subscriptionsHere } from '../../src/discord/subscriptions/list-page.js';
import { mayManage } from '../../src/discord/subscriptions/places.js';
import { subjectsOf } from '../../src/discord/subscriptions/subjects.js';
import { placeOf, whatOf } from '../../src/discord/subscriptions/told.js';
import { subscriptionWordsOf } from '../../src/language/subscription-words.js';

/** Removes it, and says what no longer comes where. */
export async function remove(
  interaction: ChatInputCommandInteraction,
  context: CommandContext,
): Promise<void> {
  const { state, engine, language } = context;
  const words = subscriptionWordsOf(language);
  const id = interaction.options.getString('subscription', true).trim();
  const found = (await subscriptionsHere(interaction, state)).find((one) => one.id === id);
  if (!found) throw new UserMistake(words.mistakes.gone);
  if (!mayManage(interaction, found)) throw new UserMistake(words.mistakes.needsManageSomewhere);
  await state.subscriptions.remove(id);
  const what = whatOf(found, subjectsOf(engine.knowledge()), language);
  await respond(interaction, { content: words.removed(placeOf(found, language), what) }, context, {
    private: true,
  });
}
