/** Typed reads of the knowledge base: each is one indexed query, or a short list that is kept. */
import type { Database, Statement as SqlStatement } from 'better-sqlite3';
import type { IsoDate } from './calendar.js';
import type { Entry } from './entries.js';
import type { LexiconLists } from './index-words.js';
import { once } from './once.js';
import { remembering } from './remembering.js';
import type {
  DataFile,
  Event,
  Figure,
  Metric,
  Person,
  Quote,
  Scope,
  Source,
  Statement,
  Synonym,
  Topic,
} from './schema.js';
import { prepared } from './sqlite.js';
import type { Steps } from './steps.js';

/** No read returns more figures than this, unless it is asked for fewer. */
const FIGURES = 200;
const RANKED = 40;
const SEARCH_ROWS = 1000;
/** Look-ups that are kept in memory, a list each: the data do not change under an open database. */
const REMEMBERED = 5_000;
/** Searches that are kept, each with up to SEARCH_ROWS rows. */
const SEARCHES = 1_000;
/** Dates of a metric and scope that are kept, with what is known of each. */
const DATES = 2_000;

/** A scope id, or null for figures that are as wide as their metric. */
export type ScopeId = string | null;

type Sql<Parameters extends unknown[]> = SqlStatement<Parameters, string>;

/** The knowledge base as the rest of the program reads it. */
export class Knowledge {
  readonly #sources: () => Table<Source>;
  readonly #people: () => Table<Person>;
  readonly #topics: () => Table<Topic>;
  readonly #scopes: () => Table<Scope>;
  readonly #metrics: () => Table<Metric>;
  readonly #quotes: () => Table<Quote>;
  readonly #events: () => Table<Event>;
  readonly #statements: () => Table<Statement>;
  readonly #synonyms: () => readonly Synonym[];
  readonly #light: () => DataFile['light'];
  readonly #ordinary: () => DataFile['ordinary'];
  readonly #wordLists: () => DataFile['wordLists'];
  readonly #neutral: () => DataFile['neutral'];
  readonly #figure: Sql<[string]>;
  readonly #figurePage: SqlStatement<[string, number], { id: string; body: string }>;
  readonly #newestDate: Sql<[string, string, string]>;
  readonly #oldestDate: Sql<[string, string]>;
  readonly #dateBefore: Sql<[string, string, string]>;
  readonly #at: Sql<[string, string, string, number]>;
  readonly #between: Sql<[string, string, string, string, number]>;
  readonly #period: Sql<[string, string, string, string, number]>;
  readonly #anyOf: Sql<[string]>;
  readonly #highest: Sql<[string, number, string, string, number]>;
  readonly #lowest: Sql<[string, number, string, string, number]>;
  readonly #ofSource: Sql<[string, number]>;
  readonly #entry: SqlStatement<[string], { kind: Entry['kind']; rowid: number }>;
  readonly #idOfRow: Sql<[number]>;
  readonly #search: SqlStatement<[string, number], number>;
  readonly #frequency: SqlStatement<[string], number>;
  readonly #wordsOfRow: Sql<[number]>;
  readonly #entryCount: () => number;
  readonly #figureCounts: Record<'metric' | 'source', () => ReadonlyMap<string, number>>;

