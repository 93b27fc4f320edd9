import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { openEngine } from '../../src/engine.js';
import type { Knowledge } from '../../src/knowledge/reads.js';
import type { Figure } from '../../src/knowledge/schema.js';
import type { Subscription } from '../../src/state/index.js';
import type { Update } from '../../src/updates/update.js';
import { updateMessage } from '../../src/updates/update-message.js';
import { discordSchema } from '../discord-schema.js';
import { BASE, boats, figure, folderWith, temporaryFolder } from '../knowledge/made-up.js';
import { aSubscription } from '../state/a-subscription.js';

const MESSAGE = '0123456789abcdef012345678';
const FIGURES = [
  figure('F-100', { value: '463', printed: '"463"', asOf: '2025-10-11', source: 'S-101' }),
  figure('F-101', { value: '605', printed: '"605"' }),
  figure('F-102', { value: '603', printed: '"603"', revises: 'F-101', provisional: 'true' }),
  figure('F-103', {
    value: '600',
    printed: 'about 600',
    qualifier: 'about',
    asOf: '2025-11-11',
    source: 'S-101',
  }),
  figure('F-104', {
    value: '500',
    printed: 'over 500',
    qualifier: 'over',
    asOf: '2025-11-12',
    source: 'S-101',
  }),
  figure('F-105', {
    value: '605',
    printed: '"605"',
    asOf: '2025-11-11',
    source: 'S-101',
    claimedBy: 'ada-bell',
  }),
  figure('F-106', boats('2025-11-08', '2025-11-08', '7')),
  figure('F-107', boats('2025-11-09', '2025-11-09', '9')),
];

let knowledge: Knowledge;
beforeEach((context) => {
  const engine = openEngine({
    dataPaths: [folderWith({ 'base.yaml': BASE, 'figures.yaml': `figures:\n${FIGURES.join('\n')}\n` })],
    databasePath: join(temporaryFolder(), 'knowledge.sqlite'),
  });
  knowledge = engine.knowledge();
  context.onTestFinished(() => engine.close());
});

function read(id: string): Figure {
  const found = knowledge.figure(id);
  if (!found) throw new Error(`There is no figure ${id}.`);
  return found;
}

function update(id: string, before?: string, kind: Update['kind'] = 'new'): Update {
  const learnedAt = new Date('2025-11-13T09:00:00Z');
  return { id: `u${id}`, kind, figure: read(id), ...(before ? { before: read(before) } : {}), learnedAt };
}

function written(updates: readonly Update[], changes: Partial<Subscription> = {}) {
  const subscription: Subscription = {
    id: 'aB3_-x',
    ...aSubscription(),
    createdAt: new Date('2025-11-01T00:00:00Z'),
    status: { kind: 'active' },
    ...changes,
  };
  const message = updateMessage(updates, { messageId: MESSAGE, subscription }, knowledge);
  const buttons = (message.components ?? []).flatMap(({ components }) => components);
  return { ...message, lines: message.embeds?.[0]?.description?.split('\n') ?? [], buttons };
}

describe('one new figure', () => {
  test('says what it was, what it is, how it moved, when, and who says so', () => {
    const { content, lines } = written([update('F-101', 'F-100')]);
    expect(content).toBe('**People sent: 463 → 605** (+142 in 30 days) [1]');
    expect(lines).toEqual([
      'As of 10 November 2025',
      'Before: 463, as of 11 October 2025 [2]',
      '',
      '[1] [The Herald: “Swaps”](https://herald.example/swaps) (10 November 2025, paragraph 2)',
      '[2] The Office (undated, paragraph 2)',
    ]);
  });

  test('the first of its metric stands alone', () => {
    const { content, buttons } = written([update('F-101')]);
    expect(content).toBe('**People sent: 605** [1]');
    expect(buttons.map((button) => 'label' in button && button.label)).toEqual(['Stop']);
  });

  test.each([
    ['F-103', 'F-101', '**People sent: 605 → about 600** (about −5 in 1 day) [1]'],
    ['F-104', 'F-103', '**People sent: about 600 → more than 500** [1]'],
    ['F-105', 'F-101', '**People sent: 605 → 605 according to Ada Bell** (unchanged in 1 day) [1]'],
    ['F-107', 'F-106', '**Boats: 9 boats** [1]'],
  ])('a change is told as far as it is known: %s after %s', (after, before, content) => {
    expect(written([update(after, before)]).content).toBe(content);
  });

  test('in French', () => {
    const { content, lines } = written([update('F-101', 'F-100')], { language: 'fr' });
    expect(content).toBe('**Personnes envoyées : 463 → 605** (+142 en 30 jours) [1]');
    expect(lines.slice(0, 2)).toEqual(['Au 10 novembre 2025', 'Avant : 463, au 11 octobre 2025 [2]']);
  });
});

test('a revision says was, is, and why', () => {
  const { content, lines } = written([update('F-102', 'F-101', 'revision')]);
  expect(content).toBe('**People sent: 605 → 603** (revised) [1]');
  expect(lines.slice(0, 3)).toEqual([
    'Was: 605, as of 10 November 2025 [1]',
    'Is: 603, as of 10 November 2025 (provisional) [1]',
    'Why: the source gives no reason.',
  ]);
});

test('several figures are one message, and a digest says that it is one', () => {
  const { content, lines } = written(
    [update('F-101', 'F-100'), update('F-107', 'F-106'), update('F-102', 'F-101', 'revision')],
    { when: 'daily' },
  );
  expect(content).toBe('**Daily digest: 2 new figures, 1 revised**');
  expect(lines.slice(0, 3)).toEqual([
    '- **People sent: 463 → 605** (+142 in 30 days), as of 10 November 2025 [1]',
    '- **People sent: 605 → 603** (revised), as of 10 November 2025 (provisional) [1]. Why: the source gives no reason.',
    '- **Boats: 9 boats**, 9 November 2025; before: 7 boats, 8 November 2025 [1]',
  ]);
});

test('only the role of the subscription is mentioned', () => {
  const { content, mentionedRoles } = written([update('F-101', 'F-100')], { roleId: '777' });
  expect(content).toMatch(/^<@&777> \*\*People sent/);
  expect(mentionedRoles).toEqual(['777']);
  expect(written([update('F-101')]).mentionedRoles).toBeUndefined();
});

test('however many figures: within Discord’s limits, every number with its source, the others counted', () => {
  const many = Array.from({ length: 300 }, () => update('F-101', 'F-100'));
  const { content, embeds, lines, components } = written(many);
  expect(content).toBe('**300 new figures**');
  const description = embeds?.[0]?.description ?? '';
  expect(description.length).toBeLessThanOrEqual(4_096);
  const shown = lines.filter((line) => line.startsWith('- ')).length;
  expect(lines).toContain(`-# … and ${300 - shown} more; /figure shows each of them.`);
  for (const [mark] of description.matchAll(/\[\d+\]/g)) expect(description).toContain(`\n${mark} [`);
  const schema = discordSchema();
  if (schema)
    expect(schema.request('POST', '/channels/1/messages', { content, embeds, components })).toEqual([]);
});

test('the buttons hold the message’s id, and name what they are about', () => {
  const { buttons } = written([update('F-101', 'F-100'), update('F-107', 'F-106')]);
  expect(buttons.map((button) => 'custom_id' in button && button.custom_id)).toEqual([
    'earlier-of:F-101.F-107',
    `stop:aB3_-x:${MESSAGE}`,
  ]);
});
