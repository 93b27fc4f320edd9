import { expect, test } from 'vitest';
import { commands } from '../../commands/index.js';
import { sameCommands } from '../../src/discord/registration.js';

const ours = commands.map(({ data }) => data);

/** As Discord gives them back: with ids, defaults spelt out, keys and commands in another order. */
function asDiscordTells(): { name: string }[] {
  return ours
    .map((data, index) => ({
      version: '1',
      id: String(index),
      application_id: '2',
      dm_permission: true,
      nsfw: false,
      name_localizations: null,
      default_member_permissions: null,
      // Commands of menus have none.
      description: '',
      ...Object.fromEntries(Object.entries(data).reverse()),
      name: data.name,
      ...('options' in data
        ? { options: data.options?.map((option) => ({ required: false, ...option })) }
        : {}),
    }))
    .reverse();
}

test('what Discord adds and spells out makes no difference', () => {
  expect(sameCommands(asDiscordTells(), ours)).toBe(true);
});

test('the order of contexts does not count, that of options does', () => {
  const command = { name: 'a', contexts: [0, 1], options: [{ name: 'x' }, { name: 'y' }] };
  expect(sameCommands([command], [{ ...command, contexts: [1, 0] } as { name: string }])).toBe(true);
  expect(
    sameCommands([command], [{ ...command, options: [{ name: 'y' }, { name: 'x' }] } as { name: string }]),
  ).toBe(false);
});

test.each([
  ['a description', { description: 'another' }],
  ['a French description', { description_localizations: { fr: 'autre' } }],
  ['who may use it', { default_member_permissions: '8' }],
  ['where', { contexts: [2] }],
  ['an option', { options: [] }],
])('a change of %s is noticed', (_what, change) => {
  const changed = asDiscordTells().map((one) => (one.name === 'ask' ? { ...one, ...change } : one));
  expect(sameCommands(changed, ours)).toBe(false);
});

test('a command too many or too few is noticed', () => {
  expect(sameCommands(asDiscordTells().slice(1), ours)).toBe(false);
  expect(sameCommands([...asDiscordTells(), { name: 'old' }], ours)).toBe(false);
});
