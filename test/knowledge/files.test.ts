import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readDataFolders } from '../../src/knowledge/files.js';
import { DataError, describeProblem } from '../../src/knowledge/problems.js';
import { checkRules } from '../../src/knowledge/rules.js';
import { BASE, boats, EVENT, figure, folderWith, QUOTE, STATEMENT, temporaryFolder } from './made-up.js';

/** All problems of a made-up base with these further files, one line each. */
function problemsOf(files: Record<string, string | Buffer>): string[] {
  const { data, problems, fileOf, refused } = readDataFolders([folderWith({ 'base.yaml': BASE, ...files })]);
  return [...problems, ...checkRules(data, fileOf, refused)].map(describeProblem);
}

const NOTE = '{ en: Counted at noon., fr: Compté à midi. }';

const noted = (id: string, changes: Record<string, string | null>) => figure(id, { ...changes, note: NOTE });

/** A third source, of which no text is stored. */
const SOURCE = BASE.slice(BASE.indexOf('  - id: S-101'), BASE.indexOf('people:')).replace('S-101', 'S-109');

const figures = (...list: string[]) => ({ 'figures.yaml': `figures:\n${list.join('\n')}\n` });

test('sound data has no problems and is joined from all files', () => {
  const folder = folderWith({
    'base.yaml': BASE,
    'deep/er/q.yml': QUOTE,
    'e.yaml': EVENT,
    't.yaml': STATEMENT,
  });
  const { data, problems, fileOf } = readDataFolders([folder]);
  expect(problems).toEqual([]);
  expect(data.quotes.map(fileOf)).toEqual([join(folder, 'deep/er/q.yml')]);
  expect([data.sources.length, data.events.length, data.statements.length]).toEqual([2, 1, 1]);
  expect(data.neutral).toEqual({ en: ['please'], fr: ['merci'] });
});

test('files of nothing but remarks, other files and hidden files are no problem', () => {
  expect(
    problemsOf({ 'empty.yaml': '# nothing yet\n', 'notes.txt': ': : :', '.hidden.yaml': ': : :' }),
  ).toEqual([]);
});

test('the hash changes with names and bytes, and not with the place', () => {
  const hash = (files: Record<string, string>) => readDataFolders([folderWith(files)]).hash;
  const first = hash({ 'a.yaml': BASE });
  expect(hash({ 'a.yaml': BASE })).toBe(first);
  expect(hash({ 'b.yaml': BASE })).not.toBe(first);
  expect(hash({ 'a.yaml': `${BASE}\n` })).not.toBe(first);
});

test('a file that two paths reach is read once', () => {
  const folder = folderWith({ 'a.yaml': BASE });
  expect(readDataFolders([folder, join(folder, 'a.yaml')]).data.metrics).toHaveLength(2);
});

test('a missing folder is a problem', () => {
  const missing = join(temporaryFolder(), 'none');
  const [problem] = readDataFolders([missing]).problems;
  expect(problem).toMatchObject({ file: missing, message: expect.stringContaining('no such data folder') });
});

test('a DataError lists every problem, one a line', () => {
  const error = new DataError([
    { file: 'a.yaml', entry: 'F-001', message: 'mend this' },
    { file: 'b.yaml', entry: '', message: 'mend that' },
  ]);
  expect(error.message).toBe('a.yaml, F-001: mend this\nb.yaml: mend that');
});

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

