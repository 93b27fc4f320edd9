/** Builds the SQLite file from the data and opens it; the file may be deleted at any time. */
import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmdirSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import type Database from 'better-sqlite3';
import { daysBetween } from './calendar.js';
import { collectDataBytes, SCHEMA_VERSION } from './data-bytes.js';
import { type Entry, entriesOf, type KnowledgeData } from './entries.js';
import { readData } from './files.js';
import type { LexiconLists } from './index-words.js';
import { DataError } from './problems.js';
import { Knowledge } from './reads.js';
import { checkRules } from './rules.js';
import { openSqlite, pragma, prepared } from './sqlite.js';
import { INDEXES, TABLES } from './tables.js';
import { withTotals } from './totals.js';

/** The words by which an entry is found: canonical tokens of [a-z0-9_-]; none if search needn't find it. */
export type IndexWords = (entry: Entry) => string[];

/** Makes them from the lists that the lexicon is built of. */
export type MakeIndexWords = (lists: LexiconLists) => IndexWords;

/** So many entries are compared with `indexWords` when a file is opened, to notice that it has changed. */
const WORDS_SAMPLE = 60;

export type LoadOptions = { dataPaths: readonly string[]; databasePath: string; indexWords: MakeIndexWords };

/**
 * Opens the database, rebuilding it first if it is missing, damaged or older than the data. Data with
 * problems throws a DataError and leaves the file as it is.
 */
export function loadKnowledge({ dataPaths, databasePath, indexWords }: LoadOptions): Database.Database {
  const collected = collectDataBytes(dataPaths);
  if (collected.problems.length > 0) throw new DataError(collected.problems);
  const current = openIfCurrent(databasePath, collected.hash, indexWords);
  if (current) return current;
  const { data, problems, hash, fileOf, refused } = readData(collected);
  const all = [...problems, ...checkRules(data, fileOf, refused)];
  if (all.length > 0) throw new DataError(all);
  buildDatabase(databasePath, { data, hash, indexWords: indexWords(data) });
  return openKnowledge(databasePath);
}

/** The hash of the data that an open database was built from. */
export function contentOf(database: Database.Database): string | undefined {
  return metaOf(database, 'content');
}

