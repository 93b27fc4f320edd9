/** Long lists on pages, shown to the person who clicked only: the first click opens, the page buttons turn. */
import type { ButtonInteraction } from 'discord.js';
import { discordCatalogueOf } from '../../language/discord-catalogue.js';
import type { CommandContext, Language } from '../command.js';
import { readArgument } from '../custom-ids.js';
import type { BotMessage } from '../message.js';
import { replaceMessage, respond } from '../reply.js';
import { pageButtons } from './rows.js';

export type Paged = { prefix: string; title: string; pages: readonly string[]; language: Language };

/** Shows the page that the button's argument names, in a new message or in place of the page before. */
export async function showPage(
  interaction: ButtonInteraction,
  argument: string,
  paged: Paged,
  context: CommandContext,
): Promise<void> {
  const { id, page } = readArgument(argument);
  const shown = pageOf(paged, id, page ?? 0);
  if (page === undefined) await respond(interaction, shown, context, { private: true });
  else await replaceMessage(interaction, shown, context);
}

function pageOf({ prefix, title, pages, language }: Paged, id: string, asked: number): BotMessage {
  const page = Math.min(asked, pages.length - 1);
  const footer = discordCatalogueOf(language).answers.page(page + 1, pages.length);
  return {
    embeds: [
      { title, description: pages[page] ?? '', ...(pages.length > 1 ? { footer: { text: footer } } : {}) },
    ],
    components: pageButtons({ prefix, id, page, pages: pages.length }, language),
  };
}
