/** Autocomplete of subscriptions that a person may manage. */
import type { AutocompleteInteraction } from 'discord.js';
import { fold } from '../../knowledge/words.js';
import { subscriptionWordsOf } from '../../language/subscription-words.js';
import type { Choice, CommandContext } from '../command.js';
import { subscriptionsHere } from './list-page.js';
import { mayManage } from './places.js';
import { subjectsOf } from './subjects.js';

/** "#general: People returned to France (at once)", whichever hold what was typed. */
export async function offerSubscriptions(
  typed: string,
  { state, engine, language }: CommandContext,
  interaction: AutocompleteInteraction,
): Promise<Choice[]> {
  const subjects = subjectsOf(engine.knowledge());
  const { whenShort } = subscriptionWordsOf(language);
  const all = await subscriptionsHere(interaction, state);
  return all
    .filter((one) => mayManage(interaction, one))
    .map((one) => {
      const channel = interaction.guild?.channels.cache.get(one.channelId);
      const place = one.guildId === null ? '' : `#${channel?.name ?? one.channelId}: `;
      return { name: `${place}${subjects.label(one.to, language)} (${whenShort[one.when]})`, value: one.id };
    })
    .filter(({ name }) => fold(name).includes(fold(typed.trim())));
}