describe('rules over the joined data', () => {
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
    [
      'another number printed',
      figures(figure('F-100', { value: '49' })),
      /F-100: `value` is 49, but `printed` is "94"/,
    ],
    [
      'half a range printed',
      figures(figure('F-100', { value: null, low: '75', high: '94', qualifier: 'between' })),
      /F-100: `low` is 75, but `printed`/,
    ],
    [
      'a range upside down',
      figures(
        figure('F-100', {
          value: null,
          low: '94',
          high: '75',
          qualifier: 'between',
          printed: 'between 75 and 94',
        }),
      ),
      /F-100: `low` \(94\) must be less/,
    ],
    [
      '"nearly" called exact',
      figures(figure('F-100', { printed: 'nearly 94' })),
      /F-100: `qualifier` is exact, but `printed` "nearly 94" says nearly/,
    ],
    [
      '"no more than" called over',
      figures(figure('F-100', { printed: 'no more than 94', qualifier: 'over' })),
      /says up-to/,
    ],
    [
      'a range called exact',
      figures(figure('F-100', { value: null, low: '75', high: '94', printed: '75 or 94' })),
      /F-100: `qualifier` is exact, but the figure is a range/,
    ],
    [
      'one value between',
      figures(figure('F-100', { qualifier: 'between' })),
      /F-100: `qualifier` is between; give `low` and `high`/,
    ],
    [
      'true after it was published',
      figures(figure('F-100', { asOf: '2025-11-11' })),
      /F-100: `asOf` is 2025-11-11, after S-100 was published \(2025-11-10\)/,
    ],
    [
      'a period that ends after publication',
      figures(figure('F-100', boats('2025-11-01', '2025-12-01', '94'))),
      /F-100: `period` ends 2025-12-01, after S-100/,
    ],
    [
      'said after it was published',
      { 'q.yaml': QUOTE.replace('2025-11-09', '2025-11-19') },
      /Q-100: `saidOn` 2025-11-19 is after S-100/,
    ],
    [
      'a running total with a period',
      figures(figure('F-100', { asOf: null, period: '{ from: 2025-01-01, to: 2025-02-01 }' })),
      /F-100: sent is a running total, so one value needs `asOf`/,
    ],
    [
      'a count per period with one date',
      figures(figure('F-100', { metric: 'boats' })),
      /F-100: boats is counted per period/,
    ],
    [
      'a scope that starts elsewhere',
      figures(figure('F-100', { ...boats('2025-08-01', '2025-09-09', '94'), scope: 'since-start' })),
      /F-100: `period` starts on 2025-08-01, but since-start counts from 2025-09-01/,
    ],
    [
      'a running total that falls',
      figures(figure('F-100', { asOf: '2025-11-01' }), figure('F-101', { value: '90', printed: '"90"' })),
      /F-101: is 90 at 2025-11-10, but F-100 has 94 at 2025-11-01 .*`revises`/,
    ],
    [
      'a stored text cited without its paragraph',
      figures(figure('F-100', { paragraph: null })),
      /F-100: cites S-100, whose text is stored \(herald\.txt\), but `paragraph` is missing/,
    ],
    [
      'a stored text cited without its paragraph, further down',
      { 'e.yaml': `${EVENT}    also: [{ source: S-100 }]\n` },
      /E-100: cites S-100, .* but `also\.paragraph` is missing/,
    ],
    [
      'two ways to the same place',
      figures(figure('F-100', { source: 'S-101', locator: 'table 1' })),
      /F-100: has both `paragraph` and `locator` for S-101/,
    ],
    [
      'one observation twice',
      figures(
        figure('F-100', { source: 'S-101', paragraph: '2' }),
        figure('F-101', { source: 'S-101', paragraph: '7' }),
      ),
      /F-101: repeats F-100: the same number, time and source/,
    ],
    [
      'one observation twice in a paragraph of a stored text',
      figures(figure('F-100'), figure('F-101')),
      /F-101: repeats F-100/,
    ],
    [
      'a total far below the one before',
      figures(
        figure('F-100', { asOf: '2025-10-31' }),
        figure('F-101', { value: '60', printed: 'about 60', qualifier: 'about' }),
      ),
      /F-101: is far off its neighbours \(F-100 94 at 2025-10-31\); mend it, or say in a `note`/,
    ],
    [
      'a total far above the next',
      figures(
        figure('F-100', { value: '160', printed: 'about 160', qualifier: 'about', asOf: '2025-10-31' }),
        figure('F-101'),
      ),
      /F-100: is far off its neighbours \(F-101 94 at 2025-11-10\)/,
    ],
    [
      'two counts of one day that are far apart',
      figures(
        figure('F-100', boats('2025-11-01', '2025-11-01', '353')),
        figure('F-101', { ...boats('2025-11-01', '2025-11-01', '573'), source: 'S-101', note: NOTE }),
      ),
      /F-100: is far off its neighbours \(F-101 573 at 2025-11-01\)/,
    ],
    [
      'a long quotation',
      { 'q.yaml': QUOTE.replace('It is slow', 'word '.repeat(61)) },
      /Q-100: `text` has 61 words; shorten it to 60/,
    ],
  ])('%s', (_, files, expected) => {
    const lines = problemsOf(files);
    expect(lines.join('\n')).toMatch(expected);
  });

  test.each<[string, Record<string, string>]>([
    [
      'words and digits',
      figures(
        noted('F-100', { printed: 'ninety-four' }),
        noted('F-101', { printed: 'nearly 18,000', value: '18000', qualifier: 'nearly' }),
        noted('F-102', { printed: '18-page', value: '18', asOf: '2025-10-01' }),
        noted('F-103', { printed: '41k', value: '41000', qualifier: 'about' }),
        noted('F-104', { printed: 'up to 50', value: '50', qualifier: 'up-to' }),
        noted('F-105', { printed: 'second', value: '2', asOf: '2025-09-01' }),
        noted('F-106', { printed: 'près de 38 726', value: '38726', qualifier: 'nearly' }),
        noted('F-107', { printed: '"30,000"', value: '30000', qualifier: 'over' }),
        noted('F-108', { printed: '75 to 94', value: null, low: '75', high: '94', qualifier: 'between' }),
      ),
    ],
    [
      'a fall that is a revision',
      figures(
        figure('F-100', { asOf: '2025-11-01' }),
        figure('F-101', { value: '90', printed: '"90"', revises: 'F-100' }),
      ),
    ],
    [
      'a fall after a rounded total',
      figures(
        figure('F-100', { asOf: '2025-11-01', qualifier: 'about' }),
        figure('F-101', { value: '90', printed: '"90"' }),
      ),
    ],
    [
      'a fall between dates that are only about right',
      figures(
        figure('F-100', { asOf: '2025-11-07', datePrecision: 'about' }),
        figure('F-101', { value: '90', printed: '"90"' }),
      ),
    ],
    [
      'two sources that differ, with a note',
      figures(
        figure('F-100', { asOf: '2025-11-01' }),
        figure('F-101', {
          source: 'S-101',
          value: '90',
          printed: '"90"',
          note: '{ en: Differs., fr: Diffère. }',
        }),
      ),
    ],
    [
      'a source without text, cited without a paragraph',
      figures(
        figure('F-100', { source: 'S-101', paragraph: null, locator: '{ en: table 1, fr: tableau 1 }' }),
      ),
    ],
    [
      'a number that was computed, with how',
      figures(
        figure('F-100', {
          printed: null,
          computed: '{ how: { en: Sum of the rows., fr: Somme des lignes. } }',
        }),
      ),
    ],
    [
      'one number from two people, and in two paragraphs',
      figures(
        figure('F-100'),
        figure('F-101', { claimedBy: 'ada-bell' }),
        figure('F-102', { paragraph: '3' }),
      ),
    ],
    [
      'rounded totals that agree with the exact ones',
      figures(
        figure('F-100', { asOf: '2025-10-31' }),
        figure('F-101', { value: '60', printed: 'more than 60', qualifier: 'over' }),
        figure('F-102', { value: '200', printed: 'fewer than 200', qualifier: 'under' }),
        figure('F-103', { value: '90', printed: 'about 90', qualifier: 'about' }),
      ),
    ],
    [
      'a figure far off that says why it stands',
      figures(
        figure('F-100', { ...boats('2025-11-01', '2025-11-01', '353'), note: NOTE }),
        figure('F-101', { ...boats('2025-11-01', '2025-11-01', '573'), note: NOTE }),
      ),
    ],
    [
      'counts per period that fall',
      figures(
        figure('F-100', boats('2025-10-01', '2025-10-31', '94')),
        figure('F-101', boats('2025-11-01', '2025-11-02', '3')),
      ),
    ],
    [
      'a running total given as a range over some days',
      figures(
        figure('F-100', {
          asOf: null,
          period: '{ from: 2025-10-31, to: 2025-11-10 }',
          value: null,
          low: '75',
          high: '94',
          qualifier: 'between',
          printed: 'between 75 and 94',
        }),
      ),
    ],
    [
      'a year that is not over, to the year',
      figures(figure('F-100', { ...boats('2025-01-01', '2025-12-31', '94'), datePrecision: 'year' })),
    ],
  ])('no problem: %s', (_, files) => {
    expect(problemsOf(files)).toEqual([]);
  });
});

test('a file that changes between two reads changes the hash', () => {
  const folder = folderWith({ 'a.yaml': BASE });
  const before = readDataFolders([folder]).hash;
  writeFileSync(join(folder, 'a.yaml'), `${BASE}# one more line\n`);
  expect(readDataFolders([folder]).hash).not.toBe(before);
});