  constructor(database: Database) {
    this.#sources = once(() => readTable<Source>(database, 'sources'));
    this.#people = once(() => readTable<Person>(database, 'people'));
    this.#topics = once(() => readTable<Topic>(database, 'topics'));
    this.#scopes = once(() => readTable<Scope>(database, 'scopes'));
    this.#metrics = once(() => readTable<Metric>(database, 'metrics'));
    this.#quotes = once(() => readTable<Quote>(database, 'quotes'));
    this.#events = once(() => readTable<Event>(database, 'events'));
    this.#statements = once(() => readTable<Statement>(database, 'statements'));
    this.#synonyms = once(() => readList<Synonym[]>(database, 'synonyms', []));
    this.#light = once(() => readList(database, 'light', []));
    this.#ordinary = once(() => readList(database, 'ordinary', []));
    this.#wordLists = once(() => readList(database, 'wordLists', []));
    this.#neutral = once(() => readList(database, 'neutral', []));
    const text = <P extends unknown[]>(sql: string) => prepared<P, string>(database, sql).pluck();
    const number = <P extends unknown[]>(sql: string) => prepared<P, number>(database, sql).pluck();
    const series = 'FROM figures WHERE metric = ? AND scope = ?';
    this.#figure = text('SELECT body FROM figures WHERE id = ?');
    this.#figurePage = prepared(database, 'SELECT id, body FROM figures WHERE id > ? ORDER BY id LIMIT ?');
    this.#newestDate = text(`SELECT as_of ${series} AND as_of <= ? ORDER BY as_of DESC LIMIT 1`);
    this.#oldestDate = text(`SELECT as_of ${series} ORDER BY as_of LIMIT 1`);
    this.#dateBefore = text(`SELECT as_of ${series} AND as_of < ? ORDER BY as_of DESC LIMIT 1`);
    this.#at = text(`SELECT body ${series} AND as_of = ? ORDER BY id LIMIT ?`);
    this.#between = text(`SELECT body ${series} AND as_of BETWEEN ? AND ? ORDER BY as_of, id LIMIT ?`);
    this.#period = text(`SELECT body ${series} AND period_from = ? AND as_of = ? ORDER BY id LIMIT ?`);
    const ofLength =
      "SELECT body FROM figures WHERE metric = ? AND scope = '' AND days = ? AND value IS NOT NULL AND as_of BETWEEN ? AND ?";
    this.#highest = text(`${ofLength} ORDER BY value DESC LIMIT ?`);
    this.#lowest = text(`${ofLength} ORDER BY value LIMIT ?`);
    this.#anyOf = text('SELECT id FROM figures WHERE metric = ? LIMIT 1');
    this.#ofSource = text('SELECT id FROM figures WHERE source = ? ORDER BY id LIMIT ?');
    this.#entry = prepared(database, 'SELECT kind, rowid FROM entries WHERE id = ?');
    this.#idOfRow = text('SELECT id FROM entries WHERE rowid = ?');
    this.#search = number('SELECT rowid FROM entries_fts WHERE entries_fts MATCH ? LIMIT ?');
    this.#frequency = number('SELECT doc FROM entries_vocabulary WHERE term = ?');
    this.#wordsOfRow = text('SELECT words FROM entries WHERE rowid = ?');
    this.#entryCount = once(
      () => number<[]>("SELECT count(*) FROM entries WHERE kind NOT IN ('figure', 'source')").get() ?? 0,
    );
    const countsBy = (column: 'metric' | 'source') =>
      once(() => {
        const sql = `SELECT ${column}, count(*) FROM figures GROUP BY ${column}`;
        return new Map(prepared<[], [string, number]>(database, sql).raw().all());
      });
    this.#figureCounts = { metric: countsBy('metric'), source: countsBy('source') };
  }

  /** Reads the lists now, one a step, instead of when they are first asked for. */
  *prepare(): Steps<void> {
    const { metric, source } = this.#figureCounts;
    const lists = [this.#sources, this.#people, this.#topics, this.#scopes, this.#metrics, this.#synonyms];
    const more = [this.#quotes, this.#events, this.#statements, this.#entryCount, metric, source];
    for (const read of [...lists, ...more]) {
      read();
      yield;
    }
  }

  sources(): readonly Source[] {
    return this.#sources().all;
  }

  source(id: string): Source | undefined {
    return this.#sources().byId.get(id);
  }

  person(id: string): Person | undefined {
    return this.#people().byId.get(id);
  }

  people(): readonly Person[] {
    return this.#people().all;
  }

  topics(): readonly Topic[] {
    return this.#topics().all;
  }

  scopes(): readonly Scope[] {
    return this.#scopes().all;
  }

  metrics(): readonly Metric[] {
    return this.#metrics().all;
  }

  metric(id: string): Metric | undefined {
    return this.#metrics().byId.get(id);
  }

  /** Every quotation; wordings of one remark share `remark`. */
  quotes(): readonly Quote[] {
    return this.#quotes().all;
  }

  events(): readonly Event[] {
    return this.#events().all;
  }

  statements(): readonly Statement[] {
    return this.#statements().all;
  }

  synonyms(): readonly Synonym[] {
    return this.#synonyms();
  }

  /** Words that never restrict a question. */
  neutral(): DataFile['neutral'] {
    return this.#neutral();
  }

  /** What the lexicon is built of. */
  lexiconLists(): LexiconLists {
    return {
      synonyms: [...this.synonyms()],
      neutral: this.neutral(),
      light: this.#light(),
      ordinary: this.#ordinary(),
      wordLists: this.#wordLists(),
      people: [...this.people()],
      sources: [...this.sources()],
      topics: [...this.topics()],
      metrics: [...this.metrics()],
      scopes: [...this.scopes()],
      events: [...this.events()],
      quotes: [...this.quotes()],
      statements: [...this.statements()],
    };
  }

  figure(id: string): Figure | undefined {
    const body = this.#figure.get(id);
    return body === undefined ? undefined : parseBody<Figure>(body);
  }

  /** Figures as they are stored (JSON), computed ones too, in the order of their ids; `after`: the last id before. */
  figurePage(after: string, limit: number): { id: string; body: string }[] {
    return this.#figurePage.all(after, limit);
  }

  /** All figures of the newest date that is not after `asOf` (a period counts by its end). */
  newestFigures(metric: string, scope: ScopeId, asOf: IsoDate = '9999-12-31'): Figure[] {
    const date = this.#newestDateBy(keyOf(metric, scope, asOf));
    return date === undefined ? [] : this.figuresAt(metric, scope, date);
  }

  readonly #newestDateBy = remembering(DATES, (key: string): IsoDate | undefined => {
    const [metric = '', scope = '', asOf = ''] = key.split(' ');
    return this.#newestDate.get(metric, scope, asOf);
  });

  /** All figures of exactly this date (or whose period ends on it). */
  figuresAt(metric: string, scope: ScopeId, date: IsoDate): Figure[] {
    return [...this.#figuresOfDate(keyOf(metric, scope, date))];
  }

  readonly #figuresOfDate = remembering(DATES, (key: string): readonly Figure[] => {
    const [metric = '', scope = '', date = ''] = key.split(' ');
    return this.#at.all(metric, scope, date, FIGURES).map(parseBody<Figure>);
  });

  /** Figures whose date (or end of period) lies between the two, both included; the earliest come first. */
  figuresBetween(metric: string, scope: ScopeId, from: IsoDate, to: IsoDate, limit = FIGURES): Figure[] {
    return this.#between.all(metric, scope ?? '', from, to, limit).map(parseBody<Figure>);
  }

  /** Counts over so many days that end between the two dates, the highest (or lowest) first; at most 40. */
  rankedFigures(
    metric: string,
    { days, from, to, lowest }: { days: number; from: IsoDate; to: IsoDate; lowest: boolean },
  ): Figure[] {
    const ranked = lowest ? this.#lowest : this.#highest;
    return ranked.all(metric, days, from, to, RANKED).map(parseBody<Figure>);
  }

  /** Figures of exactly this period. */
  figuresWithPeriod(metric: string, scope: ScopeId, from: IsoDate, to: IsoDate): Figure[] {
    return this.#period.all(metric, scope ?? '', from, to, FIGURES).map(parseBody<Figure>);
  }

  /** All figures of the earliest date. */
  firstFigures(metric: string, scope: ScopeId): Figure[] {
    const date = this.#oldestDate.get(metric, scope ?? '');
    return date === undefined ? [] : this.figuresAt(metric, scope, date);
  }

  /** The newest date with figures before this one. */
  previousAsOf(metric: string, scope: ScopeId, before: IsoDate): IsoDate | undefined {
    return this.#previousDate(keyOf(metric, scope, before));
  }

  readonly #previousDate = remembering(DATES, (key: string): IsoDate | undefined => {
    const [metric = '', scope = '', before = ''] = key.split(' ');
    return this.#dateBefore.get(metric, scope, before);
  });

  /** True if there is any figure of the metric, in whatever scope. */
  hasFigures(metric: string): boolean {
    return this.#anyOf.get(metric) !== undefined;
  }

  /** How many figures there are of each metric, in whatever scope, or from each source. */
  figureCounts(by: 'metric' | 'source'): ReadonlyMap<string, number> {
    return this.#figureCounts[by]();
  }

  figureIdsOfSource(source: string, limit = FIGURES): string[] {
    return this.#ofSource.all(source, limit);
  }

  /** The entry with this id, whatever it is. */
  entry(id: string): Entry | undefined {
    const row = this.#entry.get(id);
    if (!row) return undefined;
    switch (row.kind) {
      case 'figure':
        return wrap(this.figure(id), (body) => ({ kind: 'figure', body }));
      case 'quote':
        return wrap(this.#quotes().byId.get(id), (body) => ({ kind: 'quote', body }));
      case 'event':
        return wrap(this.#events().byId.get(id), (body) => ({ kind: 'event', body }));
      case 'statement':
        return wrap(this.#statements().byId.get(id), (body) => ({ kind: 'statement', body }));
      case 'source':
        return wrap(this.source(id), (body) => ({ kind: 'source', body }));
    }
  }

  /** The entry of a row that `search` found. */
  entryOfRow(rowid: number): Entry | undefined {
    const id = this.#idOfRow.get(rowid);
    return id === undefined ? undefined : this.entry(id);
  }

  /**
   * Rows that hold any of the tokens (or all of them), unranked and at most `limit`: pass the rarest tokens
   * and score the rows yourself.
   */
  search(tokens: readonly string[], limit = SEARCH_ROWS, match: 'any' | 'all' = 'any'): readonly number[] {
    const terms = tokens.map((token) => token.toLowerCase()).filter(isToken);
    if (terms.length === 0 || (match === 'all' && terms.length < tokens.length)) return [];
    const query = terms.map((term) => `"${term}"`).join(match === 'any' ? ' OR ' : ' AND ');
    return this.#rowsFound(`${limit} ${query}`);
  }

  readonly #rowsFound = remembering(SEARCHES, (key: string): readonly number[] => {
    const [limit, ...query] = key.split(' ');
    return this.#search.all(query.join(' '), Number(limit));
  });

  /** How many entries hold the token. */
  documentFrequency(token: string): number {
    return this.#frequencyOf(token.toLowerCase());
  }

  readonly #frequencyOf = remembering(REMEMBERED, (token: string) => this.#frequency.get(token) ?? 0);

  /** The newest date of a total or of the usual count; of any figure where there are neither. */
  newestDate(): IsoDate | undefined {
    const leading = this.metrics().filter(({ kind, usual }) => kind === 'running-total' || usual);
    return this.#newestOf(leading) ?? this.#newestOf(this.metrics());
  }

  #newestOf(metrics: readonly Metric[]): IsoDate | undefined {
    return metrics
      .flatMap((metric) =>
        ['', ...this.scopes().map((scope) => scope.id)].map((scope) => ({ metric, scope })),
      )
      .flatMap(({ metric, scope }) => this.#newestDate.get(metric.id, scope, '9999-12-31') ?? [])
      .sort()
      .at(-1);
  }

  /** How many entries say something: sources have only names, and figures no words. */
  entryCount(): number {
    return this.#entryCount();
  }

  /** The entry of a row with the tokens under which it stands in the index. */
  readonly tokensOfRow = remembering(
    REMEMBERED,
    (row: number): { entry: Entry; tokens: ReadonlySet<string> } | undefined => {
      const words = this.#wordsOfRow.get(row);
      const entry = words === undefined ? undefined : this.entryOfRow(row);
      return entry && words !== undefined ? { entry, tokens: new Set(words.split(' ')) } : undefined;
    },
  );
}