/** Opens a built database for reading only; throws if there is none. */
export function openKnowledge(path: string): Database.Database {
  const database = openSqlite(path, { readonly: true, fileMustExist: true });
  try {
    pragma(database, 'query_only = ON');
    pragma(database, 'cache_size = -16000');
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

/** Where the database is written before it is swapped in; another process has another. */
export function draftOf(path: string): string {
  return `${path}.${process.pid}.tmp`;
}

/** Writes the database beside `path` and swaps it in; readers of the old file keep what they have open. */
export function buildDatabase(
  path: string,
  content: { data: KnowledgeData; hash: string; indexWords: IndexWords },
): void {
  mkdirSync(dirname(path), { recursive: true });
  const temporary = draftOf(path);
  rmSync(temporary, { force: true });
  try {
    writeDatabase(temporary, content);
    sync(temporary);
    removeFolderAt(path);
    renameSync(temporary, path);
    sync(dirname(path));
  } finally {
    rmSync(temporary, { force: true });
  }
}

function openIfCurrent(
  path: string,
  hash: string,
  indexWords: MakeIndexWords,
): Database.Database | undefined {
  let database: Database.Database | undefined;
  try {
    database = openKnowledge(path);
    if (isWhole(database) && contentOf(database) === hash && hasWords(database, indexWords)) {
      return database;
    }
  } catch {
    // Missing or damaged: the caller builds it anew.
  }
  database?.close();
  return undefined;
}

function isWhole(database: Database.Database): boolean {
  const isCurrentSchema = metaOf(database, 'schema') === String(SCHEMA_VERSION);
  return isCurrentSchema && pragma(database, 'integrity_check(1)') === 'ok';
}

function metaOf(database: Database.Database, key: string): string | undefined {
  return prepared<[string], string>(database, 'SELECT value FROM meta WHERE key = ?').pluck().get(key);
}

/** Compares stored words with what `indexWords` says now, over entries spread evenly. */
function hasWords(database: Database.Database, makeIndexWords: MakeIndexWords): boolean {
  const knowledge = new Knowledge(database);
  const indexWords = makeIndexWords(knowledge.lexiconLists());
  const count = prepared<[], number>(database, 'SELECT count(*) FROM entries').pluck().get() ?? 0;
  const step = Math.max(1, Math.floor(count / WORDS_SAMPLE));
  const row = prepared<[number], { id: string; words: string }>(
    database,
    'SELECT id, words FROM entries WHERE rowid = ?',
  );
  for (let rowid = 1; rowid <= count; rowid += step) {
    const stored = row.get(rowid);
    const entry = stored && knowledge.entry(stored.id);
    if (!entry || indexWords(entry).join(' ') !== stored.words) return false;
  }
  return true;
}

function writeDatabase(
  path: string,
  { data, hash, indexWords }: { data: KnowledgeData; hash: string; indexWords: IndexWords },
): void {
  const database = openSqlite(path);
  try {
    pragma(database, 'journal_mode = MEMORY');
    pragma(database, 'synchronous = OFF');
    database.transaction(() => {
      database.exec(TABLES);
      const whole = withTotals(data);
      insertRows(database, whole);
      insertEntries(database, whole, indexWords);
      database.exec(INDEXES);
      const meta = prepared<unknown[], unknown>(database, 'INSERT INTO meta VALUES (?, ?)');
      meta.run('content', hash);
      meta.run('schema', String(SCHEMA_VERSION));
    })();
  } finally {
    database.close();
  }
}

function insertRows(database: Database.Database, data: KnowledgeData): void {
  const simple = { sources: data.sources, people: data.people, topics: data.topics, scopes: data.scopes };
  for (const [table, list] of Object.entries({ ...simple, metrics: data.metrics })) {
    const insert = prepared<unknown[], unknown>(database, `INSERT INTO ${table} VALUES (?, ?)`);
    for (const entry of list) insert.run(entry.id, JSON.stringify(entry));
  }
  const published = new Map(data.sources.map((source) => [source.id, source.published]));
  const figure = prepared<unknown[], unknown>(
    database,
    'INSERT INTO figures VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
  );
  for (const one of data.figures) {
    figure.run(
      one.id,
      one.metric,
      one.scope ?? '',
      one.value ?? null,
      one.low ?? null,
      one.high ?? null,
      one.qualifier,
      one.asOf ?? one.period?.to ?? '',
      one.period?.from ?? null,
      one.source,
      published.get(one.source) ?? null,
      one.claimedBy ?? null,
      one.period ? daysBetween(one.period.from, one.period.to) + 1 : null,
      JSON.stringify(one),
    );
  }
  const quote = prepared<unknown[], unknown>(database, 'INSERT INTO quotes VALUES (?, ?, ?, ?, ?, ?, ?)');
  for (const one of data.quotes) {
    const topics = JSON.stringify(one.topics);
    quote.run(one.id, one.remark ?? null, one.speaker, one.saidOn, topics, one.source, JSON.stringify(one));
  }
  const event = prepared<unknown[], unknown>(database, 'INSERT INTO events VALUES (?, ?, ?, ?, ?)');
  for (const one of data.events) {
    event.run(one.id, one.date, JSON.stringify(one.topics), one.source, JSON.stringify(one));
  }
  const statement = prepared<unknown[], unknown>(
    database,
    'INSERT INTO statements VALUES (?, ?, ?, ?, ?, ?)',
  );
  for (const one of data.statements) {
    const topics = JSON.stringify(one.topics);
    statement.run(one.id, one.kind, one.heldBy ?? null, topics, one.source, JSON.stringify(one));
  }
  const list = prepared<unknown[], unknown>(database, 'INSERT INTO lists VALUES (?, ?)');
  list.run('synonyms', JSON.stringify(data.synonyms));
  list.run('neutral', JSON.stringify(data.neutral));
  list.run('light', JSON.stringify(data.light));
  list.run('ordinary', JSON.stringify(data.ordinary));
  list.run('wordLists', JSON.stringify(data.wordLists));
  list.run('leftOut', JSON.stringify(data.leftOut));
}

function insertEntries(database: Database.Database, data: KnowledgeData, indexWords: IndexWords): void {
  const insert = prepared<unknown[], unknown>(
    database,
    'INSERT INTO entries (id, kind, words) VALUES (?, ?, ?)',
  );
  for (const entry of entriesOf(data)) {
    insert.run(entry.body.id, entry.kind, indexWords(entry).join(' '));
  }
}

/** Writes a file or folder through to the disk, so that a power cut can't leave half a database. */
function sync(path: string): void {
  const handle = openSync(path, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** A container that mounts a missing file leaves an empty folder of its name. */
function removeFolderAt(path: string): void {
  try {
    rmdirSync(path);
  } catch {
    // It is a file, or isn't there: renaming replaces it.
  }
}
