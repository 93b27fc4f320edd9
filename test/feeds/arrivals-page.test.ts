import { expect, test } from 'vitest';
import { readArrivalsPage } from '../../src/feeds/arrivals-page.js';
import { PageChanged } from '../../src/feeds/page-changed.js';
import { arrivalsItem, type Changes, HEAD, ROWS, type Row } from './govuk.js';

const TODAY = '2026-08-22';

const read = (changes: Changes = {}) => readArrivalsPage(arrivalsItem(changes), TODAY);

/** The rows with some cells of one replaced. */
function rowsWith(index: number, cells: Partial<Record<0 | 1 | 2 | 3 | 4, string>>): Row[] {
  return ROWS.map((row, at) => (at === index ? (Object.assign([...row], cells) as unknown as Row) : row));
}

/** Seven days from 29 December on. */
function newYear(years: readonly string[]): Row[] {
  const days = [
    '29 December',
    '30 December',
    '31 December',
    '1 January',
    '2 January',
    '3 January',
    '4 January',
  ];
  return days.map((day, index) => [`${day} ${years[index]}`, '1', '1', '0', '']);
}

test('the page as it was: seven days, oldest first, commas read, zero is zero', () => {
  const { updatedAt, days, repairs } = read();
  expect(updatedAt).toBe('2026-08-21T13:08:38+01:00');
  expect(days.map(({ date, people, boats }) => [date, people, boats])).toEqual([
    ['2026-08-15', 0, 0],
    ['2026-08-16', 61, 1],
    ['2026-08-17', 250, 4],
    ['2026-08-18', 0, 0],
    ['2026-08-19', 1075, 17],
    ['2026-08-20', 300, 5],
    ['2026-08-21', 412, 6],
  ]);
  expect(days[4]?.printed).toEqual({ people: '1,075', boats: '17' });
  expect(repairs).toEqual([]);
});

test('a lone wrong year is mended and told of, as on 21 April 2026', () => {
  const { days, repairs } = read({ rows: rowsWith(5, { 0: '20 August 2025' }) });
  expect(days[5]).toMatchObject({ date: '2026-08-20', people: 300 });
  expect(repairs).toEqual([expect.stringMatching(/^20 August 2025 stands for 2026-08-20/)]);
});

test('a wrong year at the turn of the year is mended as well', () => {
  const right = ['2025', '2025', '2025', '2026', '2026', '2026', '2026'];
  const item = (years: readonly string[]) => arrivalsItem({ rows: newYear(years) });
  expect(readArrivalsPage(item(right), '2026-01-05').repairs).toEqual([]);
  const slipped = [...right.slice(0, 3), '2025', ...right.slice(4)];
  const { days, repairs } = readArrivalsPage(item(slipped), '2026-01-05');
  expect([days[3]?.date, repairs.length]).toEqual(['2026-01-01', 1]);
});

test('"Revised" is the one note that is known', () => {
  expect(read({ rows: rowsWith(2, { 4: 'Revised' }) }).days).toHaveLength(7);
});

const NO_HEAD = `<table><tbody>${ROWS.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('')}</tbody></table>`;

test.each<[string, Changes, RegExp]>([
  ['the header row is missing, as on 8 March 2026', { table: NO_HEAD }, /no header row/],
  ['there is no table', { table: '<p>Number of people detected in small boats: 562</p>' }, /0 tables/],
  ['there are two tables', { table: `<table>${HEAD}</table><table>${HEAD}</table>` }, /2 tables/],
  ['a header has another name', { head: HEAD.replace('Migrants', 'People') }, /the headers .*People arrived/],
  ['a header has gone', { head: HEAD.replace('<th scope="col">Notes</th>', '') }, /the headers/],
  ['there are two header rows', { head: `${HEAD}${HEAD}` }, /the headers/],
  ['a row is missing', { rows: ROWS.slice(1) }, /6 rows/],
  ['there is a total', { rows: [...ROWS, ['Total', '1', '1', '1', '']] }, /8 rows/],
  [
    'two rows have changed places',
    { rows: [...ROWS.slice(0, 5), ...ROWS.slice(5).reverse()] },
    /not consecutive/,
  ],
  ['a day is missing', { rows: rowsWith(6, { 0: '23 August 2026' }) }, /not consecutive/],
  [
    'two years are wrong',
    {
      rows: rowsWith(5, { 0: '20 August 2025' }).map((row, at) =>
        at === 1 ? (['16 August 2025', ...row.slice(1)] as unknown as Row) : row,
      ),
    },
    /not consecutive/,
  ],
  ['a date does not exist', { rows: rowsWith(6, { 0: '31 June 2026' }) }, /where a date should be/],
  ['a date is written otherwise', { rows: rowsWith(6, { 0: '21/08/2026' }) }, /where a date should be/],
  ['a cell is blank', { rows: rowsWith(3, { 1: '&nbsp;' }) }, /can’t be read/],
  ['a cell holds a dash', { rows: rowsWith(3, { 2: '-' }) }, /can’t be read/],
  ['a cell is negative', { rows: rowsWith(3, { 1: '-4' }) }, /can’t be read/],
  ['a cell has a decimal', { rows: rowsWith(3, { 1: '4.5' }) }, /can’t be read/],
  ['a comma stands oddly', { rows: rowsWith(3, { 1: '10,75' }) }, /can’t be read/],
  ['a cell has a footnote', { rows: rowsWith(3, { 1: '412 [note 1]' }) }, /can’t be read/],
  ['a number is beyond belief', { rows: rowsWith(3, { 1: '41200' }) }, /can’t be read/],
  ['columns have changed places', { rows: rowsWith(6, { 1: '6', 2: '412' }) }, /more boats than people/],
  ['a note is new', { rows: rowsWith(3, { 4: 'Estimated' }) }, /can’t be read/],
  [
    'a cell spans two',
    {
      table: `<table>${HEAD}<tbody><tr><th>15 August 2026</th><td colspan="4">Closed</td></tr></tbody></table>`,
    },
    /a row of its table has 1 cells/,
  ],
  ['the title is another', { item: { title: 'Small boat arrivals: last month' } }, /described otherwise/],
  ['the page was replaced', { item: { document_type: 'redirect' } }, /described otherwise/],
  [
    'the page was withdrawn',
    { item: { withdrawn_notice: { explanation: 'Gone.', withdrawn_at: '2026-08-22T00:00:00Z' } } },
    /described otherwise/,
  ],
  ['the page has no date', { item: { public_updated_at: 'yesterday' } }, /described otherwise/],
  ['the page has no body', { item: { details: {} } }, /described otherwise/],
])('refused where %s', (_, changes, reason) => {
  expect(() => read(changes)).toThrow(PageChanged);
  expect(() => read(changes)).toThrow(reason);
});

test('refused where the last day is not over yet', () => {
  expect(() => readArrivalsPage(arrivalsItem(), '2026-08-21')).toThrow(/is not over yet/);
});

test.each([null, 'text', 7, [], {}])('refused where the item is %j', (item) => {
  expect(() => readArrivalsPage(item, TODAY)).toThrow(PageChanged);
});
