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
import type { Subscription, Target } from '../../src/state/index.js';

/** Removes it, and says what no longer comes where. It is picked from the list, or named by what it is to. */
export async function remove(
  interaction: ChatInputCommandInteraction,
  context: CommandContext,
): Promise<void> {
  const { state, engine, language } = context;
  const words = subscriptionWordsOf(language);
  const typed = interaction.options.getString('subscription', true).trim();
  const subjects = subjectsOf(engine.knowledge());
  const here = await subscriptionsHere(interaction, state);
  const to = subjects.read(typed);
  const found = here.find(({ id }) => id === typed) ?? onlyOneTo(to, here, interaction);
  if (!found) throw new UserMistake(to ? words.mistakes.pickOne : words.mistakes.gone);
  if (!mayManage(interaction, found)) throw new UserMistake(words.mistakes.needsManageSomewhere);
  await state.subscriptions.remove(found.id);
  const what = whatOf(found, subjects, language);
  await respond(interaction, { content: words.removed(placeOf(found, language), what) }, context, {
    private: true,
  });
}

/** The one that this person may manage and that is to this; none where several are. */
function onlyOneTo(
  to: Target | undefined,
  here: readonly Subscription[],
  interaction: ChatInputCommandInteraction,
): Subscription | undefined {
  const fitting = here.filter((one) => isSame(one.to, to) && mayManage(interaction, one));
  return fitting.length === 1 ? fitting[0] : undefined;
}

function isSame(one: Target, other: Target | undefined): boolean {
  if (one.kind === 'everything' || other === undefined || other.kind === 'everything')
    return one.kind === other?.kind;
  return one.kind === other.kind && one.id === other.id;
}
