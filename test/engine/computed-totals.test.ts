/** Totals that no source prints: they say that they were computed, and show of what. */
import { beforeAll, expect, test } from 'vitest';
import { recordOf } from '../../src/answers/record.js';
import { answerText } from '../../src/cli/text.js';
import type { Engine } from '../../src/engine.js';
import { openProject } from './opened.js';

const MONTHS = [
  ['F-901', '2025-09-01', '2025-09-30', 17],
  ['F-902', '2025-10-01', '2025-10-31', 58],
  ['F-903', '2025-11-01', '2025-11-30', 78],
  ['F-904', '2025-12-01', '2025-12-31', 64],
  ['F-905', '2026-01-01', '2026-01-31', 88],
] as const;

const LIGHTHOUSES = `
sources:
  - id: S-900
    document: null
    label: { en: Office of Lights, fr: Office des phares }
    title: Lamps month by month
    publisher: Office of Lights
    url: https://lights.example/months
    published: 2026-02-03
    publishedKnown: stated
    kind: official
    rewriteOf: null
    originalOpened: false
    note: { en: Made up for a test., fr: Inventé pour un test. }
    names: { en: [Office of Lights], fr: [Office des phares] }
metrics:
  - id: lighthouses-relit
    kind: running-total
    unit: { en: lighthouses, fr: phares }
    names: { en: [lighthouses relit, relit lighthouses], fr: [phares rallumés] }
    definition: { en: Lighthouses lit again., fr: Phares rallumés. }
    excludes: { en: Lightships., fr: Les bateaux-phares. }
    accumulates: { metric: lighthouses-relit-monthly, from: 2025-09-01 }
  - id: lighthouses-relit-monthly
    kind: period
    unit: { en: lighthouses, fr: phares }
    names: { en: [monthly lighthouses relit], fr: [phares rallumés chaque mois] }
    definition: { en: Lighthouses lit again in a month., fr: Phares rallumés en un mois. }
    excludes: { en: Lightships., fr: Les bateaux-phares. }
figures:
${MONTHS.map(
  ([id, from, to, value]) =>
    `  - { id: ${id}, metric: lighthouses-relit-monthly, value: ${value}, qualifier: exact, printed: "${value}", period: { from: ${from}, to: ${to} }, dateKnown: stated, source: S-900, locator: { en: table of months, fr: tableau des mois } }`,
).join('\n')}
`;

let engine: Engine;
beforeAll(() => {
  const opened = openProject({ 'lighthouses.yaml': LIGHTHOUSES });
  engine = opened.engine;
  return opened.close;
});

const answer = (question: string) => engine.ask(question, { today: '2026-11-22' }).answer;
const ask = (question: string) => recordOf(question, answer(question));

test('a few counts are written out, with the table cited', () => {
  const { status, text, derived, figures, sources } = ask(
    'how many lighthouses had been relit by 12 december 2025?',
  );
  expect(status).toBe('answered');
  expect(text).toMatch(
    /^[^\n]*\b153\b.*30 November 2025 \(computed here\) \[1\]\nComputed here: 17 \+ 58 \+ 78 = 153\. \[1\]/,
  );
  expect(derived).toEqual([
    { expression: '17 + 58 + 78 = 153', value: 153, inputs: ['F-901', 'F-902', 'F-903'] },
  ]);
  expect(figures[0]).toMatchObject({
    id: 'F-903t',
    value: 153,
    printed: null,
    computed: { sumOf: ['F-901', 'F-902', 'F-903'] },
    paragraph: null,
    locator: 'table of months',
  });
  expect(sources).toHaveLength(1);
  expect(sources[0]).toMatchObject({ id: 'S-900', originalOpened: false, locator: 'table of months' });
});

test('many counts are summed up in words', () => {
  expect(ask('how many lighthouses have been relit?').text).toMatch(
    /305\b[^\n]*\nComputed here: 305 is the sum of 5 monthly counts, September 2025 to January 2026\. \[1\]/,
  );
  expect(ask('combien de phares rallumés ?').text).toMatch(
    /305\b[^\n]*\n[^\n]*305 est la somme de 5 décomptes mensuels, de septembre 2025 à janvier 2026/,
  );
});

test('"in a month" is the count of that month, not the total at its end', () => {
  expect(ask('how many lighthouses were relit in october 2025?').text).toMatch(/^[^\n]*\b58\b/);
  expect(ask('how many lighthouses had been relit by the end of october 2025?').text).toMatch(
    /^[^\n]*\b75\b/,
  );
});

test('the place in a table is shown, and that the source was seen only through others', () => {
  expect(answerText(answer('how many lighthouses have been relit?'))).toMatch(
    /\[1\] Office of Lights: .*\(3 February 2026, table of months, seen only through others\); https/,
  );
  expect(answerText(answer('combien de phares rallumés ?'))).toMatch(/tableau des mois, vu seulement/);
});
