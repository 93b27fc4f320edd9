/** What the schema refuses, as whoever mends the data is told of it. */
import { describe, expect, test } from 'vitest';
import { BASE, figure, QUOTE } from './made-up.js';
import { figures, problemsOf, SOURCE } from './problems-of.js';

describe('what the schema refuses names file, entry, line and what to mend', () => {
  test.each<[string, Record<string, string | Buffer>, RegExp]>([
    [
      'YAML that does not parse',
      { 'x.yaml': 'figures:\n  - id: "F-1\n' },
      /x\.yaml: line \d is not valid YAML/,
    ],
    ['two keys of one name', { 'x.yaml': 'topics: []\ntopics: []\n' }, /x\.yaml: line 2 is not valid YAML/],
    [
      'bytes that are not UTF-8',
      { 'x.yaml': Buffer.from([0x61, 0xff, 0xfe]) },
      /x\.yaml: can't be read as YAML/,
    ],
    [
      'an unknown list',
      { 'x.yaml': 'figuers: []\n' },
      /x\.yaml: has an unknown key `figuers`; mend .* figures,/,
    ],
    ['a file that is a list', { 'x.yaml': '- 1\n' }, /x\.yaml: must be keys with values/],
    ['a list that is text', { 'x.yaml': 'topics: none\n' }, /x\.yaml, topics: must be a list .* is "none"/],
    [
      'an entry without id',
      { 'x.yaml': 'topics:\n  - names: { en: [a], fr: [b] }\n' },
      /x\.yaml, topics, entry 1: `id`.*missing/,
    ],
    ['an entry that is nothing', { 'x.yaml': 'topics:\n  -\n' }, /x\.yaml, topics, entry 1: must be keys/],
    ['an unknown key', figures(figure('F-100', { valeu: '3' })), /F-100: has an unknown key `valeu`; mend/],
    [
      'an impossible date',
      figures(figure('F-100', { asOf: '2025-02-30' })),
      /F-100: `asOf` \(line 7\) must be a date/,
    ],
    [
      'a number as text',
      figures(figure('F-100', { printed: '94' })),
      /F-100: `printed` \(line 6\) must be text; put 94 in quotes/,
    ],
    [
      'text as a number',
      figures(figure('F-100', { value: '"94"' })),
      /F-100: `value` \(line 4\) must be a number without quotes/,
    ],
    [
      'an unknown qualifier',
      figures(figure('F-100', { qualifier: 'roughly' })),
      /F-100: .* must be one of exact, about,.*"roughly"/,
    ],
    ['no source', figures(figure('F-100', { source: null })), /F-100: `source`.* is missing; add it/],
    [
      'paragraph nought',
      figures(figure('F-100', { paragraph: '0' })),
      /F-100: `paragraph` \(line 10\) must be at least 1/,
    ],
    [
      'neither value nor range',
      figures(figure('F-100', { value: null })),
      /F-100: needs either `value`, or both/,
    ],
    [
      'a date and a period',
      figures(figure('F-100', { period: '{ from: 2025-01-01, to: 2025-02-01 }' })),
      /F-100: needs either `asOf`/,
    ],
    [
      'neither printed nor computed',
      figures(figure('F-100', { printed: null })),
      /F-100: needs either `printed`/,
    ],
    [
      'a locator that is a number',
      figures(figure('F-100', { locator: '3' })),
      /F-100: `locator` \(line 11\) must be text, or an object with `en` and `fr`/,
    ],
    [
      'a metric without definition',
      { 'x.yaml': BASE.replace('    definition: { en: People sent., fr: Personnes envoyées. }\n', '') },
      /sent: `definition`.* is missing; add it/,
    ],
    [
      'a source without kind',
      { 'x.yaml': `sources:\n${SOURCE.replace('    kind: official\n', '')}` },
      /S-109: `kind`.* is missing; give one of official, court, parliament/,
    ],
    ['an id of another kind', figures(figure('E-100')), /E-100: `id` \(line 2\) must be an id like F-001/],
    [
      'a bad address',
      { 'x.yaml': BASE.replace('https://herald.example/swaps', 'herald').replaceAll('S-1', 'S-2') },
      /S-200: `url`.* web address/,
    ],
    ['empty text', { 'x.yaml': QUOTE.replace('It is slow', '""') }, /Q-100: `text`.* is empty; fill it/],
  ])('%s', (_, files, expected) => {
    expect(problemsOf(files).join('\n')).toMatch(expected);
  });

  test('a faulty entry does not hide the next, and what names it is not reported again', () => {
    const metric = 'metrics:\n  - id: flown\n    kind: running-total\n';
    const lines = problemsOf({
      'm.yaml': metric,
      ...figures(figure('F-100', { metric: 'flown' }), figure('F-101', { value: '95' })),
    });
    expect(lines.some((line) => line.includes('F-100'))).toBe(false);
    expect(lines.some((line) => line.includes('F-101: `value` is 95'))).toBe(true);
    expect(lines.filter((line) => line.includes('m.yaml, flown:'))).toHaveLength(4);
  });
});

test('of a file that does not parse the first faults are told, and not what comes of them', () => {
  const words = Array.from({ length: 40 }, (_, index) => `word-${index}`).join(', ');
  const problems = problemsOf({ 'x.yaml': `a:\n<<<<<<< HEAD\n  - {id: b, en: [${words}]}\n` });
  expect(problems).toHaveLength(3);
  expect(problems[0]).toMatch(/x\.yaml: line 2 is not valid YAML/);
});
