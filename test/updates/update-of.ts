import type { Update } from '../../src/updates/update.js';

/** News with this id, of a made-up metric. */
export function updateOf(id: string, learnedAt: Date, metric = 'sent'): Update {
  const figure: Update['figure'] = {
    id: `F-${id}`,
    metric,
    value: 1,
    qualifier: 'exact',
    printed: '1',
    asOf: '2026-03-01',
    datePrecision: 'day',
    dateKnown: 'stated',
    source: 'S-100',
    provisional: false,
  };
  return { id, kind: 'new', figure, learnedAt };
}
