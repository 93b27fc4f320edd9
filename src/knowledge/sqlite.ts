/**
 * Connections and statements, each kept for the life of the process. From Node 24.19 on, better-sqlite3 12
 * aborts the process when one of its objects is garbage-collected (WiseLibs/better-sqlite3#1515); its next
 * major version needs a newer Node than this project promises. Keeping them costs little: a process opens a
 * handful of connections, and a statement is prepared once for each.
 */
import Sqlite from 'better-sqlite3';

const kept = new Map<Sqlite.Database, Map<string, Sqlite.Statement>>();

/** Opens a database; throws what better-sqlite3 throws where the file can't be opened. */
export function openSqlite(path: string, options: Sqlite.Options = {}): Sqlite.Database {
  const database = new Sqlite(path, options);
  kept.set(database, new Map());
  return database;
}

/** The prepared statement of this SQL on this connection, the same one each time. */
export function prepared<Parameters extends unknown[], Row>(
  database: Sqlite.Database,
  sql: string,
): Sqlite.Statement<Parameters, Row> {
  const statements = kept.get(database) ?? new Map<string, Sqlite.Statement>();
  kept.set(database, statements);
  const known = statements.get(sql);
  const statement = known ?? database.prepare(sql);
  if (!known) statements.set(sql, statement);
  return statement as unknown as Sqlite.Statement<Parameters, Row>;
}

/** The SQL of every statement prepared on this connection. */
export function preparedOn(database: Sqlite.Database): string[] {
  return [...(kept.get(database)?.keys() ?? [])];
}

/** Runs a PRAGMA and gives the first column of its first row, if it has one. */
export function pragma(database: Sqlite.Database, text: string): unknown {
  const statement = prepared<[], unknown>(database, `PRAGMA ${text}`);
  if (!statement.reader) {
    statement.run();
    return undefined;
  }
  return statement.pluck().get();
}
