import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { addDays } from '../../src/knowledge/calendar.js';
import { buildDatabase, loadKnowledge, openKnowledge } from '../../src/knowledge/database.js';
import { readDataFolders } from '../../src/knowledge/files.js';
import { Knowledge } from '../../src/knowledge/reads.js';
import type { Figure } from '../../src/knowledge/schema.js';
import {
  BASE,
  boats,
  EVENT,
  figure,
  folderWith,
  plainIndex,
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
  const database = loadKnowledge({ dataPaths: [data], databasePath, indexWords: () => plainIndex });
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
  expect(knowledge.neutral()).toEqual({ en: ['please'], fr: ['merci'] });
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

test('a hundred thousand figures are read in microseconds', () => {
  const { data, hash } = readDataFolders([
    folderWith({ 'a.yaml': BASE, 'f.yaml': `figures:\n${figures[0]}\n` }),
  ]);
  const template = data.figures[0];
  if (!template) throw new Error('no figure to copy');
  const many = Array.from({ length: 100_000 }, (_, index): Figure => {
    const asOf = addDays('2019-01-01', Math.floor(index / 50));
    return { ...template, id: `F-${100_000 + index}`, metric: `metric-${index % 50}`, asOf, value: index };
  });
  const path = join(temporaryFolder(), 'many.sqlite');
  buildDatabase(path, { data: { ...data, figures: many }, hash, indexWords: plainIndex });
  const database = openKnowledge(path);
  onTestFinished(() => void database.close());
  const knowledge = new Knowledge(database);
  const started = performance.now();
  for (let index = 0; index < 1000; index += 1) {
    const metric = `metric-${index % 50}`;
    knowledge.newestFigures(metric, null, '2022-05-05');
    knowledge.figuresBetween(metric, null, '2020-01-01', '2024-01-01', 5);
    knowledge.previousAsOf(metric, null, '2023-01-01');
    knowledge.firstFigures(metric, null);
  }
  expect((performance.now() - started) / 4000).toBeLessThan(0.5);
  expect(knowledge.newestFigures('metric-7', null, '2022-05-05')).toHaveLength(1);
});
