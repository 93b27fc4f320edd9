/** Rules over figures and quotations: what is printed, when it is true, where it stands, how it fits its neighbours. */
import { describe, expect, test } from 'vitest';
import { boats, EVENT, figure, QUOTE } from './made-up.js';
import { figures, NOTE, noted, problemsOf } from './problems-of.js';

describe('figures and quotations', () => {
  test.each<[string, Record<string, string>, RegExp]>([
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
    figures(figure('F-100', { source: 'S-101', paragraph: null, locator: '{ en: table 1, fr: tableau 1 }' })),
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
    figures(figure('F-100'), figure('F-101', { claimedBy: 'ada-bell' }), figure('F-102', { paragraph: '3' })),
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
