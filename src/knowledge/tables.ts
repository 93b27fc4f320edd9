/** The tables of the knowledge base. After a change here raise SCHEMA_VERSION in `data-bytes.ts`. */
export const TABLES = `
  CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE lists (name TEXT PRIMARY KEY, body TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE sources (id TEXT PRIMARY KEY, body TEXT NOT NULL);
  CREATE TABLE people (id TEXT PRIMARY KEY, body TEXT NOT NULL);
  CREATE TABLE topics (id TEXT PRIMARY KEY, body TEXT NOT NULL);
  CREATE TABLE scopes (id TEXT PRIMARY KEY, body TEXT NOT NULL);
  CREATE TABLE metrics (id TEXT PRIMARY KEY, body TEXT NOT NULL);
  CREATE TABLE figures (
    id TEXT PRIMARY KEY,
    metric TEXT NOT NULL,
    scope TEXT NOT NULL,       -- '' where the figure is as wide as its metric
    value REAL,
    low REAL,
    high REAL,
    qualifier TEXT NOT NULL,
    as_of TEXT NOT NULL,       -- the date, or the end of the period
    period_from TEXT,          -- NULL where the figure has a date and no period
    source TEXT NOT NULL,
    published TEXT,            -- when the source came out
    claimed_by TEXT,
    days INTEGER,              -- length of the period
    body TEXT NOT NULL
  );
  CREATE TABLE quotes (
    id TEXT PRIMARY KEY, remark TEXT, speaker TEXT NOT NULL, date TEXT, topics TEXT NOT NULL,
    source TEXT NOT NULL, body TEXT NOT NULL
  );
  CREATE TABLE events (
    id TEXT PRIMARY KEY, date TEXT NOT NULL, topics TEXT NOT NULL, source TEXT NOT NULL, body TEXT NOT NULL
  );
  CREATE TABLE statements (
    id TEXT PRIMARY KEY, kind TEXT NOT NULL, speaker TEXT, topics TEXT NOT NULL, source TEXT NOT NULL,
    body TEXT NOT NULL
  );
  CREATE TABLE entries (rowid INTEGER PRIMARY KEY, id TEXT NOT NULL, kind TEXT NOT NULL, words TEXT NOT NULL);
  CREATE VIRTUAL TABLE entries_fts USING fts5(
    words, content='entries', content_rowid='rowid', detail=none,
    tokenize="unicode61 remove_diacritics 0 tokenchars '-_'"
  );
  CREATE VIRTUAL TABLE entries_vocabulary USING fts5vocab('entries_fts', 'row');
`;

/** Made after the rows, which is faster. */
export const INDEXES = `
  CREATE INDEX figures_by_date ON figures (metric, scope, as_of, id);
  CREATE INDEX figures_by_period ON figures (metric, scope, period_from, as_of, id);
  CREATE INDEX figures_by_source ON figures (source, id);
  CREATE INDEX figures_of_source ON figures (metric, scope, source, as_of);
  CREATE INDEX figures_of_claimant ON figures (metric, scope, claimed_by, as_of) WHERE claimed_by IS NOT NULL;
  CREATE INDEX figures_of_length ON figures (metric, scope, days, as_of) WHERE days IS NOT NULL;
  CREATE INDEX figures_by_rank ON figures (metric, scope, days, value) WHERE days IS NOT NULL;
  CREATE INDEX figures_of_value ON figures (value, metric, scope, as_of);
  CREATE UNIQUE INDEX entries_by_id ON entries (id);
  INSERT INTO entries_fts (entries_fts) VALUES ('rebuild');
  INSERT INTO entries_fts (entries_fts) VALUES ('optimize');
  ANALYZE;
`;
