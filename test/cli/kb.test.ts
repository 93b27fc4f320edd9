import { expect, test } from 'vitest';
import { main } from '../../src/cli/kb.js';
import { BASE, figure, folderWith, QUOTE } from '../knowledge/made-up.js';
import { captured } from './captured.js';

const GOOD = { 'base.yaml': BASE, 'f.yaml': `figures:\n${figure('F-100')}\n`, 'q.yaml': QUOTE };

test('check says in one line what there is', async () => {
  const { code, out, error } = await captured(main, ['check', '--data', folderWith(GOOD)]);
  expect([code, error]).toEqual([0, []]);
  expect(out).toEqual([
    expect.stringMatching(/^The data is sound: 2 sources, 2 metrics, 1 figure, 1 quote, 0 events,/),
  ]);
});

test('check prints every problem and exits with 1', async () => {
  const folder = folderWith({
    ...GOOD,
    'f.yaml': `figures:\n${figure('F-100', { metric: 'sunk' })}\n${figure('F-101', { value: '1' })}\n`,
    'broken.yaml': 'topics: [\n',
  });
  const { code, out, error } = await captured(main, ['check', '--data', folder]);
  expect([code, out]).toEqual([1, []]);
  expect(error.join('\n')).toMatch(
    /broken\.yaml: line 2.*F-100: `metric` names.*F-101: `value` is 1.*\d problems\.$/s,
  );
});

test('check lists what is far off its neighbours and stands, with the reason', async () => {
  const note = '{ en: Counted otherwise., fr: Compté autrement. }';
  const low = figure('F-101', {
    value: '60',
    printed: 'about 60',
    qualifier: 'about',
    asOf: '2025-11-11',
    source: 'S-101',
    note,
  });
  const { code, out } = await captured(main, [
    'check',
    '--data',
    folderWith({ ...GOOD, 'low.yaml': `figures:\n${low}\n` }),
  ]);
  expect([code, out]).toEqual([
    0,
    [
      'F-101 is far off its neighbours (F-100 94 at 2025-11-10), and stands: Counted otherwise.',
      expect.stringMatching(/^The data is sound/),
    ],
  ]);
});

test('several folders are joined', async () => {
  const args = ['check', '--data', folderWith({ 'a.yaml': BASE }), '--data', folderWith({ 'q.yaml': QUOTE })];
  expect((await captured(main, args)).out[0]).toContain('1 quote,');
});

test('export prints one object of arrays', async () => {
  const { code, out } = await captured(main, ['export', '--json', '--data', folderWith(GOOD)]);
  expect(code).toBe(0);
  const all = JSON.parse(out.join('\n'));
  expect(Object.keys(all)).toEqual([
    'sources',
    'metrics',
    'figures',
    'quotes',
    'events',
    'statements',
    'people',
    'topics',
    'scopes',
  ]);
  expect(all.figures).toEqual([
    expect.objectContaining({ id: 'F-100', source: 'S-100', paragraph: 2, value: 94 }),
  ]);
  expect(all.sources[0].document).toBe('herald.txt');
});

test('export of bad data exits with 1 and exports nothing', async () => {
  const folder = folderWith({ ...GOOD, 'f.yaml': `figures:\n${figure('F-100', { value: '1' })}\n` });
  expect(await captured(main, ['export', '--json', '--data', folder])).toMatchObject({ code: 1, out: [] });
});

test.each([
  [],
  ['chek'],
  ['export'],
  ['check', '--json'],
  ['schema', '--json'],
  ['schema', '--data', 'x'],
  ['check', 'twice'],
  ['check', '--date', 'x'],
  ['check', '--data'],
])('bad usage %#: one sentence and 2', async (...args) => {
  const { code, out, error } = await captured(main, args);
  expect([code, out]).toEqual([2, []]);
  expect(error).toEqual([expect.stringMatching(/^Usage: npm run kb/)]);
});
