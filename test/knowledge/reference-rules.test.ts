/** Rules that no single entry shows: ids, and what entries name of each other. */
import { describe, expect, test } from 'vitest';
import { BASE, boats, EVENT, figure, QUOTE, STATEMENT } from './made-up.js';
import { figures, problemsOf } from './problems-of.js';

describe('ids and references', () => {
  test.each<[string, Record<string, string>, RegExp]>([
    [
      'an id used twice',
      { ...figures(figure('F-100')), 'z.yaml': `figures:\n${figure('F-100')}` },
      /z\.yaml, F-100: the id F-100 is taken \(.*figures\.yaml\)/,
    ],
    [
      'a slug used twice',
      { 'z.yaml': 'topics:\n  - { id: swaps, names: { en: [a], fr: [b] } }' },
      /z\.yaml, swaps: the id swaps is taken/,
    ],
    [
      'a text of two sources',
      { 'z.yaml': BASE.slice(0, BASE.indexOf('  - id: S-101')).replace('S-100', 'S-109') },
      /S-109: `document` herald\.txt belongs to S-100/,
    ],
    [
      'an unknown metric',
      figures(figure('F-100', { metric: 'sunk' })),
      /F-100: `metric` names the unknown metric sunk/,
    ],
    [
      'an unknown metric of a topic',
      { 'z.yaml': 'topics:\n  - { id: boating, names: { en: [a], fr: [b] }, metrics: [boats, sunk] }' },
      /boating: `metrics` names the unknown metric sunk/,
    ],
    [
      'an unknown scope',
      figures(figure('F-100', { scope: 'sunk' })),
      /F-100: `scope` names the unknown scope sunk/,
    ],
    [
      'an unknown source',
      figures(figure('F-100', { source: 'S-999' })),
      /F-100: `source` names the unknown source S-999/,
    ],
    [
      'an unknown claimant',
      figures(figure('F-100', { claimedBy: 'bob' })),
      /F-100: `claimedBy` names the unknown person bob/,
    ],
    [
      'an unknown revision',
      figures(figure('F-100', { revises: 'F-999' })),
      /F-100: `revises` names the unknown figure F-999/,
    ],
    [
      'a figure that revises itself',
      figures(figure('F-100', { revises: 'F-100' })),
      /F-100: `revises` names the figure itself/,
    ],
    [
      'a circle of revisions',
      figures(figure('F-100', { revises: 'F-101' }), figure('F-101', { revises: 'F-100' })),
      /F-100: .* in a circle/,
    ],
    [
      'a revision of something else',
      figures(
        figure('F-100', { revises: 'F-101' }),
        figure('F-101', boats('2025-11-01', '2025-11-02', '94')),
      ),
      /F-100: `revises` names F-101, which counts something else/,
    ],
    [
      'an unknown speaker',
      { 'q.yaml': QUOTE.replace('speaker: ada-bell', 'speaker: bob') },
      /Q-100: `speaker` names the unknown person bob/,
    ],
    [
      'an unknown topic',
      { 'q.yaml': QUOTE.replace('[swaps]', '[sunk]') },
      /Q-100: `topics` names the unknown topic sunk/,
    ],
    [
      'an unknown holder',
      { 't.yaml': STATEMENT.replace('ada-bell', 'bob') },
      /T-100: `heldBy` names the unknown person bob/,
    ],
    [
      'an unknown further source',
      { 'e.yaml': `${EVENT}    also: [{ source: S-999, paragraph: 1 }]\n` },
      /E-100: `also` names the unknown source S-999/,
    ],
    [
      'a number left out of nowhere',
      { 'l.yaml': 'leftOut:\n  - { source: S-999, paragraph: 1, printed: "3", reason: none }' },
      /l\.yaml, leftOut "3": `source` names the unknown source/,
    ],
    [
      'an unknown part of a derived metric',
      {
        'm.yaml': `metrics:${BASE.split('metrics:')[1]?.split('  - id: boats')[0]?.replace('id: sent', 'id: net')}    derived: { operation: difference, of: sent, and: got }\n`,
      },
      /net: `derived` names the unknown metric got/,
    ],
  ])('%s', (_, files, expected) => {
    const lines = problemsOf(files);
    expect(lines.join('\n')).toMatch(expected);
  });
});
