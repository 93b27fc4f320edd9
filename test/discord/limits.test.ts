import { expect, test } from 'vitest';
import { choicesWithin } from '../../src/discord/autocomplete.js';
import { PREFIXES } from '../../src/discord/buttons/prefixes.js';
import { customId, readArgument, readCustomId } from '../../src/discord/custom-ids.js';
import {
  BUTTON_LABEL_LIMIT,
  COMPACT_LENGTH,
  CUSTOM_ID_LIMIT,
  EMBED_DESCRIPTION_LIMIT,
  MODAL_QUESTION_LIMIT,
  MODAL_TITLE_LIMIT,
  PAGE_LENGTH,
  TEXT_INPUT_LABEL_LIMIT,
  TEXT_INPUT_PLACEHOLDER_LIMIT,
  TEXT_INPUT_VALUE_LIMIT,
} from '../../src/discord/limits.js';
import { contributionWordsOf } from '../../src/language/contribution-words.js';
import { discordCatalogueOf } from '../../src/language/discord-catalogue.js';

test('the lengths that we choose are within those that Discord sets', () => {
  expect(COMPACT_LENGTH).toBeLessThanOrEqual(EMBED_DESCRIPTION_LIMIT);
  expect(PAGE_LENGTH).toBeLessThanOrEqual(EMBED_DESCRIPTION_LIMIT);
  expect(MODAL_QUESTION_LIMIT).toBeLessThanOrEqual(TEXT_INPUT_VALUE_LIMIT);
});

test.each(['en', 'fr'] as const)('labels of buttons and of the modal fit (%s)', (language) => {
  const { buttons, askMore } = discordCatalogueOf(language);
  for (const label of Object.values(buttons)) expect(label.length).toBeLessThanOrEqual(BUTTON_LABEL_LIMIT);
  expect(askMore.title.length).toBeLessThanOrEqual(MODAL_TITLE_LIMIT);
  expect(askMore.label.length).toBeLessThanOrEqual(TEXT_INPUT_LABEL_LIMIT);
  expect(askMore.example.length).toBeLessThanOrEqual(TEXT_INPUT_PLACEHOLDER_LIMIT);
});

test.each(['en', 'fr'] as const)('the modals for what people send in fit (%s)', (language) => {
  const { suggest, feedback } = contributionWordsOf(language);
  const { metric, value, date, address, words } = suggest;
  for (const { label, example } of [metric, value, date, address, words, feedback.said]) {
    expect(label.length).toBeLessThanOrEqual(TEXT_INPUT_LABEL_LIMIT);
    expect(example.length).toBeLessThanOrEqual(TEXT_INPUT_PLACEHOLDER_LIMIT);
  }
  for (const { title } of [suggest, feedback]) expect(title.length).toBeLessThanOrEqual(MODAL_TITLE_LIMIT);
  expect(suggest.again.length).toBeLessThanOrEqual(BUTTON_LABEL_LIMIT);
});

test('custom ids are short and read back as they were written', () => {
  for (const prefix of Object.values(PREFIXES)) {
    const id = customId(prefix, 'Ab-_56789012', 999);
    expect(id.length).toBeLessThanOrEqual(CUSTOM_ID_LIMIT);
    const read = readCustomId(id);
    expect(read.prefix).toBe(prefix);
    expect(readArgument(read.argument)).toEqual({ id: 'Ab-_56789012', page: 999 });
    expect(readArgument(readCustomId(customId(prefix, 'abc')).argument)).toEqual({
      id: 'abc',
      page: undefined,
    });
  }
});

test.each(['', ':', 'x', 'sources:', 'sources:a:b', 'sources:a:-1', 'sources:a:9999999999'])(
  'any custom id can be read: %j',
  (text) => {
    expect(readArgument(readCustomId(text).argument).page).toBeUndefined();
  },
);

test('choices are cut to what Discord takes; one that could not be handed back is left out', () => {
  const many = Array.from({ length: 40 }, (_, at) => ({
    name: `${'long name '.repeat(20)}${at}`,
    value: `v${at}`,
  }));
  const within = choicesWithin([{ name: 'too long a value', value: 'v'.repeat(101) }, ...many]);
  expect(within).toHaveLength(25);
  expect(within[0]?.value).toBe('v0');
  for (const { name } of within) expect(name.length).toBeLessThanOrEqual(100);
});
