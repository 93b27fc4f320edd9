import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { loadKnowledge } from '../../src/knowledge/database.js';
import { readDataFolders } from '../../src/knowledge/files.js';
import { describeProblem } from '../../src/knowledge/problems.js';
import { Knowledge } from '../../src/knowledge/reads.js';
import { checkRules } from '../../src/knowledge/rules.js';
import { computedTotals } from '../../src/knowledge/totals.js';
import { BASE, boats, figure, folderWith, temporaryFolder } from './made-up.js';

/** A total of boats, counted from 1 September on. */
const TOTAL = `
metrics:
  - id: boats-so-far
    unit: { en: boats, fr: bateaux }
    kind: running-total
    names: { en: [boats so far], fr: [bateaux jusqu'ici] }
    definition: { en: Boats counted since the start., fr: Bateaux comptés depuis le début. }
    excludes: { en: Nothing., fr: Rien. }
    accumulates: { metric: boats, from: 2025-09-01 }
`;

/** Counts stand in the source without a text. */
const month = (id: string, from: string, to: string, value: string, changes = {}) =>
  figure(id, { ...boats(from, to, value), source: 'S-101', paragraph: null, locator: 'table 1', ...changes });

const SEPTEMBER = month('F-201', '2025-09-01', '2025-09-30', '17');
const OCTOBER = month('F-202', '2025-10-01', '2025-10-31', '58');
const NOVEMBER = month('F-203', '2025-11-01', '2025-11-30', '78');

const filesOf = (figures: string[], total = TOTAL) => ({
  'base.yaml': BASE,
  'total.yaml': total,
  'figures.yaml': `figures:\n${figures.join('\n')}\n`,
});

const totalsOf = (...figures: string[]) =>
  computedTotals(readDataFolders([folderWith(filesOf(figures))]).data);

function problemsOf(figures: string[], total?: string): string {
  const { data, problems, fileOf, refused } = readDataFolders([folderWith(filesOf(figures, total))]);
  return [...problems, ...checkRules(data, fileOf, refused)].map(describeProblem).join('\n');
}

test('counts add up to a total at the end of each, with id, parts and place', () => {
  const totals = totalsOf(OCTOBER, NOVEMBER, SEPTEMBER);
  expect(totals.map(({ id, asOf, value }) => [id, asOf, value])).toEqual([
    ['F-201t', '2025-09-30', 17],
    ['F-202t', '2025-10-31', 75],
    ['F-203t', '2025-11-30', 153],
  ]);
  expect(totals[2]).toMatchObject({
    metric: 'boats-so-far',
    qualifier: 'exact',
    computed: { sumOf: ['F-201', 'F-202', 'F-203'] },
    source: 'S-101',
    locator: 'table 1',
    provisional: false,
  });
  expect(totals[2]).not.toHaveProperty('printed');
});

test('months without any at the start are no part of the working', () => {
  const totals = totalsOf(month('F-201', '2025-09-01', '2025-09-30', '0'), OCTOBER);
  expect(totals.map(({ value, computed }) => [value, computed])).toEqual([
    [0, { sumOf: ['F-201'] }],
    [58, { sumOf: ['F-202'] }],
  ]);
});

test.each<[string, string[], string[]]>([
  ['a month is missing', [SEPTEMBER, NOVEMBER], ['F-201t']],
  ['the first is missing', [OCTOBER, NOVEMBER], []],
  [
    'one is of another source',
    [SEPTEMBER, figure('F-202', boats('2025-10-01', '2025-10-31', '58'))],
    ['F-201t'],
  ],
  [
    'one is only about right',
    [SEPTEMBER, month('F-202', '2025-10-01', '2025-10-31', '58', { qualifier: 'about' })],
    ['F-201t'],
  ],
])('nothing is added up over a gap: %s', (_, figures, ids) => {
  expect(totalsOf(...figures).map(({ id }) => id)).toEqual(ids);
});

test('a revised count takes the place of the old one, and its total has the new id', () => {
  const revised = month('F-204', '2025-10-01', '2025-10-31', '60', { revises: 'F-202' });
  expect(totalsOf(SEPTEMBER, OCTOBER, revised).map(({ id, value }) => [id, value])).toEqual([
    ['F-201t', 17],
    ['F-204t', 77],
  ]);
});

test('a total of provisional counts is provisional', () => {
  const [, second] = totalsOf(
    month('F-201', '2025-09-01', '2025-09-30', '17', { provisional: 'true' }),
    OCTOBER,
  );
  expect(second?.provisional).toBe(true);
});

test('a total that the source prints itself is the figure, and must be the sum', () => {
  const printed = (value: string) =>
    figure('F-209', {
      metric: 'boats-so-far',
      value,
      printed: `"${value}"`,
      asOf: '2025-10-31',
      source: 'S-101',
      paragraph: null,
      locator: 'total row',
    });
  expect(totalsOf(SEPTEMBER, OCTOBER, printed('75')).map(({ id }) => id)).toEqual(['F-201t']);
  expect(problemsOf([SEPTEMBER, OCTOBER, printed('75')])).toBe('');
  expect(problemsOf([SEPTEMBER, OCTOBER, printed('74')])).toMatch(
    /F-209: is 74, but its 2 parts \(F-201 to F-202\) add up to 75; mend/,
  );
});

test('a period is the sum of its parts, where one source has them all', () => {
  const both = (value: string) => month('F-209', '2025-09-01', '2025-10-31', value);
  expect(problemsOf([SEPTEMBER, OCTOBER, both('75')])).toBe('');
  expect(problemsOf([SEPTEMBER, OCTOBER, both('76')])).toMatch(
    /F-209: is 76, but its 2 parts .* add up to 75/,
  );
});

test('a total that another source prints may not be higher before it', () => {
  const earlier = figure('F-209', {
    metric: 'boats-so-far',
    value: '90',
    printed: '"90"',
    asOf: '2025-10-20',
  });
  expect(problemsOf([SEPTEMBER, OCTOBER, earlier])).toMatch(
    /F-202: is 75 at 2025-10-31, but F-209 has 90 at 2025-10-20 already/,
  );
});

test.each<[string, string, RegExp]>([
  [
    'names nothing',
    TOTAL.replace('metric: boats,', 'metric: sunk,'),
    /`accumulates` names the unknown metric sunk/,
  ],
  [
    'names a total',
    TOTAL.replace('metric: boats,', 'metric: sent,'),
    /names sent, which is not counted per period/,
  ],
  [
    'is no total',
    TOTAL.replace('running-total', 'measure'),
    /boats-so-far: `accumulates` is for running totals/,
  ],
])('a metric that accumulates and %s', (_, total, expected) => {
  expect(problemsOf([SEPTEMBER], total)).toMatch(expected);
});

test('the database holds the totals among the printed figures', () => {
  const database = loadKnowledge({
    dataPaths: [folderWith(filesOf([SEPTEMBER, OCTOBER]))],
    databasePath: join(temporaryFolder(), 'k.sqlite'),
    indexWords: () => () => [],
  });
  onTestFinished(() => void database.close());
  const knowledge = new Knowledge(database);
  expect(knowledge.newestFigures('boats-so-far', null).map(({ id, value }) => [id, value])).toEqual([
    ['F-202t', 75],
  ]);
  expect(knowledge.entry('F-202t')).toMatchObject({ kind: 'figure', body: { value: 75 } });
});
