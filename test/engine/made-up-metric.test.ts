import { beforeAll, expect, test } from 'vitest';
import { recordOf } from '../../src/answers/record.js';
import type { Engine } from '../../src/engine.js';
import { openProject } from './opened.js';

/** A thing that no code has heard of, with its figures and its source, as anyone could add it. */
const LIGHTHOUSES = `
sources:
  - id: S-900
    document: null
    label: { en: Harbour Gazette, fr: Gazette du port }
    title: Lamps along the coast
    publisher: Harbour Gazette
    url: https://gazette.example/lamps
    published: 2026-02-03
    publishedKnown: stated
    kind: original-reporting
    rewriteOf: null
    note: { en: Made up for a test., fr: Inventé pour un test. }
    names: { en: [Harbour Gazette], fr: [Gazette du port] }
metrics:
  - id: lighthouses-relit
    kind: running-total
    unit: { en: lighthouses, fr: phares }
    names:
      en: [lighthouses relit, relit lighthouses, beacons relit]
      fr: [phares rallumés, phares remis en service]
    definition: { en: Lighthouses lit again., fr: Phares rallumés. }
    excludes: { en: Lightships., fr: Les bateaux-phares. }
figures:
  - { id: F-900, metric: lighthouses-relit, value: 317, qualifier: exact, printed: "317", asOf: 2026-02-01, dateKnown: stated, source: S-900, paragraph: 2 }
  - { id: F-901, metric: lighthouses-relit, value: 263, qualifier: exact, printed: "263", asOf: 2025-12-01, dateKnown: stated, source: S-900, paragraph: 3 }
`;

let engine: Engine;
beforeAll(() => {
  const opened = openProject({ 'lighthouses.yaml': LIGHTHOUSES });
  engine = opened.engine;
  return opened.close;
});

const ask = (question: string, previous?: string) => {
  const asking = { today: '2026-11-22' };
  const query = previous === undefined ? undefined : engine.ask(previous, asking).query;
  return recordOf(question, engine.ask(question, { ...asking, previous: query }).answer);
};

test.each([
  ['how many lighthouses have been relit?', /^[^\n]*\b317\b.*1 February 2026.*\[1\]/],
  ['hows many beacons relit', /^[^\n]*\b317\b/],
  ['how many lighthouses had been relit by christmas 2025?', /^[^\n]*\b263\b/],
  [
    'By how much did the number of relit lighthouses rise between 1 December 2025 and 1 February 2026?',
    /\b54\b/,
  ],
  ['combien de phares rallumés ?', /^[^\n]*\b317\b.*1er février 2026.*\[1\]/],
  ['Combien de phares ont été remis en service au 15 décembre 2025 ?', /^[^\n]*\b263\b/],
])('a metric that only a data file knows is answered: %s', (question, expected) => {
  const { status, text, sources } = ask(question);
  expect(text).toMatch(expected);
  expect(status).toBe('answered');
  expect(sources.map(({ id, title }) => [id, title])).toContainEqual(['S-900', 'Lamps along the coast']);
});

test('a question may lean on one about it', () => {
  expect(ask('and in december 2025?', 'how many lighthouses have been relit?').text).toMatch(/\b263\b/);
});

test.each([
  'how many Portuguese lighthouses have been relit?',
  'how many lighthouses have been relit in Dundee?',
  'how many lighthouses were relit by women?',
  'how many lighthouses were relit in 2017?',
  'combien de phares rallumés en Bretagne ?',
])('a word that restricts it is unknown: %s', (question) => {
  expect(ask(question).status).toBe('unknown');
});

test('what was known before is answered as before', () => {
  expect(ask('how many had been sent back to france as of 10 november 2025').text).toMatch(/^[^\n]*\b94\b/);
});
