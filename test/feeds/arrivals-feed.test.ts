import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, inject, onTestFinished, test } from 'vitest';
import { parse } from 'yaml';
import { type Engine, openEngine } from '../../src/engine.js';
import { ArrivalsFeed } from '../../src/feeds/arrivals-feed.js';
import { addDays } from '../../src/knowledge/calendar.js';
import { readDataFolders } from '../../src/knowledge/files.js';
import { rebuild } from '../../src/knowledge/rebuilding.js';
import { checkRules } from '../../src/knowledge/rules.js';
import { dataFileSchema } from '../../src/knowledge/schema.js';
import { folderWith, temporaryFolder } from '../knowledge/made-up.js';
import {
  type Answer,
  ARRIVALS_BASE,
  arrivalsItem,
  type Changes,
  govuk,
  ROWS,
  type Row,
  serves,
  status,
} from './govuk.js';

const count = (id: string, day: string, value: number, source = 'S-016') =>
  `  - { id: ${id}, metric: small-boat-arrivals, value: ${value}, qualifier: exact, printed: "${value}", period: { from: ${day}, to: ${day} }, dateKnown: stated, source: ${source}, locator: table }\n`;

/** A feed over made-up data and a server, and a look at what it has written. */
async function feeding(answers: readonly Answer[], { figures = '', on = '2026-08-22' } = {}) {
  const server = await govuk(...answers);
  const data = folderWith({ 'base.yaml': ARRIVALS_BASE, 'figures.yaml': figures && `figures:\n${figures}` });
  const folder = join(temporaryFolder(), 'learnt');
  const databasePath = join(temporaryFolder(), 'knowledge.sqlite');
  const log: { level: string; fields: object; message: string }[] = [];
  const clock = { today: on };
  let engine: Engine | undefined;
  onTestFinished(() => engine?.close());
  const dataPaths = () => [data, ...(existsSync(folder) ? [folder] : [])];
  const reopen = () => {
    engine?.close();
    engine = openEngine({ dataPaths: dataPaths(), databasePath });
    return engine;
  };
  reopen();
  const workerFile = join(inject('compiled'), 'src', 'knowledge', 'rebuild-worker.js');
  const note = (level: string) => (fields: object, message: string) =>
    void log.push({ level, fields, message });
  const begin = () =>
    new ArrivalsFeed({
      baseUrl: server.baseUrl,
      folder,
      known: (metric, from, to) => {
        const knowledge = engine?.knowledge();
        const all = knowledge?.figuresWithPeriod(metric, null, from, to) ?? [];
        return all.filter(({ source }) => knowledge?.source(source)?.publisher === 'GOV.UK');
      },
      vet: async (file) => {
        const vetted = `${databasePath}.vetted`;
        await rebuild({ dataPaths: [...dataPaths(), file], databasePath: vetted, workerFile });
        rmSync(vetted);
      },
      log: { info: note('info'), warn: note('warn') },
      now: () => new Date(`${clock.today}T12:30:00Z`),
      timeoutMs: 2_000,
    });
  const files = () => (existsSync(folder) ? readdirSync(folder).sort() : []);
  const written = () =>
    files().map((name) => dataFileSchema.parse(parse(readFileSync(join(folder, name), 'utf8'))));
  const problems = () => {
    const { data: read, problems: faults, fileOf, refused } = readDataFolders(dataPaths());
    return [...faults, ...checkRules(read, fileOf, refused)];
  };
  return { ...server, begin, reopen, files, written, problems, log, clock, folder };
}

/** Seven rows up to a day, with counts of our own. */
function rowsTo(last: string, people: (day: string) => number): Row[] {
  return Array.from({ length: 7 }, (_, index) => {
    const day = addDays(last, index - 6);
    const written = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(
      new Date(day),
    );
    return [written, String(people(day)), String(Math.min(1, people(day))), '0', ''];
  });
}

const page = (changes: Changes, etag: string) => serves(arrivalsItem(changes), etag);

