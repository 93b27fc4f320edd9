/** Tally's own way of finding a figure, and what else one might take for it, each as it is documented. */
import { join } from 'node:path';
import Fuse from 'fuse.js';
import MiniSearch from 'minisearch';
import { QUESTIONS_TODAY } from '../../../src/cli/eval.js';
import { openEngine } from '../../../src/engine.js';
import { collectDataBytes } from '../../../src/knowledge/data-bytes.js';
import { buildDatabase } from '../../../src/knowledge/database.js';
import { readDataFolders } from '../../../src/knowledge/files.js';
import { entryTokens, lexiconOf } from '../../../src/knowledge/index-words.js';
import { openSqlite, prepared } from '../../../src/knowledge/sqlite.js';
import { splitWords } from '../../../src/knowledge/words.js';
import { projectRoot } from '../../../src/paths.js';
import { type FindingRecord, recordsOf, withWorld } from './world.js';

/** Gives the id of the record that it puts first. */
export type Find = (question: string) => string | undefined;

/** Builds what it needs for `count` made-up figures; files go into `folder`. */
export type Contender = (count: number, folder: string) => Find;

export const CONTENDERS = {
  Tally: (count, folder) => {
    const data = join(projectRoot, 'data');
    const databasePath = join(folder, 'knowledge.sqlite');
    const content = withWorld(readDataFolders([data]).data, count);
    const lexicon = lexiconOf(content);
    const { hash } = collectDataBytes([data]);
    buildDatabase(databasePath, { data: content, hash, indexWords: (entry) => entryTokens(entry, lexicon) });
    const engine = openEngine({ dataPaths: [data], databasePath });
    return (question) => engine.ask(question, { today: QUESTIONS_TODAY }).answer.figures[0]?.id;
  },
  'FTS5, all words, bm25': (count, folder) => ftsOver(recordsOf(count), join(folder, 'fts.sqlite')),
  'MiniSearch, fuzzy .2 and prefix': (count) => {
    const index = new MiniSearch<FindingRecord>({ fields: ['text'] });
    index.addAll(recordsOf(count));
    return (question) => index.search(question, { fuzzy: 0.2, prefix: true })[0]?.id;
  },
  'fuse.js as documented': (count) => {
    const fuse = new Fuse(recordsOf(count), { keys: ['text'] });
    return (question) => fuse.search(question, { limit: 1 })[0]?.item.id;
  },
  'fuse.js, token search': (count) => {
    const fuse = new Fuse(recordsOf(count), { keys: ['text'], useTokenSearch: true, threshold: 0.3 });
    return (question) => fuse.search(question, { limit: 1 })[0]?.item.id;
  },
} satisfies Record<string, Contender>;

export type ContenderName = keyof typeof CONTENDERS;

function ftsOver(records: readonly FindingRecord[], path: string): Find {
  const database = openSqlite(path);
  database.exec("CREATE VIRTUAL TABLE records USING fts5(id UNINDEXED, text, tokenize='porter unicode61')");
  const insert = prepared<[string, string], unknown>(database, 'INSERT INTO records VALUES (?, ?)');
  database.transaction(() => {
    for (const { id, text } of records) insert.run(id, text);
  })();
  const find = prepared<[string], string>(
    database,
    'SELECT id FROM records WHERE records MATCH ? ORDER BY rank LIMIT 1',
  ).pluck();
  return (question) => {
    const words = splitWords(question).map(({ folded }) => `"${folded.replaceAll('"', '')}"`);
    return find.get(words.join(' OR '));
  };
}
