/** The modals by which people send something in. */
import { ComponentType, type ModalComponentData, TextInputStyle } from 'discord.js';
import type { ModalField } from '../../language/contribution-sentences.js';
import { contributionWordsOf } from '../../language/contribution-words.js';
import type { SuggestionTyped } from '../../state/index.js';
import { PREFIXES } from '../buttons/prefixes.js';
import type { Language } from '../command.js';
import { customId } from '../custom-ids.js';

/** What each field may hold; all are within TEXT_INPUT_VALUE_LIMIT. */
const LENGTHS: Record<keyof SuggestionTyped, number> = {
  metric: 100,
  value: 60,
  date: 80,
  address: 500,
  words: 1_000,
};

export const SUGGESTION_FIELDS = ['metric', 'value', 'date', 'address', 'words'] as const;

export const SAID = 'said';
const SAID_LENGTH = 1_000;

/** `Suggest a figure`, filled in with what is known of it already; `id` comes back with what is typed. */
export function suggestionModal(
  id: string,
  filled: Partial<SuggestionTyped>,
  language: Language,
): ModalComponentData {
  const { suggest } = contributionWordsOf(language);
  return {
    customId: customId(PREFIXES.suggest, id),
    title: suggest.title,
    components: SUGGESTION_FIELDS.map((field) =>
      input(field, suggest[field], {
        maxLength: LENGTHS[field],
        isLong: field === 'words',
        value: filled[field]?.slice(0, LENGTHS[field]),
      }),
    ),
  };
}

/** `Wrong or missing?`, on the kept answer with this id. */
export function feedbackModal(answerId: string, language: Language): ModalComponentData {
  const { feedback } = contributionWordsOf(language);
  return {
    customId: customId(PREFIXES.feedback, answerId),
    title: feedback.title,
    components: [input(SAID, feedback.said, { maxLength: SAID_LENGTH, isLong: true, value: undefined })],
  };
}

function input(
  name: string,
  { label, example }: ModalField,
  { maxLength, isLong, value }: { maxLength: number; isLong: boolean; value: string | undefined },
): ModalComponentData['components'][number] {
  return {
    type: ComponentType.ActionRow,
    components: [
      {
        type: ComponentType.TextInput,
        customId: name,
        label,
        placeholder: example,
        style: isLong ? TextInputStyle.Paragraph : TextInputStyle.Short,
        maxLength,
        required: true,
        ...(value ? { value } : {}),
      },
    ],
  };
}