test('what is new is written with its source and can be asked for; what is known is not written again', async () => {
  const { begin, reopen, files, written, problems, requests } = await feeding([page({}, '"one"')]);
  const feed = begin();
  expect(await feed.check()).toMatchObject({ outcome: 'learnt' });
  expect(files()).toEqual(['2026-08-22T12-30Z.yaml']);
  const [file] = written();
  expect(file?.sources).toEqual([
    expect.objectContaining({
      id: 'S-202608221230',
      publisher: 'GOV.UK',
      url: expect.stringMatching(/^https:\/\/www\.gov\.uk\/.*last-7-days$/),
      published: '2026-08-21',
      publishedKnown: 'stated',
      kind: 'official',
      capture: { readAt: '2026-08-22T12:30:00.000Z', updatedAt: '2026-08-21T13:08:38+01:00' },
    }),
  ]);
  expect(file?.figures).toHaveLength(14);
  expect(file?.figures).toContainEqual(
    expect.objectContaining({
      id: 'F-20260819101',
      metric: 'small-boat-arrivals',
      value: 1075,
      printed: '1,075',
      period: { from: '2026-08-19', to: '2026-08-19' },
      provisional: true,
      source: 'S-202608221230',
    }),
  );
  expect(problems()).toEqual([]);

  expect(await feed.check()).toEqual({ outcome: 'nothing-new' });
  const { answer } = reopen().ask('arrivals on 21 august 2026', { today: '2026-08-22' });
  expect(answer.lines[0]).toMatch(/412.*21 August 2026.*provisional/);
  expect(await begin().check()).toEqual({ outcome: 'nothing-new' });
  expect(requests.map(({ etag }) => etag)).toEqual([undefined, '"one"', undefined]);
  expect(files()).toHaveLength(1);
});

test('the next day adds that day; a revision keeps both values, even before the first is in use', async () => {
  const next: Row[] = [
    ...ROWS.slice(1, 6),
    ['21 August 2026', '455', '6', '2', 'Revised'],
    ['22 August 2026', '9', '1', '0', ''],
  ];
  const answers = [page({}, '"one"'), page({ rows: next }, '"two"')];
  const { begin, reopen, written, problems, clock } = await feeding(answers);
  const feed = begin();
  await feed.check();
  clock.today = '2026-08-23';
  expect(await feed.check()).toMatchObject({ outcome: 'learnt' });
  expect(written()[1]?.figures.map(({ id, value, revises }) => [id, value, revises])).toEqual([
    ['F-20260821102', 455, 'F-20260821101'],
    ['F-20260822101', 9, undefined],
    ['F-20260822201', 1, undefined],
  ]);
  expect(written()[1]?.figures[0]?.note?.en).toBe('Revised on the page; it was 412.');
  expect(problems()).toEqual([]);
  const { answer } = reopen().ask('arrivals on 21 august 2026', { today: '2026-08-23' });
  expect(answer.lines[0]).toMatch(/455/);
  expect(answer.figures.map(({ value }) => value).sort()).toEqual([412, 455]);
});

test('an official count that the data have already is not repeated, or revised where it differs', async () => {
  const same = await feeding([page({}, '"one"')], { figures: count('F-001', '2026-08-17', 250) });
  await same.begin().check();
  const ids = same.written()[0]?.figures.map(({ id }) => id);
  expect(ids).not.toContain('F-20260817101');
  expect(ids).toContain('F-20260817201');

  const other = await feeding([page({}, '"one"')], { figures: count('F-001', '2026-08-17', 240) });
  await other.begin().check();
  expect(other.written()[0]?.figures).toContainEqual(
    expect.objectContaining({ id: 'F-20260817101', value: 250, revises: 'F-001' }),
  );
  expect(other.problems()).toEqual([]);
});

