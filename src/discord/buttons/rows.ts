/** The buttons under an answer. */
import { ButtonStyle, ComponentType } from 'discord.js';
import { discordCatalogueOf } from '../../language/discord-catalogue.js';
import type { Language } from '../command.js';
import { customId } from '../custom-ids.js';
import type { ButtonRow } from '../message.js';
import { NOTHING_KEPT, PREFIXES } from './prefixes.js';

export type AnswerButtons = {
  /** The kept answer's id. */
  answerId: string;
  language: Language;
  sources: boolean;
  earlier: boolean;
  /** For answers that can't be replied to: those to commands. */
  askMore: boolean;
  /** Of an answer that lacks a figure: such a one can be suggested. Then there is no room for earlier values. */
  suggest: boolean;
  /** Not for answers that only one person sees, who can dismiss them. */
  delete: boolean;
};

/** One row of at most five buttons, which is Discord's limit. */
export function answerButtons({ answerId, language, ...shown }: AnswerButtons): ButtonRow[] {
  const labels = discordCatalogueOf(language).buttons;
  const all = [
    { is: shown.sources, prefix: PREFIXES.sources, label: labels.sources },
    { is: shown.suggest, prefix: PREFIXES.suggest, label: labels.suggest },
    { is: shown.earlier && !shown.suggest, prefix: PREFIXES.earlier, label: labels.earlier },
    { is: shown.askMore, prefix: PREFIXES.askMore, label: labels.askMore },
    { is: true, prefix: PREFIXES.feedback, label: labels.feedback },
    { is: shown.delete, prefix: PREFIXES.delete, label: labels.delete },
  ];
  return rowOf(
    all.filter(({ is }) => is).map(({ prefix, label }) => ({ id: customId(prefix, answerId), label })),
  );
}

export type UpdateButtons = {
  /** Of the message that they stand under; by it the message is found again in its channel. */
  messageId: string;
  subscriptionId: string;
  /** Ids of figures whose earlier values are known; their lengths must leave room in CUSTOM_ID_LIMIT. */
  earlierOf: readonly string[];
};

/** The buttons under a message of new figures: they say all that they mean in their ids, and never expire. */
export function updateButtons(
  { messageId, subscriptionId, earlierOf }: UpdateButtons,
  language: Language,
): ButtonRow[] {
  const labels = discordCatalogueOf(language).buttons;
  const earlier = { id: customId(PREFIXES.earlierOf, earlierOf.join('.')), label: labels.earlier };
  return rowOf([
    ...(earlierOf.length > 0 ? [earlier] : []),
    { id: `${customId(PREFIXES.stop, subscriptionId)}:${messageId}`, label: labels.stop },
  ]);
}

export type PageButtons = {
  prefix: string;
  /** The kept answer's id. */
  id: string;
  /** Counted from 0. */
  page: number;
  pages: number;
  /** Where everybody sees the message. */
  delete?: boolean;
};

/** "Page before" and "Next page", where there are such pages, and "Delete". */
export function pageButtons(
  { prefix, id, page, pages, delete: canDelete = false }: PageButtons,
  language: Language,
): ButtonRow[] {
  const labels = discordCatalogueOf(language).buttons;
  const back = page > 0 ? [{ id: customId(prefix, id, page - 1), label: labels.back }] : [];
  const forward = page + 1 < pages ? [{ id: customId(prefix, id, page + 1), label: labels.forward }] : [];
  const away = canDelete ? [{ id: customId(PREFIXES.delete, id), label: labels.delete }] : [];
  return rowOf([...back, ...forward, ...away]);
}

/** "Suggest a figure" by itself. */
export function suggestRow(language: Language): ButtonRow[] {
  const label = discordCatalogueOf(language).buttons.suggest;
  return rowOf([{ id: customId(PREFIXES.suggest, NOTHING_KEPT), label }]);
}

/** Buttons side by side, five at most; no row where there are none. */
export function rowOf(buttons: readonly { id: string; label: string }[]): ButtonRow[] {
  if (buttons.length === 0) return [];
  return [
    {
      type: ComponentType.ActionRow,
      components: buttons.map(({ id, label }) => ({
        type: ComponentType.Button,
        style: ButtonStyle.Secondary,
        custom_id: id,
        label,
      })),
    },
  ];
}