type Table<T> = { all: readonly T[]; byId: ReadonlyMap<string, T> };

function readTable<T extends { id: string }>(database: Database, table: string): Table<T> {
  const rows = prepared<[], string>(database, `SELECT body FROM ${table} ORDER BY rowid`).pluck().all();
  const all = rows.map(parseBody<T>);
  return { all, byId: new Map(all.map((one) => [one.id, one])) };
}

function readList<T>(database: Database, name: string, otherwise: T): T {
  const body = prepared<[string], string>(database, 'SELECT body FROM lists WHERE name = ?')
    .pluck()
    .get(name);
  return body === undefined ? otherwise : parseBody<T>(body);
}

/** No id and no date holds a blank. */
function keyOf(metric: string, scope: ScopeId, date: IsoDate): string {
  return `${metric} ${scope ?? ''} ${date}`;
}

/** Bodies were validated by the schema before they were written. */
function parseBody<T>(body: string): T {
  return JSON.parse(body);
}

function wrap<T>(body: T | undefined, toEntry: (body: T) => Entry): Entry | undefined {
  return body === undefined ? undefined : toEntry(body);
}

/** Only such tokens are in the index; anything else could be read as query syntax. */
function isToken(token: string): boolean {
  return /^[a-z0-9_-]+$/.test(token);
}