test('a changed page changes nothing and is a trouble until it can be read again', async () => {
  const { begin, files, log } = await feeding([
    page({ head: '' }, '"one"'),
    page({ head: '' }, '"one"'),
    status(500),
    page({}, '"two"'),
  ]);
  const feed = begin();
  expect(await feed.check()).toMatchObject({ outcome: 'refused' });
  expect(feed.trouble).toMatch(/^Nothing is taken .*: the page has changed: its table has no header row\.$/);
  expect(await feed.check()).toMatchObject({ outcome: 'refused' });
  expect(await feed.check()).toMatchObject({ outcome: 'unavailable' });
  expect(feed.trouble).toMatch(/no header row/);
  expect(files()).toEqual([]);
  expect(log.filter(({ level }) => level === 'warn')).toHaveLength(1);
  expect(await feed.check()).toMatchObject({ outcome: 'learnt' });
  expect(feed.trouble).toBeUndefined();
});

test('a mended year is logged', async () => {
  const rows = ROWS.map((row, at): Row => (at === 6 ? ['21 August 2025', '412', '6', '2', ''] : row));
  const { begin, written, log } = await feeding([page({ rows }, '"one"')]);
  await begin().check();
  expect(written()[0]?.figures.map(({ period }) => period?.from)).toContain('2026-08-21');
  expect(log[0]).toMatchObject({
    level: 'warn',
    fields: { repair: expect.stringContaining('21 August 2025') },
  });
});

test('figures that do not fit the other data are not written, and told of', async () => {
  const { begin, files } = await feeding([page({}, '"one"')], {
    figures: count('F-001', '2026-08-21', 900, 'S-020'),
  });
  const feed = begin();
  expect(await feed.check()).toMatchObject({ outcome: 'refused' });
  expect(feed.trouble).toMatch(/do not go together: .*F-001: is far off its neighbours/);
  expect(files()).toEqual([]);
});

test('the year so far is written only while no day is missing', async () => {
  const people = (day: string) => Number(day.slice(8));
  const { begin, written, problems, clock } = await feeding(
    ['2027-01-07', '2027-01-14', '2027-01-22'].map((last) =>
      page({ rows: rowsTo(last, people), item: { public_updated_at: `${last}T12:00:00Z` } }, `"${last}"`),
    ),
    { on: '2027-01-08' },
  );
  const feed = begin();
  await feed.check();
  clock.today = '2027-01-15';
  await feed.check();
  clock.today = '2027-01-23';
  await feed.check();
  const sums = written().flatMap(({ figures }) => figures.filter(({ computed }) => computed !== undefined));
  expect(sums.map(({ id, value, period }) => [id, value, period?.to])).toEqual([
    ['F-20270107301', 28, '2027-01-07'],
    ['F-20270114301', 105, '2027-01-14'],
  ]);
  expect(problems()).toEqual([]);
});

test('the date on the page may be older than its newest row', async () => {
  const { begin, written, problems } = await feeding([
    page({ item: { public_updated_at: '2026-08-20T12:00:00+01:00' } }, '"one"'),
  ]);
  await begin().check();
  expect(written()[0]?.sources[0]).toMatchObject({ published: '2026-08-22', publishedKnown: 'inferred' });
  expect(problems()).toEqual([]);
});

test('a page that stands still for days is a trouble', async () => {
  const { begin, clock } = await feeding([page({}, '"one"')]);
  const feed = begin();
  await feed.check();
  clock.today = '2026-08-24';
  expect(feed.trouble).toBeUndefined();
  clock.today = '2026-08-27';
  expect(feed.trouble).toMatch(/nothing new for 6 days/);
});

test('a file of its own that was spoilt is named, and nothing is written over it', async () => {
  const { begin, files, folder } = await feeding([page({}, '"one"'), page({}, '"two"')]);
  await begin().check();
  writeFileSync(join(folder, files()[0] ?? ''), 'figures: [half');
  const again = begin();
  expect(await again.check()).toMatchObject({ outcome: 'refused' });
  expect(again.trouble).toContain(folder);
});
