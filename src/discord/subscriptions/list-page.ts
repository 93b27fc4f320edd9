/** The list of subscriptions, a page at a time. */
import type { AutocompleteInteraction, ButtonInteraction, ChatInputCommandInteraction } from 'discord.js';
import { discordCatalogueOf } from '../../language/discord-catalogue.js';
import { subscriptionWordsOf } from '../../language/subscription-words.js';
import type { State, Subscription } from '../../state/index.js';
import { PREFIXES } from '../buttons/prefixes.js';
import { pageButtons } from '../buttons/rows.js';
import type { CommandContext } from '../command.js';
import { UserMistake } from '../errors.js';
import { paginate } from '../fitting.js';
import { PAGE_LENGTH } from '../limits.js';
import type { BotMessage } from '../message.js';
import { mayManage } from './places.js';
import { subjectsOf } from './subjects.js';
import { blockOf } from './told.js';

type Asking = ChatInputCommandInteraction | ButtonInteraction | AutocompleteInteraction;

/** A page of the list, counted from 0; throws a UserMistake where somebody manages no channel that has any. */
export async function listPage(
  interaction: Exclude<Asking, AutocompleteInteraction>,
  asked: number,
  { state, engine, language }: CommandContext,
): Promise<BotMessage> {
  const words = subscriptionWordsOf(language);
  const all = await subscriptionsHere(interaction, state);
  const own = all.filter((one) => mayManage(interaction, one));
  if (own.length === 0 && all.length > 0) throw new UserMistake(words.mistakes.needsManageSomewhere);
  if (own.length === 0) return { content: words.list.none };
  const subjects = subjectsOf(engine.knowledge());
  const pages = paginate(
    own.map((one) => blockOf(one, subjects, language)),
    PAGE_LENGTH,
  );
  const page = Math.min(asked, pages.length - 1);
  const footer = { text: discordCatalogueOf(language).answers.page(page + 1, pages.length) };
  return {
    embeds: [
      { title: words.list.title, description: pages[page] ?? '', ...(pages.length > 1 ? { footer } : {}) },
    ],
    components: pageButtons(
      { prefix: PREFIXES.subscriptions, id: 'list', page, pages: pages.length },
      language,
    ),
  };
}

/** Those of the server, or of the person's direct messages, the oldest first; ended ones too. */
export function subscriptionsHere(
  { guildId, user }: Pick<Asking, 'guildId' | 'user'>,
  { subscriptions }: State,
): Promise<Subscription[]> {
  return guildId === null ? subscriptions.ofPerson(user.id) : subscriptions.ofGuild(guildId);
}
