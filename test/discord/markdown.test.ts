import { expect, test } from 'vitest';
import { escapeMarkdown, escapeTyped, link } from '../../src/discord/markdown.js';

test.each([
  [
    '**bold** _it_ ~~gone~~ `code` ||hidden||',
    '\\*\\*bold\\*\\* \\_it\\_ \\~\\~gone\\~\\~ \\`code\\` \\|\\|hidden\\|\\|',
  ],
  ['[press](https://example.org)', '[press]\\(https://example.org)'],
  ['# loud\n> said\n- one\n-# small\n1. two', '\\# loud\n\\> said\n\\- one\n\\-# small\n1\\. two'],
  ['<@123> <#45> <@&6> <:e:7> <t:0> </ask:1>', '\\<@123> \\<#45> \\<@&6> \\<:e:7> \\<t:0> \\</ask:1>'],
])('markup in %j is shown, not obeyed', (text, escaped) => {
  expect(escapeMarkdown(text)).toBe(escaped);
});

test('everyone is not even highlighted', () => {
  expect(escapeMarkdown('@everyone and @here')).toBe('@\u200beveryone and @\u200bhere');
});

test('plain sentences, citation marks and numbers stay as they are', () => {
  const text = 'Net inflow: 69, as of 27 January 2026 (date inferred) [1][2]; 24.6 % < 25 %';
  expect(escapeMarkdown(text)).toBe(text);
});

test('addresses in the data stay clickable, those that people typed do not become so', () => {
  expect(escapeMarkdown('see https://example.org/a_b_c')).toBe('see https://example.org/a_b_c');
  expect(escapeTyped('see https://example.org')).toBe('see https:\u200b//example.org');
  expect(escapeTyped('discord.gg/abc')).toBe('discord\u200b.gg/abc');
});

test('a link keeps brackets and parentheses apart', () => {
  expect(link('a [b] *c*', 'https://example.org/x_(y)')).toBe(
    '[a \\[b\\] \\*c\\*](https://example.org/x_%28y%29)',
  );
  expect(link('a *b*', null)).toBe('a \\*b\\*');
});
