import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { buildDatabase, loadKnowledge, openKnowledge } from '../../src/knowledge/database.js';
import { FigureReads } from '../../src/knowledge/figure-reads.js';
import { readDataFolders } from '../../src/knowledge/files.js';
import { Knowledge } from '../../src/knowledge/reads.js';
import { prepared, preparedOn } from '../../src/knowledge/sqlite.js';
import {
  BASE,
  boats,
  EVENT,
  figure,
  folderWith,
  plainWords,
  QUOTE,
  STATEMENT,
  temporaryFolder,
} from './made-up.js';

const figures = [
  figure('F-100', { asOf: '2025-10-31', value: '75', printed: '"75"' }),
  figure('F-101'),
  figure('F-102', { source: 'S-101' }),
  figure('F-103', { ...boats('2025-11-06', '2025-11-08', '1700') }),
  figure('F-104', { ...boats('2025-11-08', '2025-11-08', '503') }),
  figure('F-105', { ...boats('2025-09-01', '2025-11-09', '18000'), scope: 'since-start' }),
];

function made(): Knowledge {
  const data = folderWith({
    'a.yaml': BASE,
    'f.yaml': `figures:\n${figures.join('\n')}\n`,
    'q.yaml': QUOTE,
    'e.yaml': EVENT,
    't.yaml': STATEMENT,
  });
  const databasePath = join(temporaryFolder(), 'k.sqlite');
  const database = loadKnowledge({ dataPaths: [data], databasePath, indexWords: () => plainWords });
  onTestFinished(() => void database.close());
  return new Knowledge(database);
}

const ids = (list: readonly { id: string }[]) => list.map(({ id }) => id);

test('the short lists', () => {
  const knowledge = made();
  expect(ids(knowledge.sources())).toEqual(['S-100', 'S-101']);
  expect(knowledge.source('S-100')?.publisher).toBe('The Herald');
  expect(knowledge.source('S-999')).toBeUndefined();
  expect([ids(knowledge.people()), ids(knowledge.topics())]).toEqual([['ada-bell'], ['swaps']]);
  expect([ids(knowledge.scopes()), ids(knowledge.metrics())]).toEqual([['since-start'], ['sent', 'boats']]);
  expect(knowledge.metric('boats')?.kind).toBe('period');
  expect([ids(knowledge.quotes()), ids(knowledge.events()), ids(knowledge.statements())]).toEqual([
    ['Q-100'],
    ['E-100'],
    ['T-100'],
  ]);
  expect(knowledge.synonyms()).toMatchObject([{ id: 'send', en: ['send', 'ship'], fr: ['envoyer'] }]);
  expect(knowledge.neutral()).toMatchObject([{ id: 'politeness', en: ['please'], fr: ['merci'] }]);
  expect(knowledge.quotes()).toBe(knowledge.quotes());
});

test('figures by date', () => {
  const knowledge = made();
  expect(ids(knowledge.newestFigures('sent', null))).toEqual(['F-101', 'F-102']);
  expect(ids(knowledge.newestFigures('sent', null, '2025-11-09'))).toEqual(['F-100']);
  expect(knowledge.newestFigures('sent', null, '2025-10-30')).toEqual([]);
  expect(knowledge.newestFigures('sunk', null)).toEqual([]);
  expect(ids(knowledge.figuresAt('boats', null, '2025-11-08'))).toEqual(['F-103', 'F-104']);
  expect(ids(knowledge.figuresBetween('sent', null, '2025-10-31', '2025-11-10', 2))).toEqual([
    'F-100',
    'F-101',
  ]);
  expect(ids(knowledge.firstFigures('sent', null))).toEqual(['F-100']);
  expect(knowledge.previousAsOf('sent', null, '2025-11-10')).toBe('2025-10-31');
  expect(knowledge.previousAsOf('sent', null, '2025-10-31')).toBeUndefined();
});

test('figures by period, scope, metric, source and id', () => {
  const knowledge = made();
  expect(ids(knowledge.figuresWithPeriod('boats', null, '2025-11-06', '2025-11-08'))).toEqual(['F-103']);
  expect(ids(knowledge.newestFigures('boats', null))).toEqual(['F-103', 'F-104']);
  expect(ids(knowledge.newestFigures('boats', 'since-start'))).toEqual(['F-105']);
  expect([knowledge.hasFigures('boats'), knowledge.hasFigures('sunk')]).toEqual([true, false]);
  expect(knowledge.figureIdsOfSource('S-101')).toEqual(['F-102']);
  expect(knowledge.figureIdsOfSource('S-100', 2)).toEqual(['F-100', 'F-101']);
  expect([knowledge.figure('F-100')?.value, knowledge.figure('F-999')]).toEqual([75, undefined]);
});

test('entries by id and by words', () => {
  const knowledge = made();
  expect(['F-100', 'Q-100', 'E-100', 'T-100', 'S-100'].map((id) => knowledge.entry(id)?.kind)).toEqual([
    'figure',
    'quote',
    'event',
    'statement',
    'source',
  ]);
  expect(knowledge.entry('X-1')).toBeUndefined();
  const found = (...tokens: string[]) =>
    knowledge.search(tokens).map((row) => knowledge.entryOfRow(row)?.body.id);
  expect(found('boat')).toEqual(['T-100', 'E-100']);
  expect(found('slow', 'share')).toEqual(['T-100', 'Q-100']);
  expect(knowledge.search(['boat', 'share'], 10, 'all')).toHaveLength(1);
  expect(knowledge.search(['boat'], 1)).toHaveLength(1);
  expect(found('f-100')).toEqual(['F-100']);
  expect([knowledge.documentFrequency('boat'), knowledge.documentFrequency('nothing')]).toEqual([2, 0]);
});

test('tokens can never be query syntax', () => {
  const knowledge = made();
  for (const token of ['"', 'a" OR "b', '*', 'NEAR(', '', 'words:boat', "it's"]) {
    expect(knowledge.search([token])).toEqual([]);
  }
  expect(knowledge.search([])).toEqual([]);
  expect(knowledge.search(['or'])).toEqual([]);
});

test('every read of figures goes by an index', () => {
  const path = join(temporaryFolder(), 'indexed.sqlite');
  const { data, hash } = readDataFolders([
    folderWith({ 'a.yaml': BASE, 'f.yaml': `figures:\n${figures[0]}\n` }),
  ]);
  buildDatabase(path, { data, hash, indexWords: plainWords });
  const database = openKnowledge(path);
  onTestFinished(() => void database.close());
  new Knowledge(database);
  new FigureReads(database);
  const reads = preparedOn(database).filter((sql) => / FROM figures WHERE /.test(sql));
  expect(reads.length).toBeGreaterThan(15);
  const plans = reads.flatMap((sql) =>
    prepared<string[], { detail: string }>(database, `EXPLAIN QUERY PLAN ${sql}`)
      .all(...Array.from({ length: sql.split('?').length - 1 }, () => ''))
      .map(({ detail }) => `${detail} ← ${sql}`),
  );
  expect(plans.filter((plan) => /^SCAN|TEMP B-TREE FOR ORDER/.test(plan))).toEqual([]);
  expect(plans.filter((plan) => /^SEARCH figures USING .*INDEX/.test(plan)).length).toBe(reads.length);
});
